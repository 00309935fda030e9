"""What timelines say: their sentences, hover texts and tables."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ucap.charts.text import lines, wrap
from ucap.charts.time.period_words import names_of
from ucap.charts.time.scale import TimeScale
from ucap.charts.words import activities, plans, sentences, some
from ucap.plan.words import value_words
from ucap.vocabulary.kinds import ACTIVITY_KINDS
from ucap.wording import N_, _, format_date, format_number, format_range, ngettext

STATUSES = {"done": N_("done"), "planned": N_("planned"), "postponed": N_("postponed"), "cancelled": N_("cancelled")}
TIMINGS = {
    "before": N_("before the period"),
    "within": N_("within the period"),
    "after": N_("after the period"),
    "undated": N_("undated"),
}
_NOT_DONE = ("planned", "postponed", "cancelled")
_HOVER_PX, _HOVER_TEXT_PX, _HOVER_LINES = 380, 14, 5


def event_hover(event: Any) -> str:
    """When, what, of which kind, in how many plans, and what is unusual about it."""
    remarks = [
        value_words("activity_kinds", event.activity_kind),
        _(STATUSES[event.status]) if event.status in _NOT_DONE else "",
        _(TIMINGS[event.timing]) if event.timing in ("before", "after") else "",
        _("mentioned in {plans}").format(plans=plans(len(event.plans))) if len(event.plans) > 1 else "",
    ]
    return lines(
        f"<b>{event_dates(event)}</b>",
        wrap(event.text, _HOVER_PX, _HOVER_TEXT_PX, _HOVER_LINES) if isinstance(event.text, str) else "",
        " · ".join(remark for remark in remarks if remark),
    )


def event_dates(event: Any) -> str:
    """The dates of an event in words; one that is missing is taken to be the other."""
    start, end = (date if isinstance(date, str) else None for date in (event.start_date, event.end_date))
    return format_range(start or end, end or start) or _("undated")


def event_table(events: pd.DataFrame, plans: pd.DataFrame) -> pd.DataFrame:
    """The events in the order of time, the undated ones last, with the titles of those `plans` that tell of them."""
    titles = names_of(events["plans"].explode(), plans)
    rows = list(events.itertuples())
    return pd.DataFrame(
        {
            _("Date"): pd.Series([event_dates(event) for event in rows], dtype="str"),
            _("Kind"): pd.Series([value_words("activity_kinds", event.activity_kind) for event in rows], dtype="str"),
            _("Activity"): pd.Series(
                [event.text if isinstance(event.text, str) else "" for event in rows], dtype="str"
            ),
            _("Status"): pd.Series([_word(STATUSES, event.status) for event in rows], dtype="str"),
            _("Timing"): pd.Series([_word(TIMINGS, event.timing) for event in rows], dtype="str"),
            _("Plans"): pd.Series([_("; ").join(titles[plan] for plan in event.plans) for event in rows], dtype="str"),
        }
    )


def event_sentence(events: pd.DataFrame, scale: TimeScale) -> str:
    """How many activities there are, from when to when, and how many of them are not done, outside or undated.

    Args:
        events: one row per event, as `distinct_events` or `first_reports` gives them.
        scale: the years that the chart shows.
    """
    if events.empty:
        return _("The selected plans mention no activities.")
    is_dated = events["start_day"].notna()
    return sentences(
        _extent(events, int(is_dated.sum())), _most_frequent(events), _unusual(events, int(scale.misses(events).sum()))
    )


def span_words(events: pd.DataFrame) -> str:
    """From the first to the last month with an activity: "January 2017 to September 2025"."""
    first, last = events["start_day"].min(), events["end_day"].max()
    start, end = f"{first:%Y-%m}", f"{last:%Y-%m}"
    return (
        _("in {date}").format(date=format_date(start))
        if start == end
        else _("from {start} to {end}").format(start=format_date(start), end=format_date(end))
    )


def _extent(events: pd.DataFrame, dated: int) -> str:
    count = activities(len(events))
    if not dated:
        return _("{activities}, none of them dated.").format(activities=count)
    return _("{activities} {span}.").format(activities=count, span=span_words(events))


def _most_frequent(events: pd.DataFrame) -> str:
    counts = events["activity_kind"].value_counts()
    counts = counts[counts > 0]
    most = int(counts.max()) if len(counts) else 0
    kinds = [value_words("activity_kinds", kind) for kind in ACTIVITY_KINDS if counts.get(kind) == most]
    if len(counts) < 2 or len(kinds) == len(counts):
        return ""
    return _("Most frequent kind: {kinds} ({count}).").format(kinds=some(kinds), count=format_number(most))


def _unusual(events: pd.DataFrame, missed: int) -> str:
    outside = int(events["timing"].isin(["before", "after"]).sum())
    planned, postponed, cancelled = (int((events["status"] == status).sum()) for status in _NOT_DONE)
    undated = int(events["start_day"].isna().sum())
    unusual = [
        (planned, ngettext("{count} is planned.", "{count} are planned.", planned)),
        (postponed, ngettext("{count} was postponed.", "{count} were postponed.", postponed)),
        (cancelled, ngettext("{count} was cancelled.", "{count} were cancelled.", cancelled)),
        (
            outside,
            ngettext("{count} lies outside its plan's period.", "{count} lie outside their plan's period.", outside),
        ),
        (missed, ngettext("{count} lies outside the years shown.", "{count} lie outside the years shown.", missed)),
        (undated, ngettext("{count} has no date.", "{count} have no date.", undated)),
    ]
    return sentences(*(words.format(count=format_number(count)) for count, words in unusual if count))


def _word(words: dict[str, str], value: Any) -> str:
    return _(words[value]) if value in words else ""
