"""Findings: what may be doubtful, contradictory or missing in a document, with the words in which it is said.

One table holds all codes. A code may be worded in several ways: the part behind `/` names the way
and is not part of the code.
"""

from __future__ import annotations

from collections.abc import Iterable

from ucap.plan.pointers import Field
from ucap.plan.record import Finding, Severity, Side
from ucap.typography import cut
from ucap.wording import N_, _

_ROW_NAMES = {
    "city": N_("City"),
    "region": N_("Province, State, Department"),
    "country": N_("Country"),
    "population": N_("Population"),
    "area": N_("Size"),
    "period": N_("Period of cooperation"),
    "themes": N_("Cooperation Themes"),
    "goals": N_("Related SDGs and Urban Agenda topics"),
    "focus": N_("Key focus"),
    "challenges": N_("Key challenges"),
    "objectives": N_("Main objectives"),
    "activities": N_("Main activities"),
    "results": N_("Expected results"),
}


def row_name(key: str) -> str:
    """The name of a row of the template, short, as messages use it."""
    return _(_ROW_NAMES[key])


def side_name(side: Side) -> str:
    """The name of a side in running text."""
    return _("China") if side == "china" else _("Europe")


_KINDS: dict[str, tuple[Severity, str]] = {
    "city-unknown": ("error", N_("“{city}” is not among the known cities; it has no place on the map.")),
    "city-unknown/side": ("error", N_("“{city}” is not among the known cities; its side was taken from its column.")),
    "city-unknown/read": ("warning", N_("“{written}” is not among the known cities; {city} was taken.")),
    "city-ambiguous": ("warning", N_("Several cities are called {city}; the one in {region} was taken.")),
    "lead-city-missing": ("error", N_("The City row lacks {city}, which the rest of the document names.")),
    "lead-city-missing/unknown": ("error", N_("The City row lacks one side, and no other row names its city.")),
    "country-without-city": ("warning", N_("{country} is listed, but no city of the plan is in {country}.")),
    "country-without-city/article": ("warning", N_("The {country} is listed, but no city of the plan is there.")),
    "city-without-country": ("warning", N_("{city} is in {country}, which the Country row lacks.")),
    "city-without-country/article": ("warning", N_("{city} is in the {country}, which the Country row lacks.")),
    "region-mismatch": ("warning", N_("No region is listed for {city}.")),
    "region-mismatch/other": ("warning", N_("{city} is in {region}, which the row of regions lacks.")),
    "region-mismatch/country": ("warning", N_("{region} is a country and stands among the regions.")),
    "region-mismatch/alone": ("warning", N_("{region} is listed, but no city of the plan is in {region}.")),
    "field-missing": ("error", N_("The document has no row {row}.")),
    "field-missing/empty": ("error", N_("The row {row} is empty.")),
    "field-missing/side": ("error", N_("The row {row} says nothing of {side}.")),
    "field-missing/unread": ("error", N_("The row {row} has text, but no value could be read from it.")),
    "population-implausible": (
        "warning",
        N_("{population} people on {area} km² are {density} per km²; that cannot be right."),
    ),
    "population-implausible/size": ("warning", N_("{population} people cannot be right; about {expected} live there.")),
    "area-implausible": ("warning", N_("{area} km² for {population} people cannot be right.")),
    "area-implausible/size": ("warning", N_("{area} km² cannot be right for a city.")),
    "period-open": ("note", N_("The period has a start ({date}) and no end.")),
    "period-open/start": ("note", N_("The period has an end ({date}) and no start.")),
    "activity-before-period": ("warning", N_("{dates} lies before the period, which starts {start}.")),
    "activity-before-period/many": ("warning", N_("{dates} lie before the period, which starts {start}.")),
    "activity-after-period": ("warning", N_("{dates} lies after the period, which ends {end}.")),
    "activity-after-period/many": ("warning", N_("{dates} lie after the period, which ends {end}.")),
    "period-open/unread": ("note", N_("No date could be read from the period.")),
    "period-reversed": ("error", N_("The period ends ({end}) before it starts ({start}).")),
    "period-extended": (
        "warning",
        N_("An extension is written; it does not say until when, so the first end was kept."),
    ),
    "period-ambiguous": ("warning", N_("“{text}” holds several periods; the first was taken.")),
    "activity-reversed": ("error", N_("The activity ends ({end}) before it starts ({start}).")),
    "date-impossible": ("error", N_("“{text}” is a day that does not exist.")),
    "date-ambiguous": ("warning", N_("There is another date in the text: “{text}”.")),
    "figure-ambiguous": ("warning", N_("“{text}” has several figures; {figure} was taken.")),
    "figure-range": ("warning", N_("“{text}” is a range; {figure} was taken.")),
    "figure-unread": ("error", N_("No figure could be read from “{text}”.")),
    "unit-unknown": ("error", N_("The unit in “{text}” is not known, so that no area was taken.")),
    "activity-undated": ("note", N_("The activity has no date.")),
    "goal-misspelt": ("note", N_("“{written}” was read as SDG {goal}.")),
    "goal-name-mismatch": ("warning", N_("“{written}” has the name of SDG {named}; the number was taken.")),
    "goal-not-in-row": ("note", N_("SDG {goal} is mentioned under {row}, but not stated in the SDG row.")),
    "theme-uncategorised": ("note", N_("“{theme}” fits none of our categories.")),
    "theme-doubtful": ("warning", N_("“{theme}” still holds the sign of a list; it may be several themes.")),
    "focus-without-theme": ("warning", N_("“{heading}” in Key focus is none of the cooperation themes.")),
    "foreign-plan": ("warning", N_("The text presents {city}, a city of another plan.")),
    "foreign-plan/about": ("warning", N_("The text is about {city}, which is not a city of this plan.")),
    "cell-continued": ("note", N_("{first} stops in mid-sentence and goes on in the row {second}.")),
    "text-unplaced": ("note", N_("“{text}” belongs to no field.")),
    "text-unplaced/row": ("note", N_("The row “{label}” is not in the template.")),
    "text-struck": ("note", N_("“{text}” is struck out and was not read.")),
    "text-struck/read": ("warning", N_("What was read here is struck out in the document.")),
    "goal-unread": ("warning", N_("No goal could be read from “{text}” in the row of goals.")),
    "goal-unread/denied": ("note", N_("“{text}” says which goals are not the plan's; they were left out.")),
    "row-hidden": ("warning", N_("The row is hidden in the spreadsheet.")),
    "encoding-doubtful": (
        "warning",
        N_("The file does not say how its letters are stored; it was read as {encoding}."),
    ),
    "row-guessed": ("note", N_("“{label}” is no known label; it was taken for {row}.")),
    "row-guessed/doubtful": ("warning", N_("“{label}” is no known label; it was taken for {row}, and may be {other}.")),
    "row-twice": ("error", N_("The row {row} comes twice; the first was taken.")),
    "row-twice/joined": ("error", N_("The row {row} comes twice; both may not be of one plan.")),
    "read-by-ocr": ("note", N_("The pages are pictures; their text was recognised by a program.")),
    "read-by-ocr/unsure": ("warning", N_("“{text}” was hard to recognise in the picture of the page.")),
    "no-text-layer": ("error", N_("The pages are pictures without text; nothing can be read from them.")),
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
    severity, wording = _KINDS[name]
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
