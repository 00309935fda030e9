"""Rows of the template that a document lacks or leaves empty. `N/A` is a statement, and nothing is missing there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ucap.documents.model import Cell, Row
from ucap.plan.record import SIDES, Finding, Plan, Side
from ucap.reading.blanks import declares_none
from ucap.reading.findings import finding, row_name, side_name
from ucap.reading.places.places import Places
from ucap.reading.plausibility import figures_of
from ucap.reading.values.numbers import find_figures

TEMPLATE_ROWS = (
    "city",
    "region",
    "country",
    "population",
    "area",
    "period",
    "themes",
    "goals",
    "focus",
    "challenges",
    "objectives",
    "activities",
    "results",
)
_SIDE_FIELDS = {"region": "regions", "country": "countries", "population": "population", "area": "area_km2"}
_FIELDS = {"city": "/cities"}


def field_of(key: str, side: Side = "china") -> str:
    """The JSON Pointer of the field that a row fills; of those with a column a side, that of the given side."""
    if key in _SIDE_FIELDS:
        return f"/{side}/{_SIDE_FIELDS[key]}"
    return _FIELDS.get(key, f"/{key}")


def missing_fields(rows: Mapping[str, Sequence[Cell]], plan: Plan, places: Places) -> Iterator[Finding]:
    """The rows that are not there or have no text, and what a row leaves out for a side."""
    for key in TEMPLATE_ROWS:
        if key not in rows:
            yield finding("field-missing", field_of(key), row=row_name(key))
        elif not any(cell.blocks for cell in rows[key]):
            yield finding("field-missing/empty", field_of(key), row=row_name(key))
        elif key == "themes" and not plan.themes and not all(declares_none(cell.text.text) for cell in rows[key]):
            yield finding("field-missing/unread", field_of(key), row=row_name(key))
        elif key in _SIDE_FIELDS:
            yield from _left_out(key, rows[key], plan, places)


def guessed_rows(rows: Iterable[Row]) -> Iterator[Finding]:
    """The rows that were not known by their labels, with the second-best reading."""
    for row in rows:
        if row.key is None or row.runner_up is None:
            continue
        words = {"label": str(row.label).strip(" :："), "row": row_name(row.key)}
        for field in fields_of(row.key):
            if row.runner_up in TEMPLATE_ROWS:
                yield finding("row-guessed/doubtful", field, **words, other=row_name(row.runner_up))
            else:
                yield finding("row-guessed", field, **words)


def fields_of(key: str) -> list[str]:
    """The JSON Pointers of all fields that a row fills."""
    return list(dict.fromkeys([*(field_of(key, side) for side in SIDES), *(["/topics"] if key == "goals" else [])]))


def _left_out(key: str, cells: Sequence[Cell], plan: Plan, places: Places) -> Iterator[Finding]:
    """Where the columns are separate, an empty one; where they ran together, a side without value."""
    for side in SIDES:
        value = getattr(figures_of(plan, side), _SIDE_FIELDS[key])
        if value not in (None, ()) or not any(city.side == side for city in plan.cities):
            continue
        cell = cells[places.sides.index(side)] if len(cells) > 1 else cells[0]
        if not cell.blocks or len(cells) == 1:
            has_country_instead = key == "region" and side in places.regions.sides_with_country
            if key != "country" and not _says_none(cell) and not has_country_instead:
                yield finding("field-missing/side", field_of(key, side), row=row_name(key), side=side_name(side))
        elif key in ("population", "area", "country") and not _says_none(cell):
            yield finding("field-missing/unread", field_of(key, side), row=row_name(key))


def _says_none(cell: Cell) -> bool:
    return declares_none(cell.text.text) or any(figure.value is None for figure in find_figures(cell.text.text))
