"""Regions: first-level divisions and the others that documents name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from ucap.gazetteer.place import CHINA, Region
from ucap.vocabulary.folding import HAN, key
from ucap.vocabulary.reference import rows, word_list

_ANY = "*"
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")  # "(山东)"
_HAN = re.compile(rf"[{HAN}]")


@cache
def _first_level_names() -> dict[tuple[str, str], str]:
    """The usual English names by country code and GeoNames code; the code `*` stands for all of a country."""
    return {(row["country_code"], row["admin1"]): row["name"] for row in rows("regions")}


def first_level_name(country_code: str, admin1: str) -> str | None:
    """The usual English name of a first-level division, or None where none is in use."""
    names = _first_level_names()
    return names.get((country_code, admin1)) or names.get((country_code, _ANY))


@cache
def _nuts() -> dict[tuple[str, str], str]:
    return {(row["country_code"], row["region"]): row["nuts"] for row in rows("nuts")}


@cache
def _provinces() -> dict[str, str]:
    return {row["province"]: row["iso_3166_2"] for row in rows("province_codes")}


def nuts_code(country_code: str | None, name: str | None) -> str | None:
    """The NUTS code of a region by its usual English name: `ITI4` for Lazio; None where it is no unit of NUTS."""
    return _nuts().get((country_code or "", name or ""))


def province_code(name: str | None) -> str | None:
    """The ISO 3166-2 code of a Chinese province by its usual English name: `CN-LN` for Liaoning."""
    return _provinces().get(name or "")


def region(name: str, *, countries: Collection[str] = ()) -> Region | None:
    """The region that a text names as a whole, preferably in one of the countries (codes).

    Words such as "Province" or "county" may be there or not. A name that regions of several countries bear
    ("Limburg") is None without a country that decides, and so is one that says nothing but a direction outside the
    countries: "North-East Region" of Romania is not that of Bulgaria.
    """
    found = regions_named(name)
    preferred = [candidate for candidate in found if candidate.country_code in countries]
    if not preferred and not (countries and _is_direction(name)):
        preferred = found
    return preferred[0] if len(preferred) == 1 else None


def _is_direction(name: str) -> bool:
    return set(key(name).split()) - _kinds() <= word_list("direction")


def region_names(name: str, country_code: str) -> list[str]:
    """All spellings known here of a region that is given by its usual English name."""
    return [
        name,
        *(row["written"] for row in rows("region_names") if (row["country_code"], row["name"]) == (country_code, name)),
    ]


def regions_named(name: str) -> list[Region]:
    """All regions that a text names as a whole."""
    found = next((found for spelling in _spellings(name) if (found := _by_name().get(spelling))), [])
    return found or _named_in_chinese(name)


def _named_in_chinese(name: str) -> list[Region]:
    """The regions outside China whose Chinese name has a word for its kind behind it: `施蒂利亚州`, `大东部大区`.

    Those of China are listed as they are written: 吉林市 is a city in 吉林.
    """
    stem = next((name.removesuffix(kind) for kind in _chinese_kinds() if name.endswith(kind)), "")
    return [region for region in _by_name().get(key(stem), ()) if region.country_code not in CHINA]


def is_region(name: str) -> bool:
    """Whether the text as a whole names a region, whichever its country."""
    return bool(regions_named(name))


@cache
def _by_name() -> dict[str, list[Region]]:
    first_level = [Region(row["name"], row["country_code"], (row["name"],)) for row in rows("regions")]
    others = [
        Region(row["name"], row["country_code"], tuple(row["within"].split(";"))) for row in rows("other_regions")
    ]
    named = {(region.country_code, region.name): region for region in (*first_level, *others)}
    chinese = {row["name"]: row["chinese"] for row in rows("chinese_names")}
    by_name: dict[str, list[Region]] = {}
    for region in named.values():
        for spelling in {key(region.name), key(chinese.get(region.name, region.name))}:
            by_name.setdefault(spelling, []).append(region)
    for row in rows("region_names"):
        by_name.setdefault(key(row["written"]), []).append(named[row["country_code"], row["name"]])
    return by_name


def _spellings(name: str) -> Iterator[str]:
    """The name as it stands, without the words for a kind of region, and without what stands in brackets."""
    for written in dict.fromkeys((name, _BRACKETS.sub(" ", name))):
        spelling = key(written)
        yield spelling
        bare = " ".join(word for word in spelling.split() if word not in _kinds())
        yield bare
        if bare != spelling:
            yield bare.removesuffix("s")  # "Västerbottens län"


def is_kind(name: str) -> bool:
    """Whether a text is nothing but words for a kind of region: `Județul` of `Județul Cluj`."""
    found = key(name).split()
    return bool(found) and _kinds().issuperset(found)


@cache
def _kinds() -> frozenset[str]:
    return frozenset(key(row["word"]) for row in rows("region_kinds") if not _HAN.match(row["word"]))


@cache
def _chinese_kinds() -> list[str]:
    """The longest first: `自治区` before `区`."""
    return sorted((row["word"] for row in rows("region_kinds") if _HAN.match(row["word"])), key=len, reverse=True)
