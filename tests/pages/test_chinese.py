"""In Chinese no page has an English word but those of documents, names, units and formats."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import lxml.html
import numpy as np
import pytest
import streamlit as st
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from tests.exports.test_chinese import REVIEWED, words
from tests.pages.conftest import open_page
from tests.pages.test_changes import turn_to
from tests.records import all_plans
from ucap.gazetteer.chinese import chinese_name
from ucap.plan.finding_words import finding_words

# What has no other name in Chinese on pages: formats and files, the product, and who sits at the machine.
ON_PAGES = frozenset(
    [
        *("PDF", "Word", "PNG", "SVG", "XLSX", "zip", "MB", "Data", "Package", "xlsx"),
        *("README", "docs", "deploy", "md", "dashboard", "English", "Anna"),
    ]
)
# What of a page's message is for programs.
_MACHINE = re.compile(r"id|key|icon|format|type|url.*|.*_(id|key|url|hash)|allowed_.*|mime.*|query.*|data")
# Names of files, and a fingerprint between characters that are no letters for Chinese: "数据df15b577".
_FILES = re.compile(r"[\w-]+\.(?:txt|json|pdf|xlsx)\b|[0-9a-f]{8}")
_DOCUMENT_WORDS = ("text", "detail", "label", "written")
_DOCUMENT_LISTS = ("focus", "challenges", "objectives", "results", "contacts", "unplaced", "notes", "outputs")
_FULL_WIDTH = {letter: letter + 0xFEE0 for letter in range(0x21, 0x7F)}


def in_full_width(part: Any) -> Any:
    """A record in which all that documents say in English is in letters of another width, which no message has."""
    if isinstance(part, dict):
        return {name: _value(name, value) for name, value in part.items()}
    return [in_full_width(one) for one in part] if isinstance(part, list | tuple) else part


def _value(name: str, value: Any) -> Any:
    if name in _DOCUMENT_WORDS and isinstance(value, str):
        return value.translate(_FULL_WIDTH)
    if name in _DOCUMENT_LISTS:
        return [one.translate(_FULL_WIDTH) for one in value]
    return in_full_width(value)


@pytest.fixture(scope="module", autouse=True)
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A store of records whose own words cannot be taken for the product's, and one document."""
    folder = tmp_path_factory.mktemp("plans")
    for plan in all_plans():
        record = in_full_width(plan.model_dump(mode="json") | {"passages": {}, "document": None})
        (folder / f"{plan.id}.json").write_text(json.dumps(record), encoding="utf-8")
    database = f"sqlite:///{tmp_path_factory.mktemp('store') / 'ucap.db'}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UCAP_DATABASE_URL", database)
        patch.setenv("UCAP_PLANS", str(folder))
        st.cache_resource.clear()
        yield
    st.cache_resource.clear()


def said(app: AppTest) -> Iterator[str]:
    """All texts that a page has, each as people read it."""
    for element in [*app.main, *app.sidebar, *app.get("dialog")]:
        yield from _texts(element)


def _texts(node: Any) -> Iterator[str]:
    for child in getattr(node, "children", {}).values():
        yield from _texts(child)
    kind = getattr(node, "type", "")
    if kind in ("arrow_data_frame", "dataframe"):
        yield from map(str, node.value.columns)
        yield from (text for column in node.value for cell in node.value[column] for text in _cell(cell))
    elif kind == "html":
        yield from _of_html(node.proto.body)
    elif kind == "plotly_chart":
        yield from _of_figure(json.loads(node.proto.spec or node.proto.figure.spec))
    elif kind != "bidi_component" and isinstance(getattr(node, "proto", None), Message):
        yield from _of_message(node.proto)


def _cell(cell: Any) -> Iterator[str]:
    if isinstance(cell, str):
        yield cell
    elif isinstance(cell, list | tuple | np.ndarray):
        yield from map(str, cell)


def _of_html(markup: str) -> Iterator[str]:
    page = lxml.html.fromstring(f"<div>{markup}</div>")
    for element in page.xpath("//style|//script"):
        element.drop_tree()
    yield from page.itertext()


def _of_figure(figure: Any) -> Iterator[str]:
    for trace in figure["data"]:
        for name in ("text", "hovertext"):
            found = trace.get(name) or []
            yield from (re.sub(r"<[^>]*>", " ", str(one)) for one in ([found] if isinstance(found, str) else found))
    for note in figure["layout"].get("annotations", ()):
        yield re.sub(r"<[^>]*>", " ", str(note.get("text", "")))


def _of_message(message: Message) -> Iterator[str]:
    for field, value in message.ListFields():
        if _MACHINE.fullmatch(field.name):
            continue
        for one in value if isinstance(value, list) or hasattr(value, "append") or hasattr(value, "add") else [value]:
            if isinstance(one, Message):
                yield from _of_message(one)
            elif isinstance(one, str):
                yield _of_markdown(one)


def _of_markdown(text: str) -> str:
    """The text without escapes, icons, colours and the addresses of links."""
    text = re.sub(r":color\\?\[([^\]]*)\]", r"\1", text.replace("\\", ""))
    text = re.sub(r"\[https?:[^\]]*\]\([^)]*\)", " ", text)
    text = re.sub(r":material/\w+:|:\w+(?=\[)|\]\([^)]*\)", " ", text)
    return re.sub(r"<[^>]*>", " ", text)


def english(app: AppTest) -> dict[str, str]:
    """The words of a page that ought to be Chinese, each with where it stands."""
    found = {word: text for text in said(app) for word in words(_FILES.sub(" ", text))}
    return {word: text for word, text in found.items() if word not in REVIEWED | ON_PAGES | names()}


@cache
def names() -> frozenset[str]:
    """Ids of plans, places that have no name in Chinese, and what findings quote from documents."""
    found = []
    for plan in all_plans():
        places = [*(city.name for city in plan.cities), *(one for entry in plan.activities for one in entry.places)]
        found += [str(plan.id), *(place for place in places if chinese_name(place) is None)]
        found += [quote for finding in plan.findings for quote in re.findall("“([^”]*)”", finding_words(finding))]
    return frozenset(word for text in found for word in words(text))


ABOUT: list[tuple[str, str, dict[str, str | list[str]]]] = [
    ("overview", "", {"since": "2017-01-01"}),
    ("overview", "", {"partner": "火星"}),
    ("overview", "", {"q": "火星"}),
    *[("coverage", tab, {}) for tab in ("themes", "cities", "topics", "countries", "gaps")],
    ("timeline", "", {}),
    *[("plans", tab, {}) for tab in ("table", "passages")],
    *[("plans", tab, {"open": "panjin"}) for tab in ("record", "findings", "related", "history")],
    ("plans", "notes", {"open": "panjin"}),
    ("cities", "all", {}),
    ("cities", "", {"place": "rome"}),
    ("cities", "", {"place": "火星"}),
    ("cities", "", {"pair": "panjin~rome"}),
    ("cities", "compare", {"by": "cities", "with": ["rome", "barcelona"]}),
    ("cities", "compare", {"by": "goals", "with": ["8", "11"]}),
    ("matches", "", {}),
    *[("findings", tab, {}) for tab in ("doubtful", "judge", "missing", "uncounted", "corrected", "taught")],
    ("add", "", {}),
    ("present", "", {}),
]
TITLES = {"coverage": "Coverage", "plans": "Plans", "cities": "Cities", "findings": "To check"}


@pytest.mark.usefixtures("anna")
@pytest.mark.parametrize(("page", "tab", "query"), ABOUT, ids=lambda one: "-".join(one) if one else "all")
def test_a_page_in_chinese_is_chinese(page: str, tab: str, query: dict[str, str | list[str]]) -> None:
    """Headings, sentences, buttons, tables and charts; what documents say stays."""
    assert english(opened(page, tab, query)) == {}


HALF_WIDTH = re.compile(r"[一-鿿] ?[(),:;] ?(?=[一-鿿\d]|$)|[一-鿿]\. |。 ")


@pytest.mark.usefixtures("anna")
@pytest.mark.parametrize(
    ("page", "tab", "query"),
    [
        ("overview", "", {}),
        ("timeline", "", {}),
        ("plans", "record", {"open": "panjin"}),
        ("findings", "missing", {}),
        ("cities", "", {"place": "rome"}),
        ("cities", "compare", {"by": "cities", "with": ["rome", "barcelona"]}),
        ("present", "", {}),
    ],
    ids=lambda one: "-".join(one) if one else "all",
)
def test_chinese_has_its_own_punctuation(page: str, tab: str, query: dict[str, str | list[str]]) -> None:
    """Colons, commas, brackets and full stops are those of Chinese, with no space behind them."""
    assert [text for text in said(opened(page, tab, query)) if HALF_WIDTH.search(text)] == []


def opened(page: str, tab: str, query: dict[str, str | list[str]]) -> AppTest:
    """A page in Chinese with one of its tabs open."""
    app = open_page(page, lang="zh", **query)
    title = "Record" if "open" in query else TITLES.get(page, "")
    return turn_to(app, title, tab) if tab else app


WINDOWS = ["figure_pairs", "figure_goals", "table_map", "evidence_themes", "picture_goals", "news_list"]


@pytest.mark.usefixtures("anna")
@pytest.mark.parametrize("button", WINDOWS)
def test_a_window_in_chinese_is_chinese(button: str) -> None:
    """So are the windows that open over a page."""
    app = opened("overview", "", {"since": "2017-01-01"})
    app.button(key=button).click().run()
    assert english(app) == {}


@pytest.mark.usefixtures("anna")
@pytest.mark.parametrize("vocabulary", ["goals", "categories", "topics", "provinces"])
def test_the_windows_of_gaps_in_chinese_are_chinese(vocabulary: str) -> None:
    """Of the plans that could fill a gap, and of what each plan says."""
    app = opened("coverage", "gaps", {})
    app.button(key=f"reach_plans_{vocabulary}").click().run()
    assert english(app) == {}
    app = opened("coverage", "gaps", {})
    chips = next(one for one in app.button_group if str(one.key).startswith(f"gap_{vocabulary}"))
    chips.set_value(chips.options[0]).run()
    assert app.get("dialog")
    assert english(app) == {}
