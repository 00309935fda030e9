"""The countries of our own base map as plain rings.

The map is `static/world_110m.json`, a TopoJSON file (https://github.com/topojson/topojson-specification): arcs
of delta-coded, quantised points, which neighbours share.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Ring = tuple[Point, ...]

BASE_MAP = Path(__file__).parents[2] / "static" / "world_110m.json"


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
