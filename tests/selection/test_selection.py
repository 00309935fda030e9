"""What the filters say, as a value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import selections
from ucap.selection import FILTERS, Selection, SelectionError


def test_no_arguments_say_nothing() -> None:
    assert not Selection()
    assert all(Selection().values(name) == () for name in FILTERS)


def test_values_are_sorted_and_once_each_so_that_equal_selections_are_equal() -> None:
    assert Selection(goals=[11, 4, 11]) == Selection(goals=(4, 11))
    assert hash(Selection(goals=[11, 4])) == hash(Selection(goals=(4, 11)))


def test_white_space_around_and_between_searched_words_does_not_count() -> None:
    assert Selection(text="  smart   city ") == Selection(text="smart city")
    assert not Selection(text="  ")


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"goals": [18]}, "goals has 18; right would be 1 to 17"),
        ({"goals": ["11"]}, "goals has '11'; right would be whole numbers"),
        ({"goals": [True]}, "goals has True; right would be whole numbers"),
        ({"years": [0]}, "years has 0; right would be 1 to 9999"),
        ({"chinese_cities": "Panjin"}, "chinese_cities is 'Panjin'; right would be a list of values"),
        ({"chinese_cities": [""]}, "chinese_cities has ''; right would be texts"),
        ({"plan_kinds": ["trip"]}, "plan_kinds has 'trip'; right would be one of summary, pairing, cluster, visit"),
        ({"text": None}, "text is None; right would be words"),
    ],
)
def test_a_value_that_its_filter_cannot_have_is_refused_with_what_would_be_right(wrong: dict, message: str) -> None:
    with pytest.raises(SelectionError) as raised:
        Selection(**wrong)
    assert str(raised.value) == message


def test_all_faults_are_told_together() -> None:
    with pytest.raises(SelectionError, match=r"goals has 18.*; years has 0"):
        Selection(goals=[18], years=[0])


def test_a_click_adds_a_value_and_another_click_takes_it_away() -> None:
    clicked = Selection(goals=[4]).toggled("goals", 11)
    assert clicked == Selection(goals=[4, 11])
    assert clicked.toggled("goals", 11) == Selection(goals=[4])


def test_one_value_or_a_whole_filter_can_be_taken_away() -> None:
    selection = Selection(goals=[4, 11], text="tea", is_stated_only=True)
    assert selection.without("goals", 4).goals == (11,)
    assert selection.without("goals").goals == ()
    assert selection.without("text").text == ""
    assert not selection.without("is_stated_only").is_stated_only


@given(selections(), st.sampled_from(list(FILTERS)))
def test_clearing_a_filter_leaves_the_others_as_they_are(selection: Selection, name: str) -> None:
    cleared = selection.without(name)
    assert cleared.values(name) == ()
    assert all(cleared.values(other) == selection.values(other) for other in FILTERS if other != name)
