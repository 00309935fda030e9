"""What differs between two records of a plan, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ucap.plan.labels import label_of
from ucap.plan.pointers import Field, Json, find_entry
from ucap.plan.record import Plan

_NOT_COMPARED = {"id", "document", "passages", "checked"}
_MISSING = object()


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs. `field` points into the newer record, or into the older where the newer lacks it.

    `old` is None for an entry that was added, `new` for one that is gone.
    """

    field: str
    label: str
    old: Json
    new: Json


def differences(old: Plan, new: Plan) -> tuple[Difference, ...]:
    """All fields in which the two records differ, in the order of the record.

    Entries of lists are compared by what they are about: a city that moved up in its list is the same city.
    """
    before, after = _compared(old), _compared(new)
    return tuple(
        Difference(str(field), label_of(field, before if is_gone else after), left, right)
        for field, left, right, is_gone in _walk(before, after, Field(()))
    )


def _compared(plan: Plan) -> dict[str, Json]:
    return {key: value for key, value in plan.model_dump(mode="json").items() if key not in _NOT_COMPARED}


_Step = tuple[Field, Json, Json, bool]


def _walk(old: Json, new: Json, at: Field) -> Iterator[_Step]:
    if isinstance(old, dict) and isinstance(new, dict):
        for key in new:
            yield from _walk(old[key], new[key], at / key)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _walk_lists(old, new, at)
    elif old != new:
        yield at, old, new, False


def _walk_lists(old: list[Json], new: list[Json], at: Field) -> Iterator[_Step]:
    remaining = list(old)
    for index, entry in enumerate(new):
        found = find_entry(remaining, entry, index)
        if found is None:
            yield at / index, None, entry, False
            continue
        yield from _walk(remaining[found], entry, at / index)
        remaining[found] = _MISSING
    for index, entry in enumerate(remaining):
        if entry is not _MISSING:
            yield at / index, entry, None, True
