"""Tables within a cell, such as activities by date, place and what happened: each of their rows is one paragraph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ucap.documents.draft import Column
from ucap.documents.lists.paragraphs import Paragraph
from ucap.documents.shapes.pdf.bands import cells_of
from ucap.documents.shapes.pdf.lines import Line
from ucap.documents.shapes.pdf.rulings import Rulings
from ucap.documents.tables import GridRow
from ucap.documents.traced import Traced
from ucap.documents.wrapping import joined

_SLACK = 2.0
RISE = 0.3
"""In em: so far above its base is the middle of a line."""
_LEAST_ROWS = 2
_MOST_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class Strip:
    """Lines of a cell that follow each other: text, or one row of a table within the cell with its cells."""

    lines: Sequence[Line]
    cells: Sequence[Sequence[Line]] = ()

    def row(self) -> GridRow:
        """The row of a table, each of its cells one paragraph."""
        return [[Paragraph(joined(line.traced for line in cell))] if cell else [] for cell in self.cells]


def item_of(row: GridRow) -> Column:
    """The row of a table as an item: what happened stands after a colon, as in `May 2018, Lyon: Workshop`."""
    *before, last = [cell[0].text for cell in row if cell]
    return [Paragraph(Traced.join([Traced.join(before, ", "), last], ": "), "bullet")]


def strips_of(cell: Sequence[Line], rulings: Mapping[int, Rulings], em: float) -> list[Strip]:
    """A cell's lines, parted where tables begin and end and where their rows do."""
    strips: list[Strip] = []
    for page, group in groupby(cell, lambda line: line.page):
        lines = list(group)
        columns_overleaf = len(strips[-1].cells) if strips else 0
        for strip in _ruled(lines, rulings.get(page, Rulings()), em, columns_overleaf) or [Strip(lines)]:
            if strips and not (strips[-1].cells or strip.cells):
                strips[-1] = Strip([*strips[-1].lines, *strip.lines])
            else:
                strips.append(strip)
    return strips


def _ruled(lines: Sequence[Line], rulings: Rulings, em: float, columns_overleaf: int) -> list[Strip]:
    """The strips of a cell with ruling lines in it; none where there is no table.

    A single row is one if it goes on with a table on the page before, which has `columns_overleaf`.
    """
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    inside = [line for line in rulings.upright if left < line.at < right]
    borders = [line for line in inside if _parts_words(lines, line.at, line.low, line.high, em)]
    if not borders or len(borders) > _MOST_COLUMNS:
        return []
    low, high = min(line.low for line in borders), max(line.high for line in borders)
    heights = sorted(
        {
            line.at
            for line in rulings.across
            if low - _SLACK <= line.at <= high + _SLACK and line.low <= borders[0].at <= line.high
        },
        reverse=True,
    )
    places = tuple(sorted({round(line.at, 1) for line in borders}))
    strips = []
    for number, group in groupby(lines, lambda line: _strip_number(line, heights, low, high, em)):
        held = list(group)
        strips.append(Strip(held) if number is None else Strip(held, cells_of(held, places)))
    goes_on = columns_overleaf == len(places) + 1
    return strips if sum(bool(strip.cells) for strip in strips) >= (1 if goes_on else _LEAST_ROWS) else []


def _parts_words(lines: Sequence[Line], at: float, low: float, high: float, em: float) -> bool:
    """Whether an upright line has words on its left and on its right, and runs through none."""
    beside = [word for line in lines if low <= line.base + RISE * em <= high for word in line.words]
    return any(word.right <= at + _SLACK for word in beside) and any(word.left >= at - _SLACK for word in beside)


def _strip_number(line: Line, heights: Sequence[float], low: float, high: float, em: float) -> int | None:
    """Which row of the table a line stands in; None outside it."""
    middle = line.base + RISE * em
    return sum(height > middle for height in heights) if low <= middle <= high else None
