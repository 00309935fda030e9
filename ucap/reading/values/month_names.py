"""Names of months in the languages of the partners, from Unicode CLDR as Babel ships it.

`python -m ucap.reading.values.month_names` prints the table that stands in `data/reference/month_names.csv`. A name
that means two months in two languages (`listopad`) is left to the language with more partners; one that is an
everyday word of another language is left out.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from typing import Any

from babel import Locale

LANGUAGES = (
    "en de de_AT fr it es nl pl pt ca cs da sv fi el hu ro bg sk sl hr et lv lt nb uk".split()  # noqa: SIM905
)
"""In the order in which they have the say on a name that two of them use."""
_EVERYDAY_WORDS = frozenset("out set list pro is led dub sie lut kov bir lie gru sty vas tra".split())  # noqa: SIM905
_SHORTEST = 3


def month_names() -> dict[str, int]:
    """Each name or abbreviation in lower case, without full stop, and its month (1 to 12)."""
    names: dict[str, int] = {}
    for language in LANGUAGES:
        for name, month in _names(Locale.parse(language)):
            if len(name) >= _SHORTEST and name.isalpha() and name not in _EVERYDAY_WORDS:
                names.setdefault(name, month)
    return names


def _names(locale: Locale) -> Iterator[tuple[str, int]]:
    months: Any = locale.months
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for month, name in months[context][width].items():
                yield name.lower().rstrip("."), month


def main() -> None:
    """Print the table."""
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(("written", "month"))
    table.writerows((name, month) for month, name in sorted((month, name) for name, month in month_names().items()))


if __name__ == "__main__":
    main()
