"""Documents: from bytes to rows of label and cells, each piece knowing where it stood."""

from ucap.documents.coverage import doubly_covered, uncovered
from ucap.documents.errors import UnreadableDocument
from ucap.documents.model import Block, Cell, Document, Row
from ucap.documents.opening import detect, open_document, open_documents
from ucap.documents.pdf import Box, boxes, render_page
from ucap.documents.records import open_records
from ucap.documents.sheets import write_template
from ucap.documents.traced import Span, Traced

__all__ = [
    "Block",
    "Box",
    "Cell",
    "Document",
    "Row",
    "Span",
    "Traced",
    "UnreadableDocument",
    "boxes",
    "detect",
    "doubly_covered",
    "open_document",
    "open_documents",
    "open_records",
    "render_page",
    "uncovered",
    "write_template",
]
