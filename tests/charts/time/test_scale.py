"""All timelines of the same data share one axis of time."""

import pandas as pd
import pytest

from tests.charts.samples import THREE, activity, plan, scene
from ucap.charts.palette import LIGHT
from ucap.charts.time.scale import TimeScale, own_years, time_scale
from ucap.selection import Selection


def test_the_years_are_those_of_all_dates_whatever_is_selected():
    for selection in (Selection(), Selection(goals=(4,)), Selection(years=(2020,))):
        assert time_scale(scene(THREE, selection).coverage) == TimeScale(2018, 2020)


def test_a_timeline_that_stands_alone_has_the_years_of_the_selected_activities_or_those_that_are_chosen():
    plans = [plan("a", activities=[activity("x", "2017")]), plan("b", activities=[activity("y", "2019", "2020-02")])]
    assert own_years(scene(plans)) == TimeScale(2017, 2020)
    assert own_years(scene(plans, Selection(plans=("b",)))) == TimeScale(2019, 2020)
    assert own_years(scene(plans, Selection(plans=("b",), years=(2020,)))) == TimeScale(2020, 2020)


def test_without_any_date_there_are_years_all_the_same():
    assert time_scale(scene([]).coverage) == own_years(scene([])) == TimeScale(2016, 2020)


def test_a_slip_of_the_pen_does_not_squeeze_all_other_years():
    slip = plan("slip", activities=[activity("x", "1017"), activity("y", "2018"), activity("z", "2019")])
    assert time_scale(scene([slip]).coverage) == TimeScale(2010, 2019)


def test_bins_are_quarters_where_there_is_room_and_longer_where_not():
    scale = TimeScale(2018, 2020)
    assert [(scale.bins(most).months, scale.bins(most).count) for most in (100, 12, 11, 6, 1)] == [
        (3, 12),
        (3, 12),
        (6, 6),
        (6, 6),
        (12, 3),
    ]


def test_each_day_lies_in_the_bin_that_names_it():
    bins = TimeScale(2018, 2019).bins(100)
    days = pd.Series(pd.to_datetime(["2018-01-01", "2018-03-31", "2018-04-01", "2019-12-31", "2017-12-31"]))
    assert bins.index(days).tolist() == [0, 0, 1, 7, -1]
    assert bins.name(7) == "October 2019 – December 2019"
    assert (bins.start(7), bins.year(7)) == (pd.Timestamp("2019-10-01"), 2019)


def test_years_are_named_only_where_they_have_room():
    scale = TimeScale(2011, 2025)
    assert len(scale.axis(LIGHT, 900)["ticktext"]) == 15
    assert scale.axis(LIGHT, 200)["ticktext"] == ["2011", "2015", "2019", "2023"]


@pytest.mark.parametrize(
    ("start", "end", "missed"), [("2017", "2017", True), ("2017-12", "2018-01", False), ("2021", "2021", True)]
)
def test_what_lies_outside_the_years_shown_is_known(start, end, missed):
    events = scene([plan("a", activities=[activity("x", start, end)])]).frames.activities
    assert TimeScale(2018, 2020).misses(events).tolist() == [missed]
