"""Tables and paragraphs, as Word and HTML have them, into rows of a document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from ucap.documents.boilerplate import starts_of_parts
from ucap.documents.draft import Column, Draft, DraftRow
from ucap.documents.labels.forms import find_stacked_form
from ucap.documents.labels.heads import is_column_head
from ucap.documents.labels.known import HEAD_KEYS, KEYS
from ucap.documents.labels.rows import is_of_topics
from ucap.documents.labels.several import rows_named
from ucap.documents.lists.marks import starts_item
from ucap.documents.lists.paragraphs import Paragraph
from ucap.documents.model import Document
from ucap.documents.naming import is_like_label, is_remark, name_rows, part_sides, take_contacts
from ucap.documents.plans import plans_apart
from ucap.documents.shapes.city_facts import city_facts
from ucap.documents.shapes.city_tables import turned
from ucap.documents.shapes.flowing import fill_from_flow, refuse_without_rows
from ucap.documents.tables import (
    GridRow,
    activity_rows,
    column_rows,
    dated,
    is_date,
    row_paragraphs,
    whole,
    with_listed_tables,
)
from ucap.documents.traced import LINE, Span, Traced, holding

_Fill = Callable[[Draft, Sequence[Paragraph | GridRow]], None]
_LEAST_LABELS = 2
_LEAST_OF_TABLE = 8
"""Rows of a table, each of them named, that are a whole summary: more than the head, below which there may be text."""
_FEW_MISSING = 1
"""So many rows a summary may lack without being read in another way."""
_LONGEST_LABEL = 100
_LEAST_ITEMS = 2


def documents_of_grid(draft: Draft, parts: Sequence[Paragraph | GridRow], tables: Iterable[int]) -> list[Document]:
    """The documents of the plans whose parts these are; tables begin with the parts of the numbers `tables`.

    Raises:
        UnreadableDocument: there are no rows of the template.
    """
    places = _places(draft, parts)

    def read(low: int, high: int) -> Document:
        start, end = (places[index] if index else 0 for index in (low, high))
        part = draft.part(start, end)
        fill_from_grid(part, [_moved(one, -start) for one in parts[low:high]])
        return part.document()

    titles = {bisect_left(places, start) for start in starts_of_parts(draft.text)} - {len(parts)}
    starts = {*titles, *(table for table in tables if not _has_title_above(parts, table, titles))}
    return plans_apart(starts, len(parts), read)


def _places(draft: Draft, parts: Sequence[Paragraph | GridRow]) -> list[int]:
    """Where each part begins in the text, at the next with text if it has none, and where the text ends."""
    places = [len(draft.text)]
    for part in reversed(parts):
        first = next(iter(row_paragraphs(part) if isinstance(part, list) else [part]), None)
        places.append(first.text.spans[0][0] if first and first.text.spans else places[-1])
    return places[::-1]


def _has_title_above(parts: Sequence[Paragraph | GridRow], table: int, titles: Collection[int]) -> bool:
    """Whether a plan may begin in the paragraphs above a table, which are its title."""
    above = table
    while above and not isinstance(parts[above - 1], list):
        above -= 1
    return any(index in titles for index in range(above, table + 1))


def _moved(part: Paragraph | GridRow, offset: int) -> Paragraph | GridRow:
    if isinstance(part, list):
        return [[replace(text, text=text.text.moved(offset)) for text in cell] for cell in part]
    return replace(part, text=part.text.moved(offset))


def fill_from_grid(draft: Draft, parts: Sequence[Paragraph | GridRow]) -> None:
    """Find a draft's rows in the rows of its tables, in paragraphs that are labels or in its text.

    Of these ways the first is taken that finds the most rows.

    Raises:
        UnreadableDocument: there are no rows of the template.
    """
    draft.take_boilerplate()
    facts, others = _facts_apart(draft, parts)
    laid = _with_cities(others)
    template, contact = list(draft.template), list(draft.contact)
    most, best = 0, (draft.rows, draft.template, draft.contact)
    ways: tuple[tuple[_Fill, Sequence[Paragraph | GridRow], list[DraftRow]], ...] = (
        (_fill_from_tables, laid, facts),
        (_fill_from_labels, laid, facts),
        (_fill_from_both, laid, facts),
        (_fill_from_form, others, facts),
        (_fill_from_text, parts, []),
    )
    for fill, given, above in ways:
        draft.rows, draft.template, draft.contact = [], list(template), list(contact)
        fill(draft, given)
        draft.rows = [*above, *draft.rows]
        count = len(_named(draft.rows))
        if count > most:
            most, best = count, (draft.rows, draft.template, draft.contact)
        if _is_whole(draft, count, is_table=fill is _fill_from_tables):
            break
    draft.rows, draft.template, draft.contact = best
    refuse_without_rows(draft)


def _facts_apart(
    draft: Draft, parts: Sequence[Paragraph | GridRow]
) -> tuple[list[DraftRow], list[Paragraph | GridRow]]:
    """The rows that facts below the names of cities are, and the parts without their paragraphs."""
    edges = {
        index: (part.text.spans[0][0], part.text.spans[-1][1])
        for index, part in enumerate(parts)
        if isinstance(part, Paragraph) and part.text
    }
    lines = [line.span() for edge in edges.values() for line in LINE.finditer(draft.text, *edge)]
    tables = city_facts(draft.text, lines)
    taken = {index for index, (start, _end) in edges.items() if holding([one.span for one in tables], start)}
    return [row for one in tables for row in one.rows], [p for index, p in enumerate(parts) if index not in taken]


def _with_cities(parts: Sequence[Paragraph | GridRow]) -> list[Paragraph | GridRow]:
    """The parts, tables with a line for each city turned round."""
    found: list[Paragraph | GridRow] = []
    for is_table, group in groupby(parts, key=lambda part: isinstance(part, list)):
        rows = list(group)
        found += turned([row for row in rows if isinstance(row, list)]) if is_table else rows
    return found


def _named(rows: Iterable[DraftRow]) -> set[str]:
    """The rows of the template that rows are: several where the label of one says so, as `Population and size` does."""
    return {key for row in rows if row.key for key in (row.key, *(name for name, _span in rows_named(row.label.text)))}


def _is_whole(draft: Draft, count: int, *, is_table: bool) -> bool:
    """Whether so many rows of the template are a summary that need not be read in another way."""
    if is_table and count >= _LEAST_OF_TABLE and all(row.key for row in draft.rows):
        return True
    is_nearly = count >= len(KEYS) - _FEW_MISSING and _are_known(draft)
    return count == len(KEYS) or (is_nearly and not _holds_label(draft))


def _holds_label(draft: Draft) -> bool:
    """Whether some value holds a heading that consists of the words of labels: `Aims of cooperation`."""
    paragraphs = (paragraph.text for row in draft.rows for column in row.columns for paragraph in column)
    heads = [text for text in paragraphs if text.spans[0] in draft.leads]
    return any(is_like_label(text.text, draft.source.taught) for text in heads)


def _are_known(draft: Draft) -> bool:
    """Whether the labels of all rows are known."""
    return all(row.key is None or draft.find_label(row.label.text) for row in draft.rows)


def _fill_from_tables(draft: Draft, parts: Sequence[Paragraph | GridRow]) -> None:
    """Rows of tables are rows, or their columns; in a table of one column every second row is a label."""
    rows = [
        [[text for text in cell if not draft.is_boilerplate(text.text)] for cell in part]
        for part in parts
        if isinstance(part, list)
    ]
    columns, rows = column_rows(rows)
    if not any(row and _names_activities(draft, row[0]) for row in rows):
        tables, rows = activity_rows(rows)
        columns += tables
    is_stacked = 2 * sum(len(row) == 1 for row in rows) > len(rows)
    for row in rows:
        _take_grid_row(draft, row, is_stacked)
    draft.rows += columns
    name_rows(draft)


def _names_activities(draft: Draft, label: Column) -> bool:
    """Whether the first cell of a row is the label of the activities."""
    found = draft.find_label(whole(label).text)
    return found is not None and found.key == "activities"


def _take_grid_row(draft: Draft, cells: Sequence[Column], is_stacked: bool) -> None:
    """A row of a table: label and columns, more of the row above, or label and value in one cell.

    What is none of these stays loose: a title, the headings of the columns.
    """
    label, *columns = cells or [[]]
    if label and any(columns) and _is_value(draft, label):
        draft.continue_row(cells)
    elif label and any(columns) and draft.rows and is_date(whole(label).text):
        _take_dated(draft, label, columns)
    elif label and any(columns):
        draft.take_row(whole(label), columns)
    elif label:
        _take_single_cell(draft, label, is_stacked)
    elif draft.rows and any(columns):
        draft.continue_row(columns)


def _is_value(draft: Draft, label: Column) -> bool:
    """Whether a row holds the sides of the value whose label has a row of its own above."""
    has_label_above = bool(draft.rows) and draft.rows[-1].columns == [[]]
    return has_label_above and not is_like_label(whole(label).text, draft.source.taught)


def _take_dated(draft: Draft, label: Column, columns: Sequence[Column]) -> None:
    """A row of a table of activities, which belongs to the row above; the heading of such a table is no row."""
    if len(draft.rows) > 1 and draft.rows[-1].key is None and not any(draft.rows[-2].columns):
        heading = draft.rows.pop()
        draft.template.extend(span for text in _texts(heading) for span in text.spans)
    draft.continue_row([*([[]] * (len(draft.rows[-1].columns) - 1)), dated(label, columns)])


def _texts(row: DraftRow) -> Iterable[Traced]:
    yield row.label
    yield from (paragraph.text for column in row.columns for paragraph in column)


def _take_single_cell(draft: Draft, cell: Column, is_stacked: bool) -> None:
    """A row of one cell: a label with its value below it, a label alone, or the value of such a label."""
    taught = draft.source.taught
    if _is_list_below(draft, cell):
        draft.continue_row([cell])
    elif is_like_label(cell[0].text.text, taught):
        draft.take_row(cell[0].text, [cell[1:]])
    elif is_like_label(whole(cell).text, taught):
        draft.take_row(whole(cell), [[]])
    elif draft.rows and not any(draft.rows[-1].columns):
        draft.continue_row([cell])
    elif is_stacked and len(cell) == 1 and len(cell[0].text) <= _LONGEST_LABEL and draft.rows:
        draft.take_row(cell[0].text, [[]])


def _is_list_below(draft: Draft, cell: Column) -> bool:
    """Whether a cell below a label alone is a list, whatever its first item speaks of: `1. Water in a dry city`."""
    is_value = bool(draft.rows) and draft.rows[-1].columns == [[]]
    items = [paragraph for paragraph in cell if starts_item(paragraph.text.text)]
    is_list = len(items) >= _LEAST_ITEMS and items[0] is cell[0]
    return is_value and is_list and not draft.find_label(cell[0].text.text)


def _fill_from_labels(draft: Draft, parts: Sequence[Paragraph | GridRow]) -> None:
    """Paragraphs that are known labels begin rows."""
    paragraphs = _paragraphs(draft, parts)
    if sum(draft.find_label(paragraph.text.text) is not None for paragraph in paragraphs) < _LEAST_LABELS:
        return
    for paragraph in paragraphs:
        if draft.find_label(paragraph.text.text):
            draft.take_row(paragraph.text, [])
        elif draft.rows:
            _stack(draft, paragraph)


def _fill_from_form(draft: Draft, parts: Sequence[Paragraph | GridRow]) -> None:
    """Paragraphs that begin with what looks like a label begin rows."""
    paragraphs = _paragraphs(draft, parts)
    texts = [paragraph.text for paragraph in paragraphs if paragraph.kind == "paragraph"]
    spans = [text.spans[0] for text in texts if not (len(text.spans) > 1 and is_column_head(text.text))]
    starts = {span[0] for span in spans}
    leads = [lead for lead in draft.leads if lead[0] in starts]
    form = find_stacked_form(draft.text, leads, spans, draft.source.taught)
    labels = {one.start: one for one in form.labels} if form else {}
    end = 0
    for paragraph in paragraphs:
        start = paragraph.text.spans[0][0]
        if label := labels.get(start):
            end = label.end
            row = DraftRow(label.label.key, Traced.of(draft.text, start, end).strip(), [], runner_up=label.runner_up)
            draft.rows.append(row)
        rest = _behind(paragraph, end)
        if draft.rows and rest.text:
            _stack(draft, rest)
    part_sides(draft.rows)
    take_contacts(draft)


def _fill_from_both(draft: Draft, parts: Sequence[Paragraph | GridRow]) -> None:
    """Rows of tables are rows, and so is what looks like a label outside: facts in a table, all else below headings.

    A heading that is no known label is none of the rows that the table has: a title, `Diary number`.
    """
    parts = with_listed_tables(parts)
    _fill_from_tables(draft, parts)
    facts, draft.rows = draft.rows, []
    if facts:
        _fill_from_form(draft, [part for part in parts if isinstance(part, Paragraph)])
        owned = {row.key for row in facts}
        for row in draft.rows:
            is_own = row.key == "goals" and is_of_topics(row.label.text)
            if row.key in owned and not (is_own or draft.find_label(row.label.text)):
                row.key = row.runner_up = None
        draft.rows = [*facts, *draft.rows]


def _behind(paragraph: Paragraph, position: int) -> Paragraph:
    """What of a paragraph stands behind a position of the document's text."""
    text = paragraph.text
    parts = [text.cut(start + max(0, position - low), start + high - low) for start, (low, high) in _pieces(text)]
    return replace(paragraph, text=Traced.join(parts).strip(" \t:：") if text.spans[0][0] < position else text)


def _pieces(text: Traced) -> Iterable[tuple[int, Span]]:
    return zip(text.starts, text.spans, strict=True)


def _fill_from_text(draft: Draft, parts: Sequence[Paragraph | GridRow]) -> None:
    fill_from_flow(draft)


def _paragraphs(draft: Draft, parts: Sequence[Paragraph | GridRow]) -> list[Paragraph]:
    """The paragraphs outside of tables and in their cells, without the template's own."""
    parts = with_listed_tables(parts)
    lists = [[part] if isinstance(part, Paragraph) else row_paragraphs(part) for part in parts]
    return [text for texts in lists for text in texts if text.text and not draft.is_boilerplate(text.text)]


def _stack(draft: Draft, paragraph: Paragraph) -> None:
    """More of the last row; in the head each of the first two paragraphs is a side, and a remark below is none."""
    row = draft.rows[-1]
    if row.key in HEAD_KEYS and row.columns and is_remark(paragraph.text.text):
        draft.rows.append(DraftRow(None, paragraph.text, [[]]))
    elif row.key in HEAD_KEYS and len(row.columns) < 2:
        row.columns.append([paragraph])
        row.is_collapsed = len(row.columns) == 1
    else:
        draft.continue_row([*([[]] * (len(row.columns) - 1)), [paragraph]])
