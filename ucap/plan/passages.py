"""The passages of a document that a value of its record was read from, and what stands there."""

from __future__ import annotations

from ucap.plan.pointers import Field
from ucap.plan.record import Plan

Spans = tuple[tuple[int, int], ...]
"""Ranges of characters of a document's text, in reading order."""

_LEFT_OUT = " … "


def passages_of(plan: Plan, field: Field) -> Spans:
    """The ranges that a value was read from.

    Where the record knows none for the value itself, those of its parts; else those of what it is a part of.
    """
    pointer = str(field)
    if pointer in plan.passages:
        return plan.passages[pointer]
    parts = [spans for known, spans in plan.passages.items() if known.startswith(f"{pointer}/")]
    if parts:
        return tuple(sorted({span for spans in parts for span in spans}))
    return passages_of(plan, field.parent) if len(field.tokens) > 1 else ()


def quotation(text: str | None, passages: Spans) -> str | None:
    """What stands in the passages of a document's text, on one line; None without text or passages."""
    if not text or not passages:
        return None
    return _LEFT_OUT.join(" ".join(text[start:end].split()) for start, end in passages)
