"""The check at the door."""

import pandas as pd
import pytest

from tests.records import all_plans
from ucap.frames import FrameError, build
from ucap.frames.build import check

GOALS = build(all_plans()).goals


def test_a_frame_that_is_as_the_dictionary_says_passes() -> None:
    assert check("goals", GOALS) is GOALS


def test_a_missing_column_is_named() -> None:
    with pytest.raises(FrameError, match=r"frame goals: has the columns plan, .*; right would be plan, position, goal"):
        check("goals", GOALS.drop(columns="goal"))


def test_a_wrong_dtype_is_named_with_what_would_be_right() -> None:
    with pytest.raises(FrameError, match="frame goals: column goal is float64; right would be int64"):
        check("goals", GOALS.astype({"goal": "float64"}))


def test_a_value_that_is_missing_is_named() -> None:
    without = GOALS.assign(goal_name=pd.Series([None] * len(GOALS), dtype="str"))
    with pytest.raises(FrameError, match=f"column goal_name has no value in {len(GOALS)} rows"):
        check("goals", without)


def test_rows_that_share_a_key_are_named() -> None:
    with pytest.raises(FrameError, match=r"rows share a key, \(longyan, 0\) among them"):
        check("goals", pd.concat([GOALS, GOALS]))


def test_other_values_than_the_closed_list_are_named() -> None:
    plans = build(all_plans()).plans
    renamed = plans.assign(plan_kind=plans["plan_kind"].cat.rename_categories({"visit": "trip"}))
    with pytest.raises(FrameError, match="column plan_kind permits summary, pairing, cluster, trip; right would be"):
        check("plans", renamed)


def test_all_faults_of_a_frame_are_told_together() -> None:
    with pytest.raises(FrameError) as raised:
        check("goals", GOALS.astype({"goal": "float64", "is_stated": "int64"}))
    assert len(str(raised.value).splitlines()) == 2
