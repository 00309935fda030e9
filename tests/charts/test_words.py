"""Numbers in words are right for none, one and many."""

import pytest

from ucap.charts.words import activities, of_plans, percent, plans, share, some


def test_one_plan_and_two_thousand_plans():
    assert (plans(0), plans(1), plans(2000)) == ("0 plans", "1 plan", "2,000 plans")
    assert activities(1) == "1 activity"
    assert of_plans(9, 12) == "9 of 12 selected plans"
    assert of_plans(1, 1) == "1 of 1 selected plan"


@pytest.mark.parametrize(
    ("count", "total", "words"),
    [(0, 12, "0%"), (1, 2000, "<1%"), (9, 12, "75%"), (1999, 2000, ">99%"), (12, 12, "100%"), (0, 0, "0%")],
)
def test_a_share_never_rounds_something_to_nothing_or_not_all_to_all(count, total, words):
    assert percent(count, total) == words


def test_a_share_for_tables_has_one_decimal():
    assert (share(1, 3), share(0, 0)) == (33.3, 0.0)


def test_a_long_list_ends_with_how_many_are_not_named():
    assert some(["a", "b"]) == "a and b"
    assert some(["a", "b", "c", "d"], 2) == "a, b and 2 more"
    assert some(["a", "b"], 2, total=2000) == "a, b and 1,998 more"
