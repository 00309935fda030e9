"""The page of a city that nobody knows, and what does not count: a document without text."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from tests.pages.conftest import open_page
from tests.pages.test_changes import press, turn_to
from tests.pages.test_pages import charts, texts
from tests.selection.test_cities import SPAIN, UNKNOWN
from tests.store.test_removals import SCAN
from ucap.store import Store


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store after its first start: a plan of unknown cities, one of known ones, and a scan without text."""
    folder = tmp_path_factory.mktemp("read_once")
    plans = folder / "plans"
    plans.mkdir()
    for plan in (UNKNOWN, SPAIN):
        (plans / f"{plan.id}.json").write_text(json.dumps(plan.model_dump(mode="json")), encoding="utf-8")
    (plans / "scan.json").write_bytes(SCAN)
    Store.open(f"sqlite:///{folder}/ucap.db", plans)
    return folder


@pytest.fixture
def store(read_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store of the page, a copy of that one."""
    shutil.copy(read_once / "ucap.db", tmp_path)
    monkeypatch.setenv("UCAP_DATABASE_URL", f"sqlite:///{tmp_path}/ucap.db")
    monkeypatch.setenv("UCAP_PLANS", str(read_once / "plans"))
    st.cache_resource.clear()
    yield Store.open(f"sqlite:///{tmp_path}/ucap.db", read_once / "plans")
    st.cache_resource.clear()


@pytest.mark.usefixtures("store")
def test_a_city_without_a_place_has_its_page_without_a_map() -> None:
    """It says that it is not among the known cities; its partners and plans are there."""
    app = open_page("cities", place="atlantis")
    assert app.title[0].value == "Atlantis"
    assert "it has no place on the map" in texts(app)
    assert "map" not in charts(app)
    assert "map" in charts(open_page("cities", place="panjin"))


@pytest.mark.usefixtures("anna")
def test_a_document_that_waits_is_removed_and_waits_again(store: Store) -> None:
    app = turn_to(open_page("findings"), "To check", "uncounted")
    (waiting,) = store.waiting()
    app.text_input(key=f"drop_{waiting.sha256}_why").set_value("the same as another")
    press(app, "Remove the document")
    assert store.waiting() == []
    assert any("the same as another" in caption.value for caption in app.caption)
    app.text_input(key=f"waits_{waiting.sha256}_why").set_value("it was needed")
    press(app, "Bring the document back")
    assert [one.name for one in store.waiting()] == ["scan.json"]


@pytest.mark.usefixtures("anna")
def test_a_note_on_a_plan_and_its_sign_are_seen_where_the_plan_is(store: Store) -> None:
    """The note stands on the plan's own page; the list says with a sign that a plan was checked, and the log why."""
    app = turn_to(open_page("plans", open="spain"), "Record", "notes")
    app.text_input(key="note_on_plan/spain").set_value("Ask for the annex")
    press(app, "Keep the note")
    assert "Ask for the annex" in texts(app)
    assert "Checked" not in open_page("plans").dataframe[0].value
    app = open_page("plans", open="spain")
    app.text_input(key="sign_spain_why").set_value("Both pages")
    press(app, "Sign off as checked")
    listed = open_page("plans").dataframe[0].value.set_index("Title")["Checked"].to_dict()
    assert listed == {"Panjin – Valencia": "✓", "某某市 – Atlantis": ""}
    log = turn_to(open_page("plans", open="spain"), "Record", "history").dataframe[-1].value
    assert ("Signed off as checked", "Both pages") in list(zip(log["What"], log["Reason"], strict=True))


def test_a_note_has_a_name(store: Store, anna: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who did not say who they are is asked for it, and what was written stays until they do."""
    monkeypatch.setattr("components.person._kept_name", lambda: "")
    app = turn_to(open_page("plans", open="spain"), "Record", "notes")
    app.text_input(key="note_on_plan/spain").set_value("Ask for the annex")
    press(app, "Keep the note")
    assert store.notes() == []
    assert app.text_input(key="note_on_plan/spain").value == "Ask for the annex"
    app.text_input(key="asked_name_note_on_plan/spain").set_value("Berta")
    press(app, "Keep the note")
    assert [(note.who, note.text) for note in store.notes()] == [("Berta", "Ask for the annex")]


@pytest.mark.usefixtures("store")
def test_the_log_of_a_plan_can_be_taken_along() -> None:
    """As every other table."""
    app = turn_to(open_page("plans", open="spain"), "Record", "history")
    assert "log_spain_file" in {button.key for button in app.get("download_button")}


@pytest.mark.parametrize(("page", "tab"), [("matches", ""), ("cities", "compare"), ("overview", ""), ("timeline", "")])
def test_a_store_without_plans_says_so_on_each_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str, tab: str
) -> None:
    """There is nothing to choose or to compare; the way to add plans stands there."""
    monkeypatch.setenv("UCAP_DATABASE_URL", f"sqlite:///{tmp_path}/ucap.db")
    monkeypatch.setenv("UCAP_PLANS", str(tmp_path / "none"))
    st.cache_resource.clear()
    app = open_page(page)
    app = turn_to(app, "Cities", tab) if tab else app
    assert "### There are no plans yet" in texts(app)
    assert "The pairs of most plans come first" not in texts(app)
    st.cache_resource.clear()
