"""Names beside points, so that none covers another: the most important first, those without room left out.

Marks at one spot are spread out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ucap.charts.text import width_px

_LINE_HEIGHT = 1.25
_INK_HEIGHT = 1.2
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
    (Christensen, Marks and Shieber 1995, section 3.1), tried with each of them as the favourite; in each try, labels
    make room for those that found no room. The try that labels most, and the more important points before the others,
    is taken.
    """
    labelled = points[:most]
    if not labelled:
        return [""] * len(points)
    boxes = np.array([[ink_box(point, position, size_px) for position in _POSITIONS] for point in labelled])
    is_possible = _is_inside(boxes, room) & ~_covers_others(boxes, np.array([_mark(point) for point in points]))
    flat = boxes.reshape(-1, 4)
    is_clash = _overlaps(flat, flat).reshape(*is_possible.shape, *is_possible.shape)
    greedy = (_greedy(is_possible, is_clash, favourite) for favourite in range(len(_POSITIONS)))
    tries = [_stepped_aside(chosen, is_possible, is_clash) for chosen in greedy]
    weights = np.arange(len(labelled), 0, -1) ** 2
    best = max(tries, key=lambda chosen: int(weights[chosen >= 0].sum()))
    names = [*_POSITIONS, ""]
    return [names[position] for position in best.tolist()] + [""] * (len(points) - len(labelled))


def _greedy(is_possible: NDArray[np.bool_], is_clash: NDArray[np.bool_], favourite: int) -> NDArray[np.int64]:
    """The index of each label's position, or -1: the favourite if it is free, else the first that is."""
    is_free = is_possible.copy()
    chosen = np.full(len(is_possible), -1)
    for index in range(len(chosen)):
        free = np.flatnonzero(is_free[index])
        if len(free):
            chosen[index] = favourite if is_free[index, favourite] else free[0]
            is_free &= ~is_clash[index, chosen[index]]
    return chosen


def _stepped_aside(
    chosen: NDArray[np.int64], is_possible: NDArray[np.bool_], is_clash: NDArray[np.bool_]
) -> NDArray[np.int64]:
    """The positions after labels have made room for those without, where they can go elsewhere."""
    for index in np.flatnonzero(chosen < 0).tolist():
        for position in np.flatnonzero(is_possible[index]).tolist():
            moved = _with(chosen, index, position, is_possible, is_clash)
            if moved is not None:
                chosen = moved
                break
    return chosen


def _with(
    chosen: NDArray[np.int64], index: int, position: int, is_possible: NDArray[np.bool_], is_clash: NDArray[np.bool_]
) -> NDArray[np.int64] | None:
    """The positions with one more label, those in its way moved; None where one of these can go nowhere."""
    labelled = np.flatnonzero(chosen >= 0)
    in_the_way = labelled[is_clash[index, position, labelled, chosen[labelled]]]
    moved = chosen.copy()
    moved[in_the_way] = -1
    moved[index] = position
    for other in in_the_way:
        standing = np.flatnonzero(moved >= 0)
        is_free = is_possible[other] & ~is_clash[other][:, standing, moved[standing]].any(axis=1)
        if not is_free.any():
            return None
        moved[other] = np.flatnonzero(is_free)[0]
    return moved


def _is_inside(boxes: NDArray[np.float64], room: tuple[float, float]) -> NDArray[np.bool_]:
    left, top, right, bottom = np.moveaxis(boxes, -1, 0)
    return np.asarray((left >= 0) & (top >= 0) & (right <= room[0]) & (bottom <= room[1]))


def _covers_others(boxes: NDArray[np.float64], marks: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which boxes, shape (labels, positions, 4), cover a mark other than their own."""
    count, position_count, _sides = boxes.shape
    covers = _overlaps(boxes.reshape(-1, 4), marks).reshape(count, position_count, len(marks))
    covers[np.arange(count), :, np.arange(count)] = False
    return np.asarray(covers.any(axis=2))


def _overlaps(boxes: NDArray[np.float64], others: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which boxes (left, top, right, bottom) overlap which others, shape (boxes, others)."""
    left, top, right, bottom = boxes.T[:, :, None]
    other_left, other_top, other_right, other_bottom = others.T[:, None, :]
    return np.asarray((left < other_right) & (other_left < right) & (top < other_bottom) & (other_top < bottom))


def _mark(point: Point) -> tuple[float, float, float, float]:
    return (point.x - point.radius, point.y - point.radius, point.x + point.radius, point.y + point.radius)


def ink_box(point: Point, position: str, size_px: float) -> NDArray[np.float64]:
    """The part of `label_box` that letters without descenders fill: what must not touch anything."""
    spare_px = size_px * (_LINE_HEIGHT - _INK_HEIGHT) / 2
    return np.asarray(label_box(point, position, size_px) + np.array([0.0, spare_px, 0.0, -spare_px]))


def label_box(point: Point, position: str, size_px: float) -> NDArray[np.float64]:
    """The box (left, top, right, bottom) of a label that stands at a position of `label_positions`."""
    right, down = _POSITIONS[position]
    half_width, half_height = width_px(point.text, size_px) / 2, size_px * _LINE_HEIGHT / 2
    # Beside the point the text stands off by the mark's radius; in a corner it does so in both directions.
    x = point.x + right * (half_width + point.radius / 0.8 + _GAP_PX)
    y = point.y + down * (half_height + point.radius / 0.8)
    return np.array([x - half_width, y - half_height, x + half_width, y + half_height])


_ROUNDS = 24
_SHOWN_SHARE = 0.8
_TURN = 2.4  # radians, the golden angle


def set_apart(
    x: NDArray[np.float64], y: NDArray[np.float64], radii: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The places of round marks, moved as little as needed so that each is seen beside the others.

    In each round, two that overlap by more than a fifth step back from each other along the line between them; those at
    one spot in directions of their own.
    """
    points = np.stack([x, y], axis=1).astype(np.float64)
    angles = _TURN * np.arange(len(points))
    points += 1e-3 * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    needed = _SHOWN_SHARE * (radii[:, None] + radii[None, :])
    np.fill_diagonal(needed, 0.0)
    for _round in range(_ROUNDS):
        offsets = points[:, None] - points[None, :]
        distances = np.maximum(np.linalg.norm(offsets, axis=2), 1e-9)
        missing = np.maximum(needed - distances, 0.0)
        if not missing.any():
            break
        points += (offsets * (missing / distances / 2)[..., None]).sum(axis=1)
    return points[:, 0], points[:, 1]
