"""Facets: things of one sort that filters are about."""

from ucap.selection import Selection
from ucap.selection.facets import Facet
from ucap.selection.matrix import Membership

# Plan 0 has Rome and Stuttgart, plan 1 Rome, plan 2 a city of no known country.
CITIES = Facet(
    Membership.of([0, 0, 1, 2], ["Rome", "Stuttgart", "Rome", "Atlantis"], ["Atlantis", "Rome", "Stuttgart"], 3),
    {"european_cities": ["Atlantis", "Rome", "Stuttgart"], "countries": [None, "IT", "DE"]},
    {"european_cities": ["Atlantis", "Rome", "Stuttgart"], "countries": ["DE", "IT"]},
)


def touched(**filters: list[str]) -> list[bool] | None:
    mask = CITIES.touched(Selection(**filters))
    return None if mask is None else mask.tolist()


def test_filters_that_say_nothing_ask_nothing() -> None:
    assert touched(goals=[11]) is None


def test_any_value_of_a_filter_matches() -> None:
    assert touched(european_cities=["Stuttgart", "Atlantis"]) == [True, False, True]


def test_all_filters_must_be_met_by_one_thing() -> None:
    assert touched(european_cities=["Rome"], countries=["IT"]) == [True, True, False]
    assert touched(european_cities=["Rome"], countries=["DE"]) == [False, False, False]


def test_a_value_that_nothing_has_is_met_by_nothing() -> None:
    assert touched(countries=["FR"]) == [False, False, False]


def test_things_are_counted_by_the_values_of_a_filter_those_without_a_value_not_at_all() -> None:
    assert CITIES.membership("countries").matrix.toarray().tolist() == [[1, 1], [0, 1], [0, 0]]


def test_only_things_that_meet_the_other_filters_are_counted_the_own_filter_is_left_out() -> None:
    asked = Selection(european_cities=["Rome"], countries=["DE"])
    assert CITIES.membership("countries", asked).matrix.toarray().tolist() == [[0, 1], [0, 1], [0, 0]]
    assert CITIES.membership("european_cities", asked).matrix.toarray().tolist() == [[0, 0, 1], [0, 0, 0], [0, 0, 0]]
