"""Text that remembers where in the document each of its characters stood.

Arithmetic with ranges of a text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Traced:
    """A text together with the half-open ranges `[start, end)` of the document's text that it was made of.

    `spans` stand in reading order. Between two spans that do not touch, `text` has one space (or the
    joiner that `join` was given), so that torn cells read as one sentence. `starts[i]` is the offset in
    `text` at which `spans[i]` begins.
    """

    text: str
    spans: tuple[Span, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, source: str, start: int, end: int) -> Traced:
        """The range `[start, end)` of `source`."""
        return cls(source[start:end], ((start, end),), (0,)) if end > start else EMPTY

    @classmethod
    def join(cls, parts: Iterable[Traced], joiner: str = " ") -> Traced:
        """The parts one after the other, with `joiner` (which stands nowhere in the document) between."""
        kept = [part for part in parts if part.text]
        if len(kept) < 2:
            return kept[0] if kept else EMPTY
        starts: list[int] = []
        offset = 0
        for part in kept:
            starts.extend(offset + start for start in part.starts)
            offset += len(part.text) + len(joiner)
        text = joiner.join(part.text for part in kept)
        return cls(text, tuple(span for part in kept for span in part.spans), tuple(starts))

    def __bool__(self) -> bool:
        """Whether there is any text."""
        return bool(self.text)

    def __len__(self) -> int:
        """The number of characters."""
        return len(self.text)

    def __str__(self) -> str:
        """The text with all white space folded to single spaces: the form in which values are recorded."""
        return " ".join(self.text.split())

    def cut(self, start: int = 0, end: int | None = None) -> Traced:
        """The part `[start, end)` of `text`, counted in `text`; the offsets of a match of `re` fit."""
        end = len(self.text) if end is None else min(end, len(self.text))
        if start == 0 and end == len(self.text):
            return self
        if end <= start:
            return EMPTY
        if len(self.spans) == 1:
            first = self.spans[0][0]
            return Traced(self.text[start:end], ((first + start, first + end),), (0,))
        spans: list[Span] = []
        starts: list[int] = []
        for index in range(max(0, bisect_right(self.starts, start) - 1), len(self.starts)):
            at, (low, high) = self.starts[index], self.spans[index]
            if at >= end:
                break
            left, right = max(start, at), min(end, at + high - low)
            if right > left:
                spans.append((low + left - at, low + right - at))
                starts.append(left - start)
        return Traced(self.text[start:end], tuple(spans), tuple(starts))

    def between(self, signs: Sequence[Span]) -> list[Traced]:
        """The parts before, between and behind signs, whose ranges in `text` are given in order."""
        return [self.cut(*part) for part in between(signs, 0, len(self))]

    def moved(self, offset: int) -> Traced:
        """The same with all ranges moved by so many characters."""
        return replace(self, spans=tuple((start + offset, end + offset) for start, end in self.spans))

    def strip(self, characters: str | None = None) -> Traced:
        """Without the given characters (white space if none are given) at both ends."""
        bare = self.text.strip(characters)
        if len(bare) == len(self.text):
            return self
        left = len(self.text) - len(self.text.lstrip(characters))
        return self.cut(left, left + len(bare))


EMPTY = Traced("", (), ())


_BEYOND = 2**62
LINE = re.compile(r"\S(?:[^\n\f]*\S)?")
"""What stands in a line, without the white space around it: `Area (km²)` of ` Area (km²) `."""
BLANKS = r"(?:(?<!\s)\s+)?"
"""In a pattern: the white space before a sign at which a text is parted, each run of which is looked at once."""


def between(signs: Sequence[Span], start: int, end: int) -> list[Span]:
    """The ranges from `start` to `end` before, between and behind signs in order, empty ones included."""
    edges = [start, *(edge for sign in signs for edge in sign), end]
    return list(zip(edges[::2], edges[1::2], strict=True))


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
    """What is left of the ranges without `taken`, which is in order and without overlaps."""
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


def within(spans: Iterable[Span], low: int, high: int) -> Iterator[Span]:
    """What of the ranges lies in `[low, high)`, counted from `low`."""
    clipped = ((max(start, low), min(end, high)) for start, end in spans)
    return ((start - low, end - low) for start, end in clipped if start < end)


def holding(spans: Sequence[Span], position: int) -> Span | None:
    """The one of the ranges, which are in order and without overlaps, that holds a position."""
    index = bisect_right(spans, (position, _BEYOND)) - 1
    return spans[index] if index >= 0 and position < spans[index][1] else None
