"""Lines with fewer points that look the same."""

from __future__ import annotations

import numpy as np

from ucap.charts.sphere import Floats

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
