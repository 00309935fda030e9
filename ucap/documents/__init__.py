"""Documents: from bytes to rows of label and cells, each piece knowing where it stood."""

from ucap.documents.coverage import doubly_covered, uncovered
from ucap.documents.errors import UnreadableDocument
from ucap.documents.model import Block, Cell, Document, Row
from ucap.documents.opening import detect, open_document, open_documents
from ucap.documents.traced import Span, Traced

__all__ = [
    "Block",
    "Cell",
    "Document",
    "Row",
    "Span",
    "Traced",
    "UnreadableDocument",
    "detect",
    "doubly_covered",
    "open_document",
    "open_documents",
    "uncovered",
]
