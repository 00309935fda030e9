"""The countries that the Country row lists, by side."""

from __future__ import annotations

from collections.abc import Iterable

from ucap.documents.model import Cell
from ucap.documents.traced import Traced
from ucap.gazetteer import countries_in, side_of
from ucap.plan import SIDES, Side
from ucap.reading.sources import Read

Countries = dict[Side, list[Read[str]]]
"""ISO 3166 codes by side, in the order of the row."""


def read_countries(cells: Iterable[Cell]) -> Countries:
    """The countries of the row, each once. Whichever column they stand in, China is one side and the rest the other."""
    sources: dict[str, list[tuple[str, Traced]]] = {}
    for cell in cells:
        for found in countries_in(cell.text.text):
            sources.setdefault(found.value, []).append(("", cell.text.cut(found.start, found.end)))
    countries: Countries = {side: [] for side in SIDES}
    for code, passages in sources.items():
        countries[side_of(code)].append(Read(code, tuple(passages)))
    return countries
