"""The single values below a field of a record: what a correction can put right one by one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from ucap.plan import Plan
from ucap.store.labels import label_of
from ucap.store.pointers import Json, Tokens, get, join, split


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single value: its JSON Pointer, its name, and what stands there (None where nothing does)."""

    field: str
    label: str
    value: Json

    @property
    def written(self) -> str:
        """The value as it is written into an input; nothing for None."""
        return "" if self.value is None else self.value if isinstance(self.value, str) else json.dumps(self.value)


def leaves(plan: Plan, field: str) -> list[Leaf]:
    """The values at and below a field, in the order of the record; empty lists count as one value.

    Raises:
        LookupError: the record has no such field.
    """
    record = plan.model_dump(mode="json")
    tokens = split(field)
    return [Leaf(join(*at), label_of(join(*at), record), value) for at, value in _walk(get(record, tokens), tokens)]


def _walk(value: Json, at: Tokens) -> Iterator[tuple[Tokens, Json]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _walk(inner, (*at, key))
    elif isinstance(value, list) and value:
        for number, inner in enumerate(value):
            yield from _walk(inner, (*at, str(number)))
    else:
        yield at, value
