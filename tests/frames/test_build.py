"""Plans to frames."""

import pandas as pd
import pytest
from hypothesis import given
from pandas.testing import assert_frame_equal

from tests.records import all_plans, plan_named
from tests.strategies import few, plan_lists
from ucap.frames import FRAMES, FrameError, build
from ucap.frames.build import check
from ucap.plan.record import Finding, Plan


@few
@given(plan_lists())
def test_the_frames_of_any_plans_are_as_the_dictionary_says(plans: list[Plan]) -> None:
    for name, frame in build(plans).items():
        check(name, frame)


@few
@given(plan_lists())
def test_every_entry_of_every_record_is_a_row_and_no_other(plans: list[Plan]) -> None:
    frames = build(plans)
    assert frames.plans["plan"].to_list() == [plan.id for plan in plans]
    for name in ("cities", "goals", "topics", "activities", "results", "findings", "sources"):
        entries = [(plan.id, position) for plan in plans for position in range(len(getattr(plan, name)))]
        assert list(zip(frames[name]["plan"], frames[name]["position"], strict=True)) == entries
    assert len(frames.themes) == sum(max(1, len(theme.categories)) for plan in plans for theme in plan.themes)


@few
@given(plan_lists())
def test_the_counts_of_a_plan_are_the_numbers_of_its_rows(plans: list[Plan]) -> None:
    frames = build(plans)
    counted = {"city_count": frames.cities, "activity_count": frames.activities}
    counted["pair_count"] = frames.pairs[frames.pairs["link"] == "paired"]
    counted["met_count"] = frames.pairs[frames.pairs["link"] == "met"]
    for column, frame in counted.items():
        rows = frame["plan"].value_counts().reindex(frames.plans["plan"], fill_value=0)
        assert frames.plans[column].to_list() == rows.to_list()


def test_the_frames_hold_what_the_record_of_panjin_says() -> None:
    frames = build([plan_named("panjin")])
    plan = frames.plans.iloc[0]
    assert (plan["lead_city"], plan["lead_side"], plan["plan_kind"]) == ("Panjin", "china", "summary")
    assert (plan["period_start"], plan["first_year"], plan["last_year"]) == ("2019-11", 2019, 2020)
    assert (plan["china_population"], plan["china_area_km2"]) == (1440000, 4102.0)
    assert pd.isna(plan["europe_population"])
    assert frames.cities["country"].to_list() == ["China", "Spain", "Germany", "Italy"]
    assert frames.goals[["goal", "is_stated"]].to_numpy().tolist() == [[8, True], [4, True], [11, False]]
    assert frames.activities["timing"].to_list() == ["before", "within"]
    assert frames.activities["start_day"].to_list() == [pd.Timestamp("2019-09-01"), pd.Timestamp("2020-03-01")]
    assert frames.activities["end_day"].to_list() == [pd.Timestamp("2019-09-30"), pd.Timestamp("2020-03-31")]


def test_an_open_period_is_known_as_far_as_its_activities() -> None:
    plan = build([plan_named("tianjin")]).plans.iloc[0]
    assert pd.isna(plan["last_year"])
    assert plan["last_known_year"] == 2018


def test_stated_declared_none_and_missing_are_kept_apart() -> None:
    silent = Plan(id="silent", findings=[Finding(code="field-missing", field="/goals")])
    plans = [plan_named("tianjin"), Plan(id="none"), silent, Plan(id="register", kind="pairing")]
    assert build(plans).plans["goals_statement"].to_list() == ["stated", "none", "missing", "missing"]


def test_no_plans_make_frames_without_rows_but_with_all_columns() -> None:
    for name, frame in build([]).items():
        assert len(frame) == 0
        assert tuple(frame.columns) == FRAMES[name].columns


def test_the_number_of_plans_held_at_a_time_changes_nothing() -> None:
    whole = build(all_plans())
    for name, frame in build(iter(all_plans()), chunk_size=2).items():
        assert_frame_equal(frame, whole[name])


def test_two_plans_with_one_id_are_refused_by_name() -> None:
    with pytest.raises(FrameError, match="several plans have the id panjin"):
        build([plan_named("panjin"), plan_named("panjin")])


def test_a_plan_without_an_id_is_refused() -> None:
    with pytest.raises(FrameError, match="column plan has no value in 1 rows"):
        build([Plan()])
