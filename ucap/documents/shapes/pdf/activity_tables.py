"""Tables of activities that stand on a page by themselves: below a heading, and not in a cell of the template's table.

    Wanneer (date)      Activiteit (activity)      Product (output)
    21 november 2018    Signing of the plan        one letter

The first row says what the columns hold. Ruling lines part its cells, or else the columns begin where their heads do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from ucap.documents.draft import FoundTable
from ucap.documents.labels.heads import heads_kinds
from ucap.documents.shapes.pdf.bands import cells_of, parted
from ucap.documents.shapes.pdf.lines import Line
from ucap.documents.shapes.pdf.nested import RISE, Strip, strips_of
from ucap.documents.shapes.pdf.rulings import Ruling, Rulings
from ucap.documents.tables import is_date, table_items, whole
from ucap.documents.traced import Traced

_INDENT = 4.0
"""How far, in em, such a table may stand to the right of the text's left edge."""
_ALIGNED = 2.5
"""Points within which things stand below each other."""
_LEAST_ROWS = 3
"""The heads, and two activities."""
_FARTHEST = 3.0
"""In em: a line so far below the others of a table without ruling lines is none of it."""


@dataclass(frozen=True, slots=True)
class ActivityTable:
    """A table: its lines, and what a draft has of it."""

    lines: Sequence[Line]
    found: FoundTable


def activity_tables(pages: Sequence[Sequence[Line]], rulings: Mapping[int, Rulings], em: float) -> list[ActivityTable]:
    """The tables of activities on pages, whose lines and ruling lines are given, in order."""
    found: list[ActivityTable] = []
    taken: set[int] = set()
    for number, lines in enumerate(pages):
        left = min((line.left for line in lines), default=0.0)
        for position, line in enumerate(lines):
            if line.words[0].start in taken or line.left > left + _INDENT * em or not _is_head(line, em):
                continue
            if table := _ruled(pages, number, position, rulings, em) or _plain(lines[position:], em):
                found.append(table)
                taken.update(line.words[0].start for line in table.lines)
    return [table for table in found if _is_by_itself(table)]


def _is_head(line: Line, em: float) -> bool:
    """Whether a line has the heads of the columns of a table of activities, with gaps between them."""
    return bool(heads_kinds([run.text for run in line.runs(em)]))


def _ruled(
    pages: Sequence[Sequence[Line]], number: int, position: int, rulings: Mapping[int, Rulings], em: float
) -> ActivityTable | None:
    """The table whose heads are a line of a page, its rows between ruling lines; it may go on overleaf."""
    lines = pages[number][position:]
    height = lines[0].base + RISE * em
    upright = [line for line in rulings[number].upright if line.low <= height <= line.high]
    lowest = min((line.low for line in upright), default=height)
    held = list(takewhile(lambda line: line.base + RISE * em > lowest, lines))
    places = [line.at for line in upright]
    if len(held) == len(lines) and number + 1 < len(pages):
        below = rulings[number + 1].upright
        over = _topmost([line for line in below if any(abs(line.at - place) < _ALIGNED for place in places)])
        top, bottom = max((line.high for line in over), default=0.0), min((line.low for line in over), default=0.0)
        if len(over) >= len(places):
            held += takewhile(lambda line: bottom < line.base + RISE * em < top, pages[number + 1])
    strips = strips_of(held, rulings, em)
    return _table(held, strips) if all(strip.cells for strip in strips) else None


def _topmost(upright: Sequence[Ruling]) -> list[Ruling]:
    """The upright lines of the topmost table of those with the same columns."""
    first = max(upright, key=lambda line: line.high, default=None)
    return [line for line in upright if first and line.high > first.low]


def _plain(lines: Sequence[Line], em: float) -> ActivityTable | None:
    """The table whose heads are the first line, its columns where these begin, without ruling lines."""
    heads = lines[0].runs(em)
    kinds = heads_kinds([head.text for head in heads])
    borders = tuple(head.left - _ALIGNED for head in heads[1:])
    lead, account = kinds.index("lead"), kinds.index("")
    rows: list[list[Line]] = [[lines[0]]]
    for before, line in pairwise(lines):
        cells = parted(line, borders)
        if before.base - line.base > _FARTHEST * em or _runs_over(line, borders, em):
            break
        is_full = cells[lead] is not None and cells[account] is not None
        goes_on = _completes(rows[-1], line, lead, borders)
        begins = cells[0] is not None if kinds[0] == "number" else is_full and not goes_on
        if begins:
            rows.append([line])
        elif len(rows) > 1:
            rows[-1].append(line)
        else:
            return None
    strips = [Strip(row, cells_of(row, borders)) for row in rows]
    dates = [strip.row()[lead] for strip in strips[1:]]
    if not dates or not is_date(whole(dates[0]).text):
        return None
    return _table([line for row in rows for line in row], strips)


def _runs_over(line: Line, borders: Sequence[float], em: float) -> bool:
    """Whether words of a line run from one column into the next, as those of a paragraph do."""
    return any(run.left < border < run.right - _ALIGNED for run in line.runs(em) for border in borders)


def _completes(row: Sequence[Line], line: Line, lead: int, borders: Sequence[float]) -> bool:
    """Whether a line goes on with the date of a row: `12–13 November` above `2020`."""
    before, after = (
        Traced.join(part.traced for one in some if (part := parted(one, borders)[lead])) for some in (row, [*row, line])
    )
    return not is_date(before.text) and is_date(after.text)


def _table(lines: Sequence[Line], strips: Sequence[Strip]) -> ActivityTable | None:
    if len(strips) < _LEAST_ROWS:
        return None
    first, *others = (strip.row() for strip in strips)
    head = Traced.join(map(whole, first))
    rows = [row for row in others if Traced.join(map(whole, row)).text != head.text]  # overleaf, the heads come again
    if 1 + len(rows) < _LEAST_ROWS:
        return None
    words = [word for line in lines for word in line.words]
    span = min(word.start for word in words), max(word.end for word in words)
    return ActivityTable(lines, FoundTable(span, head, table_items([first, *rows])))


def _is_by_itself(table: ActivityTable) -> bool:
    """Whether nothing else stands in the range of the text that a table takes."""
    source = table.lines[0].source
    own = [source[word.start : word.end] for line in table.lines for word in line.words]
    return sum(map(len, source[slice(*table.found.span)].split())) == sum(map(len, "".join(own).split()))
