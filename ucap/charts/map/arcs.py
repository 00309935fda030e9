"""The arcs of the map: great circles between the cities of each pair, as few traces.

Great circles: the shortest way between two cities, drawn on the sphere.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from ucap.charts.map.projection import Floats, Window, project

_TINY = 1e-9


def great_circles(starts: Floats, ends: Floats, count: int) -> tuple[Floats, Floats]:
    """Points along the great circles from `starts` to `ends`, evenly spaced, both ends included.

    With `a` the unit vector of the start and `t` the unit vector at right angles to it towards the end, the point at
    the angle `w` is `cos(w) a + sin(w) t` (an orthonormal form of Shoemake's "slerp", SIGGRAPH 1985). Between
    antipodes, where every meridian is as short, one of them is taken.

    Args:
        starts: longitudes and latitudes in degrees, shape (n, 2).
        ends: the same for the other ends.
        count: how many points each line has, at least 2.

    Returns:
        Longitudes and latitudes in degrees, each of shape (n, count). Longitudes run on over the antimeridian:
        neighbours differ by at most 180.
    """
    vectors = unit_vectors(starts)
    angles = np.linspace(0.0, 1.0, count) * central_angles(starts, ends)[:, None]
    towards = _tangents(vectors, unit_vectors(ends))
    points = np.cos(angles)[..., None] * vectors[:, None] + np.sin(angles)[..., None] * towards[:, None]
    x, y, z = np.moveaxis(points, -1, 0)
    longitudes = np.unwrap(np.degrees(np.arctan2(y, x)), period=360.0, axis=1)
    return longitudes, np.degrees(np.arctan2(z, np.hypot(x, y)))


def central_angles(starts: Floats, ends: Floats) -> Floats:
    """The angles in radians at the centre of the sphere, shape (n,); exact for near and for far points."""
    start, end = unit_vectors(starts), unit_vectors(ends)
    sines = np.linalg.norm(np.cross(start, end), axis=1)
    return np.asarray(np.arctan2(sines, np.einsum("ij,ij->i", start, end)))


def unit_vectors(points: Floats) -> Floats:
    """Longitudes and latitudes in degrees, shape (n, 2), as unit vectors, shape (n, 3)."""
    longitudes, latitudes = np.radians(np.asarray(points, dtype=np.float64).reshape(-1, 2)).T
    x, y = np.cos(latitudes) * np.cos(longitudes), np.cos(latitudes) * np.sin(longitudes)
    return np.stack([x, y, np.sin(latitudes)], axis=1)


def _tangents(vectors: Floats, targets: Floats) -> Floats:
    """Unit vectors at right angles to `vectors` towards `targets`; any such where the target gives no direction."""
    normals = np.cross(vectors, targets)
    is_undefined = np.linalg.norm(normals, axis=1) < _TINY
    axes = np.eye(3)[np.abs(vectors).argmin(axis=1)]
    normals[is_undefined] = np.cross(vectors, axes)[is_undefined]
    tangents = np.cross(normals, vectors)
    return np.asarray(tangents / np.linalg.norm(tangents, axis=1, keepdims=True))


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
