"""Documents: from bytes to rows of label and cells, each piece knowing where it stood."""

from ucap.documents.draft import doubly_covered, uncovered
from ucap.documents.model import Block, Cell, Document, Row
from ucap.documents.opening import detect, open_document, open_documents
from ucap.documents.shapes.pdf.marks import Box, boxes, render_page
from ucap.documents.shapes.records import open_records
from ucap.documents.shapes.sheets import write_template
from ucap.documents.traced import Span, Traced
from ucap.errors import UnreadableDocument

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
