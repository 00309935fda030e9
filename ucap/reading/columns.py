"""Columns of the first rows that are more than two, one for each city: put together to one for each side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from ucap.documents.labels.known import HEAD_KEYS
from ucap.documents.model import Block, Cell, Row
from ucap.documents.traced import Traced
from ucap.gazetteer.countries import country_code
from ucap.gazetteer.place import side_of
from ucap.gazetteer.regions import region
from ucap.plan.record import Side
from ucap.reading.places.lookup import look_up
from ucap.reading.places.pieces import latin

_SIDES = 2
Rows = dict[str, tuple[Cell, ...]]
"""The cells of the document's rows by the rows' keys."""


def cells_by_row(rows: Iterable[Row]) -> Rows:
    """The cells of all rows of each key; where the first rows have a column for each city, one for each side.

    A row without any text, such as the heading above a table, adds no cells to others of its key.
    """
    found: Rows = {}
    for row in rows:
        before = found.get(row.key or "", ())
        is_filled, was_filled = _is_filled(row.cells), _is_filled(before)
        if row.key and not (row.key in HEAD_KEYS and is_filled != was_filled):
            found[row.key] = (*before, *row.cells)
        elif row.key and is_filled:
            found[row.key] = row.cells
    return _by_side(found)


def _is_filled(cells: Sequence[Cell]) -> bool:
    return any(cell.blocks for cell in cells)


def _by_side(rows: Rows) -> Rows:
    """The rows, the columns of cities of one side as one, the side of the first column first."""
    count = len(rows.get("city", ()))
    if count <= _SIDES or sum(bool(cell.blocks) for cell in rows["city"]) <= _SIDES:
        return rows
    sides = _sides(rows, count)
    order = list(dict.fromkeys(sides))
    return {
        key: tuple(_together(cells, sides, side) for side in order) if _is_wide(key, cells, count) else cells
        for key, cells in rows.items()
    }


def _is_wide(key: str, cells: Sequence[Cell], count: int) -> bool:
    return key in HEAD_KEYS and len(cells) == count


def _together(cells: Sequence[Cell], sides: Sequence[Side], of_side: Side) -> Cell:
    text = Traced.join((cell.text for cell, side in zip(cells, sides, strict=True) if side == of_side), "; ")
    return Cell((Block(text),) if text else ())


def _sides(rows: Mapping[str, Sequence[Cell]], count: int) -> list[Side]:
    """The side of each column: by its country, its city or its region, or else that of the column before it."""
    sides: list[Side] = []
    for index in range(count):
        texts = (
            (key, rows[key][index].text.text.strip()) for key in _TELLING if _is_wide(key, rows.get(key, ()), count)
        )
        code = next((code for key, text in texts if text and (code := _TELLING[key](text))), None)
        sides.append(side_of(code) if code else sides[-1] if sides else "china")
    return sides


def _code_of_city(name: str) -> str | None:
    place = look_up(name).place or look_up(latin(name)).place
    return place.country_code if place else None


def _code_of_region(name: str) -> str | None:
    known = region(latin(name))
    return known.country_code if known else None


_TELLING: Mapping[str, Callable[[str], str | None]] = {
    "country": country_code,
    "city": _code_of_city,
    "region": _code_of_region,
}
