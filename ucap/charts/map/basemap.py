"""The ground of the map: land from our own base map, projected, cut and thinned once for each panel.

The countries of our own base map as plain rings.

The map is `world_110m.json`, a TopoJSON file (https://github.com/topojson/topojson-specification): arcs
of delta-coded, quantised points, which neighbours share.

Lines with fewer points that look the same, and rings cut to a rectangle.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np

from ucap.charts.map.panels import Panel
from ucap.charts.map.projection import Floats, Window, project
from ucap.charts.palette import Palette
from ucap.shipped import OUTLINES

Point = tuple[float, float]
Ring = tuple[Point, ...]

BASE_MAP = OUTLINES / "world_110m.json"


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


Sides = tuple[tuple[int, float, Callable[[float, float], bool]], ...]


def clip(ring: Ring, frame: Window) -> Ring:
    """The part of a ring inside the rectangle (Sutherland and Hodgman 1974); empty if there is none."""
    sides: Sides = (
        (0, frame.left, float.__ge__),
        (0, frame.right, float.__le__),
        (1, frame.bottom, float.__ge__),
        (1, frame.top, float.__le__),
    )
    for axis, limit, is_inside in sides:
        ring = _clip_side(ring, axis, limit, is_inside)
    return ring


def _clip_side(ring: Ring, axis: int, limit: float, is_inside: Callable[[float, float], bool]) -> Ring:
    kept: list[tuple[float, float]] = []
    for start, end in zip(ring[-1:] + ring[:-1], ring, strict=True):
        if is_inside(start[axis], limit) != is_inside(end[axis], limit):
            share = (limit - start[axis]) / (end[axis] - start[axis])
            kept.append((start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])))
        if is_inside(end[axis], limit):
            kept.append(end)
    return tuple(kept)


_WIDEST_STEP = 1.0
_FINEST = 0.5


@lru_cache(maxsize=16)
def outlines(panel: Panel) -> tuple[tuple[str, tuple[Floats, ...]], ...]:
    """The countries in sight, by their codes, each with its rings on the sheet, cut to the panel.

    No finer than half a pixel or point. Rings that the edge of the projection would tear are left out.
    """
    shown = ((country.code, tuple(_rings(country, panel))) for country in countries())
    return tuple((code, rings) for code, rings in shown if rings)


def _rings(country: Country, panel: Panel) -> Iterator[Floats]:
    for ring in country.rings:
        longitudes, latitudes = np.asarray(ring).T
        x, y = project(longitudes, latitudes, panel.meridian)
        if np.abs(np.diff(x)).max() > _WIDEST_STEP or not panel.source.meets(x, y):
            continue
        inside = clip(tuple(zip(x.tolist(), y.tolist(), strict=True)), panel.source)
        if len(inside) < 3:
            continue
        drawn = simplify(np.stack(panel.on_sheet(*np.asarray((*inside, inside[0])).T), axis=1), _FINEST)
        if len(drawn) > 3:
            yield drawn


def land(palette: Palette, panels: Iterable[Panel]) -> dict[str, Any]:
    """The trace of the countries: very light, with borders in the colour of the paper, silent under the mouse."""
    gap = np.full((1, 2), np.nan)
    rings = [ring for panel in panels for _code, rings in outlines(panel) for ring in rings]
    pieces = [piece for ring in rings for piece in (ring, gap)] or [gap]
    points = np.concatenate(pieces).astype(np.float32)
    return {
        "type": "scatter",
        "name": "land",
        "x": points[:, 0].copy(),
        "y": points[:, 1].copy(),
        "mode": "lines",
        "fill": "toself",
        "fillcolor": palette.land,
        "line": {"color": palette.border, "width": 0.8},
        "hoverinfo": "skip",
    }
