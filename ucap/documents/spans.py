"""Arithmetic with ranges of a text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from ucap.documents.traced import Span

_BEYOND = 2**62


def merged(spans: Iterable[Span]) -> list[Span]:
    """The ranges in order, overlapping ones as one."""
    ranges: list[Span] = []
    for start, end in sorted(spans):
        if ranges and start < ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], max(ranges[-1][1], end))
        else:
            ranges.append((start, end))
    return ranges


def without(spans: Iterable[Span], taken: Sequence[Span]) -> Iterator[Span]:
    """What is left of the ranges apart from `taken`, which is in order and without overlaps."""
    for start, end in spans:
        low = start
        index = max(0, bisect_left(taken, (start, start)) - 1)
        while index < len(taken) and taken[index][0] < end:
            if taken[index][1] > low:
                if taken[index][0] > low:
                    yield low, taken[index][0]
                low = taken[index][1]
            index += 1
        if low < end:
            yield low, end


def holding(spans: Sequence[Span], position: int) -> Span | None:
    """The one of the ranges, which are in order and without overlaps, that holds a position."""
    index = bisect_right(spans, (position, _BEYOND)) - 1
    return spans[index] if index >= 0 and position < spans[index][1] else None
