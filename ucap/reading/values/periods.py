"""The period of cooperation: `November 2019 until November 2020`, `since March 2017`, `2018 – 2020`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ucap.documents.model import Cell
from ucap.documents.traced import Traced
from ucap.plan.record import Period
from ucap.reading.ledger import Read
from ucap.reading.values.dates import DateRange, find_dates, precedes
from ucap.reading.values.numbers import is_not_available

_UNTIL = re.compile(
    r"\b(?:(?:until|till|(?<!follow[ -])up\s+to|ends?|ending|completion|expir\w+)\b[^.;]{0,30}"
    r"|(?<!up )to\s+(?:the\s+)?(?:(?:beginning|start|middle|end)\s+of\s+)?)$",
    re.IGNORECASE,
)

_PHASE = re.compile(r"\b(?:phase|stage)\b", re.IGNORECASE)
"""Where a period has parts, it ends with the last."""


def read_period(cells: Iterable[Cell]) -> Read[Period]:
    """The period as the row states it; a single date is its start, and the end is open."""
    text = Traced.join(cell.text for cell in cells)
    if not text:
        return Read(Period(), ())
    start, end = _bounds(text.text) if not is_not_available(text.text) else (None, None)
    return Read(Period(start=start, end=end, text=str(text)), (("", text),))


def _bounds(text: str) -> tuple[str | None, str | None]:
    found = list(find_dates(text))
    if not found:
        return None, None
    offset, first = found[0]
    if not first.is_point or first.start is None:
        ends = [other.end for _, other in found if not other.is_point and _PHASE.search(text)]
        return first.start, max([first.end, *ends], key=lambda end: end or "9999")
    if _UNTIL.search(text[:offset]) and len(found) == 1:
        return None, first.end
    later = [(place, other) for place, other in found[1:] if other.end and not precedes(other.end, first.start)]
    return first.start, _end(text, offset + first.length, later)


def _end(text: str, position: int, others: list[tuple[int, DateRange]]) -> str | None:
    """The first later date that is said to be the end: `(extended until June 2021)`, not `(a follow-up to 2012)`."""
    for offset, other in others:
        if other.start is None or _UNTIL.search(text[position:offset]):
            return other.end
        position = offset + other.length
    return None
