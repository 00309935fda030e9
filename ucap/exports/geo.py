"""Cities and pairs as GeoJSON (RFC 7946), for any map."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

import numpy as np

from ucap.charts.map.projection import Floats
from ucap.exports.description import Description
from ucap.exports.view import View
from ucap.frames.frames import rows_of
from ucap.selection.places.cities import cities, pair_slug
from ucap.selection.tables import filed

_POINT_COUNT = 33
_TINY = 1e-9
_ENDS = ("europe", "china")
_OF_A_PLAN = ["plan", "title", "position", "written", "is_lead"]
Position = tuple[float, float]


def write_geojson(view: View, description: Description, out: IO[bytes]) -> None:
    """A feature for each city (a point) and each pair (a great circle), with what all its plans share and their ids.

    Its `id` is the slug under which pages and interface know it: `rome`, `panjin~rome`. Where a place is not known the
    feature has no geometry, as RFC 7946 (section 3.2) has it. The description is a further member of the collection.
    """
    about = json.dumps(description.as_json(), ensure_ascii=False)
    out.write(f'{{"type": "FeatureCollection",\n"description": {about},\n"features": ['.encode())
    for index, feature in enumerate(_features(view)):
        out.write(b",\n" if index else b"\n")
        out.write(json.dumps(feature, ensure_ascii=False, allow_nan=False).encode())
    out.write(b"\n]}\n")


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
    known = cities(view.scene.coverage)
    for label, row in _distinct(view, "cities", ["city"]):
        yield _feature(known.slug_of[label[0]], row, _point(row))
    for ends, row in _distinct(view, "pairs", ["china_city", "europe_city"]):
        yield _feature(pair_slug(known, *ends), row, _line(row))


def _distinct(view: View, name: str, key: list[str]) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Each thing of a frame once, by its label or labels: what its plans share, and which plans they are."""
    rows = view.frames[name]
    plans = rows.drop_duplicates([*key, "plan"]).groupby(key, sort=False)["plan"].agg(list)
    firsts = rows.drop_duplicates(key)
    shared = filed(name, firsts, view.frames, view.scene.coverage).drop(columns=_OF_A_PLAN, errors="ignore")
    labels = firsts[key].itertuples(index=False, name=None)
    for label, row, ids in zip(labels, rows_of(shared), plans, strict=True):
        yield label, {"frame": name, **row, "plan_count": len(ids), "plans": ids}


def _feature(slug: str, row: dict[str, Any], geometry: dict[str, Any] | None) -> dict[str, Any]:
    return {"type": "Feature", "id": slug, "geometry": geometry, "properties": row}


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
