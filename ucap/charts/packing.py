"""Lanes in which intervals do not overlap."""

from __future__ import annotations

import heapq
from collections.abc import Sequence


def lanes(starts: Sequence[float], ends: Sequence[float]) -> list[int]:
    """The lane of each interval `[start, end)`, counted from 0; as few lanes as can be.

    Greedy by start, each into the lowest free lane: the number of lanes is the largest number of intervals that share a
    point (interval partitioning: Kleinberg and Tardos, Algorithm Design, section 4.1).
    """
    assigned = [0] * len(starts)
    free: list[int] = []
    busy: list[tuple[float, int]] = []
    for index in sorted(range(len(starts)), key=lambda one: (starts[one], ends[one])):
        while busy and busy[0][0] <= starts[index]:
            heapq.heappush(free, heapq.heappop(busy)[1])
        assigned[index] = heapq.heappop(free) if free else len(busy)
        heapq.heappush(busy, (ends[index], assigned[index]))
    return assigned
