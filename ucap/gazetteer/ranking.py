"""Which of several places of one name is meant.

Each has its weight (`ucap.gazetteer.weights`). A hint multiplies the weight of the places that it fits: the region by
1,000, the country by 50, the side by 50. So a hint usually decides, but no hamlet becomes Rome because the list of
countries forgot Italy. Two places of different regions are ambiguous where their weights differ by less than three
times, unless only the heavier lies in a region that is named.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ucap.gazetteer.index import Named
from ucap.gazetteer.place import Match, Place, Region
from ucap.vocabulary import Side

_REGION_HINT = 1000.0
_COUNTRY_HINT = 50.0
_SIDE_HINT = 50.0
_DECIDES = 3.0
_WORTH_MENTIONING = 0.01  # of the best one's weight


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known about a place before its name is looked up. Nothing is required of the place: hints only weigh."""

    countries: frozenset[str] = frozenset()
    regions: tuple[Region, ...] = ()
    side: Side | None = None


def choose(candidates: Iterable[Named], hints: Hints, *, is_fuzzy: bool = False) -> Match:
    """The place that is meant, with the others; no candidates, no place."""
    weighed = _best_of_each_region((named.weight * _factor(named.place, hints), named.place) for named in candidates)
    if not weighed:
        return Match()
    (best, place), *others = weighed
    is_close = bool(others) and best < _DECIDES * others[0][0]
    is_ambiguous = is_close and not (_is_in(place, hints.regions) and not _is_in(others[0][1], hints.regions))
    alternatives = tuple(other for weight, other in others if weight >= _WORTH_MENTIONING * best)
    return Match(place, alternatives, is_ambiguous, is_fuzzy)


def _best_of_each_region(weighed: Iterable[tuple[float, Place]]) -> list[tuple[float, Place]]:
    """The heaviest first; two places of one name in one region are taken for the same."""
    best: dict[tuple[str, str | None], tuple[float, Place]] = {}
    for weight, place in sorted(weighed, key=lambda pair: -pair[0]):
        best.setdefault((place.country_code, place.region), (weight, place))
    return list(best.values())


def _factor(place: Place, hints: Hints) -> float:
    """By how much the hints that fit multiply the weight of a place."""
    factor = _REGION_HINT if _is_in(place, hints.regions) else 1.0
    factor *= _COUNTRY_HINT if place.country_code in hints.countries else 1.0
    return factor * (_SIDE_HINT if place.side == hints.side else 1.0)


def _is_in(place: Place, regions: Iterable[Region]) -> bool:
    return any(region.may_hold(place) for region in regions)
