"""The arcs of the map: great circles between the cities of each pair, as few traces."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from ucap.charts.projection import Floats, Window, project
from ucap.charts.sphere import great_circles

_POINT_COUNT = 33
_THINNEST_PX = 1.2
_THICKEST_PX = 5.2
_WIDTH_STEPS = 5
_FULL_SCALE_PLANS = 8
_WIDEST_STEP = 1.0


def arc_points(pairs: pd.DataFrame) -> tuple[Floats, Floats]:
    """The arcs in the plane of the map, each of shape (pairs, points); NaN where an arc runs over the map's edge.

    Args:
        pairs: as `places.pair_counts` gives them, with coordinates known.
    """
    china = pairs[["china_longitude", "china_latitude"]].to_numpy(np.float64)
    europe = pairs[["europe_longitude", "europe_latitude"]].to_numpy(np.float64)
    x, y = project(*great_circles(europe, china, _POINT_COUNT))
    is_torn = np.abs(np.diff(x, axis=1, prepend=x[:, :1])) > _WIDEST_STEP
    return np.where(is_torn, np.nan, x), y


def arc_widths(plan_counts: Floats) -> Floats:
    """The widths in pixels of arcs that stand for so many plans, in a few steps; the area grows with the number."""
    most = max(float(plan_counts.max(initial=1)), _FULL_SCALE_PLANS)
    share = np.sqrt((plan_counts - 1) / (most - 1))
    return np.asarray(_THINNEST_PX + (_THICKEST_PX - _THINNEST_PX) * np.ceil(share * _WIDTH_STEPS) / _WIDTH_STEPS)


def arc_opacity(count: int) -> float:
    """The opacity of so many arcs: the more there are, the fainter, so that a bundle stays a bundle of lines."""
    return float(np.clip(2.6 / np.sqrt(max(count, 1)), 0.22, 0.6))


def arc_traces(x: Floats, y: Floats, widths: Floats, color: str) -> list[dict[str, Any]]:
    """One trace for each width, the widest below."""
    steps = np.unique(widths)[::-1]
    rows = [np.flatnonzero(np.equal(widths, width)) for width in steps]
    return [_trace(x[row], y[row], float(width), color) for row, width in zip(rows, steps, strict=True)]


def visible_middles(x: Floats, y: Floats, window: Window) -> Floats:
    """For each arc the point halfway along the part inside the window, shape (n, 2); NaN where it lies outside."""
    is_inside = window.holds(x, y)
    counts = is_inside.cumsum(axis=1)
    halfway = (2 * counts >= counts[:, -1:]).argmax(axis=1)
    rows = np.arange(len(x))
    middles = np.stack([x[rows, halfway], y[rows, halfway]], axis=1)
    return np.where(counts[:, -1:] > 0, middles, np.nan)


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
