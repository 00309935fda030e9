"""The passages of a document that a value of its record was read from, and what stands there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from ucap.plain_text import TAG
from ucap.plan.pointers import Field
from ucap.plan.record import Plan

Spans = tuple[tuple[int, int], ...]
"""Ranges of characters of a document's text, in reading order."""

_LEFT_OUT = " … "


def passages_of(plan: Plan, field: Field) -> Spans:
    """The ranges that a value was read from.

    Of a list those of its items, too: its own are the signs between them. Where the record knows none for the value
    itself, those of its parts; else those of what it is a part of.
    """
    pointer = str(field)
    parts = {known: spans for known, spans in plan.passages.items() if known.startswith(f"{pointer}/")}
    if own := plan.passages.get(pointer):
        items = [spans for known, spans in parts.items() if known[len(pointer) + 1 :].split("/")[0].isdecimal()]
        return _united([*own, *(span for spans in items for span in spans)]) if items else own
    if parts:
        return tuple(sorted({span for spans in parts.values() for span in spans}))
    return passages_of(plan, field.parent) if len(field.tokens) > 1 else ()


def _united(spans: Iterable[tuple[int, int]]) -> Spans:
    """The same characters in ranges that neither overlap nor follow each other; the blank behind a comma is no gap."""
    united: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if united and start <= united[-1][1] + 1:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return tuple(united)


def quotation(text: str | None, passages: Spans) -> str | None:
    """What stands in the passages of a document's text, on one line, without tags; None without text or passages."""
    if not text or not passages:
        return None
    return _LEFT_OUT.join(" ".join(TAG.sub(" ", text[start:end]).split()) for start, end in passages)


def untagged(text: str, spans: Spans) -> tuple[str, Spans]:
    """A text without its tags, each of which leaves a space, and the same ranges of it.

    Both are as they were where the text has no tags.
    """
    pieces: list[str] = []
    moves: list[tuple[int, int]] = [(0, 0)]  # from which character on the text stands how much nearer to its start
    position = shift = 0
    for tag in TAG.finditer(text):
        pieces += [text[position : tag.start()], " "]
        position, shift = tag.end(), shift + len(tag[0]) - 1
        moves.append((position, shift))
    if not shift:
        return text, spans
    starts = [start for start, _shift in moves]

    def moved(character: int) -> int:
        return character - moves[bisect_right(starts, character) - 1][1]

    return "".join([*pieces, text[position:]]), tuple((moved(start), moved(end)) for start, end in spans)
