"""Tables of frames, with the headings of the one dictionary of columns."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from components.navigation import PLANS
from components.context import Context
from components.state import open_plan
from ucap.frames.columns import COLUMNS
from ucap.wording import _

_PLAN_COLUMNS = ["title", "plan_kind", "programme", "period_start", "period_end"]
_PLAN_COUNTS = ["city_count", "pair_count", "theme_count", "goal_count", "activity_count", "finding_count"]


def draw_table(frame: pd.DataFrame, key: str, alt: str, **options: Any) -> Any:
    """Draw a frame under its columns' headings, loaded as it is scrolled."""
    config = {name: st.column_config.Column(_(COLUMNS[name].label)) for name in frame if name in COLUMNS}
    return st.dataframe(frame, key=key, hide_index=True, column_config=config, alt=alt, **options)


def draw_plan_table(context: Context) -> None:
    """The selected plans; choosing a row opens the plan's record."""
    st.caption(_("Choose a row to open the plan next to its document."))
    plans = context.frames.plans
    columns = _PLAN_COLUMNS + _PLAN_COUNTS
    state = draw_table(
        plans[columns], "plan_table", _("The selected plans"), on_select="rerun", selection_mode="single-row", height=_height(plans)
    )
    rows = state["selection"]["rows"]
    if rows:
        open_plan(plans["plan"].iloc[rows[0]])
        st.switch_page(PLANS)


def _height(frame: pd.DataFrame, most_px: int = 640) -> int:
    """Room for all rows and the heading, or for as many as fit on a screen."""
    return min(most_px, 36 * (len(frame) + 1) + 2)
