"""Cities and pairs as GeoJSON (RFC 7946), for any map."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

import numpy as np

from ucap.charts.map.arcs import great_circles
from ucap.charts.map.projection import Floats
from ucap.exports.description import Description
from ucap.exports.view import View, rows_of

_POINT_COUNT = 33
_ENDS = ("europe", "china")
Position = tuple[float, float]


def write_geojson(view: View, description: Description, out: IO[bytes]) -> None:
    """A feature for each row of the frames `cities` (points) and `pairs` (great circles), with the row as properties.

    Where a place is not known the feature has no geometry, as RFC 7946 (section 3.2) has it. The description is a
    further member of the collection.
    """
    about = json.dumps(description.as_json(), ensure_ascii=False)
    out.write(f'{{"type": "FeatureCollection",\n"description": {about},\n"features": ['.encode())
    for index, feature in enumerate(_features(view)):
        out.write(b",\n" if index else b"\n")
        out.write(json.dumps(feature, ensure_ascii=False, allow_nan=False).encode())
    out.write(b"\n]}\n")


def cut_at_antimeridian(longitudes: Floats, latitudes: Floats) -> list[list[Position]]:
    """The line in pieces, none of which crosses the antimeridian (RFC 7946, section 3.1.9).

    Args:
        longitudes: degrees that run on over 180, neighbours less than 180 apart.
        latitudes: degrees, as many.
    """
    turns = np.floor((longitudes + 180.0) / 360.0)
    pieces: list[list[Position]] = [[]]
    for index, (longitude, latitude) in enumerate(zip(longitudes.tolist(), latitudes.tolist(), strict=True)):
        if index and turns[index] != turns[index - 1]:
            edge = 360.0 * max(turns[index], turns[index - 1]) - 180.0
            crossing = float(np.interp(edge, *_ascending(longitudes, latitudes, index)))
            is_eastward = turns[index] > turns[index - 1]
            pieces[-1].append((180.0 if is_eastward else -180.0, crossing))
            pieces.append([(-180.0 if is_eastward else 180.0, crossing)])
        within = longitude - 360.0 * float(turns[index])
        # A longitude of almost 180 may be rounded over the edge.
        pieces[-1].append((min(max(within, -180.0), 180.0), latitude))
    return pieces


def _ascending(longitudes: Floats, latitudes: Floats, index: int) -> tuple[Floats, Floats]:
    """The two ends of the step that leads to a point, in the order that interpolation wants."""
    order = slice(index - 1, index + 1) if longitudes[index] > longitudes[index - 1] else [index, index - 1]
    return longitudes[order], latitudes[order]


def _features(view: View) -> Iterator[dict[str, Any]]:
    for row in rows_of(view.frames.cities):
        yield _feature("cities", row, _point(row))
    for row in rows_of(view.frames.pairs):
        yield _feature("pairs", row, _line(row))


def _feature(frame: str, row: dict[str, Any], geometry: dict[str, Any] | None) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": {"frame": frame, **row}}


def _point(row: dict[str, Any]) -> dict[str, Any] | None:
    if row["longitude"] is None or row["latitude"] is None:
        return None
    return {"type": "Point", "coordinates": (row["longitude"], row["latitude"])}


def _line(row: dict[str, Any]) -> dict[str, Any] | None:
    ends = [(row[f"{side}_longitude"], row[f"{side}_latitude"]) for side in _ENDS]
    if None in (value for end in ends for value in end):
        return None
    longitudes, latitudes = great_circles(np.array(ends[:1]), np.array(ends[1:]), _POINT_COUNT)
    pieces = cut_at_antimeridian(longitudes[0], latitudes[0])
    if len(pieces) == 1:
        return {"type": "LineString", "coordinates": pieces[0]}
    return {"type": "MultiLineString", "coordinates": pieces}
