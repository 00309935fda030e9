"""Findings: what may be doubtful, contradictory or missing in a document, with the words in which it is said.

One table holds all codes. A code may be worded in several ways: the part behind `/` tells them apart
and is not part of the code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ucap.plan.pointers import Field
from ucap.plan.record import Finding, Severity, Side
from ucap.typography import cut
from ucap.wording import _


@dataclass(frozen=True, slots=True)
class _Kind:
    severity: Severity
    wording: Callable[[], str]


def _row_names() -> dict[str, str]:
    return {
        "city": _("City"),
        "region": _("Province, State, Department"),
        "country": _("Country"),
        "population": _("Population"),
        "area": _("Size"),
        "period": _("Period of cooperation"),
        "themes": _("Cooperation Themes"),
        "goals": _("Related SDGs and Urban Agenda topics"),
        "focus": _("Key focus"),
        "challenges": _("Key challenges"),
        "objectives": _("Main objectives"),
        "activities": _("Main activities"),
        "results": _("Expected results"),
    }


def row_name(key: str) -> str:
    """The name of a row of the template, short, as messages use it."""
    return _row_names()[key]


def side_name(side: Side) -> str:
    """The name of a side in running text."""
    return _("China") if side == "china" else _("Europe")


_KINDS: dict[str, _Kind] = {
    "city-unknown": _Kind("error", lambda: _("“{city}” is not among the known cities; it has no place on the map.")),
    "city-unknown/side": _Kind(
        "error", lambda: _("“{city}” is not among the known cities; its side was taken from its column.")
    ),
    "city-unknown/read": _Kind("warning", lambda: _("“{written}” is not among the known cities; {city} was taken.")),
    "city-ambiguous": _Kind("warning", lambda: _("Several cities are called {city}; the one in {region} was taken.")),
    "lead-city-missing": _Kind("error", lambda: _("The City row lacks {city}, which the rest of the document names.")),
    "lead-city-missing/unknown": _Kind(
        "error", lambda: _("The City row lacks one side, and no other row names its city.")
    ),
    "country-without-city": _Kind(
        "warning", lambda: _("{country} is listed, but no city of the plan is in {country}.")
    ),
    "country-without-city/article": _Kind(
        "warning", lambda: _("The {country} is listed, but no city of the plan is there.")
    ),
    "city-without-country": _Kind("warning", lambda: _("{city} is in {country}, which the Country row lacks.")),
    "city-without-country/article": _Kind(
        "warning", lambda: _("{city} is in the {country}, which the Country row lacks.")
    ),
    "region-mismatch": _Kind("warning", lambda: _("No region is listed for {city}.")),
    "region-mismatch/other": _Kind("warning", lambda: _("{city} is in {region}, which the row of regions lacks.")),
    "region-mismatch/country": _Kind("warning", lambda: _("{region} is a country and stands among the regions.")),
    "region-mismatch/alone": _Kind("warning", lambda: _("{region} is listed, but no city of the plan is in {region}.")),
    "field-missing": _Kind("error", lambda: _("The document has no row {row}.")),
    "field-missing/empty": _Kind("error", lambda: _("The row {row} is empty.")),
    "field-missing/side": _Kind("error", lambda: _("The row {row} says nothing of {side}.")),
    "field-missing/unread": _Kind("error", lambda: _("The row {row} has text, but no value could be read from it.")),
    "population-implausible": _Kind(
        "warning", lambda: _("{population} people on {area} km² are {density} per km²; that cannot be right.")
    ),
    "population-implausible/size": _Kind(
        "warning", lambda: _("{population} people cannot be right; about {expected} live there.")
    ),
    "area-implausible": _Kind("warning", lambda: _("{area} km² for {population} people cannot be right.")),
    "area-implausible/size": _Kind("warning", lambda: _("{area} km² cannot be right for a city.")),
    "period-open": _Kind("note", lambda: _("The period has a start ({date}) and no end.")),
    "period-open/start": _Kind("note", lambda: _("The period has an end ({date}) and no start.")),
    "activity-before-period": _Kind("warning", lambda: _("{dates} lies before the period, which starts {start}.")),
    "activity-before-period/many": _Kind("warning", lambda: _("{dates} lie before the period, which starts {start}.")),
    "activity-after-period": _Kind("warning", lambda: _("{dates} lies after the period, which ends {end}.")),
    "activity-after-period/many": _Kind("warning", lambda: _("{dates} lie after the period, which ends {end}.")),
    "period-open/unread": _Kind("note", lambda: _("No date could be read from the period.")),
    "period-reversed": _Kind("error", lambda: _("The period ends ({end}) before it starts ({start}).")),
    "period-extended": _Kind(
        "warning", lambda: _("An extension is written; it does not say until when, so the first end was kept.")
    ),
    "period-ambiguous": _Kind("warning", lambda: _("“{text}” holds several periods; the first was taken.")),
    "activity-reversed": _Kind("error", lambda: _("The activity ends ({end}) before it starts ({start}).")),
    "date-impossible": _Kind("error", lambda: _("“{text}” is a day that does not exist.")),
    "date-ambiguous": _Kind("warning", lambda: _("There is another date in the text: “{text}”.")),
    "figure-ambiguous": _Kind("warning", lambda: _("“{text}” has several figures; {figure} was taken.")),
    "figure-range": _Kind("warning", lambda: _("“{text}” is a range; {figure} was taken.")),
    "figure-unread": _Kind("error", lambda: _("No figure could be read from “{text}”.")),
    "unit-unknown": _Kind("error", lambda: _("The unit in “{text}” is not known, so that no area was taken.")),
    "activity-undated": _Kind("note", lambda: _("The activity has no date.")),
    "goal-misspelt": _Kind("note", lambda: _("“{written}” was read as SDG {goal}.")),
    "goal-name-mismatch": _Kind("warning", lambda: _("“{written}” has the name of SDG {named}; the number was taken.")),
    "goal-not-in-row": _Kind("note", lambda: _("SDG {goal} is mentioned under {row}, but not stated in the SDG row.")),
    "theme-uncategorised": _Kind("note", lambda: _("“{theme}” fits none of our categories.")),
    "theme-doubtful": _Kind(
        "warning", lambda: _("“{theme}” still holds the sign of a list; it may be several themes.")
    ),
    "focus-without-theme": _Kind("warning", lambda: _("“{heading}” in Key focus is none of the cooperation themes.")),
    "foreign-plan": _Kind("warning", lambda: _("The text presents {city}, a city of another plan.")),
    "foreign-plan/about": _Kind("warning", lambda: _("The text is about {city}, which is not a city of this plan.")),
    "cell-continued": _Kind("note", lambda: _("{first} stops in mid-sentence and goes on in the row {second}.")),
    "text-unplaced": _Kind("note", lambda: _("“{text}” belongs to no field.")),
    "text-unplaced/row": _Kind("note", lambda: _("The row “{label}” is not in the template.")),
    "text-struck": _Kind("note", lambda: _("“{text}” is struck out and was not read.")),
    "text-struck/read": _Kind("warning", lambda: _("What was read here is struck out in the document.")),
    "goal-unread": _Kind("warning", lambda: _("No goal could be read from “{text}” in the row of goals.")),
    "goal-unread/denied": _Kind("note", lambda: _("“{text}” says which goals are not the plan's; they were left out.")),
    "row-hidden": _Kind("warning", lambda: _("The row is hidden in the spreadsheet.")),
    "encoding-doubtful": _Kind(
        "warning", lambda: _("The file does not say how its letters are stored; it was read as {encoding}.")
    ),
    "row-guessed": _Kind("note", lambda: _("“{label}” is no known label; it was taken for {row}.")),
    "row-guessed/doubtful": _Kind(
        "warning", lambda: _("“{label}” is no known label; it was taken for {row}, and may be {other}.")
    ),
    "row-twice": _Kind("error", lambda: _("The row {row} comes twice; the first was taken.")),
    "row-twice/joined": _Kind("error", lambda: _("The row {row} comes twice; both may not be of one plan.")),
    "read-by-ocr": _Kind("note", lambda: _("The pages are pictures; their text was recognised by a program.")),
    "read-by-ocr/unsure": _Kind("warning", lambda: _("“{text}” was hard to recognise in the picture of the page.")),
    "no-text-layer": _Kind("error", lambda: _("The pages are pictures without text; nothing can be read from them.")),
}

CODES = frozenset(name.partition("/")[0] for name in _KINDS)
"""All codes that findings may have."""

_QUOTED = 80
_ORDER = (
    *("cities", "china", "europe", "period", "themes", "goals", "topics", "focus", "challenges", "objectives"),
    *("activities", "results", "contacts", "unplaced"),
)


def finding(name: str, field: str | None, **words: object) -> Finding:
    """The finding of the given name in the table above, its message filled with `words`; `field` is a JSON Pointer."""
    kind = _KINDS[name]
    message = kind.wording().format(**words)
    return Finding(code=name.partition("/")[0], severity=kind.severity, field=field, message=message)


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
