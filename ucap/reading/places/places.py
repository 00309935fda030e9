"""All that a document says of where its plan is: cities, regions and countries of each side."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ucap.documents.boilerplate import masked
from ucap.documents.model import Cell, Document
from ucap.documents.traced import Span, Traced
from ucap.gazetteer.countries import listed_countries
from ucap.gazetteer.place import Place, side_of
from ucap.plan.record import SIDES, Finding, Side
from ucap.reading.findings import finding, row_name
from ucap.reading.identity import has_namesake
from ucap.reading.places.cities import (
    FoundCity,
    Hints,
    column_sides,
    missing_city,
    named_cities,
    on_own_sides,
    read_cities,
    sides_without_city,
)
from ucap.reading.places.leads import doubtful_lead, lead, led_by_mark, led_by_title
from ucap.reading.places.regions import Countries, Regions, read_countries, read_regions
from ucap.reading.places.sided import side_words
from ucap.reading.values.figures import NamedSide

_LONGEST_NAME_IN_TITLE = 5
_LINE = re.compile(r"[^\n\f]*\S[^\n\f]*")
Rows = Mapping[str, Sequence[Cell]]
"""The cells of the document's rows by the rows' keys."""
Columns = Sequence[Sequence[FoundCity]]
"""The cities of each column of the City row; a single one where the columns ran together."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where a plan is.

    `sides` are the sides in the order of the columns; `is_in_order` says that the City row shows it.
    """

    cities: tuple[FoundCity, ...]
    regions: Regions
    countries: Countries
    sides: tuple[Side, Side]
    findings: tuple[Finding, ...] = ()
    is_in_order: bool = True

    @property
    def own(self) -> tuple[Place, ...]:
        """The places of the plan's cities, as far as they are known."""
        return tuple(found.match.place for found in self.cities if found.match.place)

    def count(self, side: Side) -> int:
        """How many cities a side has."""
        return sum(found.city.side == side for found in self.cities)

    @property
    def in_chinese(self) -> dict[str, Place]:
        """The plan's cities by the Chinese names that the document has for them."""
        return {name: found.match.place for found in self.cities if found.match.place for name in found.in_chinese}

    def named_sides(self, text: str) -> list[NamedSide]:
        """Where a text names a side, by one of the plan's cities, a country or words for it, in order."""
        cities = (city for city in named_cities(text, self.own, self.in_chinese.items()) if city.is_own)
        unknown = (found.city for found in self.cities if not found.match.place)
        found = {(city.start, city.end, city.place.side) for city in cities}
        found |= {(*span, city.side) for city in unknown for span in _spans_of(city.written, text)}
        found |= {(country.start, country.end, side_of(country.value)) for country in listed_countries(text)}
        return sorted(found | {(words.start, words.end, words.side) for words in side_words(text)})

    def expected_population(self, side: Side) -> float:
        """How many people the gazetteer counts in the cities of a side; a round guess where it knows none."""
        return float(sum(found.city.population or 0 for found in self.cities if found.city.side == side) or 1e6)


def _spans_of(name: str, text: str) -> list[Span]:
    """Where a name stands in a text."""
    return [match.span() for match in re.finditer(rf"(?<![a-z]){re.escape(name)}(?![a-z])", text, re.I)]


def read_places(document: Document, rows: Rows) -> Places:
    """The places of a document. Each row serves the others as a hint."""
    countries = read_countries(rows.get("country", ()))
    codes = tuple(read.value for side in SIDES for read in countries[side])
    by_side = read_regions(rows.get("region", ()), codes, SIDES).by_side
    hints = Hints(codes, tuple(read.value for side in SIDES for read in by_side[side]))
    columns = read_cities(rows.get("city", ()), hints)
    sides = column_sides(columns)
    columns = on_own_sides(columns, sides, hints)
    own = [found.match.place for column in columns for found in column if found.match.place]
    regions = read_regions(rows.get("region", ()), codes, sides, own)
    rest = [*document.loose, *(cell.text for key in rows if key != "city" for cell in rows[key])]
    cities, findings = _completed(rest, columns, sides, hints, regions)
    is_marked = any(found.leads for found in cities)
    cities = cities if is_marked else led_by_title(cities, _titles(document))
    cities = led_by_mark(cities, document.loose, document.text)
    findings += doubtful_lead(cities)
    cities = _in_listed_regions(cities, regions)
    doubts = _doubts(cities, {read.value for read in regions.by_side["china"]}, len(columns) > 1)
    is_in_order = len(columns) > 1 or _is_parted([found.city.side for column in columns for found in column])
    return Places(tuple(cities), regions, countries, sides, (*findings, *doubts), is_in_order)


def _is_parted(sides: Sequence[Side]) -> bool:
    """Whether all cities of one side stand before all of the other."""
    return sum(one != two for one, two in pairwise(sides)) == 1


def _titles(document: Document) -> Iterator[Traced]:
    """The lines above the first row with words of the template and few others: `U-CAP Summary – Zunyi`."""
    end = min((row.label.spans[0][0] for row in document.rows if row.label), default=0)
    others = masked(document.text[:end], [span for span in document.template if span[1] <= end])
    for line in _LINE.finditer(document.text, 0, end):
        other = others[slice(*line.span())]
        if "\f" in other and len(other.split()) <= _LONGEST_NAME_IN_TITLE:
            yield Traced.of(document.text, *line.span())


def _completed(
    rest: Iterable[Traced], columns: Columns, sides: tuple[Side, Side], hints: Hints, regions: Regions
) -> tuple[list[FoundCity], list[Finding]]:
    """The cities with the one of the side that the City row lacks, found in the rest of what the document says.

    The lead city is the first of the row. Where the row's first column is empty, it is the one that was found; where
    the columns ran together, that is taken to be the Chinese one.
    """
    found = [city for column in columns for city in column]
    missing = sides_without_city(found)
    if len(missing) != 1:
        return lead(found), []
    side = missing[0]
    listed = [read.value for read in regions.by_side[side]]
    city = missing_city(side, found, Traced.join(rest), hints, listed)
    if side != (sides[0] if len(columns) > 1 else "china"):
        left_out = finding("field-missing/empty", "/cities", row=row_name("city"))
        return lead([*found, city] if city else found), [left_out]
    if city is None:
        return lead(found), [finding("lead-city-missing/unknown", "/cities")]
    return lead([city, *found]), [finding("lead-city-missing", "/cities/0", city=city.city.name)]


def _in_listed_regions(cities: Sequence[FoundCity], regions: Regions) -> list[FoundCity]:
    """The cities, those of a side in the regions that its row lists for them: one for each in their order, or one for
    all that lie in it.

    Such a region may be a part of the gazetteer's, or hold it: Leuven is in Flanders, and in Flemish Brabant.
    """
    found = list(cities)
    for side in SIDES:
        own = [index for index, one in enumerate(found) if one.city.side == side]
        listed = regions.by_side[side]
        if len(listed) == 1 and all(found[index].lies_in(listed[0].value) for index in own):
            listed = listed * len(own)
        pairs = zip(own, listed, strict=True) if len(own) == len(listed) else ()
        for index, read in pairs:
            found[index] = found[index].within(read)
    return found


def _doubts(cities: Sequence[FoundCity], provinces: Collection[str], is_side_by_column: bool) -> list[Finding]:
    """Cities that are not known, misspelt, or one of several of their name while no listed province says which."""
    doubts = []
    for index, found in enumerate(cities):
        field = f"/cities/{index}"
        if found.match.place is None:
            name = "city-unknown/side" if is_side_by_column else "city-unknown"
            doubts.append(finding(name, field, city=found.city.written))
        elif found.match.is_fuzzy:
            doubts.append(finding("city-unknown/read", field, written=found.city.written, city=found.city.name))
        if found.match.is_ambiguous or (found.city.region not in provinces and has_namesake(found.city)):
            doubts.append(finding("city-ambiguous", field, city=found.city.name, region=found.city.region or "?"))
    return doubts
