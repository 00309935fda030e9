"""What every page begins with: settings, language, the plans, the sidebar, and its heading."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components.changes import draw_message
from components.context import Context
from components.exports import draw_exports
from components.filters import draw_filters
from components.library import library
from components.navigation import ensure_navigation
from components.state import arrive, selection, speak, write_address
from components.width import measure_width, page_width_px
from ucap.charts.look import Look
from ucap.charts.scene import Scene
from ucap.wording import _, format_number, ngettext

_STYLE = Path(__file__).parent / "style.css"


def begin(title: str, frame: str, has_record: bool = False) -> Context:
    """Set the page up, draw sidebar and heading, and return what there is to draw; `frame` is the page's own."""
    ensure_navigation()
    speak()
    st.set_page_config(page_title=f"{_(title)} · U-CAP", layout="wide", initial_sidebar_state="auto")
    st.html(_STYLE)
    shelf = library()
    arrive(shelf.coverage)
    context = Context(shelf, Scene(shelf.coverage, selection(), _look()))
    draw_filters(shelf.coverage)
    write_address(has_record)
    _draw_heading(_(title), context, frame)
    measure_width()
    return context


def _look() -> Look:
    """Charts follow the theme and the width of the page."""
    return Look(is_dark=st.context.theme.type == "dark", width_px=page_width_px())


def _draw_heading(title: str, context: Context, frame: str) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="heading"):
        with st.container(width="content", gap="xsmall"):
            st.title(title, anchor=False)
            st.caption(_count(context))
        draw_exports(context, frame)
    for message in st.session_state.get("ignored", ()):
        st.warning(message)
    draw_message()


def _count(context: Context) -> str:
    total = len(context.library.plans)
    words = ngettext("{count} of {total} plan", "{count} of {total} plans", total)
    return words.format(count=format_number(context.scene.plan_count), total=format_number(total))
