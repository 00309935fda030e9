"""Whether a correction fits the record, and how it is kept."""

from __future__ import annotations

import json

from ucap.plan import Plan
from ucap.store.coded import coded
from ucap.store.errors import Invalid, Unchanged
from ucap.store.labels import label_of
from ucap.store.overlay import apply, is_there_already
from ucap.store.places import target
from ucap.store.pointers import NEW_ENTRY, Json, get, split
from ucap.store.validation import trimmed
from ucap.wording import _


def fitting(shown: Plan, field: str, value: Json) -> tuple[str, Json]:
    """Field and value of a correction as they are kept. A text that does not fit may be a value written as JSON.

    Raises:
        Invalid: there is no such field, or the value does not fit it.
        Unchanged: it stands there already.
    """
    try:
        return _fitting(shown, field, value)
    except Unchanged:
        raise
    except Invalid:
        if (written := _as_json(value)) is None:
            raise
    return _fitting(shown, field, written)


def _fitting(shown: Plan, wanted: str, given: Json) -> tuple[str, Json]:
    record = shown.model_dump(mode="json")
    field, value = target(record, wanted, trimmed(given))
    tokens = split(field)
    value = coded(record, tokens, value)
    changed = apply(shown, tokens, value).model_dump(mode="json")
    if changed == record or is_there_already(record, tokens, value):
        raise Unchanged(_("{label} says so already.").format(label=label_of(field, record)))
    holder = get(changed, tokens[:-1])
    if tokens[-1] == NEW_ENTRY:
        return field, holder[-1]
    return field, None if isinstance(holder, list) and value is None else get(changed, tokens)


def _as_json(text: Json) -> Json:
    try:
        return json.loads(text) if isinstance(text, str) else None
    except ValueError:
        return None
