"""Population and size: a figure for each side, from a column each or from columns that ran together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from ucap.documents.model import Cell
from ucap.documents.traced import Traced
from ucap.gazetteer import gazetteer
from ucap.plan.record import Side
from ucap.reading.ledger import Read
from ucap.reading.values.numbers import Figure, find_figures, split_figure

_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_QUALIFIER = re.compile(
    r"(?:over|about|approx(?:imately)?\.?|around|ca\.?|circa|c\.|more\s+than|less\s+than|nearly|almost|some|roughly|[~≈><±])\s*$",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<!\S)(?:[^\W\d_a-z][\w'’.-]*\s?){1,3}:?\s*$")
_PLUS = re.compile(r"[^\d+]*(?:\+|\bplus\b)[^\d+]*")
_TOTAL_BEFORE = re.compile(r"\b(?:total|together|altogether|overall|sum|combined)\b[^\d;,.]*$", re.IGNORECASE)
_TOTAL_BEHIND = re.compile(r"\s*\(?(?:in\s+)?(?:total|altogether|together|combined)\b", re.IGNORECASE)
_SAME_COLUMN = re.compile(r"[,;/+&]|\band\b")
_LARGEST = 2e9

Figures = dict[Side, Read[float | None]]
"""The figure of each side that the row speaks of; None where it says that there is none (`N/A`)."""


def read_figures(
    cells: Sequence[Cell], sides: tuple[Side, Side], expected: Mapping[Side, float], city_counts: Mapping[Side, int]
) -> Figures:
    """The figures of a row.

    Args:
        cells: one cell a column, or a single one for both.
        sides: which side stands in which column.
        expected: the order of magnitude for each side, for figures that ran together.
        city_counts: how many cities each side has. As many figures in a cell are added up, and so are those of
            `Graz: 290,000; Linz: 205,000` and `0.2 + 0.3 million`.
    """
    if len(cells) > 1:
        columns = zip(sides, cells, strict=False)
        return {side: _of_column(cell.text, city_counts.get(side, 0)) for side, cell in columns if cell.blocks}
    return _of_collapsed(cells[0].text, sides, expected, city_counts) if cells else {}


def _of_column(text: Traced, city_count: int) -> Read[float | None]:
    return Read(_total(text.text, _figures(text.text), city_count), (("", text),))


def _total(text: str, found: Sequence[Figure], city_count: int) -> float | None:
    """The first figure; or what is said to be the total, or the sum, where there is one for each of several cities."""
    known = [figure for figure in found if figure.value is not None]
    if len(known) < 2:
        return next((figure.value for figure in found), None)
    ends = [0, *(figure.end for figure in known)]
    for end, figure in zip(ends, known, strict=False):
        if _TOTAL_BEFORE.search(text[end : figure.start]) or _TOTAL_BEHIND.match(text, figure.end):
            return figure.value
    values = [figure.value or 0.0 for figure in known]
    is_sum = len(known) == city_count or _are_added(text, known) or _are_of_cities(text, known)
    return round(sum(values), 3) if is_sum else values[0]


def _are_added(text: str, known: Sequence[Figure]) -> bool:
    """Whether there is a plus sign between all figures."""
    return all(_PLUS.fullmatch(text, one.end, two.start) for one, two in pairwise(known))


def _are_of_cities(text: str, known: Sequence[Figure]) -> bool:
    """Whether each figure has the name of one city before it, or each has one behind it."""
    edges = [0, *(edge for figure in known for edge in (figure.start, figure.end)), len(text)]
    gaps = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    has_one_name = [len(gazetteer().mentions(gap)) == 1 for gap in gaps]
    return all(has_one_name[:-1]) or all(has_one_name[1:])


def _of_collapsed(
    text: Traced, sides: tuple[Side, Side], expected: Mapping[Side, float], city_counts: Mapping[Side, int]
) -> Figures:
    found = _figures(text.text)
    if len(found) == 1 and found[0].value:
        found = _split_if_run_together(found[0], (expected[sides[0]], expected[sides[1]]))
    columns = _columns(text.text, found)
    if len(columns) < 2:
        return {sides[0]: Read(_total(text.text, found, city_counts.get(sides[0], 0)), (("", text),))} if found else {}
    middle = _boundary(text.text, columns[0][-1], columns[1][0])
    parts = (text.cut(0, middle).strip(), text.cut(middle).strip())
    alone = (text.text[:middle], " " * middle + text.text[middle:])
    return {
        side: Read(_total(own, column, city_counts.get(side, 0)), (("", part),))
        for side, column, part, own in zip(sides, columns, parts, alone, strict=False)
    }


def _columns(text: str, found: Sequence[Figure]) -> list[list[Figure]]:
    """The figures column by column: those with a comma or the like between them stand in one."""
    columns: list[list[Figure]] = []
    for index, figure in enumerate(found):
        if index and _SAME_COLUMN.search(text[found[index - 1].end : figure.start]):
            columns[-1].append(figure)
        else:
            columns.append([figure])
    return columns


def _figures(text: str) -> list[Figure]:
    """The figures outside brackets, which hold years and other ways of counting."""
    return find_figures(_BRACKETS.sub(lambda match: " " * len(match[0]), text)) or find_figures(text)


def _split_if_run_together(figure: Figure, expected: tuple[float, float]) -> list[Figure]:
    halves = split_figure(figure, expected)
    if not halves or not figure.value:
        return [figure]
    distances = [_ratio(half.value or 0, value) for half, value in zip(halves, expected, strict=True)]
    is_better = figure.value > _LARGEST or max(distances) < _ratio(figure.value, expected[0])
    return list(halves) if is_better else [figure]


def _ratio(one: float, other: float) -> float:
    return max(one, other, 1.0) / max(min(one, other), 1.0)


def _boundary(text: str, first: Figure, second: Figure) -> int:
    """Where the first column ends: before `approx.` and the like, and before `Graz:`, which belong to the second."""
    between = text[first.end : second.start]
    opening = _QUALIFIER.search(between) or _NAME.search(between)
    return first.end + (opening.start() if opening else len(between))
