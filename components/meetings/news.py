"""What is new since a day: in the store, and in what the plans report; the day is in the address.

Without a day in the address it is that of the last visit, which this browser remembers.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time
from pathlib import Path

import pandas as pd
import streamlit as st

from components.context import Context
from components.state import look_back, parsed_day, since
from components.tables import draw_activity_rows, draw_table, go_to_plan, table_window
from ucap.exports.description import parsed_file_name
from ucap.plan.words import title_words
from ucap.store.meetings.news import News
from ucap.wording import _, format_date, format_list, format_number, labelled, ngettext

_KEY, _VISIT_KEY, _FILE_KEY = "news_since", "last_visit", "news_file"
_ACTIVITIES = ["start_date", "activity_kind", "status", "text", "places"]
_visit = st.components.v2.component("last_visit", js=Path(__file__).with_name("last_visit.js").read_text("utf-8"))


def draw_news(context: Context) -> None:
    """Draw what is new in one line, with the day that it counts from; a press opens the list."""
    with st.container(height=1, border=False, key="last-visit"):
        visit = _visit(key=_VISIT_KEY, on_day_change=lambda: None, height="content")
    day = since() or parsed_day(visit["day"] if visit and visit.get("day") else "")
    st.session_state[_KEY] = day
    with st.container(horizontal=True, vertical_alignment="bottom", key="news"):
        label, choose = _("What is new since"), lambda: look_back(st.session_state[_KEY])
        st.date_input(label, key=_KEY, on_change=choose, width=170, max_value="today")
        if day is None:
            st.caption(_("Choose a day, or come back: the day of your last visit is remembered in this browser."))
        else:
            _draw_since(context, day)
        _draw_file(context)


def _draw_since(context: Context, day: date) -> None:
    """How much is new, as a button that opens the list."""
    found, activities = _news(context, day), _activities(context, day)
    if st.button(_words(found, len(activities)), key="news_list", type="tertiary", icon=":material/new_releases:"):
        title = _("What is new since {day}").format(day=format_date(day.isoformat()))
        table_window(title, _draw_list, context, found, activities)


def _draw_file(context: Context) -> None:
    """Ask for the name of an exported file, which has its day and the fingerprint of its data."""
    with st.popover(_("Since a file"), icon=":material/draft:"):
        typed = st.text_input(
            _("Name of a file that was exported"),
            key=_FILE_KEY,
            placeholder="ucap-plans-2026-11-22-1a2b3c4d.xlsx",
            on_change=lambda: _look_back_to(st.session_state[_FILE_KEY]),
        )
        found = parsed_file_name(typed)
        if typed and found is None:
            st.error(_("The name has no day and no fingerprint, as in ucap-plans-2026-11-22-1a2b3c4d.xlsx."))
        elif found and context.library.coverage.frames.fingerprint.startswith(found[1]):
            st.success(_("The data are the same as in that file: nothing is new."))
        elif found:
            st.caption(_("The data have changed since that file. What is new since its day stands on the page."))


def _look_back_to(file_name: str) -> None:
    found = parsed_file_name(file_name)
    if found:
        look_back(found[0])


def _news(context: Context, day: date) -> list[News]:
    """What came into the store about the selected plans; what was removed counts for all."""
    moment = datetime.combine(day, time(), UTC)
    selected = set(context.frames.plans["plan"])
    found = context.library.store.news(moment)
    return [one for one in found if one.plan_id in selected or (one.kind == "removal" and not context.selection)]


def _activities(context: Context, day: date) -> pd.DataFrame:
    """The activities that are dated to the day or later, the latest first, each event once."""
    activities = context.frames.activities
    is_later = activities["start_day"] >= pd.Timestamp(day)
    return activities[is_later].drop_duplicates("event").sort_values("start_day", ascending=False, ignore_index=True)


def _words(found: list[News], activity_count: int) -> str:
    """How much is new, of each kind."""
    counts = Counter[str](one.kind for one in found)
    words = {
        "plan": ngettext("{count} plan", "{count} plans", counts["plan"]),
        "edition": ngettext("{count} edition", "{count} editions", counts["edition"]),
        "correction": ngettext("{count} correction", "{count} corrections", counts["correction"]),
        "finding": ngettext("{count} finding settled", "{count} findings settled", counts["finding"]),
        "removal": ngettext("{count} removal", "{count} removals", counts["removal"]),
    }
    counted = [text.format(count=format_number(counts[kind])) for kind, text in words.items() if counts[kind]]
    dated = ngettext("{count} activity of these days", "{count} activities of these days", activity_count)
    counted += [dated.format(count=format_number(activity_count))] if activity_count else []
    return format_list(counted) if counted else _("Nothing")


def _draw_list(context: Context, found: list[News], activities: pd.DataFrame) -> None:
    if found:
        st.subheader(_("In the store"), anchor=False)
        row = draw_table(_table(context, found), "news_store", _("In the store"))
        if row is not None:
            go_to_plan(found[row].plan_id, found[row].field)
    if len(activities):
        st.subheader(_("What the plans report of these days"), anchor=False)
        draw_activity_rows(activities, _ACTIVITIES, "news_activities", _("What the plans report of these days"))
    if not found and activities.empty:
        st.markdown(_("Nothing is new since then."))


def news_lines(context: Context, day: date) -> list[str]:
    """What is new since a day, a line each, in the language in use: in the store, then what the plans report."""
    columns = [_("Day"), _("What"), _("Plan")]
    rows = _table(context, _news(context, day))[columns].itertuples(index=False, name=None)
    dated = _activities(context, day)[["start_date", "text"]].itertuples(index=False, name=None)
    lines = [labelled(format_date(when), _("{what}, {plan}").format(what=what, plan=plan)) for when, what, plan in rows]
    return lines + [labelled(format_date(when), text) for when, text in dated if isinstance(text, str)]


def _table(context: Context, found: list[News]) -> pd.DataFrame:
    titles = context.library.coverage.frames.plans.set_index("plan")["title"]
    kinds = {
        "plan": _("New plan"),
        "edition": _("New edition"),
        "correction": _("Correction"),
        "finding": _("Finding settled or reopened"),
        "removal": _("Removed or brought back"),
    }
    return pd.DataFrame(
        {
            _("Day"): [one.when.date().isoformat() for one in found],
            _("What"): [kinds[one.kind] for one in found],
            _("Plan"): [title_words(titles.get(one.plan_id) or one.plan_id) for one in found],
            _("Who"): [one.who for one in found],
            _("Reason"): [one.why for one in found],
        }
    )
