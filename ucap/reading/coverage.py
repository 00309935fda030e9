"""The law of nothing lost, for records: passages, unplaced text and the template's wording cover the whole document."""

from __future__ import annotations

from itertools import pairwise

from ucap.documents.model import Document
from ucap.documents.traced import Span
from ucap.plan import Plan
from ucap.reading.template import template_spans_of

_UNPLACED = "/unplaced"


def covers(plan: Plan, document: Document) -> bool:
    """Whether every character that is not white space belongs to a field, to `unplaced` or to the template."""
    return not uncovered(plan, document)


def uncovered(plan: Plan, document: Document) -> list[Span]:
    """The ranges of the document's text, white space aside, to which the record does not account for."""
    taken = bytearray(len(document.text))
    for start, end in (*template_spans_of(document), *(span for spans in plan.passages.values() for span in spans)):
        taken[start:end] = b"\1" * (end - start)
    is_lost = [not taken[i] and not character.isspace() for i, character in enumerate(document.text)]
    edges = [i for i, (before, now) in enumerate(pairwise([False, *is_lost, False])) if before != now]
    return list(zip(edges[::2], edges[1::2], strict=True))


def contradictions(plan: Plan, document: Document) -> list[Span]:
    """The ranges that are unplaced and yet belong to a field or to the template."""
    is_placed = bytearray(len(document.text))
    spans = [span for pointer, spans in plan.passages.items() if not pointer.startswith(_UNPLACED) for span in spans]
    for start, end in (*spans, *template_spans_of(document)):
        is_placed[start:end] = b"\1" * (end - start)
    unplaced = [span for pointer, spans in plan.passages.items() if pointer.startswith(_UNPLACED) for span in spans]
    return [(start, end) for start, end in unplaced if any(is_placed[start:end])]
