"""The days that dates cover."""

import pytest
from hypothesis import given

from tests.strategies import partial_dates
from ucap.frames.dates import days, edtf, first_day, last_day, precision, timing, year
from ucap.plan.record import Activity, Period


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("2019-09", "2019-09-01", "2019-09-30"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2017-05-31", "2017-05-31", "2017-05-31"),
    ],
)
def test_a_date_covers_all_days_that_it_may_mean(date: str, first: str, last: str) -> None:
    assert (first_day(date), last_day(date)) == (first, last)


def test_a_missing_date_is_taken_to_be_the_other() -> None:
    assert days("2019", None) == ("2019-01-01", "2019-12-31") == days(None, "2019")
    assert days(None, None) == (None, None)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2019-11", "2020-11", "2019-11/2020-11"),
        ("2019", "2019", "2019"),
        ("2017-05", None, "2017-05/.."),
        (None, "2020", "/2020"),
        (None, None, None),
    ],
)
def test_a_period_is_an_interval_of_the_extended_date_time_format(
    start: str | None, end: str | None, expected: str | None
) -> None:
    assert edtf(start, end) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2019-09-01", "2019-09", "month"),
        ("2019", "2020-02-01", "year"),
        ("2019-09-01", None, "day"),
        (None, None, "none"),
    ],
)
def test_a_span_is_as_precise_as_its_coarser_date(start: str | None, end: str | None, expected: str) -> None:
    assert precision(start, end) == expected


def test_the_year_of_no_date_is_unknown() -> None:
    assert (year("2019-09"), year(None)) == (2019, None)


@given(partial_dates)
def test_the_first_day_never_lies_after_the_last(date: str) -> None:
    assert first_day(date) <= last_day(date)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2019-09", "2019-09", "before"),
        ("2019", "2019", "within"),
        ("2019-11-01", "2019-11-02", "within"),
        ("2020-12", "2020-12", "after"),
        (None, None, "undated"),
    ],
)
def test_an_activity_is_outside_the_period_only_if_no_day_of_it_can_lie_in_it(
    start: str | None, end: str | None, expected: str
) -> None:
    period = Period(start="2019-11", end="2020-11")
    assert timing(Activity(text="", start=start, end=end), period) == expected


def test_without_a_period_a_dated_activity_is_neither_in_nor_out() -> None:
    assert timing(Activity(text="", start="2019", end="2019"), Period()) is None


def test_nothing_lies_after_a_period_with_an_open_end() -> None:
    assert timing(Activity(text="", start="2099", end="2099"), Period(start="2017-05")) == "within"
