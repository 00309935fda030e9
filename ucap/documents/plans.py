"""Several plans in one document: each gets a document of its own, read by itself or cut out of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from ucap.documents.draft import spans_of_row
from ucap.documents.labels.plans import LEAST_ROWS, starts_of_plans
from ucap.documents.model import Block, Cell, Document, Row
from ucap.documents.traced import Traced, within
from ucap.errors import UnreadableDocument
from ucap.vocabulary.folding import key
from ucap.vocabulary.reference import rows as reference_rows

ReadPart = Callable[[int, int], Document]
"""From where a part of a file begins and ends, counted as its shape does, to its document, as if it were sent alone."""


def plans_apart(starts: Iterable[int], end: int, read: ReadPart) -> list[Document]:
    """The plans of a file that begin at some of the `starts`, each read by itself; where it is but one, that alone.

    The labels of one plan say nothing of those of another, which may be in another language. A part goes on with the
    plan before it unless enough of the rows of that come again: each page of a plan may bear its title.

    Raises:
        UnreadableDocument: the whole file, or a part that begins a plan, has no rows of the template.
    """
    read_once = cache(read)

    def rows_in(low: int, high: int) -> set[str]:
        try:
            return {row.key for row in read_once(low, high).rows if row.key}
        except UnreadableDocument:
            return set()

    plans: list[tuple[int, int, set[str]]] = []
    for low, high in pairwise([*sorted({0, *starts}), end]):
        rows = rows_in(low, high)
        if plans and len(rows & plans[-1][2]) < LEAST_ROWS:
            plans[-1] = (plans[-1][0], high, plans[-1][2] | rows)
        else:
            plans.append((low, high, rows))
    return [document for low, high, _rows in plans for document in plans_in(read_once(low, high))]


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
        template=tuple(within(document.template, low, high)),
        struck=tuple(within(document.struck, low, high)),
        unsure=tuple(within(document.unsure, low, high)),
        pages=tuple(within(document.pages, low, high)),
    )


def _moved_texts(texts: Iterable[Traced], low: int, high: int) -> Iterator[Traced]:
    return (text.moved(-low) for text in texts if text.spans and low <= text.spans[0][0] < high)


def _moved_row(row: Row, low: int) -> Row:
    cells = tuple(Cell(tuple(Block(block.text.moved(-low), block.kind) for block in cell.blocks)) for cell in row.cells)
    return replace(row, label=row.label.moved(-low), cells=cells)
