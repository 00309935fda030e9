"""A chart on a page: figure, sentence, table, and the way to the passages behind it.

The key figures, each a button that opens the evidence behind it.

How near the map is looked at: both sides of it, or one.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal, get_args

import streamlit as st

from components.context import Context
from components.evidence import evidence_dialog
from components.exports import draw_table_file, picture_dialog
from components.safe import plain
from components.state import choose, look_at, map_view, selection, window
from components.tables import draw_pairs, table_window
from ucap.charts.chart import CONFIG, Chart, clicked
from ucap.charts.map.panels import View
from ucap.charts.scene import Scene
from ucap.selection import FILTERS
from ucap.selection.evidence import EvidenceKind
from ucap.selection.figures import key_figures
from ucap.vocabulary.filters import FilterName
from ucap.wording import N_, _

_BY_KEY: dict[str, FilterName] = {one.key: name for name, one in FILTERS.items()}


def draw(
    context: Context,
    chart: Chart,
    evidence: EvidenceKind,
    draw_control: Callable[[], None] = lambda: None,
    room_px: int | Literal["content"] | None = None,
) -> None:
    """Draw a chart with its title and sentence; table, evidence and picture are one click away.

    A click on a mark sets or clears the matching filter. `draw_control` adds a widget beside the title. A chart that is
    higher the more it shows stands below its sentence, in `room_px` that stay the same, so that nothing below it moves;
    the last of a page may take what it needs (`content`).
    """
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        st.subheader(chart.title, anchor=False, width="content")
        draw_control()
    if room_px is None:
        _draw_figure(chart)
    _draw_sentence(context, chart, evidence)
    if room_px is not None:
        with st.container(height=room_px, border=False, key=f"room-{chart.name}"):
            _draw_figure(chart)


def room_px(context: Context, draw_chart: Callable[[Scene], Chart], most_px: int) -> int:
    """The room of a chart whatever is selected: what it needs without filters, or else `most_px`, where it scrolls."""
    return min(int(draw_chart(context.whole.scene).figure.layout.height), most_px)


def _draw_figure(chart: Chart) -> None:
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


def _draw_sentence(context: Context, chart: Chart, evidence: EvidenceKind) -> None:
    # The sentence comes last: room is kept for its longest form, and is seen as the gap before the next chart.
    with st.container(key=f"sentence-{chart.name}"):
        _draw_ways(context, chart, evidence)
        st.markdown(plain(chart.sentence))


def _draw_ways(context: Context, chart: Chart, evidence: EvidenceKind) -> None:
    """The ways on from a chart."""
    with st.container(horizontal=True, gap="medium"):
        if st.button(_("Table"), key=f"table_{chart.name}", icon=":material/table_rows:", type="tertiary"):
            window(chart.title, _draw_table)(chart)
        if st.button(_("Evidence"), key=f"evidence_{chart.name}", icon=":material/format_quote:", type="tertiary"):
            evidence_dialog(context, evidence, chart.title)
        if st.button(_("Picture"), key=f"picture_{chart.name}", icon=":material/image:", type="tertiary"):
            picture_dialog(context, chart.name, chart.title)


def _draw_table(chart: Chart) -> None:
    st.markdown(plain(chart.sentence))
    st.dataframe(chart.table, hide_index=True, alt=chart.sentence)
    draw_table_file(chart.title, chart.table, f"chart_{chart.name}")


def _click(key: str) -> None:
    chosen = selection()
    for filter_key, value in clicked(st.session_state[key]):
        chosen = chosen.toggled(_BY_KEY[filter_key], value)
    choose(chosen)
    st.session_state["clicks"] = st.session_state.get("clicks", 0) + 1


def draw_figures(context: Context) -> None:
    """Draw the key figures of the selection in one line, which wraps on a phone."""
    with st.container(horizontal=True, key="figures"):
        for figure in key_figures(context.frames, context.scene.met):
            label = f"**{figure.number}** {figure.words}"
            if not st.button(label, key=f"figure_{figure.name}", type="tertiary"):
                continue
            if figure.name in ("pairs", "met"):
                shown = context.met if figure.name == "met" else context
                table_window(figure.words.capitalize(), draw_pairs, shown, "all_pairs", None)
            else:
                evidence_dialog(context, figure.evidence, f"{figure.number} {figure.words}")


_WORDS: dict[View, str] = {"whole": N_("Both sides"), "europe": N_("Europe"), "china": N_("China")}
_KEY = "map_view"
POINTING = Path(__file__).with_name("pointing.js")
_pointing = st.components.v2.component("map_pointing", js=POINTING.read_text("utf-8"))


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


def draw_pointing() -> None:
    """Have maps answer the pointer: at a city, its lines stay and the rest fades. Nothing is drawn that can be seen."""
    with st.container(height=1, border=False, key="map-pointing"):
        _pointing(key="map_pointing", height="content")
