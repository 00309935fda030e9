"""Places looked up at OpenStreetMap's Nominatim, only when someone asks for it.

What is found is kept as a row of a CSV file, which the gazetteer reads from then on without a network. The rules of
Nominatim are kept: at most one request a second, and a user agent that says who asks. The data is © OpenStreetMap
contributors, ODbL 1.0.

The gazetteer in the shape of a geopy geocoder, for code that takes any of them.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal, overload

from geopy.exc import GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from ucap.gazetteer.gazetteer import LOOKED_UP, Gazetteer, gazetteer
from ucap.gazetteer.place import Place
from ucap.gazetteer.regions import region
from ucap.vocabulary import key
from ucap.wording import _

COLUMNS = ("written", "name", "country_code", "region", "latitude", "longitude", "source", "date")
_USER_AGENT = "ucap-dashboard (Urban Cooperation Action Plans)"
_TIMEOUT_SECONDS = 10
_SECONDS_BETWEEN_REQUESTS = 1.0


class LookUpError(Exception):
    """A place could not be looked up; the message says why and what can be done."""


@dataclass(frozen=True, slots=True)
class Service:
    """Where a Nominatim answers."""

    domain: str = "nominatim.openstreetmap.org"
    scheme: str = "https"


def look_up(
    name: str, *, country_code: str | None = None, file: Path = LOOKED_UP, service: Service | None = None
) -> Place:
    """Ask Nominatim for a place and keep the answer in `file`.

    Args:
        name: the name as written.
        country_code: the ISO code of the country to search, if known.
        file: the CSV file with the columns `COLUMNS`; made if absent. A row with the same written name is replaced.
        service: the Nominatim to ask; the public one unless told otherwise.

    Raises:
        LookUpError: there is no answer, or the service does not know the place.
    """
    found = _ask(name, country_code, service or Service())
    row = _row(name, found)
    _keep(row, file)
    gazetteer.cache_clear()
    return Place(
        row["name"], row["country_code"], row["region"] or None, float(row["latitude"]), float(row["longitude"])
    )


def _ask(name: str, country_code: str | None, service: Service) -> dict[str, Any]:
    options = {"country_codes": country_code, "addressdetails": True, "language": "en"}
    try:
        location = _limited(service)(name, **options)
    except GeopyError as error:
        message = _(
            "{domain} gave no answer ({reason}). Try again later, or add the place to data/reference/places.csv."
        )
        raise LookUpError(message.format(domain=service.domain, reason=error)) from error
    if location is None or "country_code" not in location.raw.get("address", {}):
        message = _("{domain} does not know “{name}”. Check the spelling, or add it to data/reference/places.csv.")
        raise LookUpError(message.format(domain=service.domain, name=name))
    return dict(location.raw)


@cache
def _limited(service: Service) -> RateLimiter:
    """One limiter for all requests of the process to a service."""
    nominatim = Nominatim(
        user_agent=_USER_AGENT, domain=service.domain, scheme=service.scheme, timeout=_TIMEOUT_SECONDS
    )
    return RateLimiter(
        nominatim.geocode, min_delay_seconds=_SECONDS_BETWEEN_REQUESTS, max_retries=0, swallow_exceptions=False
    )


def _row(written: str, found: dict[str, Any]) -> dict[str, str]:
    country_code = found["address"]["country_code"].upper()
    known = region(found["address"].get("state", ""), countries=[country_code])
    return {
        "written": written,
        "name": found.get("name") or found["display_name"].split(",")[0],
        "country_code": country_code,
        "region": known.name if known else "",
        "latitude": found["lat"],
        "longitude": found["lon"],
        "source": f"OpenStreetMap {found['osm_type']} {found['osm_id']}",
        "date": date.today().isoformat(),
    }


def _keep(row: dict[str, str], file: Path) -> None:
    """Write the file anew beside itself and move it into place."""
    earlier: list[dict[str, str]] = []
    if file.exists():
        with file.open(encoding="utf-8", newline="") as source:
            earlier = list(csv.DictReader(source))
    kept = [other for other in earlier if key(other["written"]) != key(row["written"])]
    draft = file.with_suffix(".draft")
    with draft.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows([*kept, row])
    os.replace(draft, file)


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
