"""The search for a place by its written name.

The ways in which a written name may be meant: "City of Guilin 桂林市 (Guangxi)" is Guilin, and 桂林市.

Which of several places of one name is meant.

Each has its weight (`ucap.gazetteer.build`). A hint multiplies the weight of the places that it fits: the region by
1,000, the country by 50, the side by 50. So a hint usually decides, but no hamlet becomes Rome because the list of
countries forgot Italy. Two places of different regions are ambiguous where their weights differ by less than three
times, unless only the heavier lies in a region that is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

from rapidfuzz import fuzz, process

from ucap.gazetteer.countries import country_code, is_country
from ucap.gazetteer.index import Index, Named
from ucap.gazetteer.place import Match, Place, Region
from ucap.gazetteer.regions import region
from ucap.gazetteer.special import Alias, aliases, own_places
from ucap.gazetteer.zones import city_names, is_zone, without_letters
from ucap.vocabulary.folding import HAN, key, words
from ucap.vocabulary.kinds import Side
from ucap.vocabulary.reference import rows

_PARENTHESIS = re.compile(r"[(（\[]([^)）\]]*)[)）\]]?")  # "(Taicang)"
_CHINESE = re.compile(rf"[{HAN}]+")  # "桂林市"
_SEPARATOR = re.compile(r"\s*[,;/，、]\s*")  # ", "
_CHINESE_CITY = "市"


@dataclass(frozen=True, slots=True)
class Reading:
    """A written name in its parts.

    `keys` are the keys under which to look it up, the most literal first; `chinese` those of its Chinese part; `hints`
    are what stood after a comma or in parentheses, perhaps a region or a country.
    """

    keys: tuple[str, ...]
    chinese: tuple[str, ...]
    hints: tuple[str, ...]


@lru_cache(maxsize=4096)
def read_name(written: str) -> Reading:
    """Divide a written name into its parts."""
    chinese = [part for run in _CHINESE.findall(written) for part in (run, run.removesuffix(_CHINESE_CITY))]
    latin = _CHINESE.sub(" ", written) if _has_letters(_CHINESE.sub("", written)) else written
    outside, *after = [part for part in _SEPARATOR.split(_PARENTHESIS.sub(" ", latin).strip()) if part] or [""]
    head, country = _without_country(words(outside))
    hints = [hint.strip() for hint in (*_PARENTHESIS.findall(latin), *after, country) if hint.strip()]
    keys = [key for name in (words(latin), words(outside), head) for key in _bare(name)]
    return Reading(_once([*keys, *map(_in_one, keys)]), _once(" ".join(words(part)) for part in chinese), tuple(hints))


def _has_letters(text: str) -> bool:
    return any(character.isalpha() for character in text)


def _without_country(name: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The name and the country behind it: "Brest France"."""
    for at in range(1, len(name)):
        country = " ".join(name[at:])
        if is_country(country):
            return name[:at], country
    return name, ""


def _in_one(name_key: str) -> str:
    """The name in one word, as Chinese names are also written in two: "Xi An"."""
    return name_key.replace(" ", "")


def _bare(name: tuple[str, ...]) -> Iterator[str]:
    """The key of the name as it stands, and without the words for a kind of place before and after it."""
    yield " ".join(name)
    shorter = _without_affix(name)
    if shorter:
        yield from _bare(shorter)


def _without_affix(name: tuple[str, ...]) -> tuple[str, ...]:
    """The name without its longest affix, or nothing where it has none."""
    for length in range(len(name) - 1, 0, -1):
        if ("before", name[:length]) in _affixes():
            return name[length:]
        if ("after", name[-length:]) in _affixes():
            return name[:-length]
    return ()


@cache
def _affixes() -> frozenset[tuple[str, tuple[str, ...]]]:
    return frozenset((row["position"], words(row["affix"])) for row in rows("place_affixes"))


def _once(items: Iterator[str] | list[str]) -> tuple[str, ...]:
    return tuple(item for item in dict.fromkeys(items) if item)


_REGION_HINT = 1000.0
_COUNTRY_HINT = 50.0
_SIDE_HINT = 50.0
_DECIDES = 3.0
_WORTH_MENTIONING = 0.01  # of the best one's weight


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known about a place before its name is looked up. Nothing is required of the place: hints only weigh."""

    countries: frozenset[str] = frozenset()
    regions: tuple[Region, ...] = ()
    side: Side | None = None


def choose(candidates: Iterable[Named], hints: Hints, *, is_fuzzy: bool = False) -> Match:
    """The place that is meant, with the others; no candidates, no place."""
    weighed = _best_of_each_region((named.weight * _factor(named.place, hints), named.place) for named in candidates)
    if not weighed:
        return Match()
    (best, place), *others = weighed
    is_close = bool(others) and best < _DECIDES * others[0][0]
    is_ambiguous = is_close and not (_is_in(place, hints.regions) and not _is_in(others[0][1], hints.regions))
    alternatives = tuple(other for weight, other in others if weight >= _WORTH_MENTIONING * best)
    return Match(place, alternatives, is_ambiguous, is_fuzzy)


def _best_of_each_region(weighed: Iterable[tuple[float, Place]]) -> list[tuple[float, Place]]:
    """The heaviest first; two places of one name in one region are taken for the same."""
    best: dict[tuple[str, str | None], tuple[float, Place]] = {}
    for weight, place in sorted(weighed, key=lambda pair: -pair[0]):
        best.setdefault((place.country_code, place.region), (weight, place))
    return list(best.values())


def _factor(place: Place, hints: Hints) -> float:
    """By how much the hints that fit multiply the weight of a place."""
    factor = _REGION_HINT if _is_in(place, hints.regions) else 1.0
    factor *= _COUNTRY_HINT if place.country_code in hints.countries else 1.0
    return factor * (_SIDE_HINT if place.side == hints.side else 1.0)


def _is_in(place: Place, regions: Iterable[Region]) -> bool:
    return any(region.may_hold(place) for region in regions)


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
        self.knows = lru_cache(maxsize=4096)(self._knows)

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
        hints = _hints(reading, countries, regions, side)
        return self._known(name, reading, hints) or self._guess(reading, hints)

    def _known(self, name: str, reading: Reading, hints: Hints) -> Match | None:
        """The place of just this name; None where it may be a misspelt one."""
        own = self._our_own(reading)
        if own:
            return Match(own)
        match = choose(self._named(reading), hints)
        return match if match.place else self._of_which_part(name, hints)

    def _knows(self, name: str) -> bool:
        """Whether a name, spelt as it is, means a place: none is looked for that may be misspelt."""
        if len(name) > _LONGEST_NAME:
            return False
        reading = read_name(name)
        match = self._known(name, reading, _hints(reading, (), (), None))
        return match is not None and match.place is not None

    def _of_which_part(self, name: str, hints: Hints) -> Match | None:
        """The city of which the name is a district, a zone or the like; no match where that city is not known."""
        shorter = without_letters(name)
        if shorter and (named := self._named(read_name(shorter))):
            return choose(named, hints)
        for words_of_name in city_names(name):
            own = self.own.get(" ".join(words_of_name))
            named = self.index.named(" ".join(words_of_name))
            if own or named:
                return Match(own) if own else choose(named, hints)
        return Match() if is_zone(name) else None

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
