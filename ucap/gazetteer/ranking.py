"""Which of several places of one name is meant.

A place weighs as much as its population; thirty times that where the name is its usual one and no alternate one
(Vienne in France is not Vienna), a fifth of it in a suburb, a tenth in a country that does not take part in the
programme (Brest in Belarus). A hint multiplies the weight of the places that it fits: the region by 1,000, the
country by 50, the side by 50. So a hint usually decides, but no hamlet becomes Rome because the list of countries
forgot Italy. Two places of different regions are ambiguous where their weights differ by less than three times.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ucap.gazetteer.index import Named
from ucap.gazetteer.place import Match, Place, Region
from ucap.vocabulary import Side
from ucap.vocabulary.reference import rows

_USUAL_NAME = 30.0
_SUBURB = 0.2
_OUTSIDE_PROGRAMME = 0.1
_REGION_HINT = 1000.0
_COUNTRY_HINT = 50.0
_SIDE_HINT = 50.0
_DECIDES = 3.0
_LEAST_WEIGHT = 500  # persons, where GeoNames tells no population
_WORTH_MENTIONING = 0.01  # of the best one's weight


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known about a place before its name is looked up. Nothing is required of the place: hints only weigh."""

    countries: frozenset[str] = frozenset()
    regions: tuple[Region, ...] = ()
    side: Side | None = None


def choose(candidates: Iterable[Named], hints: Hints, *, is_fuzzy: bool = False) -> Match:
    """The place that is meant, with the others; no candidates, no place."""
    weighed = _best_of_each_region([(_weight(named, hints), named.place) for named in candidates])
    if not weighed:
        return Match()
    (best, place), *others = weighed
    is_ambiguous = bool(others) and best < _DECIDES * others[0][0]
    alternatives = tuple(other for weight, other in others if weight >= _WORTH_MENTIONING * best)
    return Match(place, alternatives, is_ambiguous, is_fuzzy)


def _best_of_each_region(weighed: list[tuple[float, Place]]) -> list[tuple[float, Place]]:
    """The heaviest first; two places of one name in one region are taken for the same."""
    best: dict[tuple[str, str | None], tuple[float, Place]] = {}
    for weight, place in sorted(weighed, key=lambda pair: -pair[0]):
        best.setdefault((place.country_code, place.region), (weight, place))
    return list(best.values())


def _weight(named: Named, hints: Hints) -> float:
    place = named.place
    weight = float(max(place.population or 0, _LEAST_WEIGHT))
    weight *= _USUAL_NAME if named.is_main else 1.0
    weight *= _SUBURB if named.is_suburb else 1.0
    weight *= 1.0 if place.country_code in _programme() else _OUTSIDE_PROGRAMME
    weight *= _REGION_HINT if any(region.may_hold(place) for region in hints.regions) else 1.0
    weight *= _COUNTRY_HINT if place.country_code in hints.countries else 1.0
    return weight * (_SIDE_HINT if place.side == hints.side else 1.0)


@cache
def _programme() -> frozenset[str]:
    return frozenset(row["country_code"] for row in rows("countries") if row["standing"] != "other")
