"""The frames that a selection leaves."""

import pytest
from hypothesis import given
from pandas.testing import assert_frame_equal

from tests.records import all_plans
from tests.selection import plainly
from tests.strategies import few, plan_lists, selections
from ucap.frames import Frames, build
from ucap.frames.build import check
from ucap.plan.record import Plan
from ucap.selection import Coverage, Selection
from ucap.selection.figures import key_figures


@pytest.fixture(scope="module")
def real() -> Coverage:
    return Coverage(build(all_plans()))


@few
@given(plan_lists(), selections())
def test_the_rows_left_are_those_that_going_through_them_one_by_one_leaves(
    plans: list[Plan], selection: Selection
) -> None:
    frames = build(plans)
    expected = plainly.rows_left(frames, selection)
    for name, frame in Coverage(frames).view(selection).items():
        rows = [tuple(row.values()) for row in frame.to_dict("records")]
        assert repr(rows) == repr(expected[name]), name


@few
@given(plan_lists(), selections())
def test_to_filter_twice_is_to_filter_once(plans: list[Plan], selection: Selection) -> None:
    once = Coverage(build(plans)).view(selection)
    twice = Coverage(once).view(selection)
    for name, frame in twice.items():
        assert_frame_equal(frame, once[name])


@few
@given(plan_lists(), selections())
def test_what_is_left_is_still_as_the_dictionary_says(plans: list[Plan], selection: Selection) -> None:
    for name, frame in Coverage(build(plans)).view(selection).items():
        check(name, frame)


def test_no_filter_leaves_everything_but_the_pairs_that_have_only_met(real: Coverage) -> None:
    """With those asked for, too, it is everything."""
    left = real.view(Selection())
    assert isinstance(left, Frames)
    for name, frame in left.items():
        if name != "pairs":
            assert_frame_equal(frame, real.frames[name])
    for name, frame in real.view(Selection(link="all")).items():
        assert_frame_equal(frame, real.frames[name])


def test_who_filters_for_rome_sees_the_pairs_with_rome(real: Coverage) -> None:
    left = real.view(Selection(european_cities=["Rome"], link="all"))
    assert set(left.pairs["europe_city"]) == {"Rome"}
    assert set(left.cities.loc[left.cities["side"] == "europe", "city"]) == {"Rome"}
    assert set(left.cities.loc[left.cities["side"] == "china", "city"]) == set(left.pairs["china_city"])


def test_who_filters_for_2018_sees_the_activities_of_2018(real: Coverage) -> None:
    activities = real.view(Selection(years=[2018])).activities
    assert set(activities["start_day"].dt.year) == {2018}
    assert len(activities) == 12


def test_who_asks_for_stated_goals_sees_no_mentioned_ones(real: Coverage) -> None:
    assert real.view(Selection(is_stated_only=True)).goals["is_stated"].all()


def test_the_fingerprint_stays_that_of_the_whole_data(real: Coverage) -> None:
    assert real.view(Selection(goals=[11])).fingerprint == real.frames.fingerprint


def test_pairs_that_have_only_met_are_shown_on_request_alone(real: Coverage) -> None:
    """The filter chooses no plans: it says which pairs of them are shown, and counts both kinds apart."""
    links = {link: real.view(Selection(link=link)) for link in ("paired", "met", "all")}
    shown = {link: frames.pairs["link"].astype("str").value_counts().to_dict() for link, frames in links.items()}
    assert shown["all"] == shown["paired"] | shown["met"]
    assert [set(shown[link]) for link in ("paired", "met")] == [{"paired"}, {"met"}]
    assert {len(frames.plans) for frames in links.values()} == {25}
    counts = [{one.name: one.count for one in key_figures(real.view(Selection()), links["met"])}]
    counts += [{one.name: one.count for one in key_figures(links["all"])}]
    assert counts[0] == counts[1]
