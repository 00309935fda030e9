"""Findings: what may be doubtful, contradictory or missing in a document."""

from __future__ import annotations

from collections.abc import Iterable

from ucap.plan.pointers import Field
from ucap.plan.record import Finding, Side
from ucap.typography import cut
from ucap.vocabulary.wordings import ROW_NAMES, WORDINGS
from ucap.wording import _


def row_name(key: str) -> str:
    """The name of a row of the template, short, as messages use it."""
    return _(ROW_NAMES[key])


def side_name(side: Side) -> str:
    """The name of a side in running text."""
    return _("China") if side == "china" else _("Europe")


CODES = frozenset(name.partition("/")[0] for name in WORDINGS)
"""All codes that findings may have."""

_QUOTED = 80
_ORDER = (
    *("cities", "china", "europe", "period", "themes", "goals", "topics", "focus", "challenges", "objectives"),
    *("activities", "results", "contacts", "unplaced"),
)


def finding(name: str, field: str | None, **words: object) -> Finding:
    """The finding of the given name in the table above, its message filled with `words`; `field` is a JSON Pointer."""
    severity, wording = WORDINGS[name]
    return Finding(code=name.partition("/")[0], severity=severity, field=field, message=_(wording).format(**words))


def shortened(text: str) -> str:
    """A text as messages quote it."""
    return cut(text, _QUOTED)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order of the record's fields, each once."""
    return tuple(sorted(dict.fromkeys(findings), key=_position))


def _position(found: Finding) -> tuple[int, list[tuple[int, str]]]:
    field = Field.parse_or_none(found.field) or Field(("",))
    first, *rest = field.tokens
    return _ORDER.index(first) if first in _ORDER else -1, [(int(t), "") if t.isdigit() else (-1, t) for t in rest]
