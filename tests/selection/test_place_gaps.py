"""Gaps place by place."""

from tests.records import all_plans
from ucap.frames import build
from ucap.selection import Coverage, Selection
from ucap.selection.places.gaps import filling_cities, gap_table, unnamed_values

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
