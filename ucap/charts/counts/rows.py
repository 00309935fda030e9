"""Rows with bars: a name on the left, a bar, the number at its end; the frame of all bar charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import plotly.graph_objects as go

from ucap.charts.scene import Look
from ucap.charts.template import empty_figure, figure
from ucap.charts.text import NAME_TEXT_PX, colored, wrap

ROW_PX = 36
NAME_PX = 176
END_PX = 78
_TOP_PX, _BOTTOM_PX = 4, 4
_BAR_SHARE = 0.56
_CLEAR = "rgba(0,0,0,0)"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a bar: its length in plans and its style, as Plotly's `marker` has it."""

    length: float
    marker: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a chart: `end` stands after the bar, `hover` under the mouse, both escaped; `click` is `customdata`."""

    name: str
    pieces: tuple[Piece, ...]
    end: str
    hover: str
    click: tuple[Any, ...] = ()
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Gutter:
    """What stands left of the names: its width, and the layout that draws it."""

    width_px: int = 0
    layout: dict[str, Any] = field(default_factory=dict)


def row_figure(rows: Sequence[Row], look: Look, gutter: Gutter | None = None, top_px: int = _TOP_PX) -> go.Figure:
    """The rows from top to bottom. The names wrap in a column of their own, so that the chart lives in 360 px, too.

    The whole row answers the mouse, not its bar alone, so that short bars can be hit.
    """
    if not rows:
        return empty_figure(look)
    gutter = gutter or Gutter()
    longest = max((sum(piece.length for piece in row.pieces) for row in rows), default=0) or 1
    left_px = gutter.width_px + look.name_px(NAME_PX) + 8
    row_px = look.row_px(ROW_PX, len(rows), top_px + _BOTTOM_PX)
    layout = {
        "margin": {"l": left_px, "r": END_PX, "t": top_px, "b": _BOTTOM_PX},
        "barmode": "overlay",
        "xaxis": {"visible": False, "range": [0, longest]},
        "yaxis": row_axis([_name(row, look, row_px) for row in rows], left_px - gutter.width_px),
        **gutter.layout,
    }
    traces = [*_bars(rows), _ends(rows), _targets(rows, longest)]
    return figure(look, traces, round(row_px * len(rows)) + top_px + _BOTTOM_PX, **layout)


def row_axis(texts: Sequence[str], standoff_px: int) -> dict[str, Any]:
    """A bare axis whose labels, aligned on the left as those inside an axis are, begin so many pixels left of it."""
    return {
        "range": [len(texts) - 0.5, -0.5],
        "tickvals": list(range(len(texts))),
        "ticktext": list(texts),
        "tickfont": {"size": NAME_TEXT_PX},
        "ticklabelposition": "inside",
        "ticklabelstandoff": -standoff_px,
        # A name of several lines may stick out of the axis; by default, Plotly leaves such a name out.
        "ticklabeloverflow": "allow",
    }


def _name(row: Row, look: Look, row_px: float) -> str:
    text = wrap(row.name, look.name_px(NAME_PX), NAME_TEXT_PX, look.line_count(row_px))
    return colored(text, look.palette.muted) if row.is_quiet else text


def _bars(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """A trace for each place in the rows' stacks."""
    depth = max((len(row.pieces) for row in rows), default=0)
    return [_stack(rows, place) for place in range(depth)]


def _stack(rows: Sequence[Row], place: int) -> dict[str, Any]:
    having = [(index, row) for index, row in enumerate(rows) if len(row.pieces) > place]
    pieces = [row.pieces[place] for index, row in having]
    return {
        "type": "bar",
        "orientation": "h",
        "y": [index for index, row in having],
        "x": [piece.length for piece in pieces],
        "base": [sum(piece.length for piece in row.pieces[:place]) for index, row in having],
        "width": _BAR_SHARE,
        "marker": _markers([piece.marker for piece in pieces]),
        "hoverinfo": "skip",
    }


def _markers(markers: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Styles of single bars as the one style of a trace, whose values are lists."""
    return {
        "color": [marker["color"] for marker in markers],
        "line": {
            "color": [marker.get("line", marker["color"]) for marker in markers],
            "width": [1.4 if "line" in marker else 0 for marker in markers],
        },
    }


def _ends(rows: Sequence[Row]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "name": "ends",
        "mode": "text",
        "x": [sum(piece.length for piece in row.pieces) for row in rows],
        "y": list(range(len(rows))),
        "text": [f" {row.end}" for row in rows],
        "textposition": "middle right",
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _targets(rows: Sequence[Row], longest: float) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": "rows",
        "orientation": "h",
        "y": list(range(len(rows))),
        "x": [longest] * len(rows),
        "width": 1,
        "marker": {"color": _CLEAR},
        "customdata": [list(row.click) for row in rows],
        "hovertext": [row.hover for row in rows],
        "hoverinfo": "text",
    }
