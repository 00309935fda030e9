"""A view gives the selected plans in their order, all tables or one."""

import pytest

from tests.exports.samples import PAIR, ROME, view_of
from ucap.frames.columns import FRAMES
from ucap.plan.record import Plan
from ucap.selection import Selection

SECOND = Plan(id="second", cities=(ROME,))


def test_the_records_are_those_of_the_selected_plans_sorted_by_title():
    view = view_of(SECOND, PAIR, selection=Selection(european_cities=("Rome",)))
    assert list(view.plans()) == [PAIR, SECOND]  # one without a title stands last
    assert list(view_of(SECOND, PAIR, selection=Selection(plans=("panjin",))).plans()) == [PAIR]


def test_all_tables_come_in_the_order_of_the_dictionary_unless_one_is_asked_for():
    view = view_of(PAIR)
    assert [name for name, _ in view.tables()] == list(FRAMES)
    assert [name for name, _ in view.only("pairs").tables()] == ["pairs"]
    assert (view.is_whole, view.only("pairs").is_whole) == (True, False)


def test_there_is_no_table_of_another_name():
    with pytest.raises(KeyError):
        view_of(PAIR).only("nothing")
