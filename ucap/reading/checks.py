"""Doubts that a record shows by itself, whether it was read from a summary or compiled by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from ucap.plan.record import Activity, Finding, Plan
from ucap.reading.findings import finding
from ucap.reading.places.place_checks import check_countries, check_regions
from ucap.reading.plausibility import check_figures
from ucap.reading.themes.headings import headings, is_about
from ucap.reading.values.dates import precedes
from ucap.reading.values.numbers import is_not_available
from ucap.wording import _, format_date, format_list


def check(plan: Plan) -> list[Finding]:
    """All doubts about a plan that need nothing but the plan."""
    return [found for one in CHECKS for found in one(plan)]


def _check_period(plan: Plan) -> Iterator[Finding]:
    period = plan.period
    if period.start and period.end and precedes(period.end, period.start):
        dates = {"start": format_date(period.start), "end": format_date(period.end)}
        yield finding("period-reversed", "/period", **dates)
    if period.start and not period.end:
        yield finding("period-open", "/period", date=format_date(period.start))
    elif period.end and not period.start:
        yield finding("period-open/start", "/period", date=format_date(period.end))
    elif period.text and not period.start and not is_not_available(period.text):
        yield finding("period-open/unread", "/period")


def _check_themes(plan: Plan) -> Iterator[Finding]:
    for index, theme in enumerate(plan.themes):
        if not theme.categories:
            yield finding("theme-uncategorised", f"/themes/{index}", theme=theme.label)


def _check_focus(plan: Plan) -> Iterator[Finding]:
    """Headings that are none of the themes, also such as stand within a paragraph."""
    labels = [theme.label for theme in plan.themes]
    for index, paragraph in enumerate(plan.focus if labels else ()):
        for head in headings(paragraph):
            if not is_about(head, labels):
                yield finding("focus-without-theme", f"/focus/{index}", heading=head)


def _check_dates(plan: Plan) -> Iterator[Finding]:
    for index, activity in enumerate(plan.activities):
        if not activity.start and not activity.end:
            yield finding("activity-undated", f"/activities/{index}")
        if activity.start and activity.end and precedes(activity.end, activity.start):
            dates = {"start": format_date(activity.start), "end": format_date(activity.end)}
            yield finding("activity-reversed", f"/activities/{index}", **dates)
    start, end = plan.period.start, plan.period.end
    if start and end and precedes(end, start):
        return
    if start:
        yield from _outside(plan.activities, "activity-before-period", lambda one: _is_before(one, start), start=start)
    if end:
        yield from _outside(plan.activities, "activity-after-period", lambda one: _is_after(one, end), end=end)


def _is_before(activity: Activity, start: str) -> bool:
    return activity.end is not None and precedes(activity.end, start)


def _is_after(activity: Activity, end: str) -> bool:
    return activity.start is not None and precedes(end, activity.start)


def _outside(
    activities: Sequence[Activity], name: str, is_outside: Callable[[Activity], bool], **bound: str
) -> Iterator[Finding]:
    """One finding for all activities that lie outside, at the first of them."""
    outside = [(index, activity) for index, activity in enumerate(activities) if is_outside(activity)]
    if not outside:
        return
    dates = list(dict.fromkeys(activity.start or activity.end or "" for _, activity in outside))
    wording = name + ("/many" if len(dates) > 1 else "")
    shown = {key: _when(value) for key, value in bound.items()}
    yield finding(wording, f"/activities/{outside[0][0]}", dates=_enumerated(dates), **shown)


def _when(date: str) -> str:
    """`in May 2018`, `on 14 May 2018`."""
    return (_("on {day}") if len(date) == len("2018-05-14") else _("in {day}")).format(day=format_date(date))


def _enumerated(dates: Sequence[str]) -> str:
    """`January and March 2017`: a year that all dates share is said once."""
    names = [format_date(date) for date in dates]
    years = {date[:4] for date in dates}
    if len(dates) > 1 and len(years) == 1 and all(len(date) > 4 for date in dates):
        year = " " + next(iter(years))
        names = [name.removesuffix(year) for name in names[:-1]] + names[-1:]
    return format_list(names)


CHECKS: tuple[Callable[[Plan], Iterable[Finding]], ...] = (
    check_countries,
    check_regions,
    check_figures,
    _check_period,
    _check_themes,
    _check_focus,
    _check_dates,
)
