"""Membership matrices."""

import numpy as np
import pandas as pd

from ucap.selection.matrix import Membership, cross

COLOURS = Membership.of([0, 0, 1, 1, 3], ["red", "blue", "red", "red", "mauve"], ["blue", "red", "green"], 4)


def test_a_plan_has_a_value_once_however_often_it_is_told_and_unknown_values_are_passed_over() -> None:
    assert COLOURS.matrix.toarray().tolist() == [[1, 1, 0], [0, 1, 0], [0, 0, 0], [0, 0, 0]]


def test_plans_are_touched_by_any_of_the_wanted_values() -> None:
    assert COLOURS.touched(np.array([True, False, True])).tolist() == [True, False, False, False]


def test_only_selected_plans_are_counted_and_values_without_any_are_zero() -> None:
    assert COLOURS.counts(np.array([False, True, True, True])).to_dict() == {"blue": 0, "red": 1, "green": 0}


def test_values_can_be_counted_in_groups_each_plan_once_a_group() -> None:
    grouped = COLOURS.grouped(["cold", "warm", None], ["warm", "cold"])
    assert grouped.matrix.toarray().tolist() == [[1, 1], [1, 0], [0, 0], [0, 0]]


def test_a_group_counts_only_the_wanted_values() -> None:
    grouped = COLOURS.grouped(["any", "any", "any"], ["any"], np.array([True, False, True]))
    assert grouped.matrix.toarray().tolist() == [[1], [0], [0], [0]]


def test_two_vocabularies_are_crossed_over_the_selected_plans() -> None:
    sizes = Membership.of([0, 1, 1], ["S", "S", "L"], ["S", "L"], 4)
    expected = pd.DataFrame([[0, 0], [1, 1], [0, 0]], index=COLOURS.values, columns=sizes.values)
    pd.testing.assert_frame_equal(cross(np.array([False, True, True, True]), COLOURS, sizes), expected)
    assert cross(np.ones(4, dtype=bool), COLOURS, sizes).to_numpy().tolist() == [[1, 0], [2, 1], [0, 0]]


def test_no_entries_make_a_matrix_of_zeros() -> None:
    assert Membership.of([], [], ["red"], 2).matrix.toarray().tolist() == [[0], [0]]
