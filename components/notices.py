"""The notices that stand below maps and goals."""

from __future__ import annotations

import streamlit as st

from ucap.charts.notices import boundary_notice, goal_disclaimer


def draw_notices() -> None:
    """Draw the notice on boundaries and the disclaimer of the United Nations."""
    st.divider()
    st.caption(boundary_notice())
    st.caption(goal_disclaimer())
