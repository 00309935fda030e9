"""A chart on a page: figure, sentence, table, and the way to the passages behind it."""

from __future__ import annotations

import streamlit as st

from components.state import choose, selection
from ucap.charts.chart import CONFIG, Chart, clicked
from ucap.selection import FILTERS
from ucap.selection.filters import FilterName
from ucap.wording import _

_BY_KEY: dict[str, FilterName] = {one.key: name for name, one in FILTERS.items()}


def draw(chart: Chart) -> None:
    """Draw a chart with its title, its sentence and its table. A click on a mark sets or clears the matching filter."""
    st.subheader(chart.title, anchor=False)
    # A new key after each click: Plotly would otherwise keep the mark selected and not report a second click on it.
    key = f"chart_{chart.name}_{st.session_state.get('clicks', 0)}"
    st.plotly_chart(
        chart.figure,
        key=key,
        theme=None,
        config=CONFIG,
        alt=chart.sentence,
        on_select=lambda: _click(key),
        selection_mode="points",
    )
    with st.container(key=f"sentence-{chart.name}"):
        st.markdown(chart.sentence)
    with st.expander(_("Table")):
        st.dataframe(chart.table, hide_index=True, alt=chart.sentence)


def _click(key: str) -> None:
    chosen = selection()
    for filter_key, value in clicked(st.session_state[key]):
        chosen = chosen.toggled(_BY_KEY[filter_key], value)
    choose(chosen)
    st.session_state["clicks"] = st.session_state.get("clicks", 0) + 1
