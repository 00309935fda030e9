"""What follows from a corrected value: where a city lies, under which headings a theme falls."""

from __future__ import annotations

from typing import Any

from ucap.gazetteer import side_of
from ucap.plan import City, Plan
from ucap.reading.register import complete
from ucap.store.english import in_english
from ucap.store.pointers import NEW_ENTRY, Json, Tokens, get

_COMPLETED = ("cities", "themes", "topics", "activities")
_WHERE = ("name", "country_code", "region")
_FACTS = ("latitude", "longitude", "population")


def forget_derived(record: Json, tokens: Tokens) -> None:
    """Take out of the record, in place, what was derived from the value that was replaced."""
    if len(tokens) != 3:
        return
    entry = get(record, tokens[:2])
    if tokens[0] == "cities" and tokens[2] in _WHERE:
        entry |= dict.fromkeys(_FACTS if tokens[2] == "region" else (*_FACTS, "region"))
    elif tokens[0] == "themes" and tokens[2] in ("label", "detail"):
        del entry["categories"]


def with_derived(plan: Plan, tokens: Tokens, value: Json) -> Plan:
    """The plan with what follows from the value that was put there; other entries stay as they are."""
    if tokens[0] not in _COMPLETED:
        return plan
    entries = list(getattr(plan, tokens[0]))
    for index in _touched(tokens, value, len(entries)):
        entries[index] = _completed(plan, tokens[0], entries[index])
        if tokens[0] == "cities":
            entries[index] = _placed(plan, entries[index], is_renamed=tokens[2:] == ("name",))
    return plan.model_copy(update={tokens[0]: tuple(entries)})


def _touched(tokens: Tokens, value: Json, count: int) -> range:
    if len(tokens) == 1:
        return range(count)
    if len(tokens) == 2 and value is None:
        return range(0)
    if tokens[1] == NEW_ENTRY:
        return range(count - 1, count)
    return range(int(tokens[1]), int(tokens[1]) + 1)


def _completed(plan: Plan, name: str, entry: Any) -> Any:
    alone = Plan(cities=plan.cities).model_copy(update={name: (entry,)})
    return getattr(in_english(complete, alone), name)[0]


def _placed(plan: Plan, city: City, is_renamed: bool) -> City:
    """The city on its side; one of another name may lie in another country."""
    if is_renamed and city.latitude is None and city.country_code:
        city = _completed(plan, "cities", city.model_copy(update={"country_code": None}))
    return city.model_copy(update={"side": side_of(city.country_code)}) if city.country_code else city
