"""The bands of a ruled table: what stands between two lines that run across its columns, and its upright borders.

A band is usually a row. Lines that do not reach from the table's edge over the whole column of labels (underlined and
struck-out words, tables within a cell) end no band.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ucap.documents.shapes.pdf.lines import Line
from ucap.documents.shapes.pdf.rulings import Ruling, Rulings
from ucap.documents.shapes.pdf.words import Word

_SLACK = 4.0
"""Points by which a line may miss the border that it reaches."""
_NARROWEST = 16.0
"""Points; a column that is narrower is the table's frame."""
_LEAST_WIDTH = 60.0
_LEAST_HEIGHT = 5.0
_UPRIGHT_SHARE = 0.8
"""An upright line parts the cells of a band if it runs along so much of it."""
_WIDE_SHARE = 0.6
"""A line with no upright border beside it ends a band if it is so much as wide as the table."""


@dataclass(frozen=True, slots=True)
class Band:
    """A horizontal strip of a table between two ruling lines; `borders` are the upright lines between its columns.

    `inner` are the lines across a part of it, which may be those of a table within a cell.
    """

    top: float
    bottom: float
    left: float
    right: float
    borders: tuple[float, ...]
    inner: Rulings

    def is_divided(self, border: float) -> bool:
        """Whether lines run across what stands behind a border, or beside it: a table within the cell."""
        if any(border < other < border + _NARROWEST for other in self.borders):
            return True
        middle = (border + self.right) / 2
        return any(line.low <= middle <= line.high and line.low >= border - _SLACK for line in self.inner.across)

    def holds(self, line: Line, rise: float) -> bool:
        """Whether a line of text stands in it; its letters' middle is `rise` points above its base."""
        return self.bottom < line.base + rise < self.top


def bands_of(rulings: Rulings, text_right: float) -> list[Band]:
    """The bands of a page's table from the top down; none without lines across it.

    Where only the column of labels is framed or shaded, the bands run on to where the text ends.
    """
    across = [line for line in rulings.across if line.high - line.low >= _LEAST_WIDTH]
    if not across:
        return []
    left = min(line.low for line in across)
    edges = [line for line in across if _ends_band(line, left, max(line.high for line in across), rulings.upright)]
    right = max((line.high for line in edges), default=left)
    if right - left < _WIDE_SHARE * (text_right - left):
        right = text_right + 2 * _SLACK
    bands = []
    for top, bottom in _between(edges, rulings.upright):
        borders = tuple(
            line.at
            for line in rulings.upright
            if left + _NARROWEST < line.at < right - _NARROWEST and _covers(line, bottom, top)
        )
        inner = Rulings(
            [line for line in across if bottom + _SLACK < line.at < top - _SLACK],
            [line for line in rulings.upright if min(top, line.high) - max(bottom, line.low) >= _LEAST_HEIGHT],
        )
        bands.append(Band(top, bottom, left, right, borders, inner))
    return bands


def _ends_band(line: Ruling, left: float, right: float, upright: Sequence[Ruling]) -> bool:
    """Whether a line runs from the table's left edge at least over the column of labels."""
    if line.low > left + _SLACK:
        return False
    beside = [
        other.at
        for other in upright
        if other.at > left + 4 * _SLACK and other.low - _SLACK <= line.at <= other.high + _SLACK
    ]
    return line.high >= min(beside, default=left + _WIDE_SHARE * (right - left)) - _SLACK


def _between(edges: Sequence[Ruling], upright: Sequence[Ruling]) -> Iterator[tuple[float, float]]:
    """The heights between which bands lie; upright lines that reach beyond the last edge are those of one more."""
    heights = [line.at for line in edges]
    if not heights:
        return
    highest = max((line.high for line in upright), default=0.0)
    lowest = min((line.low for line in upright), default=heights[-1])
    if highest > heights[0] + 2 * _LEAST_HEIGHT:
        heights.insert(0, highest)
    if lowest < heights[-1] - 2 * _LEAST_HEIGHT:
        heights.append(lowest)
    yield from ((top, bottom) for top, bottom in pairwise(heights) if top - bottom >= _LEAST_HEIGHT)


def _covers(line: Ruling, bottom: float, top: float) -> bool:
    """Whether an upright line runs along a band."""
    return min(top, line.high) - max(bottom, line.low) >= _UPRIGHT_SHARE * (top - bottom)


def parted(line: Line, borders: Sequence[float]) -> list[Line | None]:
    """The parts of a line between the borders; one more part than there are borders."""
    parts: list[list[Word]] = [[] for _part in range(len(borders) + 1)]
    for word in line.words:
        parts[bisect_left(borders, word.left + 1.0)].append(word)
    return [Line(line.page, words, line.source) if words else None for words in parts]


def cells_of(lines: Sequence[Line], borders: Sequence[float]) -> list[list[Line]]:
    """Lines cell by cell: the columns between the borders."""
    cells: list[list[Line]] = [[] for _cell in range(len(borders) + 1)]
    for line in lines:
        for index, part in enumerate(parted(line, borders)):
            if part:
                cells[index].append(part)
    return cells
