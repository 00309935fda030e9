"""Tables with a line for each city: a head that names rows of the template, `City | Province | Country`, above them.

They are turned round: each column is a row of the template, with a cell for each city.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import takewhile
from typing import TypeVar

from ucap.documents.draft import DraftRow
from ucap.documents.labels.known import HEAD_KEYS
from ucap.documents.labels.several import row_named, rows_named
from ucap.documents.lists.paragraphs import Paragraph
from ucap.documents.shapes.city_facts import CityTable, facts_of_cities, may_be_figure, one_by_one
from ucap.documents.tables import GridRow, whole
from ucap.documents.traced import LINE, Span, Traced, between
from ucap.gazetteer.countries import listed_countries

_CELL_EDGE = re.compile(r"\t|[ \u00a0]{3,}|(?<!\s)[ \u00a0]*\|")  # a tab, three blanks, " |"
_LONGEST_HEAD, _LONGEST_CELL = 60, 200
_LEAST_ROWS_NAMED, _MOST_COLUMNS = 3, 10
_LEAST_CITIES = 2
_MOST_UNKNOWN = 1
"""Heads of a copied table that nobody knows, such as that of the GDP."""
_NAMES, _FIGURES = HEAD_KEYS[:3], HEAD_KEYS[3:]
_Row = TypeVar("_Row")


def turned(rows: Sequence[GridRow]) -> list[GridRow]:
    """The rows of tables, those with a line for each city turned round: label, and a cell for each city."""
    found: list[GridRow] = []
    position = 0
    while position < len(rows):
        heads = _heads([whole(cell).text for cell in rows[position]])
        lines = _cities(heads, rows[position + 1 :], _texts) if heads else []
        if lines:
            columns = zip(*rows[position : position + 1 + len(lines)], strict=True)
            found += [list(column) for column in columns if any(column)]
        else:
            found.append(rows[position])
        position += 1 + len(lines)
    return found


def city_tables(text: str, gaps: Sequence[Span] = ()) -> list[CityTable]:
    """What a text says of cities one by one: in tables with a line for each, and in facts below their names.

    The cells of tables are parted by tabs or wide gaps, or are lines. `gaps` are those between words that the text does
    not show, in order.
    """
    lines = [line.span() for line in LINE.finditer(text)]

    def read(position: int) -> tuple[int, Iterable[DraftRow]]:
        grid = _by_signs(text, lines, position, gaps) or _by_lines(text, lines, position)
        return (grid[0], _rows(text, grid[1])) if grid else facts_of_cities(text, lines, position)

    return one_by_one(lines, read)


def _by_signs(
    text: str, lines: Sequence[Span], position: int, gaps: Sequence[Span]
) -> tuple[int, list[list[Span]]] | None:
    """A table whose rows are lines: how many these are, and the cells of each."""
    head = _cells(text, lines[position], gaps)
    heads = _heads([text[slice(*cell)] for cell in head])
    if not heads:
        return None
    below = _cities(heads, (_cells(text, line, gaps) for line in lines[position + 1 :]), partial(_said, text))
    return (1 + len(below), [head, *below]) if below else None


def _cells(text: str, line: Span, gaps: Sequence[Span]) -> list[Span]:
    """The cells of a line, the signs or gaps between them left out."""
    seen = gaps[bisect_left(gaps, (line[0], 0)) : bisect_left(gaps, (line[1], 0))]
    return between(seen or [edge.span() for edge in _CELL_EDGE.finditer(text, *line)], *line)


def _by_lines(text: str, lines: Sequence[Span], position: int) -> tuple[int, list[list[Span]]] | None:
    """A table that was copied cell by cell, each cell a line: how many lines it has, and the cells of each row."""
    first = text[slice(*lines[position])]
    if len(first) > _LONGEST_HEAD or row_named(first) not in _NAMES:
        return None
    for count in range(_LEAST_ROWS_NAMED, _MOST_COLUMNS + 1):
        head = lines[position : position + count]
        heads = _heads([text[slice(*cell)] for cell in head])
        if sum(not keys for keys in heads) > _MOST_UNKNOWN or any(map(str.isdecimal, "".join(_said(text, head)))):
            continue
        rows = (lines[start : start + count] for start in range(position + count, len(lines), count))
        below = _cities(heads, rows, partial(_said, text)) if heads else []
        if len(below) >= _LEAST_CITIES:
            return count * (1 + len(below)), [list(row) for row in (head, *below)]
    return None


def _rows(text: str, cells: Sequence[Sequence[Span]]) -> Iterator[DraftRow]:
    for column in zip(*cells, strict=True):
        label, *values = (Traced.of(text, *cell).strip() for cell in column)
        if label:
            yield DraftRow(row_named(label.text), label, [[Paragraph(value)] if value else [] for value in values])


def _heads(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """The rows of the template that the heads of a table's columns name; none where they are not those of cities."""
    if not _LEAST_ROWS_NAMED <= len(texts) <= _MOST_COLUMNS or any(len(text) > _LONGEST_HEAD for text in texts):
        return []
    heads = [_named(text.strip()) for text in texts]
    named = [key for keys in heads for key in keys if key in HEAD_KEYS]
    are_of_cities = "city" in named and len(set(named)) == len(named) >= _LEAST_ROWS_NAMED
    return heads if are_of_cities and not any(map(str.isdecimal, "".join(texts[:1]))) else []


def _named(text: str) -> tuple[str, ...]:
    several = tuple(key for key, _ in rows_named(text))
    key = row_named(text) if text else None
    return several or ((key,) if key else ())


def _cities(
    heads: Sequence[tuple[str, ...]], rows: Iterable[_Row], texts: Callable[[_Row], Sequence[str]]
) -> list[_Row]:
    """The rows from the first on that are lines of cities."""
    return list(takewhile(lambda row: _is_city(heads, texts(row)), rows))


def _said(text: str, cells: Sequence[Span]) -> list[str]:
    return [text[slice(*cell)] for cell in cells]


def _texts(row: GridRow) -> list[str]:
    return [whole(cell).text for cell in row]


def _is_city(heads: Sequence[tuple[str, ...]], texts: Sequence[str]) -> bool:
    """Whether a line below the heads is that of a city: its figures are some, its country is one, and it has a name."""
    if len(texts) != len(heads) or any(len(text) > _LONGEST_CELL for text in texts):
        return False
    cells = [(keys, text.strip()) for keys, text in zip(heads, texts, strict=True) if keys]
    city = next(text for keys, text in cells if "city" in keys)
    figures = [text for keys, text in cells if set(keys) & set(_FIGURES) and text]
    countries = [text for keys, text in cells if keys == ("country",) and text]
    is_named = bool(city) and row_named(city) not in HEAD_KEYS
    has_value = any(map(str.isdecimal, "".join(figures))) or bool(countries)
    return is_named and has_value and all(map(may_be_figure, figures)) and all(map(listed_countries, countries))
