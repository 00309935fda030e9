"""Filters in the words of the user."""

from hypothesis import given

from tests.strategies import selections
from ucap.plan.words import value_words
from ucap.selection import Selection, describe
from ucap.wording import use


def test_the_filters_are_told_in_words_a_line_per_value() -> None:
    selection = Selection(
        countries=["IT"], goals=[11], categories=["tourism"], years=[2018], is_stated_only=True, text="tea"
    )
    assert [(applied.label, applied.words) for applied in describe(selection)] == [
        ("Country", "Italy"),
        ("Theme", "Tourism"),
        ("Goal", "SDG 11 Sustainable Cities and Communities"),
        ("Year", "2018"),
        ("Goals and topics", "stated in the SDG row only"),
        ("Text", "tea"),
    ]


def test_values_that_no_vocabulary_knows_are_their_own_words() -> None:
    assert value_words("topics", "moon-cities") == "moon-cities"
    assert value_words("countries", "XQ") == "XQ"


def test_countries_have_names_in_the_language_of_the_reader() -> None:
    use("zh")
    try:
        assert value_words("countries", "IT") == "意大利"
    finally:
        use("en")


@given(selections())
def test_taking_away_every_applied_filter_leaves_nothing(selection: Selection) -> None:
    for applied in describe(selection):
        selection = selection.without(applied.filter, applied.value)
    assert selection == Selection()
