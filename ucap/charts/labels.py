"""Names beside points, so that none covers another: the most important first, those without room left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ucap.charts.text import width_px

_LINE_HEIGHT = 1.25
_GAP_PX = 3.0
# Where Plotly can put a text, best first, and how far its box lies left or right of and above or below the point.
_POSITIONS: dict[str, tuple[float, float]] = {
    "middle right": (1, 0),
    "middle left": (-1, 0),
    "top center": (0, -1),
    "bottom center": (0, 1),
    "top right": (1, -1),
    "bottom right": (1, 1),
    "top left": (-1, -1),
    "bottom left": (-1, 1),
}


class Point(NamedTuple):
    """A point to be labelled: its place (x to the right, y downwards) and the radius of its mark, all in pixels."""

    x: float
    y: float
    radius: float
    text: str


def label_positions(points: Sequence[Point], most: int, size_px: float, room: tuple[float, float]) -> list[str]:
    """Where the label of each point stands (a value of Plotly's `textposition`), or "" where there is no room for it.

    `points` come in the order of their importance; the first `most` may have labels. No label overlaps another label or
    any point, and none leaves the area of width x height pixels that is `room`. Greedy over eight positions
    (Christensen, Marks and Shieber 1995, section 3.1).
    """
    taken = np.array([_mark(point) for point in points], dtype=np.float64).reshape(-1, 4)
    found: list[str] = []
    for index, point in enumerate(points[:most]):
        others = np.delete(taken, index, axis=0)
        position = next((p for p in _POSITIONS if _is_free(label_box(point, p, size_px), others, room)), "")
        found.append(position)
        if position:
            taken = np.vstack([taken, label_box(point, position, size_px)])
    return found + [""] * (len(points) - len(found))


def _mark(point: Point) -> tuple[float, float, float, float]:
    return (point.x - point.radius, point.y - point.radius, point.x + point.radius, point.y + point.radius)


def label_box(point: Point, position: str, size_px: float) -> NDArray[np.float64]:
    """The box (left, top, right, bottom) of a label that stands at a position of `label_positions`."""
    right, down = _POSITIONS[position]
    half_width, half_height = width_px(point.text, size_px) / 2, size_px * _LINE_HEIGHT / 2
    # Beside the point the text stands off by the mark's radius; in a corner it does so in both directions.
    x = point.x + right * (half_width + point.radius / 0.8 + _GAP_PX)
    y = point.y + down * (half_height + point.radius / 0.8)
    return np.array([x - half_width, y - half_height, x + half_width, y + half_height])


def _is_free(box: NDArray[np.float64], taken: NDArray[np.float64], room: tuple[float, float]) -> bool:
    left, top, right, bottom = box
    if left < 0 or top < 0 or right > room[0] or bottom > room[1]:
        return False
    overlaps = (taken[:, 0] < right) & (taken[:, 2] > left) & (taken[:, 1] < bottom) & (taken[:, 3] > top)
    return not overlaps.any()
