"""Files of the selection, from every page."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st

from components.context import Context
from components.safe import plain
from ucap.exports import FORMATS, Description, View, describe, export, file_name
from ucap.frames.columns import FRAMES
from ucap.wording import _, format_number, language, ngettext, use


def draw_exports(context: Context, frame: str) -> None:
    """Draw the menu of files; `frame` is the table that the page is about."""
    description = describe(context.scene, date.today())
    with st.popover(_("Export"), icon=":material/download:"):
        _draw_content(description)
        key = st.selectbox(
            _("Format"), list(FORMATS), format_func=lambda key: _(FORMATS[key].label), key="export_format"
        )
        name = None
        if FORMATS[key].is_one_frame:
            tables = list(FRAMES)
            title = partial(_frame_title, context)
            name = st.selectbox(_("Table"), tables, tables.index(frame), title, key=f"export_{frame}")
        st.download_button(
            _("Download"),
            partial(_write, context, key, description, name, language()),
            file_name=file_name(key, description, name),
            mime=FORMATS[key].media_type,
            on_click="ignore",
            type="primary",
            width="stretch",
        )


def draw_download(context: Context, key: str) -> None:
    """Draw a button that makes one file of the whole selection at one press."""
    description = describe(context.scene, date.today())
    st.download_button(
        _(FORMATS[key].label),
        partial(_write, context, key, description, None, language()),
        file_name=file_name(key, description),
        mime=FORMATS[key].media_type,
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
        key=f"download_{key}",
    )


def _draw_content(description: Description) -> None:
    """Say what a file will hold, before it is made."""
    st.markdown(_("**{plans} plans**").format(plans=description.plans_in_words))
    st.markdown("  \n".join(plain(f"{name}: {value}") for name, value in description.filters) or _("No filter is set."))
    st.caption(_("The file holds exactly these, and names the filters, the day and the fingerprint of the data."))


def _frame_title(context: Context, name: str) -> str:
    row_count = len(context.frames[name])
    words = ngettext("{table} ({count} row)", "{table} ({count} rows)", row_count)
    return words.format(table=_(FRAMES[name].title), count=format_number(row_count))


def _write(context: Context, key: str, description: Description, frame: str | None, spoken: str) -> bytes:
    """Make the file; this runs in a thread of its own, which is told the language."""
    use(spoken)
    view = View(context.scene, context.library.plans, context.library.text)
    return export(key, view, description, frame)
