"""The years that plans and activities touch."""

import pytest

from ucap.frames import build
from ucap.plan.record import Activity, Period, Plan
from ucap.selection.years import activity_years, period_years


def years_of_period(start: str | None, end: str | None, *activity_dates: str) -> list[int]:
    activities = [Activity(text="", start=date, end=date) for date in activity_dates]
    plans = build([Plan(id="plan", period=Period(start=start, end=end), activities=activities)]).plans
    return period_years(plans)["year"].to_list()


@pytest.mark.parametrize(
    ("start", "end", "activity_dates", "years"),
    [
        ("2017-03", "2019", [], [2017, 2018, 2019]),
        ("2017", None, ["2016", "2019-05"], [2017, 2018, 2019]),
        ("2017", None, [], [2017]),
        (None, "2019", ["2017"], [2019]),
        (None, None, ["2017"], []),
        ("2019", "2018", [], [2019]),
    ],
)
def test_a_period_touches_its_years_and_an_open_one_those_to_the_last_activity(
    start: str | None, end: str | None, activity_dates: list[str], years: list[int]
) -> None:
    assert years_of_period(start, end, *activity_dates) == years


def test_an_activity_touches_the_years_from_its_first_to_its_last_day_and_an_undated_one_none() -> None:
    activities = [Activity(text="", start="2018", end="2019-02"), Activity(text="", kind="visit")]
    years = activity_years(build([Plan(id="plan", activities=activities)]).activities)
    assert years["activity_kind"].to_list() == ["other", "other", "visit"]
    assert years["year"].fillna(0).to_list() == [2018, 2019, 0]


def test_a_span_of_thousands_of_years_is_cut_to_a_hundred() -> None:
    assert len(years_of_period("0001", "9999")) == 100
