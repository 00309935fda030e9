"""What written names mean: here alone reading asks the geocoder, so that another one could stand in for it."""

from __future__ import annotations

from collections.abc import Iterable

from ucap.gazetteer.gazetteer import gazetteer
from ucap.gazetteer.place import Match, Place
from ucap.plan.record import City, Side


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
