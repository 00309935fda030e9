"""Which towns are suburbs: GeoNames lists quarters ("Salamanca" in Madrid) like towns of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from math import cos, hypot, radians

from ucap.gazetteer.geonames import Town

_SHADOW_KM = 10.0
_TIMES_LARGER = 5
_LEAST_CASTING_SHADOW = 50_000  # persons
_DEGREE_KM = 111.2

_Cells = dict[tuple[int, int], list[Town]]


def suburbs(towns: Collection[Town]) -> set[int]:
    """The GeoNames ids of towns within 10 km of one of the same country that has at least five times their people."""
    cities = _by_cell(town for town in towns if town.population >= _LEAST_CASTING_SHADOW)
    return {town.geoname_id for town in towns if any(_is_in_shadow(town, city) for city in _near(cities, town))}


def _by_cell(towns: Iterable[Town]) -> _Cells:
    cells: _Cells = defaultdict(list)
    for town in towns:
        cells[_cell(town)].append(town)
    return cells


def _cell(town: Town) -> tuple[int, int]:
    """Whole degrees of latitude and longitude: up to 80° north wider than the shadow."""
    return int(town.latitude // 1), int(town.longitude // 1)


def _near(cells: _Cells, town: Town) -> Iterator[Town]:
    """The cities in the town's cell and the eight around it."""
    row, column = _cell(town)
    for step in range(9):
        yield from cells.get((row + step // 3 - 1, column + step % 3 - 1), ())


def _is_in_shadow(town: Town, city: Town) -> bool:
    if town.country_code != city.country_code or town.population * _TIMES_LARGER > city.population:
        return False
    north_km = (town.latitude - city.latitude) * _DEGREE_KM
    east_km = (town.longitude - city.longitude) * _DEGREE_KM * cos(radians(city.latitude))
    return hypot(north_km, east_km) <= _SHADOW_KM
