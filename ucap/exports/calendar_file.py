"""The activities of the selection as a calendar (iCalendar, RFC 5545)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import IO, Any

import icalendar
import pandas as pd

from ucap.charts.time.period_words import names_of
from ucap.exports.description import Description, readme
from ucap.exports.view import View
from ucap.frames.columns import LIST_SEPARATOR
from ucap.frames.frames import rows_of
from ucap.plain_text import printable
from ucap.plan.words import place_words, value_words
from ucap.typography import cut
from ucap.wording import _, labelled

_DAY_LENGTH = len("2019-09-30")
_SUMMARY_LENGTH = 100
_STATUSES = {"planned": "TENTATIVE", "postponed": "TENTATIVE", "done": "CONFIRMED", "cancelled": "CANCELLED"}


def write_calendar(view: View, description: Description, out: IO[bytes]) -> None:
    """An all-day entry for each event whose first day some plan knows; what several plans report stands there once.

    A calendar cannot hold a month or a year without making it more precise than the document is, so that activities
    dated so are left out; the calendar's own description says how many.
    """
    activities = view.frames.activities
    known = activities[activities["start_date"].str.len() == _DAY_LENGTH]
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//ucap//Urban Cooperation Action Plans//EN")
    calendar.add("version", "2.0")
    calendar.refresh_interval = timedelta(days=1)
    calendar.calendar_name = _("Urban Cooperation Action Plans")
    calendar.add("description", printable(_about(description, len(activities), len(known))))
    titles = names_of(known["plan"], view.frames.plans)
    for _event, rows in known.groupby("event", sort=False):
        calendar.add_component(_entry(rows, titles, description))
    if not calendar.subcomponents:
        calendar.add_component(_universal_time())
    out.write(calendar.to_ical())


def _universal_time() -> icalendar.Timezone:
    """What a calendar without entries holds: RFC 5545 asks for one component at least, and no program shows this one.

    An entry or a journal that says that there is nothing would stand on some day in people's calendars; what is
    selected, and that none of it has a known day, stands in the calendar's own description.
    """
    zone, standard = icalendar.Timezone(), icalendar.TimezoneStandard()
    zone.add("tzid", "Etc/UTC")
    standard.add("dtstart", datetime(1970, 1, 1))
    for name in ("tzoffsetfrom", "tzoffsetto"):
        standard.add(name, timedelta(0))
    standard.add("tzname", "UTC")
    zone.add_component(standard)
    return zone


def _about(description: Description, activity_count: int, known_count: int) -> str:
    words = _("This calendar has {known} of {total} activities: those with a known day.")
    return words.format(known=known_count, total=activity_count) + "\n\n" + readme(description)


def _entry(rows: pd.DataFrame, titles: Mapping[str, str], description: Description) -> icalendar.Event:
    """What the plans say of one event, each under its title; the address is that of the plan that tells of it first."""
    reports = list(rows_of(rows))
    first = reports[0]
    start = date.fromisoformat(first["start_date"])
    entry = icalendar.Event()
    entry.add("uid", f"{hashlib.sha256(first['event'].encode()).hexdigest()[:32]}@ucap")
    entry.add("dtstamp", datetime.combine(description.day, time(), UTC))
    entry.add("dtstart", start)
    entry.add("dtend", _last_day(first, start) + timedelta(days=1))
    entry.add("summary", printable(_summary(first["text"] or "")))
    entry.add("description", printable("\n\n".join(_report(one, titles) for one in reports)))
    entry.add("transp", "TRANSPARENT")
    if address := description.page("plans", open=first["plan"]):
        entry.add("url", address)
    for name, value in _details(first):
        entry.add(name, value)
    return entry


def _last_day(activity: dict[str, Any], start: date) -> date:
    """The last day if it is known, else the first."""
    end = activity["end_date"]
    return date.fromisoformat(end) if end and len(end) == _DAY_LENGTH else start


def _summary(text: str) -> str:
    line = " ".join(text.split())
    return cut(line, _SUMMARY_LENGTH, at_word=True)


def _report(activity: dict[str, Any], titles: Mapping[str, str]) -> str:
    """What one plan says of the event."""
    parts: Iterable[str | None] = (activity["text"], activity["outputs"], activity["source"])
    return "\n".join([labelled(titles[activity["plan"]], "").rstrip(), *(part for part in parts if part)])


def _details(activity: dict[str, Any]) -> Iterable[tuple[str, Any]]:
    yield "categories", [value_words("activity_kinds", activity["activity_kind"])]
    if activity["places"]:
        yield "location", printable(", ".join(map(place_words, activity["places"].split(LIST_SEPARATOR))))
    if activity["status"]:
        yield "status", _STATUSES[activity["status"]]
