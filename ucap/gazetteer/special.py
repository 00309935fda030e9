"""Places and spellings that GeoNames lacks, or knows under another name."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from ucap.gazetteer.place import Place
from ucap.vocabulary.folding import key
from ucap.vocabulary.reference import read_rows, rows


class Alias(NamedTuple):
    """The usual name and the country code of the place that a spelling stands for.

    `is_abbreviation` says that the spelling ("WM") means it only where the place is expected.
    """

    name: str
    country_code: str
    is_abbreviation: bool


@cache
def aliases() -> dict[str, Alias]:
    """The spellings of `place_aliases.csv` by their keys."""
    return {
        key(row["written"]): Alias(row["name"], row["country_code"], row["written"].isupper())
        for row in rows("place_aliases")
    }


def own_places(looked_up: Path | None = None) -> dict[str, Place]:
    """The places of `places.csv` by the keys of their names, and those in a file of places looked up online."""
    found = read_rows(looked_up) if looked_up and looked_up.exists() else ()
    return {
        key(spelling): _place(row)
        for row in (*found, *rows("places"))
        for spelling in (row["name"], row.get("written", row["name"]))
    }


def _place(row: dict[str, str]) -> Place:
    return Place(
        name=row["name"],
        country_code=row["country_code"],
        region=row.get("region") or None,
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        population=int(row["population"]) if row.get("population") else None,
        kind="region" if row.get("seat") else "city",
    )
