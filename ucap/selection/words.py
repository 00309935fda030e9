"""Filters and their values in the words of the user."""

from __future__ import annotations

from typing import NamedTuple

from ucap.frames.columns import N_
from ucap.gazetteer import country_name
from ucap.selection.filters import FILTERS, Value
from ucap.selection.selection import Selection
from ucap.vocabulary import categories, goals, topics
from ucap.wording import _, language

_KINDS = {
    "summary": N_("U-CAP summary"),
    "pairing": N_("Pairing"),
    "cluster": N_("Cluster"),
    "visit": N_("Visit"),
    "meeting": N_("Meeting"),
    "agreement": N_("Agreement"),
    "event": N_("Event"),
    "training": N_("Training"),
    "project": N_("Project"),
    "publication": N_("Publication"),
    "other": N_("Other"),
}


class Applied(NamedTuple):
    """A value that a filter says: `filter` and `value` for `Selection.without`, `label` and `words` to show."""

    filter: str
    value: Value | None
    label: str
    words: str


def describe(selection: Selection) -> list[Applied]:
    """What the filters say, a line per value, in the order of the sidebar; empty where nothing is filtered."""
    applied = [
        Applied(name, value, _(one.label), value_words(name, value))
        for name, one in FILTERS.items()
        for value in selection.values(name)
    ]
    if selection.is_stated_only:
        applied.append(Applied("is_stated_only", None, _("Goals and topics"), _("stated in the SDG row only")))
    if selection.text:
        applied.append(Applied("text", None, _("Text"), selection.text))
    return applied


def value_words(name: str, value: Value) -> str:
    """A value of a filter, or of the vocabulary of that name, in words: goal 11 is "SDG 11 Sustainable Cities …"."""
    if name == "goals":
        return _("SDG {number} {name}").format(number=value, name=_(goals()[int(value) - 1].name))
    if name == "countries":
        return country_name(str(value), language())
    if name in ("categories", "topics"):
        return _(_names(name).get(str(value), str(value)))
    return _(_KINDS[str(value)]) if name in ("activity_kinds", "plan_kinds") else str(value)


def _names(name: str) -> dict[str, str]:
    return {one.slug: one.name for one in (categories() if name == "categories" else topics())}
