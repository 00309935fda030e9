"""Whether figures can be right: people per square kilometre, and the size of cities and prefectures."""

from __future__ import annotations

from collections.abc import Iterator

from ucap.plan.record import SIDES, City, Finding, Plan, Side, SideFigures
from ucap.reading.findings import finding
from ucap.wording import format_number

_MOST_PER_KM2 = 30_000.0
"""No city has more people per square kilometre over its whole area (Manila, the densest, has some 43,000 on 43 km²)."""
_FEWEST_PER_KM2 = 3.0
_SMALLEST_PREFECTURE_KM2 = 100.0
"""The smallest Chinese city at prefecture level has more than ten times this."""
_LARGEST_KM2 = 500_000.0
_TIMES_GAZETTEER = 40.0
"""Prefectures count far more people than the gazetteer, which counts towns, but never so many times more."""
_PART_OF_GAZETTEER = 0.1
_MOST_PEOPLE_IN_CITY = 40e6
_FEWEST_PEOPLE = 1_000


def figures_of(plan: Plan, side: Side) -> SideFigures:
    """What the document says of a side."""
    return plan.china if side == "china" else plan.europe


def check_figures(plan: Plan) -> Iterator[Finding]:
    """At most one finding a side: the figure that cannot be right, or that fits its cities less than the other."""
    for side in SIDES:
        cities = [city for city in plan.cities if city.side == side]
        figures = figures_of(plan, side)
        doubt = _doubt(figures.population, figures.area_km2, side, cities)
        if doubt:
            field = "population" if doubt.startswith("population") else "area_km2"
            yield finding(doubt, f"/{side}/{field}", **_words(figures, _expected(cities)))


def _doubt(population: int | None, area: float | None, side: Side, cities: list[City]) -> str | None:
    """The name of the finding, or None where the figures can be right."""
    is_wrong_population = population is not None and _is_wrong_population(population, cities)
    if area is not None and _is_wrong_area(area, side, cities) and not is_wrong_population:
        return "area-implausible" if population else "area-implausible/size"
    if population is None or not area:
        return "population-implausible/size" if is_wrong_population else None
    if _FEWEST_PER_KM2 <= population / area <= _MOST_PER_KM2:
        return "population-implausible/size" if is_wrong_population else None
    return "population-implausible" if is_wrong_population else _blamed(population, area, cities)


def _blamed(population: int, area: float, cities: list[City]) -> str:
    """Of two figures that do not go together, the one that fits the cities less."""
    expected = _expected(cities)
    if not expected:
        return "population-implausible" if population / area > _MOST_PER_KM2 else "area-implausible"
    ratio = max(population, expected) / max(min(population, expected), 1)
    return "population-implausible" if ratio > _TIMES_GAZETTEER / 2 else "area-implausible"


def _is_wrong_population(population: int, cities: list[City]) -> bool:
    expected = _expected(cities)
    if population < _FEWEST_PEOPLE or population > _MOST_PEOPLE_IN_CITY * max(1, len(cities)):
        return True
    return bool(expected) and not expected * _PART_OF_GAZETTEER <= population <= expected * _TIMES_GAZETTEER


def _is_wrong_area(area: float, side: Side, cities: list[City]) -> bool:
    smallest = _SMALLEST_PREFECTURE_KM2 if side == "china" else 0.5
    return area < smallest or area > _LARGEST_KM2 * max(1, len(cities))


def _expected(cities: list[City]) -> int:
    """How many people the gazetteer counts in the cities; 0 where it does not know them all."""
    known = [city.population for city in cities if city.population]
    return sum(known) if len(known) == len(cities) else 0


def _words(figures: SideFigures, expected: int) -> dict[str, str]:
    population, area = figures.population or 0, figures.area_km2 or 0.0
    return {
        "population": format_number(population),
        "area": format_number(area),
        "density": format_number(round(population / area)) if area else "",
        "expected": format_number(expected),
    }
