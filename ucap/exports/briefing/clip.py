"""Cutting rings to a rectangle."""

from __future__ import annotations

from collections.abc import Callable

from ucap.charts.projection import Window
from ucap.charts.world import Point, Ring


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


def _clip_side(ring: Ring, axis: int, limit: float, is_inside: Callable[[float, float], bool]) -> Ring:
    kept: list[Point] = []
    for start, end in zip(ring[-1:] + ring[:-1], ring, strict=True):
        if is_inside(start[axis], limit) != is_inside(end[axis], limit):
            share = (limit - start[axis]) / (end[axis] - start[axis])
            kept.append((start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])))
        if is_inside(end[axis], limit):
            kept.append(end)
    return tuple(kept)
