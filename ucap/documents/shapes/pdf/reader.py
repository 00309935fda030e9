"""PDF: the rows of its table, or, where there is none, its text as flowing text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from ucap.documents.bullets import Paragraph
from ucap.documents.draft import Column, Draft
from ucap.documents.labels.known import HEAD_KEYS, find_label
from ucap.documents.model import Document
from ucap.documents.shapes.flowing import fill_from_flow, has_rows, refuse_without_rows
from ucap.documents.shapes.pdf.lines import Line, Paragraphs, em_of, lines_of, running_heads, without_margins
from ucap.documents.shapes.pdf.table import Columns, TableRow, find_columns, sides, table_rows
from ucap.documents.shapes.pdf.text import PAGE_BREAK, PageText, has_pictures, page_texts
from ucap.documents.source import Source
from ucap.documents.traced import Traced
from ucap.documents.wrapping import joined

NO_TEXT_LAYER = "no-text-layer"
_WORDS_OF_A_SCAN = 25
"""Words on a page that a scan may have besides its picture."""


def is_pdf(source: Source) -> bool:
    """Whether the file is a PDF; some have a few bytes before their signature."""
    return b"%PDF-" in source.data[:1024]


def read_pdf(source: Source) -> Document:
    """The document that a PDF is. Without a text layer it has no rows and the problem `no-text-layer`.

    A scan may still have text in its margins, such as a stamp or a page number; it is loose.

    Raises:
        UnreadableDocument: it is protected, damaged or too long, or none of the template's rows is in it.
    """
    pages = page_texts(source)
    draft = Draft(source, "application/pdf", PAGE_BREAK.join(page.text for page in pages), "pdf")
    draft.pages = tuple((page.start, page.start + len(page.text)) for page in pages)
    if not (_fill_from_table(draft, pages) and has_rows(draft)):
        draft.rows = []
        fill_from_flow(draft)
    if not has_rows(draft) and _is_scan(source, pages):
        draft.rows, draft.problems = [], (NO_TEXT_LAYER,)
    else:
        refuse_without_rows(draft)
    return draft.document()


def _is_scan(source: Source, pages: Sequence[PageText]) -> bool:
    """Whether the pages are pictures, with next to no text of their own."""
    word_count = sum(len(page.text.split()) for page in pages)
    return word_count == 0 or (word_count < _WORDS_OF_A_SCAN * len(pages) and has_pictures(source))


def _fill_from_table(draft: Draft, pages: Sequence[PageText]) -> bool:
    """Fill the draft from the table on the pages; whether there is one."""
    em = em_of([word for page in pages for word in page.words])
    paged = [list(lines_of(index, page.words, draft.text, em)) for index, page in enumerate(pages)]
    lines = [line for page in paged for line in page]
    columns = find_columns(lines, em)
    if not columns:
        return False
    draft.take_boilerplate()
    draft.template += running_heads(paged, em)
    rows = table_rows(without_margins(lines, draft.template, draft.contact), columns, em)
    _take_rows(draft, rows, columns, em)
    return True


def _take_rows(draft: Draft, rows: Sequence[TableRow], columns: Columns, em: float) -> None:
    """Hand the rows over; the head has a column per side, the rows that the template lacks in it, too."""
    keys = [found.key if (found := find_label(row.label_text)) else None for row in rows]
    head_size = max((index + 1 for index, key in enumerate(keys) if key in HEAD_KEYS), default=0)
    head_size += sum(1 for _key in takewhile(lambda key: key is None, keys[head_size:]))
    paragraphs = Paragraphs([row.value for row in rows[head_size:]], em)
    for index, row in enumerate(rows):
        label = Traced.join(line.traced for line in row.label)
        if index < head_size:
            draft.take_row(label, [_whole(side) for side in sides(row.value, columns)], columns.second is None)
        else:
            draft.take_row(label, [[Paragraph(text) for text in paragraphs.of(row.value)]])


def _whole(lines: Sequence[Line]) -> Column:
    """The lines of a cell as one paragraph."""
    return [Paragraph(joined(line.traced for line in lines))] if lines else []
