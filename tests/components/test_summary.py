"""The table of dropped files: what each holds, which belong together, and what becomes of the others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from components.adding.summary import summary, summary_table
from tests.store.samples import at_its_word, record
from ucap.store import Person, Store

ANNA = Person("Anna", is_editor=True)
ERROR = {"code": "lead-city-missing", "severity": "error", "field": "/cities", "message": "A city is missing."}
NOTE = {"code": "period-open", "severity": "note", "field": "/period", "message": "The period has no end."}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(f"sqlite:///{tmp_path}/ucap.db", folder=None, reader=at_its_word)


def test_files_of_one_plan_stand_together_and_the_gravest_findings_first(store: Store) -> None:
    dropped = [
        ("en.json", record(findings=[NOTE, ERROR, NOTE])),
        ("guilin.json", record("Guilin")),
        ("zh.json", record(focus=["Harbours"])),
    ]
    groups = summary(store.preview(dropped))
    assert [[(row.file, row.state) for row in group] for group in groups] == [
        [("en.json", "new"), ("zh.json", "edition")],
        [("guilin.json", "new")],
    ]
    assert list(groups[0][0].findings.items()) == [("error", 1), ("note", 2)]


def test_two_plans_of_one_city_are_no_files_of_one_plan(store: Store) -> None:
    dropped = [("rome.json", record(partners=("Rome",))), ("barcelona.json", record(partners=("Barcelona",)))]
    assert len(summary(store.preview(dropped))) == 2


def test_what_is_no_new_plan_says_what_it_is(store: Store) -> None:
    """A file that is here already, one of a removed plan, one without text and one that is nothing."""
    store.add("here.json", record("Guilin"), ANNA)
    store.add("gone.json", record(), ANNA)
    store.remove("panjin", ANNA, "by mistake")
    dropped = [
        ("here.json", record("Guilin")),
        ("gone.json", record()),
        ("newer.json", record(focus=["Harbours"])),
        ("scan.json", json.dumps({"findings": [ERROR | {"code": "no-text-layer"}]}).encode()),
        ("junk.json", b"junk"),
    ]
    rows = {row.file: row for group in summary(store.preview(dropped), str.upper) for row in group}
    assert {file: row.state for file, row in rows.items()} == {
        "newer.json": "back",
        "here.json": "known",
        "gone.json": "removed",
        "scan.json": "waits",
        "junk.json": "refused",
    }
    assert rows["here.json"].words == "GUILIN"
    assert rows["scan.json"].words == "No text layer"
    assert rows["junk.json"].words.startswith("This is no record.")


def test_names_from_outside_are_text_in_the_table_and_every_sign_has_its_word(store: Store) -> None:
    dropped = [("<b>x</b>.json", record(title="<script>", findings=[ERROR]))]
    table = summary_table(summary(store.preview(dropped)))
    assert "&lt;script&gt;" in table
    assert "<script>" not in table
    assert "<b>" not in table
    assert "✕</span> 1 error" in table
