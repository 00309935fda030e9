"""Tables of frames, in words, whose rows lead to the plan's record."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.navigation import PLANS
from components.state import open_plan
from ucap.selection.tables import readable

_ROW_PX = 36
# Sentences need the room more than the names of plans; both can be widened by hand.
_WIDTHS_PX = {"title": 210, "message": 430}


def draw_rows(frame: pd.DataFrame, columns: list[str], key: str, alt: str) -> int | None:
    """Draw some columns of a frame, loaded as they are scrolled; return the position of the row that was chosen."""
    table = readable(frame, columns)
    names = dict(zip(columns, table.columns, strict=True))
    widths = {name: _WIDTHS_PX[column] for column, name in names.items() if column in _WIDTHS_PX}
    return draw_table(table, key, alt, widths if "message" in columns else {})


def draw_table(
    table: pd.DataFrame | list[dict[str, str]], key: str, alt: str, widths_px: dict[str, int] | None = None
) -> int | None:
    """Draw a table in words, loaded as it is scrolled; return the position of the row that was chosen."""
    # A new key after each choice, so that the same row can be chosen again when the reader comes back.
    choices = f"{key}_choices"
    state = st.dataframe(
        table,
        key=f"{key}_{st.session_state.get(choices, 0)}",
        hide_index=True,
        column_config={name: st.column_config.Column(width=px) for name, px in (widths_px or {}).items()},
        on_select="rerun",
        selection_mode="single-row",
        height=_height(len(table)),
        placeholder="",
        alt=alt,
    )
    chosen = state["selection"]["rows"]
    if not chosen:
        return None
    st.session_state[choices] = st.session_state.get(choices, 0) + 1
    return int(chosen[0])


def go_to_plan(plan: str, field: str | None = None) -> None:
    """Open a plan's record on its page."""
    open_plan(plan, field)
    st.switch_page(PLANS)


def _height(row_count: int, most_px: int = 640) -> int:
    """Room for all rows and the heading, or for as many as fit on a screen."""
    return min(most_px, _ROW_PX * (row_count + 1) + 2)
