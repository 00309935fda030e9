"""What the fields of a record are called on the screen."""

from __future__ import annotations

from ucap.plan.entries import entry_name
from ucap.plan.pointers import NEW_ENTRY, Json, Tokens, get, split
from ucap.wording import _

_NAME_CHARACTERS = 40


def label_of(field: str, record: Json, entry: Json = None) -> str:
    """The name of a field with the way to it: `Cities › Barcelona › Region`.

    An entry of a list is called by what it is about, as `entry` or else the record has it, else by its number.
    """
    if not field.startswith("/"):
        return field
    tokens = split(field)
    names = field_names() | {NEW_ENTRY: _("new entry")}
    return " › ".join(_step(tokens[: count + 1], record, entry, names) for count in range(len(tokens)))


def _step(tokens: Tokens, record: Json, entry: Json, names: dict[str, str]) -> str:
    if not tokens[-1].isdigit():
        return names.get(tokens[-1], tokens[-1])
    try:
        name = entry_name(get(record, tokens) if entry is None else entry)
    except LookupError:
        name = ""
    return _shortened(name) or str(int(tokens[-1]) + 1)


def _shortened(name: str) -> str:
    return name if len(name) <= _NAME_CHARACTERS else name[: _NAME_CHARACTERS - 1].rstrip() + "…"


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
        "source": _("Source"),
        "code": _("Code"),
        "severity": _("Severity"),
        "field": _("Field"),
        "message": _("Message"),
    }
