"""A plan's own page: what is corrected is marked wherever it is shown, and the plan is seen at a glance."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from components.context import Context
from components.library import Library
from components.plan.corrected import corrected_column
from components.plan.glance import facts_markup
from components.plan.record import record_data
from tests.store.samples import at_its_word, record
from ucap.charts.scene import Scene
from ucap.exports.view import StoredPlans
from ucap.frames import build
from ucap.plan.pointers import Field
from ucap.plan.record import Plan
from ucap.selection import Coverage
from ucap.store import Person, Store

ANNA = Person("Anna", is_editor=True)


@pytest.fixture
def context(tmp_path: Path) -> Context:
    """A plan of which a country was corrected and a city taken out, and one that is as it was read."""
    store = Store.open(f"sqlite:///{tmp_path}/ucap.db", folder=None, reader=at_its_word)
    for lead in ("Panjin", "Guilin"):
        store.add(f"{lead}.json", record(lead), ANNA)
    store.correct("panjin", "/cities/1", None, ANNA, "left", seen=store.version())
    store.correct("panjin", "/cities/1/country_code", "France", ANNA, "by letter", seen=store.version())
    coverage = Coverage(build(store.each_plan()))
    made = {"panjin": [one for one in store.corrections("panjin") if one.state == "in force"]}
    plans = StoredPlans(store, pd.Series(["guilin", "panjin"]))
    return Context(Library(store, store.version(), plans, coverage, (), made), Scene(coverage))


def test_a_corrected_value_stands_beside_what_the_document_says_by_names(context: Context) -> None:
    """The city that moved up in its list bears the mark; the one that was taken out is named."""
    data = record_data(context, context.library.plans["panjin"])
    rows = {row["pointer"]: row["corrections"] for part in data["parts"] for row in part["rows"]}
    assert rows["/cities/1"] == ["Cities › Stuttgart › Country corrected by Anna; the document says “Germany”"]
    assert not rows["/cities/0"]
    assert not rows["/period"]
    (gone,) = data["gone"]
    assert gone.startswith("Cities › Barcelona taken out by Anna; the document says “Barcelona")


def test_tables_mark_the_rows_that_were_corrected_and_have_no_column_where_none_was(context: Context) -> None:
    library = context.library
    (cells,) = corrected_column(library, [("guilin", None), ("panjin", None)]).values()
    assert cells[0] == ""
    assert cells[1].startswith("✎ Cities › Barcelona taken out")
    assert corrected_column(library, [("panjin", Field.parse("/activities/0"))]) == {}
    assert corrected_column(library, [("guilin", None)]) == {}


def test_a_plan_at_a_glance_says_what_it_is_silent_about_and_how_far_it_can_be_relied_on() -> None:
    silent = facts_markup(Plan.model_validate({"statements": {"goals": "none"}}), 0)
    assert "declared none" in silent
    assert "not stated" in silent
    assert "no findings" in silent
    found = {"code": "lead-city-missing", "severity": "error", "field": "/cities", "message": "A city is missing."}
    told = facts_markup(
        Plan.model_validate({"goals": [{"goal": 8}], "themes": [{"label": "<b>"}], "findings": [found]}), 2
    )
    assert "SDG 8 Decent Work and Economic Growth" in told
    assert "&lt;b&gt;" in told
    assert "1 error" in told
    assert "2 values corrected" in told
