"""Whether a correction fits the record, and how it is kept.

Countries, topics and themes' headings in corrections: who writes a name gets the code that records have for it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache

from ucap.corrections.anchors import target
from ucap.corrections.overlay import apply, is_there_already
from ucap.corrections.validation import trimmed
from ucap.errors import Invalid, Unchanged
from ucap.gazetteer.countries import country_code
from ucap.plan.labels import label_of
from ucap.plan.pointers import NEW_ENTRY, Json, Tokens, get, join, split
from ucap.plan.record import Plan
from ucap.vocabulary.categories import categories
from ucap.vocabulary.folding import key
from ucap.vocabulary.topics import match_topic, topics
from ucap.wording import _


def coded(record: Json, tokens: Tokens, value: Json) -> Json:
    """The value of a field with codes for names: `FR` for "France", `tourism` for "Tourism".

    Raises:
        Invalid: a text names nothing of the kind; the message says what would be right.
    """
    if isinstance(value, dict):
        return {key: coded(record, (*tokens, key), part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [coded(record, (*tokens, str(number)), part) for number, part in enumerate(value)]
    kind = next((token for token in reversed(tokens) if not token.isdigit() and token != "-"), "")
    if not isinstance(value, str) or kind not in _CODES:
        return value
    code_of, expected = _CODES[kind]
    code = code_of(value)
    if code is None:
        words = _("{label} cannot be {value}. Right would be {expected}.")
        raise Invalid(words.format(label=label_of(join(*tokens), record), value=f"“{value}”", expected=expected()))
    return code


@cache
def _categories() -> dict[str, str]:
    return {key(words): one.slug for one in categories() for words in (one.slug, one.name)}


@cache
def _topic_slugs() -> frozenset[str]:
    return frozenset(topic.slug for topic in topics())


def _topic(text: str) -> str | None:
    return text if text in _topic_slugs() else match_topic(text)


def _category(text: str) -> str | None:
    by_heading = {key(_(one.name)): one.slug for one in categories()}
    return _categories().get(key(text)) or by_heading.get(key(text))


_Rule = tuple[Callable[[str], str | None], Callable[[], str]]
_COUNTRY: _Rule = (country_code, lambda: _("a country or its code, such as France or FR"))
_CODES: dict[str, _Rule] = {
    "country_code": _COUNTRY,
    "countries": _COUNTRY,
    "topic": (_topic, lambda: _("one of {choices}").format(choices=", ".join(_(topic.name) for topic in topics()))),
    "categories": (_category, lambda: _("one of {choices}").format(choices=", ".join(_(c.name) for c in categories()))),
}


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
