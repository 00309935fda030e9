"""The arcs of the map: curves from Europe to China, as few traces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from ucap.charts.map.panels import Sheet
from ucap.charts.map.projection import Floats, Window
from ucap.vocabulary.kinds import Side

SIDES_FACING: tuple[Side, Side] = ("europe", "china")
_POINT_COUNT = 33
_THINNEST_PX = 1.2
_THICKEST_PX = 5.2
_WIDTH_STEPS = 5
_FULL_SCALE_PLANS = 8
_BEND = 0.45
_FAINT_SHARE = 0.5
_TARGET_SHARES = (0.25, 0.5, 0.75)


def arc_points(pairs: pd.DataFrame, sheet: Sheet) -> tuple[Floats, Floats]:
    """The arcs on the sheet, from Europe to China, each of shape (pairs, points).

    Each leaves its city towards the other side and arrives from there: a cubic Bezier curve, whose inner control points
    lie straight ahead of the ends.

    Args:
        pairs: as `places.pair_counts` gives them, with coordinates known.
        sheet: what they are drawn on.
    """
    starts, ends = (
        np.stack(sheet.panel(side).place(pairs[f"{side}_longitude"], pairs[f"{side}_latitude"]), axis=1)
        for side in SIDES_FACING
    )
    ahead = _BEND * (ends - starts) * ((0.0, 1.0) if sheet.is_stacked else (1.0, 0.0))
    t = np.linspace(0.0, 1.0, _POINT_COUNT)[:, None, None]
    s = 1.0 - t
    points = s**3 * starts + 3 * s**2 * t * (starts + ahead) + 3 * s * t**2 * (ends - ahead) + t**3 * ends
    return points[..., 0].T, points[..., 1].T


def arc_widths(plan_counts: Floats) -> Floats:
    """The widths in pixels of arcs that stand for so many plans, in a few steps; the area grows with the number."""
    most = max(float(plan_counts.max(initial=1)), _FULL_SCALE_PLANS)
    share = np.sqrt((plan_counts - 1) / (most - 1))
    return np.asarray(_THINNEST_PX + (_THICKEST_PX - _THINNEST_PX) * np.ceil(share * _WIDTH_STEPS) / _WIDTH_STEPS)


def arc_opacity(count: int) -> float:
    """The opacity of so many arcs: the more there are, the fainter, so that a bundle stays a bundle of lines."""
    return float(np.clip(2.6 / np.sqrt(max(count, 1)), 0.22, 0.6))


def link_opacity(link: str, count: int) -> float:
    """The opacity of so many arcs of pairs that are `paired`, or have only `met`."""
    return arc_opacity(count) * (1.0 if link == "paired" else _FAINT_SHARE)


def arc_traces(
    x: Floats, y: Floats, widths: Floats, color: str, ends: Sequence[tuple[str, str]]
) -> list[dict[str, Any]]:
    """One trace for each width, the widest below. `meta` names the `ends` of each of its arcs, in their order."""
    steps = np.unique(widths)[::-1]
    rows = [np.flatnonzero(np.equal(widths, width)) for width in steps]
    return [
        _trace(x[row], y[row], float(width), color) | {"meta": [list(ends[index]) for index in row.tolist()]}
        for row, width in zip(rows, steps, strict=True)
    ]


def targets(x: Floats, y: Floats, window: Window) -> tuple[Floats, Floats]:
    """For each arc a few points along its part inside the window, of shape (arcs, 3); NaN where it has none."""
    counts = window.holds(x, y).cumsum(axis=1)
    rows = np.arange(len(x))
    at = np.stack([(counts >= share * counts[:, -1:]).argmax(axis=1) for share in _TARGET_SHARES], axis=1)
    is_inside = counts[:, -1:] > 0
    found = (np.where(is_inside, points[rows[:, None], at], np.nan) for points in (x, y))
    across, up = found
    return across, up


def _trace(x: Floats, y: Floats, width: float, color: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "name": "arcs",
        "mode": "lines",
        "x": _with_gaps(x),
        "y": _with_gaps(y),
        "line": {"color": color, "width": width},
        "hoverinfo": "skip",
    }


def _with_gaps(lines: Floats) -> Floats:
    """The lines one after the other, parted by NaN, which ends a stroke."""
    return np.pad(lines, ((0, 0), (0, 1)), constant_values=np.nan).ravel().astype(np.float32)
