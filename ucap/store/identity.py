"""Which entry of a list is which, and which plan is which: by what they are about, not by where they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from ucap.plan import City, Plan
from ucap.store.pointers import Json

_NAMING_KEYS = ("goal", "topic", "label", "name", "written", "code", "text")
"""What names an entry of `goals`, `topics`, `themes`, `cities`, `findings`, `activities`; the first that it has."""


def entry_name(entry: Json) -> str:
    """What an entry of a list is called: a city's name, a goal's number, an activity's text, a string itself."""
    if isinstance(entry, dict):
        return next((str(entry[key]) for key in _NAMING_KEYS if entry.get(key) is not None), "")
    return str(entry)


def is_same_entry(one: Json, other: Json) -> bool:
    """Whether both are about the same city, goal, theme, activity or string."""
    if isinstance(one, dict) and isinstance(other, dict):
        return entry_name(one) == entry_name(other) or one.get("written", one) == other.get("written", other)
    return bool(one == other)


def find_entry(entries: list[Json], wanted: Json, near: int) -> int | None:
    """Where the wanted entry stands now: equal before alike, and where it stood (`near`) before elsewhere."""
    order = sorted(range(len(entries)), key=lambda index: (abs(index - near), index))
    equal = next((index for index in order if entries[index] == wanted), None)
    if equal is not None:
        return equal
    return next((index for index in order if is_same_entry(entries[index], wanted)), None)


def slug(text: str) -> str:
    """Lower-case letters and digits of the ASCII kind, joined by hyphens: `Xi'an` is `xian`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’`]", "", plain)).strip("-")[:100]


def lead_city(plan: Plan) -> City | None:
    """The city that leads; where none is marked, the first Chinese one."""
    return next((c for c in plan.cities if c.lead), None) or next((c for c in plan.cities if c.side == "china"), None)


def base_id(plan: Plan) -> str:
    """The plan's id without the number that told it from others of the same lead city."""
    lead = lead_city(plan)
    lead_slug = slug(lead.name) if lead else ""
    given = plan.id or lead_slug or slug(plan.title or "") or "plan"
    return lead_slug if lead_slug and re.fullmatch(re.escape(lead_slug) + r"-\d{1,3}", given) else given


def free_id(base: str, taken: Collection[str]) -> str:
    """`panjin`, or else the first of `panjin-2`, `panjin-3`, ... that is not taken."""
    number = 1
    while (name := base if number == 1 else f"{base}-{number}") in taken:
        number += 1
    return name


def is_same_plan(known: Plan, new: Plan) -> bool:
    """Whether `new` is an edition of the plan `known`.

    A plan that is called after its lead city is recognised by that city and its partners; a partner may have
    joined or left, but not one for another: those are two plans of the same city. An id given by hand says it.
    """
    lead, new_lead = lead_city(known), lead_city(new)
    if known.kind != new.kind:
        return False
    if new_lead is None or base_id(new) != slug(new_lead.name):
        return known.id == new.id and new.id is not None
    return lead is not None and lead.name == new_lead.name and _agree(_partners(known), _partners(new))


def _partners(plan: Plan) -> set[str]:
    lead = lead_city(plan)
    return {city.name for city in plan.cities if city is not lead}


def _agree(one: set[str], other: set[str]) -> bool:
    return one == other or bool(one and other and (one <= other or other <= one))
