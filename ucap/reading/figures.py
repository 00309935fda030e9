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
    return _of_collapsed(cells[0].text, sides, expected) if cells else {}


def _of_column(text: Traced, city_count: int) -> Read[float | None]:
    values = [figure.value for figure in _figures(text.text)]
    known = [value for value in values if value is not None]
    total = sum(known) if 1 < city_count == len(known) else next(iter(values), None)
    return Read(total, (("", text),))


def _of_collapsed(text: Traced, sides: tuple[Side, Side], expected: Mapping[Side, float]) -> Figures:
    found = _figures(text.text)
    if len(found) == 1 and found[0].value:
        found = _split_if_run_together(found[0], (expected[sides[0]], expected[sides[1]]))
    if len(found) < 2:
        return {sides[0]: Read(found[0].value, (("", text),))} if found else {}
    middle = _boundary(text.text, found[0], found[1])
    parts = (text.cut(0, middle).strip(), text.cut(middle).strip())
    return {side: Read(figure.value, (("", part),)) for side, figure, part in zip(sides, found, parts, strict=False)}


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
