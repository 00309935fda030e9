"""Texts that Streamlit's front end has of its own, put into the language of the page, and into words for officers."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

from components.content_policy import LOCALES
from ucap.wording import LANGUAGES, N_, _, in_language, language

# As they stand in Streamlit 1.67. A name in braces is whatever stands there.
_FIXED = (
    N_("Sidebar"),
    N_("Collapse sidebar"),
    N_("Expand sidebar"),
    N_("App pages"),
    N_("Main menu"),
    N_("Skip to main content"),
    N_("Scroll tabs left"),
    N_("Scroll tabs right"),
    N_("Close"),
    N_("Dismiss"),
    N_("Open"),
    N_("Clear value"),
    N_("Clear all"),
    N_("Clear selection"),
    N_("Clear selection: {table}"),
    N_("Clear date"),
    N_("Choose date"),
    N_("Choose date, {month}"),
    *(N_("Previous month"), N_("Next month"), N_("month"), N_("year")),
    N_("Selected Date: {date}"),
    N_("Use arrow keys to navigate dates. Enter to select. Escape to close."),
    N_("year, {label}"),
    N_("month, {label}"),
    N_("day, {label}"),
    N_("yyyy"),
    N_("mm"),
    N_("dd"),
    N_("Choose an option"),
    N_("Choose options"),
    N_("Selectbox options"),
    N_("Multiselect options"),
    N_("Selected values"),
    N_("Select all"),
    N_("Select {count} matches"),
    N_("No results"),
    N_("No options to select"),
    N_("{count} options available."),
    N_("{count} option available."),
    N_("Remove {value}"),
    N_("Press Enter to apply"),
    N_("Press Enter to submit form"),
    N_("Press Ctrl+Enter to apply"),
    N_("Press Ctrl+Enter to submit form"),
    N_("Press ⌘+Enter to apply"),
    N_("Press ⌘+Enter to submit form"),
    N_("Add files"),
    N_("file upload"),
    N_("Show/hide columns"),
    N_("Show/hide columns: {table}"),
    N_("Download as CSV"),
    N_("Download as CSV: {table}"),
    N_("Search"),
    N_("Search: {table}"),
    N_("Close Search"),
    N_("Type to search"),
    N_("{count} results"),
    N_("{count} result"),
    N_("Previous Result"),
    N_("Next Result"),
    N_("(index)"),
    N_("Fullscreen"),
    N_("Fullscreen: {table}"),
    N_("Close fullscreen"),
    N_("Dataframe column menu"),
    N_("Copy column name"),
    N_("Sort ascending"),
    N_("Sort descending"),
    N_("Statistics"),
    *(N_("Count"), N_("Empty"), N_("Distinct"), N_("Minimum"), N_("Maximum"), N_("Average"), N_("Median")),
    *(N_("Average length"), N_("Based on sample"), N_("No data"), N_("Show data"), N_("Show chart")),
    N_("Format"),
    *(N_("Automatic"), N_("Localized"), N_("Plain"), N_("Compact"), N_("Dollar"), N_("Euro"), N_("Yen")),
    *(N_("Percent"), N_("Scientific"), N_("Accounting"), N_("Bytes"), N_("Distance"), N_("Calendar")),
    N_("Autosize"),
    N_("Pin column"),
    N_("Unpin column"),
    N_("Hide column"),
    # What kind of values a column has.
    N_("text"),
    N_("number"),
    N_("list"),
    N_("Download plot as a PNG"),
    N_("Connecting"),
    N_("Running..."),
    N_("Stop"),
    N_("Stopping..."),
    N_("Rerun"),
    N_("Please wait..."),
    N_("Connection error"),
)
# What would mean nothing to an officer is said otherwise in English, too.
_REWORDED = {
    "Connecting to Streamlit server": N_("Connecting to the dashboard"),
    "Unable to connect to Streamlit server": N_("The dashboard does not answer"),
    "Connection lost. Please wait for the app to reconnect, then try again.": N_(
        "The connection was lost. Wait a moment, then try again."
    ),
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:": N_(
        "The dashboard does not answer. It goes on by itself when it is there again; where you started it yourself, "
        "start it again:"
    ),
    "Streamlit server is not responding. Are you connected to the internet?": N_(
        "The dashboard does not answer. Is this computer on the network?"
    ),
    # A button pressed in the moment in which the page changes asks for a file of the page before.
    "Failed to generate file for download": N_("The file was not made. Press once more."),
}
_replace = st.components.v2.component("fixed_texts", js=Path(__file__).with_suffix(".js").read_text("utf-8"))


def replace_fixed_texts() -> None:
    """Have the browser say Streamlit's own texts in the language of the page. Nothing is drawn that can be seen."""
    data = {"language": language(), "locale": LOCALES[language()], "pairs": _pairs(language())}
    with st.container(height=1, border=False, key="fixed-texts"):
        _replace(key="fixed_texts", data=data, height="content")


@cache
def _pairs(spoken: str) -> list[tuple[str, str]]:
    """Each text with what stands for it, from English and, where the language was just turned, from any other."""
    fixed = {text: text for text in _FIXED} | _REWORDED
    own = {text: _(words) for text, words in fixed.items()}
    others = [in_language(one, lambda: {_(words): text for text, words in fixed.items()}) for one in LANGUAGES]
    known = {words: own[text] for other in others for words, text in other.items()} | own
    return [(text, words) for text, words in known.items() if text != words]
