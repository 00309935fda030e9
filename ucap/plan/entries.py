"""Which entry of a list is which: by what it is about, not by where it stands."""

from __future__ import annotations

from ucap.plan.pointers import Json

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
