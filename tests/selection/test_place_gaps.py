"""Gaps place by place."""

import pytest

from tests.records import all_plans
from ucap.frames import build
from ucap.selection import Coverage, Selection
from ucap.selection.gaps import GapVocabulary, statements
from ucap.selection.places.gaps import (
    Area,
    filling_cities,
    gap_table,
    plans_behind,
    plans_naming,
    speaking,
    unnamed_values,
)

COVERAGE = Coverage(build(all_plans()))
ALL = COVERAGE.select(Selection())


def test_what_plans_of_a_place_declare_leave_out_and_name_adds_up_to_its_plans() -> None:
    """Liaoning has the plan of Panjin, which names goals 4, 8 and 11, and a visit that names none."""
    table = gap_table(COVERAGE, ALL, "provinces", "goals")
    reasons = table[["Name some", "Declare none", "Without the row", "Not understood"]].sum(axis=1)
    assert (reasons == table["Plans"]).all()
    assert table.loc["Liaoning", ["Plans", "Name some"]].tolist() == [2, 1]
    assert "SDG 6 Clean Water and Sanitation" in table.loc["Liaoning", "Named by no plan of the place"]
    assert 6 in unnamed_values(COVERAGE, ALL, "provinces", "Liaoning", "goals")
    assert 11 not in unnamed_values(COVERAGE, ALL, "provinces", "Liaoning", "goals")


def test_who_could_fill_a_gap_comes_with_those_that_the_place_works_with_first() -> None:
    """Goal 9: Rome, with which Panjin works, comes before cities that it has no plan with."""
    found = filling_cities(COVERAGE, "provinces", "Liaoning", "goals", 9)
    shared = found["Shares a plan with the place"].tolist()
    assert "Rome" in found.index[found["Shares a plan with the place"] == "yes"]
    assert shared == sorted(shared, reverse=True)


@pytest.mark.parametrize("area", ["provinces", "countries"])
def test_each_number_of_a_place_has_its_plans(area: Area) -> None:
    """What names some, declares none, lacks the row or was not understood are all plans of the place, each once."""
    table = gap_table(COVERAGE, ALL, area, "goals")
    for place, row in table.iterrows():
        behind = plans_behind(COVERAGE, ALL, area, str(place), "goals")
        assert {name: len(plans) for name, plans in behind.items()} == {name: row[name] for name in behind}
        plans = behind.pop("Plans")
        assert sum(map(len, behind.values())) <= len(plans)


def test_each_number_of_who_could_fill_a_gap_has_its_plans() -> None:
    found = filling_cities(COVERAGE, "provinces", "Liaoning", "goals", 9)
    counted = {city: len(plans_naming(COVERAGE, str(city), "goals", 9)) for city in found.index}
    assert counted == found["Plans that name it"].to_dict()


@pytest.mark.parametrize("vocabulary", ["goals", "categories", "topics"])
def test_what_each_plan_says_is_what_is_counted(vocabulary: GapVocabulary) -> None:
    """Plans that name some come first; each selected plan stands there once."""
    rows = speaking(COVERAGE, ALL, vocabulary)
    assert sorted(rows.index) == sorted(COVERAGE.plans)
    counts = statements(COVERAGE.frames, vocabulary)
    assert (rows["What it says"] == "Names some").sum() == counts["stated"]
    assert rows["What it says"].iloc[0] == "Names some"


def test_the_provinces_of_each_plan_are_those_that_are_counted() -> None:
    rows = speaking(COVERAGE, ALL, "provinces")
    assert rows.loc["panjin", "Provinces"] == "Liaoning"
