"""PDF: positioned words back into the rows of the table, and passages back to their places on the page."""

from ucap.documents.shapes.pdf.marks import Box, boxes, render_page
from ucap.documents.shapes.pdf.reader import is_pdf, read_pdf

__all__ = ["Box", "boxes", "is_pdf", "read_pdf", "render_page"]
