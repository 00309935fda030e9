"""Whether a value fits its field, and if not, what would."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ucap.errors import Invalid
from ucap.plan.labels import label_of
from ucap.plan.pointers import Json, Tokens, get, join
from ucap.plan.record import Plan
from ucap.wording import _

_SHOWN_CHARACTERS = 60


def validated(record: Json) -> Plan:
    """The record as a plan.

    Raises:
        Invalid: a value does not fit its field; the message says which, and what would.
    """
    try:
        return Plan.model_validate(record)
    except ValidationError as error:
        raise Invalid(_explained(error.errors()[0], record)) from error


def trimmed(value: Json) -> Json:
    """The value without white space around its texts; an empty text is no value."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, Mapping):
        return {key: trimmed(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [trimmed(part) for part in value]
    return value


def _explained(error: ErrorDetails, record: Json) -> str:
    tokens = tuple(str(part) for part in error["loc"])
    return _("{label} cannot be {value}. Right would be {expected}.").format(
        label=label_of(join(*tokens), record), value=_shown(_value(record, tokens)), expected=_expected(error)
    )


def _value(record: Json, tokens: Tokens) -> Json:
    try:
        return get(record, tokens)
    except LookupError:
        return None


def _shown(value: Json) -> str:
    if value is None:
        return _("left empty")
    text = str(value)
    return f"“{text}”" if len(text) <= _SHOWN_CHARACTERS else f"“{text[:_SHOWN_CHARACTERS]}…”"


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
