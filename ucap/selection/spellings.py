"""The other spellings of the values of filters, so that a search for 罗马, Roma or SDG11 finds what it means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import hypot

import pandas as pd

from ucap.frames.frames import Frames
from ucap.gazetteer.countries import country_names
from ucap.gazetteer.gazetteer import gazetteer
from ucap.gazetteer.regions import region_names
from ucap.plan.words import value_words
from ucap.vocabulary.filters import FilterName, Value
from ucap.vocabulary.folding import HAN, fold
from ucap.wording import LANGUAGES, in_language

Spellings = dict[Value, tuple[str, ...]]
# The letters that visitors of the dashboard have on their keyboards: "罗 马", "ρωμη", "rome"; not "рим".
_TYPED = re.compile(rf"[a-z0-9α-ω{HAN} '&().,/-]+")
_SAME_PLACE_DEGREES = 0.1
_BETWEEN_HAN = re.compile(rf"(?<=[{HAN}]) (?=[{HAN}])")  # "罗 马"


def spellings(frames: Frames, options: Mapping[FilterName, Iterable[Value]]) -> dict[FilterName, Spellings]:
    """For each filter and each of its values, how it may be written besides its words on screen, folded.

    Names of cities in any language come from the gazetteer, those of provinces and countries from the reference
    tables; all others are their words in every language of the interface.
    """
    cities = _city_spellings(frames.cities)
    found: dict[FilterName, Spellings] = {}
    for name, values in options.items():
        if name != "plans":
            found[name] = {value: _folded(_written(name, value, cities)) for value in values}
    return found


def _written(name: FilterName, value: Value, cities: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    if name in ("chinese_cities", "european_cities"):
        return cities.get(str(value), ())
    if name == "countries":
        return [str(value), *country_names(str(value))]
    if name == "provinces":
        return region_names(str(value), "CN")
    numbers = [str(value), f"SDG{value}", f"SDG {value}"] if name == "goals" else []
    return [*numbers, *(in_language(language, value_words, name, value) for language in LANGUAGES)]


def _city_spellings(cities: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """The spellings of each city by its label."""
    places = cities.drop_duplicates("city")
    rows = zip(
        *(places[column] for column in ("city", "name", "country_code", "latitude", "longitude", "written")),
        strict=True,
    )
    return {
        label: (written, name, *_names(name, country_code, latitude, longitude))
        for label, name, country_code, latitude, longitude, written in rows
    }


@lru_cache(maxsize=8192)
def _names(name: str, country_code: str | None, latitude: float, longitude: float) -> tuple[str, ...]:
    """The names of the place of that name in the country, where it lies there: records round their coordinates."""
    place = gazetteer().find(name, countries=[country_code] if country_code else []).place
    if place is None or hypot(place.latitude - latitude, place.longitude - longitude) > _SAME_PLACE_DEGREES:
        return ()
    return gazetteer().spellings(place)


def _folded(written: Iterable[str]) -> tuple[str, ...]:
    folded = (_BETWEEN_HAN.sub("", fold(one)) for one in written)
    return tuple(dict.fromkeys(one for one in folded if _TYPED.fullmatch(one)))
