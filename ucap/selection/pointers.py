"""JSON Pointers (RFC 6901) into a record: the value they name, its words, and the passages that it was read from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pydantic import BaseModel

from ucap.plan import Activity, City, Finding, GoalMention, Period, Plan, Theme, TopicMention
from ucap.selection.words import value_words
from ucap.wording import format_range

Spans = tuple[tuple[int, int], ...]


def value_at(plan: Plan, pointer: str) -> Any:
    """The value that a pointer names; None where the record has nothing there."""
    value: Any = plan
    for token in pointer.split("/")[1:]:
        key = token.replace("~1", "/").replace("~0", "~")
        if isinstance(value, BaseModel):
            value = getattr(value, key, None)
        elif isinstance(value, Sequence) and not isinstance(value, str) and key.isdecimal() and int(key) < len(value):
            value = value[int(key)]
        else:
            return None
    return value


def passages_of(plan: Plan, pointer: str) -> Spans:
    """The ranges that a value was read from, in reading order.

    Where the record knows none for the value itself, those of its parts; else those of what it is a part of.
    """
    if pointer in plan.passages:
        return plan.passages[pointer]
    parts = [spans for key, spans in plan.passages.items() if key.startswith(f"{pointer}/")]
    if parts:
        return tuple(sorted({span for spans in parts for span in spans}))
    whole = pointer.rpartition("/")[0]
    return passages_of(plan, whole) if whole else ()


def value_text(value: Any) -> str:
    """A value of a record in words, as near to the document's own as the record is."""
    if isinstance(value, tuple):
        return "; ".join(map(value_text, value))
    words = _WORDS_BY_TYPE.get(type(value))
    if words:
        return words(value)
    return "" if value is None or isinstance(value, BaseModel) else str(value)


def _theme(theme: Theme) -> str:
    return f"{theme.label}: {theme.detail}" if theme.detail else theme.label


def _period(period: Period) -> str:
    return period.text or format_range(period.start, period.end)


_WORDS_BY_TYPE: dict[type, Callable[[Any], str]] = {
    City: lambda city: city.written,
    Theme: _theme,
    GoalMention: lambda mention: mention.text or value_words("goals", mention.goal),
    TopicMention: lambda mention: mention.text or value_words("topics", mention.topic),
    Activity: lambda activity: activity.text,
    Period: _period,
    Finding: lambda finding: finding.message,
}
