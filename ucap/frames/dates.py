"""Dates that are as precise as the document: the days they cover, and how they lie to a period."""

from __future__ import annotations

import calendar
from functools import lru_cache

from ucap.frames.columns import Precision, Timing
from ucap.plan.record import Activity, Period

_PRECISIONS: dict[int, Precision] = {len("2019"): "year", len("2019-09"): "month", len("2019-09-30"): "day"}


@lru_cache(maxsize=65536)
def first_day(date: str) -> str:
    """The first day that a date covers: `2019-09` begins on `2019-09-01`."""
    return date + "-01-01"[len(date) - len("2019") :]


@lru_cache(maxsize=65536)
def last_day(date: str) -> str:
    """The last day that a date covers: `2019-09` ends on `2019-09-30`."""
    if len(date) == len("2019"):
        return f"{date}-12-31"
    if len(date) == len("2019-09"):
        return f"{date}-{calendar.monthrange(int(date[:4]), int(date[5:]))[1]}"
    return date


def days(start: str | None, end: str | None) -> tuple[str | None, str | None]:
    """The first and last day of a span; a date that is missing is taken to be the other."""
    start, end = start or end, end or start
    return (first_day(start), last_day(end)) if start and end else (None, None)


def precision(start: str | None, end: str | None) -> Precision:
    """The precision of the coarser of the two dates."""
    lengths = [len(date) for date in (start, end) if date]
    return _PRECISIONS[min(lengths)] if lengths else "none"


def edtf(start: str | None, end: str | None) -> str | None:
    """A period in the Extended Date/Time Format (ISO 8601-2:2019); None where neither date is known.

    `2017-05/..` goes on, `/2020` began nobody knows when.
    """
    if start and end:
        return start if start == end else f"{start}/{end}"
    return f"{start}/.." if start else end and f"/{end}"


def year(date: str | None) -> int | None:
    """The year of a date."""
    return int(date[:4]) if date else None


def timing(activity: Activity, period: Period) -> Timing | None:
    """How an activity lies to the plan's period: outside only if none of its days can lie in it.

    None where the plan has no period.
    """
    start, end = days(activity.start, activity.end)
    if start is None or end is None:
        return "undated"
    if period.start and end < first_day(period.start):
        return "before"
    if period.end and start > last_day(period.end):
        return "after"
    return "within" if period.start or period.end else None
