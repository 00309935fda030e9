"""The meeting kit of a city or pair: name and day of the meeting, language, and the file at one press."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from components.context import Context
from components.meetings.news import news_lines
from components.state import since
from ucap.exports import View, describe
from ucap.exports.branding import branding_of
from ucap.exports.kit.kit import kit
from ucap.exports.kit.slides import Meeting
from ucap.wording import LANGUAGES, _, language


def draw_kit(context: Context, notes: tuple[str, ...]) -> None:
    """Draw the menu of the kit; `notes` are those on the city or pair, which go into it when asked for."""
    with st.popover(_("Meeting kit"), icon=":material/cases:"):
        st.caption(_("A short deck, a brief of two pages, the calendar and the table, as one zip file."))
        name = st.text_input(_("Name of the meeting"), key="kit_name")
        day = st.date_input(_("Day of the meeting"), None, key="kit_day")
        languages = st.multiselect(
            _("Languages"), list(LANGUAGES), [language()], format_func=LANGUAGES.__getitem__, key="kit_languages"
        )
        with_notes = bool(notes) and st.checkbox(_("With the notes"), key="kit_notes")
        new_since = st.date_input(_("What is new since"), since(), key="kit_since", max_value="today")
        meeting = Meeting(context.focus, name.strip(), day, notes if with_notes else (), new_since)
        description = describe(context.scene, date.today(), st.context.url)
        st.download_button(
            _("Download"),
            partial(_make, context.later(), meeting, st.context.url, tuple(languages) or (language(),)),
            file_name=f"{description.file_stem('kit')}.zip",
            mime="application/zip",
            on_click="ignore",
            type="primary",
            width="stretch",
            key="kit_download",
        )


def _make(later: Callable[[], Context], meeting: Meeting, site: str | None, languages: tuple[str, ...]) -> bytes:
    """Make the kit of what is selected now; this runs in a thread of its own."""
    context = later()
    if meeting.since:
        meeting = replace(meeting, news=partial(news_lines, context, meeting.since))
    description = describe(context.scene, date.today(), site)
    view = View(context.scene, context.library.plans, context.library.text)
    look = branding_of(context.library.store.branding())
    return kit(view, meeting, replace(description, branding=look), languages)
