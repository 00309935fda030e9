"""Whether a value fits its field, and if not, what would.

A country, a topic or a theme's heading may be given by name: it gets the code that records have for it. A place may be
given by its Chinese name: it gets the English one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ucap.errors import Invalid
from ucap.gazetteer.chinese import label_of_chinese
from ucap.gazetteer.countries import country_code
from ucap.plain_text import encodable
from ucap.plan.labels import label_of
from ucap.plan.pointers import Field, Json
from ucap.plan.record import Plan
from ucap.plan.words import PLACE_FIELDS
from ucap.typography import cut
from ucap.vocabulary.categories import categories
from ucap.vocabulary.folding import key
from ucap.vocabulary.topics import match_topic, topics
from ucap.wording import _

_SHOWN_CHARACTERS = 60


def trimmed(value: Json) -> Json:
    """The value without white space around its texts; an empty text is no value.

    What is no character, as a terminal may give it, becomes U+FFFD: no file or database could hold it.
    """
    if isinstance(value, str):
        return encodable(value).strip() or None
    if isinstance(value, Mapping):
        return {key: trimmed(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [trimmed(part) for part in value]
    return value


def from_json(text: Json) -> Json:
    """The value that a text says as JSON; None if it says none."""
    try:
        return json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        return None


def coded(record: Any, field: Field, value: Json) -> Json:
    """The value of a field with codes for names: `FR` for "France", `tourism` for "Tourism".

    Raises:
        Invalid: a text names nothing of the kind; the message says what would be right.
    """
    if isinstance(value, dict):
        return {key: coded(record, field / key, part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [coded(record, field / number, part) for number, part in enumerate(value)]
    if not isinstance(value, str) or field.kind not in _CODES:
        return value
    code_of, expected = _CODES[field.kind]
    code = code_of(value)
    if code is None:
        raise _misfit(label_of(field, record), _shown(value), expected())
    return code


def validated(record: Json) -> Plan:
    """The record as a plan.

    Raises:
        Invalid: a value does not fit its field; the message says which, and what would.
    """
    try:
        return Plan.model_validate(record)
    except ValidationError as error:
        first = error.errors()[0]
        field = Field(tuple(str(part) for part in first["loc"]))
        value = _shown(field.get_or_none(record))
        raise _misfit(label_of(field, record), value, _expected(first)) from error


def _misfit(label: str, value: str, expected: str) -> Invalid:
    words = _("{label} cannot be {value}. Right would be {expected}.")
    return Invalid(words.format(label=label, value=value, expected=expected))


def _shown(value: Json) -> str:
    return _("left empty") if value is None else f"“{cut(str(value), _SHOWN_CHARACTERS)}”"


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
_PLACE: _Rule = (lambda text: label_of_chinese(text) or text, str)
_CODES: dict[str, _Rule] = {
    **dict.fromkeys(PLACE_FIELDS, _PLACE),
    "country_code": _COUNTRY,
    "countries": _COUNTRY,
    "topic": (_topic, lambda: _("one of {choices}").format(choices=", ".join(_(topic.name) for topic in topics()))),
    "categories": (_category, lambda: _("one of {choices}").format(choices=", ".join(_(c.name) for c in categories()))),
}


def _expected(error: ErrorDetails) -> str:
    """What fits, by the prefix of pydantic's name for the fault."""
    for prefix, words in _EXPECTED.items():
        if error["type"].startswith(prefix):
            return words(error.get("ctx", {}))
    return str(error["msg"])


_EXPECTED: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "value_error": lambda context: _("a date of the calendar, such as 2019, 2019-09 or 2019-09-30"),
    "int": lambda context: _("a whole number, such as 1440000"),
    "float": lambda context: _("a number, such as 4102.5"),
    "finite": lambda context: _("a number, such as 4102.5"),
    "bool": lambda context: _("true or false"),
    "string": lambda context: _("a text"),
    "tuple": lambda context: _("a list"),
    "literal": lambda context: _("one of {choices}").format(choices=context.get("expected")),
    "greater_than": lambda context: _("{limit} or more").format(limit=context.get("ge")),
    "less_than": lambda context: _("{limit} or less").format(limit=context.get("le")),
    "missing": lambda context: _("a value"),
    "extra": lambda context: _("nothing: there is no such field"),
    "model": lambda context: _("an entry with its fields"),
}
"""In pydantic's words: https://docs.pydantic.dev/latest/errors/validation_errors/"""
