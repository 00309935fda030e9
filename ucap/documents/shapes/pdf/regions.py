"""Regions: columns of running text, as brochures and booklets have them, put one below the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ucap.documents.shapes.pdf.lines import Line, behind_gaps

_ALIGNED = 2.5
"""Points within which things stand below each other."""
_LEAST_LINES = 3
_MIDST = (0.3, 0.72)
"""Where between the edges of the text the second column may begin."""

_IsColumn = Callable[[Sequence[Line], Sequence[Line]], bool]


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that follow each other in reading order; `column` numbers the column of text that they stand in."""

    lines: Sequence[Line]
    column: int = 0


def regions_of(lines: Sequence[Line], em: float, is_column: _IsColumn) -> list[Region]:
    """The regions of a page's lines, which are in order from the top down.

    `is_column` says whether the lines on the left and the right of a gutter are columns of text that do not belong to
    each other, as labels and their values do.
    """
    for gutter in _gutters(lines, em):
        regions = list(_parted(lines, gutter, is_column))
        if len(regions) > 1:
            return regions
    return [Region(lines)]


def _gutters(lines: Sequence[Line], em: float) -> list[float]:
    """Where a second column may begin, the likeliest first."""
    if not lines:
        return []
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    low, high = (left + share * (right - left) for share in _MIDST)
    starts = [
        word.left for line in lines for word in (line.words[0], *behind_gaps(line, em)) if low <= word.left <= high
    ]
    counts = {start: sum(abs(other - start) <= _ALIGNED for other in starts) for start in starts}
    found: list[float] = []
    for start, count in sorted(counts.items(), key=lambda item: -item[1]):
        if count >= _LEAST_LINES and all(abs(start - other) > 4 * _ALIGNED for other in found):
            found.append(start)
    return found[:4]


def _parted(lines: Sequence[Line], gutter: float, is_column: _IsColumn) -> Iterator[Region]:
    """The lines in reading order, where the gutter parts some of them."""
    whole: list[Line] = []
    for stretch, is_parted in _stretches(lines, gutter):
        left = [part for line in stretch if (part := _part(line, gutter, is_right=False))]
        right = [part for line in stretch if (part := _part(line, gutter, is_right=True))]
        if not (is_parted and is_column(left, right)):
            whole += stretch
            continue
        if whole:
            yield Region(whole)
        yield Region(left, 1)
        yield Region(right, 2)
        whole = []
    if whole:
        yield Region(whole)


def _stretches(lines: Sequence[Line], gutter: float) -> Iterator[tuple[list[Line], bool]]:
    """Lines that the gutter parts, from the first in the second column on, and the lines between these."""
    stretch: list[Line] = []
    is_parted = False
    for line in lines:
        crosses = any(word.left < gutter - _ALIGNED and word.right > gutter - _ALIGNED for word in line.words)
        begins = any(abs(word.left - gutter) <= _ALIGNED for word in line.words)
        if is_parted == crosses and (crosses or begins):
            if stretch:
                yield stretch, is_parted
            stretch, is_parted = [], not crosses
        stretch.append(line)
    if stretch:
        yield stretch, is_parted


def _part(line: Line, gutter: float, *, is_right: bool) -> Line | None:
    words = [word for word in line.words if (word.left >= gutter - _ALIGNED) == is_right]
    return Line(line.page, words, line.source) if words else None
