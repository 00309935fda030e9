"""The countries of our own base map as plain rings, cut to what a map of the plans has to show.

The map is `static/world_110m.json`, a TopoJSON file (https://github.com/topojson/topojson-specification): arcs
of delta-coded, quantised points, which neighbours share. The projection is Equal Earth
(Šavrič, Patterson and Jenny 2018, doi:10.1080/13658816.2018.1504949), which keeps areas comparable.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Ring = tuple[Point, ...]

BASE_MAP = Path(__file__).parents[2] / "static" / "world_110m.json"
_SMALLEST_HEIGHT = 0.25
_EQUAL_EARTH = (1.340264, -0.081106, 0.000893, 0.003796)


@dataclass(frozen=True, slots=True)
class Country:
    """The land of one country. `code` is as in the base map (ISO 3166 alpha-3 where there is one)."""

    code: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """A rectangle of the projected plane, in radii of the globe; north is up."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def aspect(self) -> float:
        """Width by height."""
        return (self.right - self.left) / (self.top - self.bottom)


def project(longitude: float, latitude: float) -> Point:
    """Degrees (WGS 84) to the plane of Equal Earth, in radii of the globe, x to the east and y to the north."""
    a1, a2, a3, a4 = _EQUAL_EARTH
    theta = asin(sqrt(3) / 2 * sin(radians(latitude)))
    squared = theta * theta
    slope = 9 * a4 * squared**4 + 7 * a3 * squared**3 + 3 * a2 * squared + a1
    x = 2 * sqrt(3) * radians(longitude) * cos(theta) / (3 * slope)
    return x, theta * (a4 * squared**4 + a3 * squared**3 + a2 * squared + a1)


def window(points: Sequence[Point], aspect: float, margin: float = 0.12) -> Window:
    """A rectangle of the given aspect around the projected points, with a margin as a share of its size.

    It is never so small that the base map, drawn for the whole world, would look coarse in it.
    """
    xs, ys = [x for x, _ in points], [y for _, y in points]
    middle_x, middle_y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    height = max(max(ys) - min(ys), (max(xs) - min(xs)) / aspect, _SMALLEST_HEIGHT) * (1 + 2 * margin)
    half_x, half_y = height * aspect / 2, height / 2
    return Window(middle_x - half_x, middle_y - half_y, middle_x + half_x, middle_y + half_y)


def clip(ring: Ring, frame: Window) -> Ring:
    """The part of a ring inside the rectangle (Sutherland and Hodgman 1974); empty if there is none."""
    sides: tuple[tuple[int, float, Callable[[float, float], bool]], ...] = (
        (0, frame.left, float.__ge__),
        (0, frame.right, float.__le__),
        (1, frame.bottom, float.__ge__),
        (1, frame.top, float.__le__),
    )
    for axis, limit, is_inside in sides:
        ring = _clip_side(ring, axis, limit, is_inside)
    return ring


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


def _clip_side(ring: Ring, axis: int, limit: float, is_inside: Callable[[float, float], bool]) -> Ring:
    kept: list[Point] = []
    for start, end in zip(ring[-1:] + ring[:-1], ring, strict=True):
        if is_inside(start[axis], limit) != is_inside(end[axis], limit):
            share = (limit - start[axis]) / (end[axis] - start[axis])
            kept.append((start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])))
        if is_inside(end[axis], limit):
            kept.append(end)
    return tuple(kept)
