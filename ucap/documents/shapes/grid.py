"""Tables and paragraphs, as Word and HTML have them, into rows of a document."""

from __future__ import annotations

from collections.abc import Sequence

from ucap.documents.bullets import Paragraph
from ucap.documents.draft import Column, Draft
from ucap.documents.labels.known import HEAD_KEYS, find_label
from ucap.documents.naming import is_like_label, name_rows
from ucap.documents.shapes.flowing import fill_from_flow, refuse_without_rows
from ucap.documents.traced import Traced

GridRow = list[Column]
"""The cells of a table's row."""
_LEAST_LABELS = 2


def fill_from_grid(draft: Draft, parts: Sequence[Paragraph | GridRow]) -> None:
    """Find a draft's rows in the rows of its tables; without these, in paragraphs that are labels; or else in its text.

    Raises:
        UnreadableDocument: there are no rows of the template.
    """
    draft.take_boilerplate()
    for part in parts:
        if isinstance(part, list):
            _take_grid_row(draft, [[text for text in cell if not draft.is_boilerplate(text.text)] for cell in part])
    name_rows(draft)
    if not any(row.key for row in draft.rows):
        _fill_without_table(draft, parts)
    refuse_without_rows(draft)


def _take_grid_row(draft: Draft, cells: Sequence[Column]) -> None:
    """A row of a table: label and columns, more of the row above, or label and value in one cell.

    What is none of these stays loose: a title, the headings of the columns.
    """
    label, *columns = cells or [[]]
    if label and any(columns):
        draft.take_row(_whole(label), columns)
    elif label:
        _take_single_cell(draft, label)
    elif draft.rows and any(columns):
        draft.continue_row(columns)


def _take_single_cell(draft: Draft, cell: Column) -> None:
    """A row of one cell: a label with its value below it, a label alone, or the value of such a label."""
    if is_like_label(cell[0].text.text):
        draft.take_row(cell[0].text, [cell[1:]])
    elif is_like_label(_whole(cell).text):
        draft.take_row(_whole(cell), [[]])
    elif draft.rows and draft.rows[-1].key and not any(draft.rows[-1].columns):
        draft.continue_row([cell])


def _fill_without_table(draft: Draft, parts: Sequence[Paragraph | GridRow]) -> None:
    draft.rows = []
    paragraphs = [part for part in parts if isinstance(part, Paragraph) and not draft.is_boilerplate(part.text)]
    if sum(find_label(paragraph.text.text) is not None for paragraph in paragraphs) < _LEAST_LABELS:
        fill_from_flow(draft)
        return
    for paragraph in paragraphs:
        if find_label(paragraph.text.text):
            draft.take_row(paragraph.text, [])
        elif draft.rows:
            _stack(draft, paragraph)


def _stack(draft: Draft, paragraph: Paragraph) -> None:
    """More of the last row; in the head each of the first two paragraphs is a side."""
    row = draft.rows[-1]
    if row.key in HEAD_KEYS and len(row.columns) < 2:
        row.columns.append([paragraph])
        row.is_collapsed = len(row.columns) == 1
    else:
        draft.continue_row([*([[]] * (len(row.columns) - 1)), [paragraph]])


def _whole(column: Column) -> Traced:
    return Traced.join(paragraph.text for paragraph in column)
