"""Whatever is selected, every format opens in a reader that is not ours and tells what the pages tell."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from benchmarks.many_plans import many_plans, real_plans
from tests.effort import IS_ENDURANCE
from tests.exports.readers import LINKS, READERS, TABLES, tables_of_html
from tests.exports.samples import DAY, description_of, view_of
from tests.exports.test_credits import said
from ucap.exports import FORMATS, View, describe, export
from ucap.exports.story.story import MOST_LINES, MOST_PLANS
from ucap.plan.record import City, Plan, Theme
from ucap.plan.words import title_words
from ucap.selection import Selection
from ucap.selection.figures import key_figures
from ucap.selection.listings import by_title
from ucap.wording import LANGUAGES, in_language, use

DALIAN = City(name="大连", written="大连", side="china", region="辽宁", country_code="CN", latitude=39, longitude=122)
PORTO = City(name="波尔图", written="波尔图", side="europe", country_code="PT", latitude=41, longitude=-9)
CHINESE = Plan(
    id="大连",
    title="大连 – 波尔图",
    cities=(DALIAN, PORTO),
    themes=(Theme(label="海洋经济"),),
    results=("就业",),
)
SITE, ROOT = "https://ucap.example/overview", "https://ucap.example/"
PAGES = {f"{ROOT}plans?open=tianjin", f"{ROOT}cities?place=rome", f"{ROOT}cities?pair=tianjin~rome"}
GOALS = {f"http://metadata.un.org/sdg/{number}" for number in (4, 8, 9, 11)}
# GeoNames, ISO 3166-2, NUTS
ROME, TIANJIN = ("3169070", None, "ITI4"), ("1792947", "CN-TJ", None)
WORDS = {"en": ("Rome", "Italy", "Paired"), "zh": ("罗马", "意大利", "已结对")}
BOUNDED = ("pptx", "pptx-short", "html")
"""What tells of many plans in another way than of few; the other formats have a row for each, however many."""
SELECTIONS = {
    "all": Selection(),
    "none": Selection(text="nosuchword"),
    "one plan": Selection(plans=("panjin",)),
    "one city": Selection(european_cities=("Rome",)),
    "a goal": Selection(goals=(9,)),
    "a year": Selection(years=(2018,)),
}


@cache
def real_view(name: str) -> View:
    return view_of(*real_plans(), selection=SELECTIONS[name])


@cache
def many() -> View:
    """More plans than a deck has slides and lines for, a thousand in `make endure`; their frames are built once."""
    return view_of(*many_plans(1000 if IS_ENDURANCE else MOST_PLANS + MOST_LINES + 50))


@cache
def real_file(key: str, name: str, spoken: str) -> bytes:
    """The file of a selection of the real plans, asked for at a dashboard; several tests open it."""
    view = real_view(name)
    return in_language(spoken, export, key, view, describe(view.scene, DAY, SITE))


def written(key: str, spoken: str, folder: Path) -> Path:
    """The file of the plans with Rome, for a reader."""
    path = folder / f"rome{FORMATS[key].extension}"
    path.write_bytes(real_file(key, "one city", spoken))
    return path


def assert_told(key: str, view: View, folder: Path, data: bytes | None = None) -> None:
    """The file's plans, in their order, and the figures that it holds are those of the selection."""
    path = folder / f"selection{FORMATS[key].extension}"
    path.write_bytes(data or export(key, view, description_of(view)))
    is_headers_alone = key == "csv" and not len(view.frames.plans)  # without a row there is nothing to be owed
    assert is_headers_alone or "GeoNames" in said(path.read_bytes())
    titles, figures = READERS[key](path)
    expected = by_title(view.frames.plans, view.scene.coverage)["title"].tolist()
    if key != "json":  # which is the record as it is kept
        expected = list(map(title_words, expected))
    if key == "pptx":
        # Plans that fill a slide come first, then those with a line in the table.
        titles, expected = sorted(titles or []), sorted(expected[: MOST_PLANS + MOST_LINES])
    assert titles in (None, expected)
    counts = {figure.name: figure.count for figure in key_figures(view.frames, view.scene.met)}
    assert figures == {name: counts[name] for name in figures}


@pytest.fixture
def chinese() -> Iterator[None]:
    """The interface in Chinese."""
    use("zh")
    yield
    use("en")


def test_every_format_has_a_reader_that_is_not_ours() -> None:
    assert set(READERS) == set(FORMATS)


@pytest.mark.parametrize("key", FORMATS)
@pytest.mark.parametrize("name", SELECTIONS)
def test_a_file_tells_what_is_selected(key: str, name: str, tmp_path: Path) -> None:
    assert_told(key, real_view(name), tmp_path, real_file(key, name, "en"))


@pytest.mark.parametrize("key", FORMATS)
@pytest.mark.parametrize("name", SELECTIONS if IS_ENDURANCE else ("none", "one city"))
@pytest.mark.usefixtures("chinese")
def test_a_file_in_chinese_tells_what_is_selected(key: str, name: str, tmp_path: Path) -> None:
    """The figures of the real plans are the same in each language, and whom they are owed to is said."""
    assert_told(key, real_view(name), tmp_path, real_file(key, name, "zh"))


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("key", TABLES)
def test_every_file_of_tables_says_the_same_words_and_identifiers(key: str, spoken: str, tmp_path: Path) -> None:
    """Codes and ids are the same in each language and format; the words beside them are in the language of the file."""
    tables = in_language(spoken, TABLES[key], written(key, spoken, tmp_path))
    rome = next(row for row in tables["cities"] if row["city_slug"] == "rome")
    pair = next(row for row in tables["pairs"] if row["pair_slug"] == "tianjin~rome")
    assert (rome["city"], rome["country"]) == WORDS[spoken][:2]
    assert (pair["europe_city"], pair["country"], pair["link_name"]) == WORDS[spoken]
    assert (pair["link"], pair["country_code"]) == ("paired", "IT")
    assert (str(rome["geonames_id"]), rome["iso_3166_2"] or None, rome["nuts_code"]) == ROME
    codes = (pair["china_geonames_id"], pair["europe_geonames_id"], pair["iso_3166_2"], pair["nuts_code"])
    assert tuple(map(str, codes)) == (TIANJIN[0], ROME[0], TIANJIN[1], ROME[2])
    assert {row["goal_uri"] for row in tables.get("goals", [])} == (set() if key == "geojson" else GOALS)


@pytest.mark.parametrize("key", [key for key, chosen in FORMATS.items() if chosen.is_one_frame])
def test_a_file_of_one_table_has_the_identifiers_too(key: str) -> None:
    view = real_view("one city")
    read = {"csv": pd.read_csv, "parquet": pd.read_parquet}[key]
    cities, goals = (
        read(io.BytesIO(export(key, view, description_of(view), frame))).set_index(column)
        for frame, column in (("cities", "city_slug"), ("goals", "goal_uri"))
    )
    assert {str(int(one)) for one in cities.loc["rome", "geonames_id"]} == {ROME[0]}
    assert set(goals.index) == GOALS


def test_a_record_file_has_the_identifiers_of_its_cities_pairs_and_goals(tmp_path: Path) -> None:
    """A city of a record is found by its plan and its place in the list; addresses are made of what stands there."""
    content = json.loads(written("json", "en", tmp_path).read_bytes())
    known, records = content["identifiers"], {plan["id"]: plan for plan in content["plans"]}
    by_slug = {row["city_slug"]: row for row in known["cities"]}
    rome, tianjin = by_slug["rome"], by_slug["tianjin"]
    assert (str(rome["geonames_id"]), rome["iso_3166_2"], rome["nuts_code"]) == ROME
    assert (str(tianjin["geonames_id"]), tianjin["iso_3166_2"], tianjin["nuts_code"]) == TIANJIN
    assert {records[row["plan"]]["cities"][row["position"]]["name"] for row in (rome, tianjin)} == {"Rome", "Tianjin"}
    assert set(known["goals"].values()) > GOALS
    pair = next(row for row in known["pairs"] if row["pair_slug"] == "tianjin~rome")
    ways = content["description"]["addresses"]
    assert {ways["plans"].format(**pair), ways["cities"].format(**rome), ways["pairs"].format(**pair)} == PAGES


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("key", LINKS)
def test_plans_cities_pairs_and_goals_lead_to_their_addresses(key: str, spoken: str, tmp_path: Path) -> None:
    """A row of report or workbook, a name in the deck, an entry of the calendar, in each language."""
    has = {"xlsx": PAGES | GOALS, "html": PAGES | GOALS, "ics": {f"{ROOT}plans?open=tianjin"}}
    assert LINKS[key](written(key, spoken, tmp_path)) >= has.get(key, {*PAGES, f"{SITE}?partner=Rome"})


def test_the_report_has_the_identifiers_in_its_tables(tmp_path: Path) -> None:
    tables = tables_of_html(written("html", "en", tmp_path))
    rome = next(row for row in tables["cities"] if row["city_slug"] == "rome")
    assert (rome["geonames_id"], rome["iso_3166_2"] or None, rome["nuts_code"]) == ROME
    assert "tianjin~rome" in {row["pair_slug"] for row in tables["pairs"]}
    assert {row["plan"] for row in tables["pairs"]} <= {row["title"] for row in tables["plans"]}


@pytest.mark.parametrize("key", FORMATS)
@pytest.mark.usefixtures("chinese")
def test_a_file_in_chinese_of_chinese_names_tells_what_is_selected(key: str, tmp_path: Path) -> None:
    assert_told(key, view_of(CHINESE), tmp_path)


@pytest.mark.parametrize("key", FORMATS if IS_ENDURANCE else BOUNDED)
def test_a_file_of_many_plans_tells_what_is_selected(key: str, tmp_path: Path) -> None:
    assert_told(key, many(), tmp_path)
