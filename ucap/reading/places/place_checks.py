"""Whether cities, countries and regions of a plan fit each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ucap.gazetteer.countries import country_name
from ucap.gazetteer.place import Place, Region, side_of
from ucap.gazetteer.regions import region
from ucap.plan.record import SIDES, City, Finding, Plan, Side
from ucap.reading.findings import finding
from ucap.reading.places.lookup import look_up, place_of
from ucap.reading.plausibility import figures_of

_WITH_ARTICLE = ("United ", "Netherlands", "Czech Republic", "Philippines")


def check_countries(plan: Plan) -> Iterator[Finding]:
    """Countries in which no city is, and cities in no listed country. A plan that lists no country is not asked."""
    listed = {_state(code) for side in SIDES for code in figures_of(plan, side).countries}
    if not listed or not plan.cities:
        return
    for index, city in enumerate(plan.cities):
        if city.country_code and _state(city.country_code) not in listed:
            name = country_name(city.country_code)
            wording = "city-without-country" + ("/article" if name.startswith(_WITH_ARTICLE) else "")
            yield finding(wording, f"/cities/{index}", city=city.name, country=name)
    for side in SIDES:
        yield from _countries_without_city(plan, side)


def _countries_without_city(plan: Plan, side: Side) -> Iterator[Finding]:
    cities = [city for city in plan.cities if city.side == side]
    if any(city.country_code is None for city in cities):
        return
    for index, code in enumerate(figures_of(plan, side).countries):
        if _state(code) not in {_state(city.country_code or "") for city in cities}:
            name = country_name(code)
            wording = "country-without-city" + ("/article" if name.startswith(_WITH_ARTICLE) else "")
            yield finding(wording, f"/{side}/countries/{index}", country=name)


def _state(code: str) -> str:
    """The state of a country code: Hong Kong and Macau are in China."""
    return "CN" if side_of(code) == "china" else code


def check_regions(plan: Plan) -> Iterator[Finding]:
    """Cities in no listed region, and regions in which no city is. A side that lists no region is not asked.

    A region that the gazetteer does not know is taken for that of a city that has none otherwise.
    """
    for side in SIDES:
        cities = [(i, city, place_of(city)) for i, city in enumerate(plan.cities) if city.side == side]
        codes = tuple(sorted({city.country_code or "" for _, city, _ in cities}))
        names = figures_of(plan, side).regions
        known = [region(name, countries=codes) for name in names]
        if names and cities:
            yield from _unmatched(side, cities, names, known)


def _unmatched(
    side: Side, cities: Sequence[tuple[int, City, Place | None]], names: Sequence[str], known: Sequence[Region | None]
) -> Iterator[Finding]:
    homeless = [(i, city) for i, city, place in cities if place and not _has_home(place, names, known)]
    spare = sum(found is None and not _is_named_after(name, cities) for name, found in zip(names, known, strict=True))
    for index, city in homeless[spare:]:
        wording = "region-mismatch/other" if city.region and city.region != city.name else "region-mismatch"
        yield finding(wording, f"/cities/{index}", city=city.name, region=city.region)
    places = [place for _, _, place in cities]
    if homeless[:spare] or any(place is None for place in places):
        return
    for index, (name, found) in enumerate(zip(names, known, strict=True)):
        if found and not any(place and found.may_hold(place) for place in places):
            yield finding("region-mismatch/alone", f"/{side}/regions/{index}", region=name)


def _has_home(place: Place, names: Sequence[str], known: Sequence[Region | None]) -> bool:
    is_held = any(found and found.may_hold(place) for found in known)
    return is_held or any(look_up(name).place == place for name, found in zip(names, known, strict=True) if not found)


def _is_named_after(name: str, cities: Sequence[tuple[int, City, Place | None]]) -> bool:
    return look_up(name).place in {place for _, _, place in cities}
