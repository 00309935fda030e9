"""Several plans in one document: each gets a document of its own, cut out of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ucap.documents.draft import spans_of_row
from ucap.documents.labels.plans import starts_of_plans
from ucap.documents.model import Block, Cell, Document, Row
from ucap.documents.traced import Span, Traced
from ucap.vocabulary.folding import key
from ucap.vocabulary.reference import rows as reference_rows


def plans_in(document: Document) -> list[Document]:
    """The plans in a document, each with its part of the text; the document itself where it is only one.

    Where the parts are interwoven on the page, it is left as it is.
    """
    starts = starts_of_plans([row.key for row in document.rows])
    parts = [document.rows[low:high] for low, high in pairwise([*starts, len(document.rows)])]
    cuts = [0, *(_cut(document, above, below) for above, below in pairwise(parts)), len(document.text)]
    if len(parts) == 1 or any(low >= high for low, high in pairwise(cuts)):
        return [document]
    return [_part(document, rows, *cut) for rows, cut in zip(parts, pairwise(cuts), strict=True)]


def _cut(document: Document, above: Sequence[Row], below: Sequence[Row]) -> int:
    """Where a plan's text begins: at its title, or else at its first row; 0 where the plans are interwoven."""
    end = max(span[1] for row in above for span in spans_of_row(row))
    start = min(span[0] for row in below for span in spans_of_row(row))
    titles = (low for low, high in document.template if end <= low < start and _is_title(document.text[low:high]))
    return max(titles, default=start) if end <= start else 0


def _is_title(text: str) -> bool:
    return any(line["kind"] == "title" and key(line["line"]) == key(text) for line in reference_rows("template_lines"))


def _part(document: Document, rows: Sequence[Row], low: int, high: int) -> Document:
    """The plan that stands in a range of the document's text."""
    return replace(
        document,
        text=document.text[low:high],
        rows=tuple(_moved_row(row, low) for row in rows),
        contact=tuple(_moved_texts(document.contact, low, high)),
        loose=tuple(_moved_texts(document.loose, low, high)),
        template=tuple(_moved_spans(document.template, low, high)),
        struck=tuple(_moved_spans(document.struck, low, high)),
        unsure=tuple(_moved_spans(document.unsure, low, high)),
        pages=tuple(_moved_spans(document.pages, low, high)),
    )


def _moved_spans(spans: Iterable[Span], low: int, high: int) -> Iterator[Span]:
    """The ranges within a range, counted from its beginning."""
    clipped = ((max(start, low), min(end, high)) for start, end in spans)
    return ((start - low, end - low) for start, end in clipped if start < end)


def _moved_texts(texts: Iterable[Traced], low: int, high: int) -> Iterator[Traced]:
    return (_moved(text, low) for text in texts if text.spans and low <= text.spans[0][0] < high)


def _moved(text: Traced, low: int) -> Traced:
    return replace(text, spans=tuple((start - low, end - low) for start, end in text.spans))


def _moved_row(row: Row, low: int) -> Row:
    cells = tuple(
        Cell(tuple(Block(_moved(block.text, low), block.kind) for block in cell.blocks)) for cell in row.cells
    )
    return replace(row, label=_moved(row.label, low), cells=cells)
