"""Matrices: what occurs together, as squares whose areas are numbers of plans; nothing in common is a dot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from ucap.charts.counts.rows import row_axis
from ucap.charts.palette import Palette
from ucap.charts.scene import Look
from ucap.charts.template import SMALL_PX, empty_figure, figure
from ucap.charts.text import NAME_TEXT_PX, colored, escape, lines, width_px, wrap
from ucap.charts.words import plans
from ucap.wording import format_number

_ROW_PX = 36
_NAME_PX, _PHONE_NAME_PX = 176, 128
_BOTTOM_PX = 4
_SMALLEST_PX = 5.0
_GAP_PX, _GAP_SHARE = 5.0, 0.2
_LINE_PX = 16
_DOT_PX = 3
_MARGIN_PX = 14
_LEAST_NAME_PX, _LONG_NAME_PX, _HEAD_LINES = 84, 220, 4


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a row or column; `filter` and `value` are what a click on its cells says.

    `short` is the name where there is little room; `color` is that of its text.
    """

    name: str
    filter: str
    value: Any
    short: str
    color: str | None = None
    is_chosen: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Crossed:
    """How many plans have both: `counts` has shape (rows, columns)."""

    rows: Sequence[Heading]
    columns: Sequence[Heading]
    counts: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the columns: its height, the room that its last name takes on the right, and its layout.

    `axis` is the horizontal axis; `row_count` rows of marks lie between it and the cells.
    """

    height_px: int
    right_px: int
    axis: dict[str, Any]
    row_count: int = 0


def matrix_figure(crossed: Crossed, look: Look, head: Head) -> go.Figure:
    """The matrix, its squares as large as the width that the look is made for allows."""
    row_count, column_count = crossed.counts.shape
    if not row_count or not column_count:
        return empty_figure(look)
    name_px = look.name_px(_PHONE_NAME_PX if look.is_narrow else _NAME_PX)
    rest_px = head.height_px + _BOTTOM_PX
    row_px = look.row_px(_ROW_PX, row_count + head.row_count, rest_px)
    left_px = name_px + 8
    cell_px = (look.width_px - left_px - head.right_px) / column_count
    names = [_tinted(wrap(row.name, name_px, NAME_TEXT_PX, look.line_count(row_px)), row.color) for row in crossed.rows]
    range_of_rows = {"range": [row_count - 0.5, -0.5 - head.row_count]}
    layout = {
        "margin": {"l": left_px, "r": head.right_px, "t": head.height_px, "b": _BOTTOM_PX},
        "xaxis": {"range": [-0.5, column_count - 0.5], "side": "top"} | head.axis,
        "yaxis": row_axis(names, left_px) | range_of_rows | _rules(look.palette),
    }
    height_px = round(row_px * (row_count + head.row_count)) + rest_px
    squares = _squares(crossed, look.palette, cell_px, row_px)
    return figure(look, [_dots(crossed, look.palette), *squares], height_px, **layout)


def named_head(columns: Sequence[Heading], look: Look) -> Head:
    """A head of long names: in lines above their columns where these are wide enough, else climbing to the right; short
    names where the columns are hardly wider than a line.
    """
    name_px = look.name_px(_PHONE_NAME_PX if look.is_narrow else _NAME_PX)
    cell_px = (look.width_px - name_px - 8 - _MARGIN_PX) / max(len(columns), 1)
    if cell_px < _LINE_PX:
        return slanted([replace(column, name=column.short) for column in columns], look)
    if look.is_narrow or cell_px < _LEAST_NAME_PX:
        return slanted(columns, look, _LONG_NAME_PX)
    names = [_tinted(wrap(column.name, cell_px - _GAP_PX, SMALL_PX, _HEAD_LINES), column.color) for column in columns]
    line_count = max((name.count("<br>") + 1 for name in names), default=1)
    axis = {"tickvals": list(range(len(columns))), "ticktext": names, "tickangle": 0, "ticklabeloverflow": "allow"}
    axis["tickfont"] = {"size": SMALL_PX}
    return Head(round(line_count * SMALL_PX * 1.3) + 8, _MARGIN_PX, axis)


def slanted(columns: Sequence[Heading], look: Look, room_px: float = 118) -> Head:
    """A head of names that climb to the right; on a phone, where there is no room to lean, they stand upright."""
    names = [_tinted(wrap(column.name, room_px, NAME_TEXT_PX, 1), column.color) for column in columns]
    angle = -90 if look.is_narrow else -38
    lengths_px = [min(width_px(column.name, NAME_TEXT_PX), room_px) for column in columns] or [0.0]
    rise_px = np.sin(np.radians(-angle)) * max(lengths_px) + NAME_TEXT_PX
    lean_px = np.cos(np.radians(-angle)) * lengths_px[-1]
    axis = {"tickvals": list(range(len(columns))), "ticktext": names, "tickangle": angle, "ticklabeloverflow": "allow"}
    return Head(int(rise_px) + 12, int(lean_px) + 14, axis)


def _tinted(text: str, color: str | None) -> str:
    return colored(text, color) if color else text


def _rules(palette: Palette) -> dict[str, Any]:
    """Hairlines through the rows lead the eye from a name to its squares."""
    return {"showgrid": True, "gridcolor": palette.hairline, "gridwidth": 1, "layer": "below traces"}


def _dots(crossed: Crossed, palette: Palette) -> dict[str, Any]:
    rows, columns = np.nonzero(crossed.counts == 0)
    marker = {"size": _DOT_PX, "color": palette.muted, "opacity": 0.5}
    return {"type": "scatter", "mode": "markers", "x": columns, "y": rows, "marker": marker, "hoverinfo": "skip"}


def _squares(crossed: Crossed, palette: Palette, cell_px: float, row_px: float) -> list[dict[str, Any]]:
    """The squares with the numbers in them, and the numbers beside others."""
    at, across = np.nonzero(crossed.counts)
    values = crossed.counts[at, across]
    cells = [
        (crossed.rows[row], crossed.columns[column]) for row, column in zip(at.tolist(), across.tolist(), strict=True)
    ]
    is_chosen = [row.is_chosen or column.is_chosen for row, column in cells]
    room_px = min(cell_px, row_px)
    sides = _sides(values, room_px - min(_GAP_PX, _GAP_SHARE * room_px))
    inside, beside = _numbers(values, sides, cell_px)
    is_beside = np.array(beside) != ""
    squares = {
        "type": "scatter",
        "name": "cells",
        "mode": "markers+text",
        "x": across,
        "y": at,
        "text": inside,
        "textfont": {"size": SMALL_PX, "color": palette.paper},
        "marker": {
            "symbol": "square",
            "size": sides,
            "color": [palette.emphasis if chosen else palette.neutral for chosen in is_chosen],
            "opacity": 1,
            "line": {"width": 0},
        },
        "customdata": [[row.filter, row.value, column.filter, column.value] for row, column in cells],
        "hovertext": [_hover(*cell, count) for cell, count in zip(cells, values.tolist(), strict=True)],
        "hoverinfo": "text",
        "cliponaxis": False,
    }
    numbers = {
        "type": "scatter",
        "mode": "text",
        "x": across[is_beside],
        "y": at[is_beside],
        "text": [text for text in beside if text],
        "textposition": "middle right",
        "textfont": {"size": SMALL_PX, "color": palette.ink},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    return [squares, numbers]


def _sides(values: NDArray[np.int64], largest_px: float) -> NDArray[np.float64]:
    """The sides of squares in pixels, so that areas grow with the values."""
    shares = np.sqrt(values / max(int(values.max(initial=1)), 1))
    return np.asarray(np.maximum(shares * largest_px, _SMALLEST_PX), dtype=np.float64)


def _numbers(values: NDArray[np.int64], sides: NDArray[np.float64], cell_px: float) -> tuple[list[str], list[str]]:
    """The numbers in and beside their squares if all of them find room, else only those that fit into their squares.

    Both lists have one text for each square, "" where the number does not stand there.
    """
    texts = [format_number(value) for value in values.tolist()]
    places = [_place(text, side, cell_px) for text, side in zip(texts, sides.tolist(), strict=True)]
    inside = [text if place == "middle center" else "" for text, place in zip(texts, places, strict=True)]
    beside = [text if place == "middle right" else "" for text, place in zip(texts, places, strict=True)]
    return inside, beside if all(places) else [""] * len(texts)


def _place(text: str, side_px: float, cell_px: float) -> str:
    needed_px = width_px(text, SMALL_PX) + 3
    if needed_px <= side_px and side_px >= SMALL_PX + 3:
        return "middle center"
    return "middle right" if side_px / 2 + needed_px <= cell_px / 2 + 4 else ""


def _hover(row: Heading, column: Heading, count: int) -> str:
    return lines(f"<b>{escape(row.name)}</b>", escape(column.name), plans(count))
