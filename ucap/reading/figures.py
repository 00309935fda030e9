"""Population and size: a figure for each side, from a column each or from columns that ran together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ucap.documents.model import Cell
from ucap.documents.traced import Traced
from ucap.plan import Side
from ucap.reading.numbers import Figure, find_figures, split_figure
from ucap.reading.sources import Read

_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_QUALIFIER = re.compile(
    r"(?:over|about|approx(?:imately)?\.?|around|ca\.?|circa|c\.|more\s+than|less\s+than|nearly|almost|some|roughly|[~≈><±])\s*$",
    re.IGNORECASE,
)
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
        city_counts: how many cities each side has. As many figures in a cell are added up.
    """
    if len(cells) > 1:
        columns = zip(sides, cells, strict=False)
        return {side: _of_column(cell.text, city_counts.get(side, 0)) for side, cell in columns if cell.blocks}
    return _of_collapsed(cells[0].text, sides, expected, city_counts) if cells else {}


def _of_column(text: Traced, city_count: int) -> Read[float | None]:
    return Read(_total(_figures(text.text), city_count), (("", text),))


def _total(found: Sequence[Figure], city_count: int) -> float | None:
    """The first figure; or the sum, where there is one for each of several cities."""
    known = [figure.value for figure in found if figure.value is not None]
    return round(sum(known), 3) if 1 < city_count == len(known) else next((figure.value for figure in found), None)


def _of_collapsed(
    text: Traced, sides: tuple[Side, Side], expected: Mapping[Side, float], city_counts: Mapping[Side, int]
) -> Figures:
    found = _figures(text.text)
    if len(found) == 1 and found[0].value:
        found = _split_if_run_together(found[0], (expected[sides[0]], expected[sides[1]]))
    columns = _columns(text.text, found)
    if len(columns) < 2:
        return {sides[0]: Read(_total(found, city_counts.get(sides[0], 0)), (("", text),))} if found else {}
    middle = _boundary(text.text, columns[0][-1], columns[1][0])
    parts = (text.cut(0, middle).strip(), text.cut(middle).strip())
    return {
        side: Read(_total(column, city_counts.get(side, 0)), (("", part),))
        for side, column, part in zip(sides, columns, parts, strict=False)
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
    """Where the first column ends: before `approx.` and the like, which belong to the second figure."""
    between = text[first.end : second.start]
    qualifier = _QUALIFIER.search(between)
    return first.end + (qualifier.start() if qualifier else len(between))
