"""A chart on a page: figure, sentence, table, and the way to the passages behind it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components.context import Context
from components.evidence import evidence_dialog
from components.picture import picture_dialog
from components.safe import plain
from components.state import choose, selection
from ucap.charts.chart import CONFIG, Chart, clicked
from ucap.selection import FILTERS
from ucap.selection.evidence import EvidenceKind
from ucap.selection.filters import FilterName
from ucap.wording import _

_BY_KEY: dict[str, FilterName] = {one.key: name for name, one in FILTERS.items()}


def draw(
    context: Context, chart: Chart, evidence: EvidenceKind, draw_control: Callable[[], None] = lambda: None
) -> None:
    """Draw a chart with its title and sentence; table, evidence and picture are one click away.

    A click on a mark sets or clears the matching filter. `draw_control` adds a widget beside the title.
    """
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        st.subheader(chart.title, anchor=False, width="content")
        draw_control()
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
        st.markdown(plain(chart.sentence))
        _draw_ways(context, chart, evidence)


def _draw_ways(context: Context, chart: Chart, evidence: EvidenceKind) -> None:
    """The ways on from a chart."""
    with st.container(horizontal=True, gap="medium"):
        if st.button(_("Table"), key=f"table_{chart.name}", icon=":material/table_rows:", type="tertiary"):
            st.dialog(chart.title, width="large")(_draw_table)(chart)
        if st.button(_("Evidence"), key=f"evidence_{chart.name}", icon=":material/format_quote:", type="tertiary"):
            evidence_dialog(context, evidence, chart.title)
        if st.button(_("Picture"), key=f"picture_{chart.name}", icon=":material/image:", type="tertiary"):
            picture_dialog(context, chart.name, chart.title)


def _draw_table(chart: Chart) -> None:
    st.markdown(plain(chart.sentence))
    st.dataframe(chart.table, hide_index=True, alt=chart.sentence)


def _click(key: str) -> None:
    chosen = selection()
    for filter_key, value in clicked(st.session_state[key]):
        chosen = chosen.toggled(_BY_KEY[filter_key], value)
    choose(chosen)
    st.session_state["clicks"] = st.session_state.get("clicks", 0) + 1
