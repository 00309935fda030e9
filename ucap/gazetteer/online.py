"""Places looked up at OpenStreetMap's Nominatim, only when someone asks for it.

What is found is kept as a row of a CSV file, which the gazetteer reads from then on without a network. The rules of
Nominatim are kept: at most one request a second, and a user agent that says who asks. The data is © OpenStreetMap
contributors, ODbL 1.0.

Reading never asks here: an officer does, with `python -m ucap locate --online`.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from geopy.exc import GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim
from geopy.location import Location

from ucap.gazetteer.gazetteer import LOOKED_UP, gazetteer, location_of
from ucap.gazetteer.place import Match, Place
from ucap.gazetteer.regions import region
from ucap.vocabulary.folding import key
from ucap.vocabulary.reference import read_rows
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


class OnlineGeocoder:
    """Asks Nominatim, in the shape of a geopy geocoder as the gazetteer is, and keeps each answer for reading offline.

    Args:
        file: the CSV file of answers with the columns `COLUMNS`; made if absent. A row with the same written name is
            replaced.
        service: the Nominatim to ask; the public one unless another is given.
    """

    def __init__(self, file: Path = LOOKED_UP, service: Service | None = None) -> None:
        self._file = file
        self._service = service or Service()

    def geocode(self, query: str, *, countries: Iterable[str] = ()) -> Location:
        """The location of a place by its name as written; `raw` is a `Match`.

        `countries` are the ISO codes of the countries to search, if known.

        Raises:
            LookUpError: there is no answer, or the service does not know the place.
        """
        row = _row(query, _ask(query, list(countries), self._service))
        _keep(row, self._file)
        gazetteer.cache_clear()
        where = float(row["latitude"]), float(row["longitude"])
        place = Place(row["name"], row["country_code"], row["region"] or None, *where)
        return location_of(place, Match(place))


def _ask(name: str, countries: list[str], service: Service) -> dict[str, Any]:
    options = {"country_codes": countries or None, "addressdetails": True, "language": "en"}
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
    """Write the file again beside itself and move it into place."""
    earlier = read_rows(file) if file.exists() else ()
    kept = [other for other in earlier if key(other["written"]) != key(row["written"])]
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(".draft")
    with draft.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows([*kept, row])
    os.replace(draft, file)
