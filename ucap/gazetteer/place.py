"""What the gazetteer answers with: places, regions and matches.

Distances between places.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ucap.vocabulary.kinds import Side

CHINA = frozenset({"CN", "HK", "MO"})


@dataclass(frozen=True, slots=True)
class Place:
    """A city, or a region that stands at its seat on the map.

    `name` is the usual English name, `country_code` ISO 3166, `region` the first-level division with its usual English
    name; coordinates are WGS 84 degrees; `population` is in persons.
    """

    name: str
    country_code: str
    region: str | None
    latitude: float
    longitude: float
    population: int | None = None
    kind: Literal["city", "region"] = "city"

    @property
    def side(self) -> Side:
        """`china`, Hong Kong and Macau included, or `europe`: everyone else."""
        return side_of(self.country_code)


@dataclass(frozen=True, slots=True)
class Region:
    """A region by its usual English name.

    `within` names the first-level divisions that it is, lies in, or is made of.
    """

    name: str
    country_code: str
    within: tuple[str, ...]

    def may_hold(self, place: Place) -> bool:
        """Whether the place can lie in the region, as far as its first-level division says."""
        if place.country_code != self.country_code:
            return False
        return place.region in (None, self.name, *self.within)


@dataclass(frozen=True, slots=True)
class Match:
    """What was found for a written name.

    `place` is the best answer or None; `alternatives` are the other places of that name, best first. `is_ambiguous`
    says that neither hints nor population decide between `place` and the first alternative, `is_fuzzy` that the
    name was misspelt and the closest one taken.
    """

    place: Place | None = None
    alternatives: tuple[Place, ...] = ()
    is_ambiguous: bool = False
    is_fuzzy: bool = False


def side_of(country_code: str) -> Side:
    """The side on which a country stands."""
    return "china" if country_code in CHINA else "europe"


def distance_km(one: Place, other: Place) -> float:
    """The length in kilometres of the shortest line between two places on the WGS 84 ellipsoid."""
    from geopy.distance import geodesic  # noqa: PLC0415 - with all geocoders and the HTTP libraries they use

    return float(geodesic((one.latitude, one.longitude), (other.latitude, other.longitude)).km)
