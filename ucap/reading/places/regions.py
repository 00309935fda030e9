"""The provinces, states and departments that the region row lists, by side, checked against the cities.

The countries that the Country row lists, by side.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

from ucap.documents.model import Cell
from ucap.documents.traced import Traced
from ucap.gazetteer.countries import country_code, is_country, listed_countries, names_one_country
from ucap.gazetteer.place import Place, Region, side_of
from ucap.gazetteer.regions import is_kind, region, regions_named
from ucap.plan.record import SIDES, Side
from ucap.reading.ledger import Read
from ucap.reading.places.lookup import look_up
from ucap.reading.places.pieces import LONGEST_NAME, latin, names_in
from ucap.reading.places.sided import by_side

_REMARK = re.compile(r"[(（][^()（）]*[)）]")  # "(municipality)" of "N/A (municipality)"
_FORM_OF_STATE = re.compile(
    r"(?<![^\W_])(?:R\.\s?P\.|P\.\s?R\.|RP|PR|(?:r[eé]p[uú]bli(?:c|ca|que|k|ka)|repubblica|(?:folk|volks)republie?k\w{0,2}|kingdom|royaume|reino|regno"
    r"|koninkrijk|königreich)(?:\s(?:popul\w{2,4}|popolare|f[eé]d[eé]ra\w{1,4}))?)\s"
    r"(?:de\s(?:la\s)?|d[aeo]\s|du\s|di\s|of\s|van\s|del\s)?\Z",
    re.IGNORECASE,
)  # "République populaire de " of "République populaire de Chine"
_LONGEST_FORM = 40
_WITHOUT_REGIONS = frozenset({"MT", "MC", "AD", "LI", "SM", "VA"})
"""Countries so small that their name may stand for a region."""


@dataclass(frozen=True, slots=True)
class Regions:
    """What the region row lists: names by side, and the countries that stand among them."""

    by_side: dict[Side, list[Read[str]]] = field(default_factory=lambda: {side: [] for side in SIDES})
    countries: tuple[Traced, ...] = ()

    @property
    def sides_with_country(self) -> set[Side]:
        """The sides of the countries that stand among the regions."""
        return {side_of(code) for country in self.countries if (code := country_code(str(country)))}


def read_regions(
    cells: Sequence[Cell], countries: Collection[str], column_sides: Sequence[Side], own: Collection[Place] = ()
) -> Regions:
    """The regions of the row with their usual English names.

    Args:
        cells: one cell a column, or a single one where the columns ran together.
        countries: the codes of the plan's countries, for names that several countries have.
        column_sides: which side stands in which column, for names that no one knows.
        own: the plan's cities, after which regions without a name of their own are called.
    """
    found = Regions()
    misplaced: list[Traced] = []
    has_both_sides = {side_of(code) for code in countries} == set(SIDES)
    is_name = partial(_is_name, countries=countries if has_both_sides else ())
    for index, cell in enumerate(cells):
        side = column_sides[min(index, len(column_sides) - 1)]
        pieces = [(piece, part) for part in by_side(cell.text) for piece in names_in(part.text, is_name)]
        for piece, part in pieces:
            side = part.side or side
            if _REMARK.fullmatch(piece.text) and not _is_name(piece.text.strip("()（） ")):
                continue
            name = latin(str(piece))[:LONGEST_NAME]
            if is_kind(name):
                continue
            known = region(name, countries=tuple(sorted(countries)))
            country = _country_of(name) if known is None else None
            if country and country not in _WITHOUT_REGIONS:
                misplaced.append(piece)
                continue
            code = known.country_code if known else country or _namesake_country(name, own)
            side = side_of(code) if code else side
            _append(found.by_side[side], known, piece, part.said)
    return Regions(found.by_side, tuple(misplaced))


def _append(listed: list[Read[str]], known: Region | None, piece: Traced, said: Traced) -> None:
    """Add a region to those of a side, with what is said of its side.

    One that is there is named again: in another language, `Θεσσαλία / Thessaly`, or for another of its cities.
    """
    value = known.name if known else str(piece)
    words = [("", piece), *([("", said)] if said else [])]
    place = next((index for index, read in enumerate(listed) if read.value == value), None)
    if place is None:
        listed.append(Read(value, tuple(words)))
    else:
        listed[place] = Read(value, (*listed[place].sources, *words))


def _country_of(name: str) -> str | None:
    """The country that a text names as a whole, in whichever language: `Italia`, `Polska`."""
    return country_code(name) or (listed_countries(name)[0].value if names_one_country(name) else None)


def _namesake_country(name: str, own: Collection[Place]) -> str | None:
    """The country of the plan's city of that name."""
    place = look_up(name).place
    return place.country_code if place and place in own else None


def _is_name(text: str, countries: Collection[str] = ()) -> bool:
    """Whether a text names a region or a country; with `countries` a region of theirs.

    `South Eastern Region` of Malta holds `Eastern Region` of Iceland.
    """
    found = regions_named(latin(text))
    return is_country(text) or any(not countries or one.country_code in countries for one in found)


Countries = dict[Side, list[Read[str]]]
"""ISO 3166 codes by side, in the order of the row."""


def read_countries(cells: Iterable[Cell]) -> Countries:
    """The countries of the row, each once, with the form of the state before their names.

    Whichever column they stand in, China is one side and the rest the other.
    """
    sources: dict[str, list[tuple[str, Traced]]] = {}
    for cell in cells:
        for found in listed_countries(cell.text.text):
            form = _FORM_OF_STATE.search(cell.text.text, max(0, found.start - _LONGEST_FORM), found.start)
            whole = cell.text.cut(form.start() if form else found.start, found.end)
            sources.setdefault(found.value, []).append(("", whole))
    countries: Countries = {side: [] for side in SIDES}
    for code, passages in sources.items():
        countries[side_of(code)].append(Read(code, tuple(passages)))
    return countries
