"""Which entry of a list is which, and which plan is which: by what they are about, not by where they stand."""

from __future__ import annotations

import re
from collections.abc import Collection

from ucap.plan import Plan
from ucap.reading.identity import plan_id, slug
from ucap.store.pointers import Json

_NAMING_KEYS = ("goal", "topic", "label", "name", "written", "code", "text")
"""What names an entry of `goals`, `topics`, `themes`, `cities`, `findings`, `activities`; the first that it has."""


_ID_CHARACTERS = 100


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


def base_id(plan: Plan) -> str:
    """The plan's id without the number that told it from others of the same lead city."""
    after_lead = plan_id(plan.cities)
    given = slug(plan.id or "") or after_lead or slug(plan.title or "") or _document_slug(plan)
    is_numbered = after_lead and re.fullmatch(re.escape(after_lead) + r"-\d{1,3}", given)
    return (after_lead if after_lead and is_numbered else given)[:_ID_CHARACTERS]


def _document_slug(plan: Plan) -> str:
    name = plan.document.name.rpartition(".")[0] if plan.document else ""
    return slug(name) or "plan"


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
    after_lead = plan_id(new.cities)
    if known.kind != new.kind:
        return False
    if after_lead is None or base_id(new) != after_lead:
        return new.id is not None and known.id == base_id(new)
    return plan_id(known.cities) == after_lead and _agree(_partners(known), _partners(new))


def _partners(plan: Plan) -> set[str]:
    lead = next((city for city in plan.cities if city.lead), plan.cities[0])
    return {city.name for city in plan.cities} - {lead.name}


def _agree(one: set[str], other: set[str]) -> bool:
    return one == other or bool(one and other and (one <= other or other <= one))
