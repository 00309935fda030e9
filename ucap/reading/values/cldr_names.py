"""Names of months and of units of area in the languages of the partners, from Unicode CLDR as Babel ships it.

`python -m ucap.reading.values.cldr_names` writes the tables `data/reference/month_names.csv` and `area_units.csv`. A
name that means two months in two languages (`listopad`) is left to the language with more partners; one that is an
everyday word of another language is left out.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from typing import Any

from babel import Locale
from babel.units import format_unit

from ucap.vocabulary.reference import REFERENCE

LANGUAGES = (
    "en de de_AT fr it es nl pl pt pt_PT ca cs da sv fi el hu ro bg sk sl hr et lv lt nb uk".split()  # noqa: SIM905
)
"""In the order in which they have the say on a name that two of them use."""
_EVERYDAY_WORDS = frozenset("out set list pro is led dub sie lut kov bir lie gru sty vas tra".split())  # noqa: SIM905
_SHORTEST = 3
AREA_UNITS = {"km2": "square-kilometer", "mile": "square-mile", "ha": "hectare", "m2": "square-meter"}
"""CLDR's names of the units; not the acre: what Hungarian and Croatian call one there (`hold`, `jutro`) is half as much
again.
"""
_EACH_PLURAL = (1, 2, 3, 5, 11, 20, 21, 100, 1.5)
_FIGURE = re.compile(r"[\d.,]+\s*(?:de )?")  # "2 " of "2 hectares", "20 de " of Romanian "20 de hectare"


def month_names() -> dict[str, int]:
    """Each name or abbreviation in lower case, without full stop, and its month (1 to 12)."""
    names: dict[str, int] = {}
    for language in LANGUAGES:
        for name, month in _months(Locale.parse(language)):
            if len(name) >= _SHORTEST and name.isalpha() and name not in _EVERYDAY_WORDS:
                names.setdefault(name, month)
    return names


def area_units() -> dict[str, str]:
    """Each name or abbreviation of a unit of area in lower case, and which of `AREA_UNITS` it is; signs left out."""
    names: dict[str, str] = {}
    for language in LANGUAGES:
        for unit, cldr_name in AREA_UNITS.items():
            for name in _units(Locale.parse(language), cldr_name):
                if len(name) >= _SHORTEST and not name.endswith("²"):
                    names.setdefault(name, unit)
    return names


def _months(locale: Locale) -> Iterator[tuple[str, int]]:
    months: Any = locale.months
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for month, name in months[context][width].items():
                yield name.lower().rstrip("."), month


def _units(locale: Locale, cldr_name: str) -> Iterator[str]:
    """The unit as it stands behind figures: in the singular, and in each of the language's plurals."""
    for width in ("long", "short"):
        for figure in _EACH_PLURAL:
            yield _FIGURE.sub("", format_unit(figure, cldr_name, width, locale=locale), count=1).lower()


def write_table(name: str, columns: tuple[str, str], table: Iterable[tuple[str, str | int]]) -> None:
    """Write a table of the reference data."""
    with (REFERENCE / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(table)


def main() -> None:
    """Write both tables."""
    by_month = sorted((month, name) for name, month in month_names().items())
    write_table("month_names", ("written", "month"), ((name, month) for month, name in by_month))
    by_unit = sorted((unit, name) for name, unit in area_units().items())
    write_table("area_units", ("written", "unit"), ((name, unit) for unit, name in by_unit))


if __name__ == "__main__":
    main()
