"""What of a document is the template's own wording."""

from __future__ import annotations

from ucap.documents.model import Document
from ucap.documents.traced import Span


def template_spans_of(document: Document) -> list[Span]:
    """Markup, title, footers, bullets, and the labels of the template's rows, in order."""
    labels = [span for row in document.rows if row.key for span in row.label.spans]
    return sorted([*document.template, *labels])
