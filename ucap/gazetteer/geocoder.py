"""The gazetteer in the shape of a geopy geocoder, for code that takes any of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, overload

from geopy.geocoders.base import Geocoder
from geopy.location import Location

from ucap.gazetteer.gazetteer import Gazetteer, gazetteer
from ucap.gazetteer.place import Place


class OfflineGeocoder(Geocoder):  # type: ignore[misc]  # geopy is not annotated
    """Geocodes without a network. The `raw` of a location is the `Place`."""

    def __init__(self, places: Gazetteer | None = None) -> None:
        super().__init__()
        self._places = places or gazetteer()

    @overload
    def geocode(
        self,
        query: str,
        *,
        exactly_one: Literal[True] = True,
        countries: Iterable[str] = (),
        regions: Iterable[str] = (),
    ) -> Location | None: ...

    @overload
    def geocode(
        self, query: str, *, exactly_one: Literal[False], countries: Iterable[str] = (), regions: Iterable[str] = ()
    ) -> list[Location] | None: ...

    def geocode(
        self, query: str, *, exactly_one: bool = True, countries: Iterable[str] = (), regions: Iterable[str] = ()
    ) -> Location | list[Location] | None:
        """The location of a place by its written name, or None.

        With `exactly_one=False` a list: the other places of the name follow the best one.
        """
        match = self._places.find(query, countries=countries, regions=regions)
        if match.place is None:
            return None
        return _location(match.place) if exactly_one else [_location(p) for p in (match.place, *match.alternatives)]


def _location(place: Place) -> Location:
    address = ", ".join(part for part in (place.name, place.region, place.country_code) if part)
    return Location(address, (place.latitude, place.longitude), place)
