"""The law of nothing lost: every character of a document's text that is not white space is in exactly one place."""

from __future__ import annotations

from collections.abc import Iterator

from ucap.documents.draft import loose_texts, spans_of_row
from ucap.documents.model import Document
from ucap.documents.traced import Span


def uncovered(document: Document) -> list[Span]:
    """The ranges of the text, white space aside, that no row, contact, template or loose text holds."""
    return [span for text in loose_texts(document.text, _spans(document)) for span in text.spans]


def doubly_covered(document: Document) -> list[Span]:
    """The ranges of the text that two places hold."""
    overlaps, end = [], 0
    for start, stop in sorted(_spans(document)):
        if start < end and document.text[start : min(stop, end)].strip():
            overlaps.append((start, min(stop, end)))
        end = max(end, stop)
    return overlaps


def _spans(document: Document) -> Iterator[Span]:
    for row in document.rows:
        yield from spans_of_row(row)
    for text in (*document.contact, *document.loose):
        yield from text.spans
    yield from document.template
