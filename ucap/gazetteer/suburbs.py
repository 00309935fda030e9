"""Which places are suburbs: GeoNames lists quarters ("Salamanca" in Madrid) like cities of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from math import cos, hypot, radians
from typing import Any

_SHADOW_KM = 10.0
_TIMES_LARGER = 5
_LEAST_CASTING_SHADOW = 50_000
_DEGREE_KM = 111.2


def suburbs(records: Collection[dict[str, Any]]) -> set[int]:
    """The GeoNames ids of places within 10 km of one of the same country that has at least five times their people."""
    cities = _by_cell(record for record in records if record["population"] >= _LEAST_CASTING_SHADOW)
    return {
        record["geonameid"] for record in records if any(_is_in_shadow(record, city) for city in _near(cities, record))
    }


def _by_cell(records: Iterator[dict[str, Any]]) -> dict[tuple[int, int], list[dict[str, Any]]]:
    cells: dict[tuple[int, int], list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        cells[_cell(record)].append(record)
    return cells


def _cell(record: dict[str, Any]) -> tuple[int, int]:
    """Whole degrees; north of 60° one of longitude is still more than five times the shadow's radius."""
    return int(record["latitude"] // 1), int(record["longitude"] // 1)


def _near(cells: dict[tuple[int, int], list[dict[str, Any]]], record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    row, column = _cell(record)
    for step in range(9):
        yield from cells.get((row + step // 3 - 1, column + step % 3 - 1), ())


def _is_in_shadow(record: dict[str, Any], city: dict[str, Any]) -> bool:
    if record["countrycode"] != city["countrycode"] or record["population"] * _TIMES_LARGER > city["population"]:
        return False
    north_km = (record["latitude"] - city["latitude"]) * _DEGREE_KM
    east_km = (record["longitude"] - city["longitude"]) * _DEGREE_KM * cos(radians(city["latitude"]))
    return record["geonameid"] != city["geonameid"] and hypot(north_km, east_km) <= _SHADOW_KM
