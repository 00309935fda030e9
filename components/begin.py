"""What every page begins with: settings, language, the plans, the sidebar, and its heading."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components.filters import draw_filters
from components.library import library
from components.navigation import ensure_navigation
from components.scene import Scene
from components.state import arrive, selection, speak, write_address
from ucap.charts.template import Look
from ucap.selection import apply
from ucap.wording import _, ngettext

_STYLE = Path(__file__).parent / "style.css"


def begin(title: str, has_record: bool = False) -> Scene:
    """Set the page up, draw the sidebar and the heading, and return what there is to draw."""
    ensure_navigation()
    speak()
    st.set_page_config(page_title=f"{_(title)} · U-CAP", layout="wide", initial_sidebar_state="auto")
    st.html(_STYLE)
    shelf = library()
    arrive(shelf.coverage)
    chosen = selection()
    selected = shelf.coverage.select(chosen)
    scene = Scene(shelf, chosen, selected, apply(shelf.coverage, chosen, selected), _look())
    draw_filters(shelf.coverage)
    write_address(has_record)
    _draw_heading(_(title), scene)
    return scene


def _look() -> Look:
    return Look(is_dark=st.context.theme.type == "dark")


def _draw_heading(title: str, scene: Scene) -> None:
    st.title(title, anchor=False)
    for message in st.session_state.get("ignored", ()):
        st.warning(message)
    total = len(scene.library.plans)
    count = int(scene.selected.sum())
    st.caption(ngettext("{count} of {total} plan", "{count} of {total} plans", total).format(count=count, total=total))
