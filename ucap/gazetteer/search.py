"""The search for a place by its written name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path

from rapidfuzz import fuzz, process

from ucap.gazetteer.countries import country_code
from ucap.gazetteer.index import Index, Named
from ucap.gazetteer.names import Reading, read_name
from ucap.gazetteer.place import Match, Place, Region
from ucap.gazetteer.ranking import Hints, choose
from ucap.gazetteer.regions import region
from ucap.gazetteer.special import Alias, aliases, own_places
from ucap.vocabulary import Side, key

_LONGEST_NAME = 200  # characters; nothing longer is looked up
_SHORTEST_MISSPELT = 6
_CLOSE_ENOUGH = 88.0  # of 100: one wrong letter in a name of eight
_MOST_GUESSES = 10


class Search:
    """Finds places among our own and in the index. `looked_up` is the file of places that were looked up online."""

    def __init__(self, index: Index, looked_up: Path | None = None) -> None:
        self.index = index
        self.own = own_places(looked_up)
        self._cached = lru_cache(maxsize=4096)(self._search)

    @cached_property
    def _town_names(self) -> list[str]:
        return self.index.town_names()

    def find(
        self, name: str, *, countries: Iterable[str] = (), regions: Iterable[str] = (), side: Side | None = None
    ) -> Match:
        """The place that a written name means, in the light of country codes, names of regions and the side."""
        if len(name) > _LONGEST_NAME:
            return Match()
        return self._cached(name, tuple(countries), tuple(regions), side)

    def _search(self, name: str, countries: tuple[str, ...], regions: tuple[str, ...], side: Side | None) -> Match:
        reading = read_name(name)
        own = self._our_own(reading)
        if own:
            return Match(own)
        hints = _hints(reading, countries, regions, side)
        match = choose(self._named(reading), hints)
        return match if match.place else self._guess(reading, hints)

    def _our_own(self, reading: Reading) -> Place | None:
        """A place of our own, or the one that an alias stands for."""
        for name_key in (*reading.keys, *reading.chinese):
            if name_key in self.own:
                return self.own[name_key]
            alias = aliases().get(name_key)
            if alias:
                return self.aliased(alias)
        return None

    def aliased(self, alias: Alias) -> Place:
        """The place that an alias stands for: one of our own, or the heaviest of that name in the country."""
        name = key(alias.name)
        in_country = (place for place, _ in self.index.named(name) if place.country_code == alias.country_code)
        return self.own.get(name) or next(in_country)

    def _named(self, reading: Reading) -> list[Named]:
        """The places with the name, where it is written in Latin and Chinese those with both names if there are any."""
        latin, chinese = self._first_found(reading.keys), self._first_found(reading.chinese)
        both = [named for named in latin if named.place in {other.place for other in chinese}]
        return both or latin or chinese

    def _first_found(self, name_keys: Iterable[str]) -> list[Named]:
        return next((found for name_key in name_keys if (found := self.index.named(name_key))), [])

    def _guess(self, reading: Reading, hints: Hints) -> Match:
        """The place whose name is close to the written one; such an answer is flagged."""
        written = reading.keys[-1] if reading.keys else ""
        if len(written) < _SHORTEST_MISSPELT or not written.isascii():
            return Match()
        close = process.extract(
            written, self._town_names, scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH, limit=_MOST_GUESSES
        )
        best = max((score for _, score, _ in close), default=0)
        names = [name for name, score, _ in close if score == best]
        return choose([named for name in names for named in self.index.named(name)], hints, is_fuzzy=True)


def _hints(reading: Reading, countries: tuple[str, ...], regions: tuple[str, ...], side: Side | None) -> Hints:
    """All hints together, those that stood behind the name itself included: "Brest, France"."""
    codes = {code for hint in reading.hints if (code := country_code(hint))} | set(countries)
    found = [region(hint, countries=frozenset(codes)) for hint in (*reading.hints, *regions)]
    return Hints(frozenset(codes), tuple(known for known in found if isinstance(known, Region)), side)
