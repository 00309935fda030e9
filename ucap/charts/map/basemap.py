"""The ground of the map: land from our own base map, projected and thinned once for each view.

The countries of our own base map as plain rings.

The map is `static/world_110m.json`, a TopoJSON file (https://github.com/topojson/topojson-specification): arcs
of delta-coded, quantised points, which neighbours share.

Lines with fewer points that look the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ucap.charts.map.projection import WINDOWS, Floats, View, project
from ucap.charts.palette import Palette

Point = tuple[float, float]
Ring = tuple[Point, ...]

BASE_MAP = Path(__file__).parents[3] / "static" / "world_110m.json"


@dataclass(frozen=True, slots=True)
class Country:
    """The land of one country. `code` is as in the base map (ISO 3166 alpha-3 where there is one)."""

    code: str
    rings: tuple[Ring, ...]


@cache
def countries() -> tuple[Country, ...]:
    """All countries of the base map with their rings in degrees (longitude, latitude)."""
    topology = json.loads(BASE_MAP.read_text())
    arcs = [_decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    return tuple(_country(geometry, arcs) for geometry in topology["objects"]["countries"]["geometries"])


def _country(geometry: dict[str, Any], arcs: list[Ring]) -> Country:
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return Country(geometry["id"], tuple(_ring(indices, arcs) for polygon in polygons for indices in polygon))


def _decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> Ring:
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * scale_x + left, y * scale_y + bottom))
    return tuple(points)


def _ring(indices: list[int], arcs: list[Ring]) -> Ring:
    """Arcs joined end to end; `~i` is arc `i` backwards. The point that two arcs share is taken once."""
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc[1:] if points else arc)
    return tuple(points)


_NO_LENGTH = 1e-24


def simplify(points: Floats, tolerance: float) -> Floats:
    """The line, shape (n, 2), without the points that lie closer to it than `tolerance`; both ends stay.

    Ramer 1972, Douglas and Peucker 1973.
    """
    is_kept = np.zeros(len(points), dtype=bool)
    is_kept[[0, -1]] = True
    stretches = [(0, len(points) - 1)]
    while stretches:
        first, last = stretches.pop()
        if last - first < 2:
            continue
        distances = _distances(points[first + 1 : last], points[first], points[last])
        farthest = int(distances.argmax())
        if distances[farthest] > tolerance:
            middle = first + 1 + farthest
            is_kept[middle] = True
            stretches += [(first, middle), (middle, last)]
    return points[is_kept]


def _distances(points: Floats, start: Floats, end: Floats) -> Floats:
    """How far the points lie from the stretch between start and end."""
    along, offsets = end - start, points - start
    squared_length = max(float(along @ along), _NO_LENGTH)
    shares = np.clip(offsets @ along / squared_length, 0.0, 1.0)
    return np.asarray(np.linalg.norm(offsets - shares[:, None] * along, axis=1))


_ANTARCTICA = "ATA"
_WIDEST_STEP = 1.0
_FINEST_PX = 1600
_SURROUNDINGS = 0.75


def land(palette: Palette, view: View) -> dict[str, Any]:
    """The trace of the countries: very light, with borders in the colour of the paper, silent under the mouse."""
    x, y = _outlines(view)
    return {
        "type": "scatter",
        "name": "land",
        "x": x,
        "y": y,
        "mode": "lines",
        "fill": "toself",
        "fillcolor": palette.land,
        "line": {"color": palette.border, "width": 0.8},
        "hoverinfo": "skip",
    }


@cache
def _outlines(view: View) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The rings of the countries in the plane, parted by NaN, no finer than a map `_FINEST_PX` wide can show."""
    tolerance = WINDOWS[view].width / _FINEST_PX
    gap = np.full((1, 2), np.nan)
    rings = (simplify(ring, tolerance) for ring in _rings(view))
    pieces = [piece for ring in rings if len(ring) > 3 for piece in (ring, gap)]
    outlines = np.concatenate(pieces).astype(np.float32)
    return outlines[:, 0].copy(), outlines[:, 1].copy()


def _rings(view: View) -> Iterator[Floats]:
    """The rings in sight. Those that the edge of the projection would tear are left out, and so is Antarctica.

    A figure of another shape than the window shows more of the surroundings, so these are in sight, too.
    """
    window = WINDOWS[view]
    sight = window.grown(_SURROUNDINGS)
    for country in countries():
        for ring in country.rings:
            x, y = project(*np.asarray(ring).T)
            is_torn = np.abs(np.diff(x)).max() > _WIDEST_STEP
            if country.code != _ANTARCTICA and not is_torn and sight.meets(x, y):
                yield np.stack([x, y], axis=1)
