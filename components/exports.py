"""Files of the selection, from every page."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st

from components.context import Context
from ucap.exports import FORMATS, Description, View, describe, export, file_name
from ucap.frames.columns import FRAMES
from ucap.wording import _, language, use


def draw_exports(context: Context, frame: str) -> None:
    """Draw the menu of files; `frame` is the table that the page is about."""
    with st.popover(_("Export"), icon=":material/download:"):
        st.markdown(_("Exactly the selected plans, with the filters named in the file."))
        key = st.selectbox(
            _("Format"), list(FORMATS), format_func=lambda key: _(FORMATS[key].label), key="export_format"
        )
        name = None
        if FORMATS[key].is_one_frame:
            tables = list(FRAMES)
            name = st.selectbox(_("Table"), tables, tables.index(frame), _frame_title, key=f"export_{frame}")
        description = describe(context.scene, date.today())
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


def _frame_title(name: str) -> str:
    return _(FRAMES[name].title)


def _write(context: Context, key: str, description: Description, frame: str | None, spoken: str) -> bytes:
    """Make the file; this runs in a thread of its own, which is told the language."""
    use(spoken)
    view = View(context.scene, context.library.plans, context.library.text)
    return export(key, view, description, frame)
