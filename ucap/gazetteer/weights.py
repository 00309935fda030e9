"""How likely a name means a place, before anything else is known.

A place weighs as much as its population; thirty times that where the name is its usual one and no alternate one
(Vienne in France is not Vienna), a fifth of it in a suburb, a tenth in a country that does not take part in the
programme (Brest in Belarus).
"""

from __future__ import annotations

from functools import cache

from ucap.gazetteer.geonames import Town
from ucap.vocabulary.reference import rows

_USUAL_NAME = 30.0
_SUBURB = 0.2
_OUTSIDE_PROGRAMME = 0.1
_LEAST_PERSONS = 500  # where GeoNames tells no population


def weight(town: Town, *, is_usual_name: bool, is_suburb: bool) -> float:
    """The weight of a town among those that bear a name."""
    persons = float(max(town.population, _LEAST_PERSONS))
    persons *= _USUAL_NAME if is_usual_name else 1.0
    persons *= _SUBURB if is_suburb else 1.0
    return persons * (1.0 if town.country_code in _programme() else _OUTSIDE_PROGRAMME)


@cache
def _programme() -> frozenset[str]:
    return frozenset(row["country_code"] for row in rows("countries") if row["standing"] != "other")
