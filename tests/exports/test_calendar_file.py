"""The calendar holds the events of which a day is known."""

from datetime import date, datetime, timedelta

import icalendar
import pytest
from hypothesis import given, settings

from tests.effort import effort
from tests.exports.samples import PAIR, description_of, view_of, views
from ucap.exports import export
from ucap.plain_text import printable
from ucap.plan.record import Activity, Plan

VISIT = Activity(
    start="2018-07-31", end="2018-08-02", text="Visit of\nRome; talks, and more", kind="visit", places=("Rome", "Nice")
)


def exported(view) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(export("ics", view, description_of(view)))


def entries(*activities: Activity) -> list[icalendar.Event]:
    return exported(view_of(Plan(id="a", activities=activities))).events


@settings(max_examples=effort(15))
@given(views())
def test_the_entries_are_the_selected_events_whose_day_is_known_in_order(view):
    activities = view.frames.activities
    expected = activities[activities["start_date"].str.len() == 10].drop_duplicates("event")
    back = exported(view).events
    assert [entry.decoded("dtstart").isoformat() for entry in back] == list(expected["start_date"])
    for entry, text in zip(back, expected["text"], strict=True):
        assert printable(text) in entry["description"]


def test_the_last_day_is_part_of_the_entry():
    (entry,) = entries(VISIT)
    assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (date(2018, 7, 31), date(2018, 8, 3))


def test_text_with_line_breaks_commas_and_semicolons_comes_through():
    (entry,) = entries(VISIT)
    assert entry["summary"] == "Visit of Rome; talks, and more"
    assert entry["description"] == "a:\nVisit of\nRome; talks, and more"
    assert entry["location"] == "Rome, Nice"


def test_months_and_years_are_left_out_and_counted():
    calendar = exported(view_of(Plan(id="a", activities=(VISIT, Activity(start="2018-07", text="Forum")))))
    assert len(calendar.events) == 1
    assert calendar["description"].startswith("This calendar has 1 of 2 activities: those with a known day.")


def test_a_long_text_is_shortened_in_the_summary_only():
    text = "word " * 60
    (entry,) = entries(Activity(start="2018-07-31", text=text.strip()))
    assert entry["summary"].endswith("word…")
    assert text.strip() in entry["description"]


@pytest.mark.parametrize("plans", [(), (Plan(id="a", activities=(Activity(start="2018", text="Forum"),)),)])
def test_a_calendar_without_entries_holds_what_the_standard_asks_for_and_nobody_sees(plans):
    """RFC 5545, 3.6: at least one component; here a time zone, by its own rules."""
    calendar = exported(view_of(*plans))
    assert calendar.events == []
    (zone,) = calendar.timezones
    assert (zone["tzid"], zone.to_tz().utcoffset(datetime(2026, 1, 1))) == ("Etc/UTC", timedelta(0))
    assert exported(view_of(Plan(id="a", activities=(VISIT,)))).timezones == []


def test_the_calendar_says_what_was_selected():
    view = view_of(PAIR)
    assert description_of(view).fingerprint in exported(view)["description"]
