"""Great circles: the shortest way between two cities, drawn on the sphere."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

EARTH_RADIUS_KM = 6371.0088
_TINY = 1e-9
Floats = NDArray[np.float64]


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
