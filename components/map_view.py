"""How near the map is looked at: both sides of it, or one."""

from __future__ import annotations

from typing import get_args

import streamlit as st

from components.state import look_at, map_view
from ucap.charts.projection import View
from ucap.frames.columns import N_
from ucap.wording import _

_WORDS: dict[View, str] = {"whole": N_("Both sides"), "europe": N_("Europe"), "china": N_("China")}
_KEY = "map_view"


def draw_map_views() -> None:
    """Offer the views of the map; the one chosen stands in the address, too."""
    st.session_state[_KEY] = map_view()
    st.segmented_control(
        _("Part of the map"),
        get_args(View),
        key=_KEY,
        required=True,
        format_func=lambda view: _(_WORDS[view]),
        on_change=lambda: look_at(st.session_state[_KEY]),
        label_visibility="collapsed",
    )
