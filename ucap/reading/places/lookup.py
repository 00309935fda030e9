"""What written names mean: here alone reading asks the geocoder, so that another one could stand in for it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from ucap.gazetteer.gazetteer import gazetteer
from ucap.gazetteer.place import Match, Place
from ucap.plan.record import City, Side
from ucap.vocabulary.folding import fold


def look_up(
    name: str, *, countries: Iterable[str] = (), regions: Iterable[str] = (), side: Side | None = None
) -> Match:
    """What a name means; the match has no place where the name is not known.

    Args:
        name: the name as it is written.
        countries: ISO codes of the countries in which it may be.
        regions: names of the regions in which it may be.
        side: the side on which it is expected.
    """
    location = gazetteer().geocode(name, countries=countries, regions=regions, side=side)
    return Match() if location is None else location.raw


def place_of(city: City) -> Place | None:
    """The place of a record's city, by its name, region, country and side."""
    countries = (city.country_code,) if city.country_code else ()
    regions = (city.region,) if city.region else ()
    return look_up(city.name, countries=countries, regions=regions, side=city.side).place


_DECLINING = frozenset({"PL", "CZ", "SK", "SI", "HR", "RS", "BA", "ME", "UA"})
"""Countries in whose languages a city's name has endings."""
_BEHIND_PREPOSITION = re.compile(
    r"(?<![^\W_])(?:we?|do|ze?|ve?|na|od|ke?|u|iz|miasta|miastem|mesta|města|mesto|město|grada)\s+(?P<word>[^\W\d_a-z][^\W\d_]{3,24})"
)  # "w Gdańsku", "v Brně", "do Wrocławia"
_ENDING = re.compile(r"(?:[aeiouy]|ie|iu|ia|em|iem|om|ou|ovi|owi|owie|iach|ach|ich|ami|mi|ze)?")
_LAST_VOWEL = re.compile(r"(?<=..)[aeiouy]$")
_SHORTEST_STEM = 3


def declined(text: str, own: Collection[Place]) -> Iterator[tuple[int, int, Place]]:
    """Where a text names one of the plan's own cities with an ending, as Slavic languages do behind prepositions."""
    is_slavic = any(place.country_code in _DECLINING for place in own)
    names = {place: _stems(place) for place in own} if is_slavic else {}
    for found in _BEHIND_PREPOSITION.finditer(text) if names else ():
        word = fold(found["word"])
        for place, stems in names.items():
            if any(word.startswith(stem) and _ENDING.fullmatch(word, len(stem)) for stem in stems):
                yield found.start("word"), found.end("word"), place
                break


@lru_cache(maxsize=256)
def _stems(place: Place) -> frozenset[str]:
    """The names of a city of one word, folded, without the vowel at their ends."""
    names = (name for name in gazetteer().spellings(place) if name.isalpha())
    return frozenset(stem for name in names if len(stem := _LAST_VOWEL.sub("", name)) >= _SHORTEST_STEM)
