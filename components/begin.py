"""What every page begins with: settings, language, the plans, the sidebar, and its heading."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import streamlit as st

from components.filters import draw_filters
from components.library import Library, library
from components.navigation import ensure_navigation
from components.state import arrive, selection, speak, write_address
from ucap.charts.template import Look
from ucap.frames import Frames
from ucap.selection import Selection, apply
from ucap.selection.matrix import Mask
from ucap.wording import _, ngettext

_STYLE = Path(__file__).parent / "style.css"


@dataclass(frozen=True)
class Scene:
    """What a page draws from: the library, the selection, the selected plans and the frames narrowed to them."""

    library: Library
    selection: Selection
    selected: Mask
    frames: Frames
    look: Look

    @property
    def is_empty(self) -> bool:
        """Whether no plan is selected."""
        return not self.selected.any()

    @cached_property
    def plan_ids(self) -> tuple[str, ...]:
        """The ids of the selected plans, in order."""
        return tuple(self.frames.plans["plan"])


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
