"""What the fields of a record are called on the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ucap.plan.pointers import NEW_ENTRY, Field, Json, entry_name
from ucap.typography import cut
from ucap.wording import _

_NAME_CHARACTERS = 40
_PLACES = frozenset({"cities", "regions", "places"})
"""The lists whose entries are called by the name of a place."""


def label_of(field: Field, record: Any, entry: Json = None, called: Callable[[str], str] = str) -> str:
    """The name of a field with the way to it: `Cities › Barcelona › Region`.

    An entry of a list is called by what it is about, as `entry` or else the record has it, else by its number. `called`
    gives the name of a place by its label.
    """
    names = field_names() | {NEW_ENTRY: _("new entry")}
    return " › ".join(_step(field.first(count + 1), record, entry, names, called) for count in range(len(field.tokens)))


def label_of_pointer(pointer: str | None, record: Any, called: Callable[[str], str] = str) -> str:
    """The same for a pointer as a finding or the log has it; one that is none is given as it is written."""
    field = Field.parse_or_none(pointer)
    return label_of(field, record, called=called) if field else pointer or ""


def _step(field: Field, record: Any, entry: Json, names: dict[str, str], called: Callable[[str], str]) -> str:
    if not field.is_entry:
        return names.get(field.name, field.name)
    name = entry_name(field.get_or_none(record) if entry is None else entry)
    name = called(name) if field.kind in _PLACES else name
    return cut(name, _NAME_CHARACTERS) or str(int(field.name) + 1)


def field_names() -> dict[str, str]:
    """The fields of a record and their names in the language in use."""
    return _plan_names() | _entry_names()


def _plan_names() -> dict[str, str]:
    return {
        "kind": _("Kind"),
        "title": _("Title"),
        "cities": _("Cities"),
        "china": _("China"),
        "europe": _("Europe"),
        "period": _("Period of cooperation"),
        "themes": _("Themes"),
        "goals": _("Goals"),
        "topics": _("Topics"),
        "statements": _("What is said of them"),
        "focus": _("Key focus"),
        "challenges": _("Key challenges"),
        "objectives": _("Main objectives"),
        "activities": _("Activities"),
        "results": _("Expected results"),
        "contacts": _("Contacts"),
        "unplaced": _("Unplaced text"),
        "findings": _("Findings"),
        "notes": _("Notes"),
        "sources": _("Sources"),
        "programme": _("Programme"),
    }


def _entry_names() -> dict[str, str]:
    return {
        "name": _("Name"),
        "written": _("As written"),
        "side": _("Side"),
        "lead": _("Lead city"),
        "region": _("Region"),
        "country_code": _("Country"),
        "latitude": _("Latitude"),
        "longitude": _("Longitude"),
        "population": _("Population"),
        "area_km2": _("Area in km²"),
        "regions": _("Regions"),
        "countries": _("Countries"),
        "start": _("Start"),
        "end": _("End"),
        "text": _("Text"),
        "label": _("Label"),
        "detail": _("Detail"),
        "categories": _("Categories"),
        "goal": _("Goal"),
        "stated": _("Stated in the SDG row"),
        "topic": _("Topic"),
        "outputs": _("Outputs"),
        "places": _("Places"),
        "online": _("Online"),
        "status": _("Status"),
        "source": _("Source"),
        "code": _("Code"),
        "severity": _("Severity"),
        "field": _("Field"),
        "message": _("Message"),
    }
