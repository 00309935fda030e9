"""The gazetteer: all that the product asks about places, in one object for the whole process."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ucap.gazetteer.countries import is_country
from ucap.gazetteer.index import Index, default_index
from ucap.gazetteer.mentions import Names, is_ordinary_word, mentions
from ucap.gazetteer.place import Match, Place
from ucap.gazetteer.regions import is_region
from ucap.gazetteer.search import Search
from ucap.gazetteer.special import aliases
from ucap.shipped import KEPT
from ucap.vocabulary.folding import key
from ucap.vocabulary.kinds import Side
from ucap.vocabulary.phrases import Found

if TYPE_CHECKING:
    from geopy.location import Location

LOOKED_UP = KEPT / "geocoded.csv"


class Gazetteer:
    """Finds places by their written names and in running text, in the shape of a geopy geocoder. It asks no network.

    `looked_up` is the CSV file of places that were looked up online before (`ucap.gazetteer.online`).
    """

    def __init__(self, index: Index | None = None, looked_up: Path | None = None) -> None:
        self._index = index or default_index()
        self._search = Search(self._index, looked_up)
        self._names_of = lru_cache(maxsize=256)(self._names_of_uncached)

    def find(
        self, name: str, *, countries: Iterable[str] = (), regions: Iterable[str] = (), side: Side | None = None
    ) -> Match:
        """What a written name means: "Guilin 桂林市", "City of Rome", "Suzhou (Taicang)", "Brest, France".

        Args:
            name: the name as it stands in the document.
            countries: ISO codes of the countries that the document names.
            regions: names of the regions that it names, as written.
            side: the side on which the city is expected.

        The hints weigh, they do not exclude; `ucap.gazetteer.search` has the rule.
        """
        return self._search.find(name, countries=countries, regions=regions, side=side)

    def geocode(
        self, query: str, *, countries: Iterable[str] = (), regions: Iterable[str] = (), side: Side | None = None
    ) -> Location | None:
        """The location of the place that a written name means, None if it is not known; `raw` is the `Match`.

        This is the interface of geopy's geocoders; `find` explains the arguments.
        """
        match = self.find(query, countries=countries, regions=regions, side=side)
        return None if match.place is None else location_of(match.place, match)

    def knows(self, name: str) -> bool:
        """Whether a name means a place as it is spelt; misspelt ones are not looked for."""
        return self._search.knows(name)

    def mentions(self, text: str, known: Iterable[Place] = ()) -> list[Found[Place]]:
        """The places that running text names, with the ranges `[start, end)` of the text, from left to right.

        Towns of some size only (15,000 people in Europe, cities in China) and no ordinary words; `known` places, as
        those of the plan that the text belongs to, are recognised by any of their names.
        """
        return mentions(text, self._names, self._names_of(frozenset(known)))

    def spellings(self, place: Place) -> tuple[str, ...]:
        """The keys of all names of a place, in whatever language and script, abbreviations included."""
        others = self._aliases.get((key(place.name), place.country_code), ())
        return tuple(dict.fromkeys([key(place.name), *others, *self._index.spellings(place)]))

    @cached_property
    def _aliases(self) -> dict[tuple[str, str], list[str]]:
        """The spellings of our own for the places that they stand for, by the key of the name and the country."""
        grouped: dict[tuple[str, str], list[str]] = {}
        for spelling, alias in aliases().items():
            grouped.setdefault((key(alias.name), alias.country_code), []).append(spelling)
        return grouped

    def is_place_word(self, word: str) -> bool:
        """Whether a capitalised word by itself names a town of some size, a region or a country."""
        name = key(word)
        is_town = name in self._names.places and not is_ordinary_word(name)
        return word[:1].isupper() and (is_town or is_region(word) or is_country(word))

    @cached_property
    def _names(self) -> Names:
        """The names that running text is searched for: towns of some size, our own cities, and aliases."""
        spelt = {name: self._search.aliased(alias) for name, alias in aliases().items() if not alias.is_abbreviation}
        ours = {name: place for name, place in {**self._search.own, **spelt}.items() if place.kind == "city"}
        return Names({**self._index.prose(), **ours})

    def _names_of_uncached(self, known: frozenset[Place]) -> Names:
        """All names of the known places, abbreviations included."""
        spelt = {name: self._search.aliased(alias) for name, alias in aliases().items()}
        names = {name: place for name, place in spelt.items() if place in known}
        for place in known:
            names |= dict.fromkeys([key(place.name), *self._index.spellings(place)], place)
        return Names(names)


def location_of(place: Place, match: Match) -> Location:
    """The place as geopy has it: an address, coordinates, and the match that it comes from."""
    from geopy.location import Location  # noqa: PLC0415 - with all geocoders and the HTTP libraries they use

    address = ", ".join(part for part in (place.name, place.region, place.country_code) if part)
    return Location(address, (place.latitude, place.longitude), match)


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of this process."""
    return Gazetteer(looked_up=LOOKED_UP)


def is_place_word(word: str) -> bool:
    """Whether a capitalised word by itself names a town of some size, a region or a country."""
    return gazetteer().is_place_word(word)


if hasattr(os, "register_at_fork"):  # SQLite connections must not be carried into a child process
    os.register_at_fork(after_in_child=gazetteer.cache_clear)
    os.register_at_fork(after_in_child=default_index.cache_clear)
