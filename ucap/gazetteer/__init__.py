"""Places, regions and countries: what a written name means, without a network."""

from ucap.gazetteer.countries import (
    countries_in,
    country_code,
    country_name,
    country_names,
    is_country,
    listed_countries,
)
from ucap.gazetteer.gazetteer import Gazetteer, gazetteer, is_place_word
from ucap.gazetteer.place import Match, Place, Region, side_of
from ucap.gazetteer.regions import is_region, region, region_names
from ucap.gazetteer.zones import is_zone

__all__ = [
    "Gazetteer",
    "Match",
    "Place",
    "Region",
    "countries_in",
    "country_code",
    "country_name",
    "country_names",
    "gazetteer",
    "is_country",
    "is_place_word",
    "is_region",
    "is_zone",
    "listed_countries",
    "region",
    "region_names",
    "side_of",
]
