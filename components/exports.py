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
    with st.popover(_("Export"), icon=":material/download:", type="secondary"):
        st.markdown(_("Exactly the selected plans, with the filters named in the file."))
        name = st.selectbox(
            _("Table"), list(FRAMES), key=f"export_{frame}", index=list(FRAMES).index(frame), format_func=_frame_title
        )
        description = describe(context.scene, date.today())
        for key, known in FORMATS.items():
            chosen = name if known.is_one_frame else None
            st.download_button(
                _(known.label),
                partial(_write, context, key, description, chosen, language()),
                file_name=file_name(key, description, chosen),
                mime=known.media_type,
                key=f"download_{key}",
                on_click="ignore",
                width="stretch",
            )


def _frame_title(name: str) -> str:
    return _(FRAMES[name].title)


def _write(context: Context, key: str, description: Description, frame: str | None, spoken: str) -> bytes:
    """Make the file; this runs in a thread of its own, which is told the language."""
    use(spoken)
    return export(key, _view(context), description, frame)


def _view(context: Context) -> View:
    return View(context.scene, context.library.plans, context.library.text)
