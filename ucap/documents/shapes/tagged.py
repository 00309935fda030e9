"""Tagged text: a line per row, columns separated by tabs, HTML-like tags in the cells, often unclosed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import partial
from itertools import accumulate, islice, pairwise, zip_longest
from statistics import mode

from ucap.documents.boilerplate import find_boilerplate, masked, starts_of_parts
from ucap.documents.draft import Column, Draft, DraftRow
from ucap.documents.labels.known import HEAD_KEYS, KEYS
from ucap.documents.labels.lexicon import sense_of
from ucap.documents.lists.marks import is_mark, starts_item
from ucap.documents.lists.paragraphs import Paragraph
from ucap.documents.model import Document
from ucap.documents.naming import name_rows
from ucap.documents.plans import plans_apart
from ucap.documents.shapes.city_tables import city_tables
from ucap.documents.shapes.flowing import read_flowing
from ucap.documents.shapes.grid import documents_of_grid
from ucap.documents.shapes.tagged_cells import cell_of
from ucap.documents.source import Source
from ucap.documents.tables import GridRow, with_activities, with_tables
from ucap.documents.traced import Span, Traced, holding, merged
from ucap.errors import UnreadableDocument
from ucap.plain_text import BLOCK_TAG, TAG

_LINE = re.compile(r"[^\n\f]+")
_HEADING = re.compile(r"(?:\A|\n[ \t]*\n)[ \t]*(?P<heading>[^\s<](?:[^\n\t<]{0,98}[^\s<])?)[ \t]*(?=\n[ \t]*\S)")
# "Ziele" between a blank line and "<ul> – Ein Plan"
_BULLET = re.compile(r"[^\w\s(\"'“<\[][ \t]")  # "• "
_MAIL = re.compile(r"[^\s@]@[^\s@]")  # "a@b"
_FORM_FEED = re.compile("\f")
_PAIR = 2
_MOST_LINES_OF_LIST = 200
_LISTS = ("ul", "ol", "table")
_SHORTEST_LABEL, _LONGEST_LABEL, _LEAST_UNKNOWN = 2, 150, 6
_LONGEST_MARK = 5
_PLAINLY_LABEL = 4.0
_MOST_BROKEN = 0.2
"""The share of a table's rows that may have fewer tabs than others."""
_PAGE_GAP = 2
"""Blank lines before a row from which on they are a page break."""


def is_tagged(source: Source) -> bool:
    """Whether some line has a known label, a tab and something more, or many have a short text before a tab.

    So it is if a line without a tab has tags that begin paragraphs or lists.
    """
    if _has_tags_below_headings(source.copied_text):
        return True
    lines = (_without_mark(line).partition("\t") for line in source.copied_text.split("\n"))
    labels = [TAG.sub("", label).strip() for label, _, rest in lines if rest.strip()]
    short = {label for label in labels if _SHORTEST_LABEL <= len(label) <= _LONGEST_LABEL}
    return any(source.taught.find_label(label) for label in labels) or len(short) >= _LEAST_UNKNOWN


def _with_pairs(rows: Sequence[DraftRow]) -> list[DraftRow]:
    """The rows, those of a table of two columns within a cell as paragraphs of it: its first stands behind the label.

    Key focus -> Winter roads -> salt, gravel or heat
    Wood in tall buildings -> fire rules
    """
    found: list[DraftRow] = []
    is_open = False
    for row, below in zip_longest(rows, rows[1:]):
        filled = [column for column in row.columns if column]
        is_label = row.key is None and _is_worded_as_label(row.label.text)
        if is_open and row.key in (None, found[-1].key) and len(filled) == 1 and not is_label:
            found[-1].columns[0].append(_pair([[Paragraph(row.label)], *filled]))
            continue
        is_short = len(filled) == _PAIR and all(len(column) == 1 for column in filled)
        is_open = row.key in KEYS[len(HEAD_KEYS) + 1 :] and is_short and _is_pair_below(row, below)
        found.append(replace(row, columns=[[_pair(filled)]]) if is_open else row)
    return found


def _is_pair_below(row: DraftRow, below: DraftRow | None) -> bool:
    """Whether the row below one of two columns has one, and no known label, so that both are of a table."""
    return below is not None and below.key in (None, row.key) and sum(map(bool, below.columns)) == 1


def _pair(cells: Sequence[Column]) -> Paragraph:
    return Paragraph(Traced.join(paragraph.text for cell in cells for paragraph in cell))


def _without_mark(line: str) -> str:
    mark, _tab, rest = line.partition("\t")
    return rest if is_mark(mark) else line


def read_tagged(source: Source) -> list[Document]:
    """The documents of the plans in a tagged text.

    One whose rows are none of the template's is read as flowing text, and so is one with a line for each city, or with
    lines below headings as cells, where that gives more rows.

    Raises:
        UnreadableDocument: that has no rows of the template either.
    """
    text = source.copied_text
    plans = plans_apart(starts_of_parts(text), len(text), partial(_read_part, source))
    has_headings = _has_tags_below_headings(text)
    count = _filled_count(plans)
    if count == len(KEYS) * len(plans) or (count and not (has_headings or city_tables(text))):
        return plans
    headed = _read_headed(source) if has_headings else []
    try:
        flowing = read_flowing(source)
    except UnreadableDocument:
        if not count:
            raise
        flowing = []
    return max((plans, headed, flowing), key=_filled_count)


def _has_tags_below_headings(text: str) -> bool:
    """Whether a line without tabs has a tag that begins a paragraph or list, as it stands in cells behind tabs."""
    return any(BLOCK_TAG.search(line) for line in text.split("\n") if "\t" not in line)


def _read_headed(source: Source) -> list[Document]:
    """The documents of the plans in a text whose cells stand in the lines below headings; none if it has no rows.

    What it says in paragraphs and tables is read as that of a page is.
    """
    text = source.copied_text
    draft = Draft(source, "text/plain", text, "tagged")
    draft.leads = [heading.span("heading") for heading in _HEADING.finditer(text)]
    parts: list[Paragraph | GridRow] = []
    tables: list[int] = []
    for start, end in _cells_and_lines(text):
        spans = _cells_of_line(draft, start, end)
        is_row = len(spans) > 1
        cells = [cell_of(text, *span) for span in spans]
        draft.margins += [tag for cell in cells for tag in cell.tags]
        draft.struck += [span for cell in cells for span in cell.struck]
        if is_row and not (parts and isinstance(parts[-1], list)):
            tables.append(len(parts))
        parts += [[cell.paragraphs for cell in cells]] if is_row else cells[0].paragraphs
    try:
        return documents_of_grid(draft, parts, tables)
    except UnreadableDocument:
        return []


def _cells_of_line(draft: Draft, start: int, end: int) -> list[Span]:
    """The cells of a line, the first of which may be a number; one for a heading, paragraph or item."""
    cells = list(_cells(draft.text, start, end))
    if len(cells) == 1 or not is_mark(draft.text[slice(*cells[0])]):
        return _with_marks(draft, cells) if len(cells) > 1 else cells
    return [(start, end)] if len(cells) == _PAIR else [cells[0], *_with_marks(draft, cells[1:])]


def _cells_and_lines(text: str) -> Iterator[Span]:
    """The lines of a text; those of a list or table that is closed in a line below, as one."""
    lines = [line.span() for line in _LINE.finditer(text)]
    opened = [_open_count(text, *line) for line in lines]
    index = 0
    while index < len(lines):
        start, (_start, end) = index, lines[index]
        index += 1
        below = accumulate(islice(opened, start, start + _MOST_LINES_OF_LIST)) if opened[start] > 0 else ()
        closed = next((number for number, count in enumerate(below, start) if count <= 0), None)
        if closed is not None:
            index, end = closed + 1, lines[closed][1]
        yield lines[start][0], end


def _open_count(text: str, start: int, end: int) -> int:
    """How many lists and tables a line opens and does not close."""
    tags = (tag for tag in TAG.finditer(text, start, end) if tag["name"].lower() in _LISTS)
    return sum(-1 if tag["end"] else 1 for tag in tags)


def _filled_count(plans: Sequence[Document]) -> int:
    """How many rows of the template hold something in the plans."""
    return sum(
        len({row.key for row in plan.rows if row.key and any(cell.blocks for cell in row.cells)}) for plan in plans
    )


def _read_part(source: Source, start: int, end: int) -> Document:
    text = source.copied_text[start:end]
    draft = Draft(source, "text/plain", text, "tagged")
    draft.template, contacts = find_boilerplate(text)
    draft.pages = _pages(text)
    row_end = -2
    tables = [
        table
        for table in city_tables(masked(text, draft.template))
        if "\t" in text[slice(*table.span)] and not TAG.search(text, *table.span)
    ]
    draft.rows = [row for table in tables for row in table.rows]
    taken = merged([*draft.template, *(table.span for table in tables)])
    lines = [line for line in _LINE.finditer(masked(text, taken)) if not line[0].isspace()]
    ends = _ends_of_cells(draft, [line.span() for line in lines if holding(contacts, line.start()) is None])
    keys = {label.key for line in lines if "\t" in line[0] and (label := draft.find_label(line[0].partition("\t")[0]))}
    for line in lines:
        start, end = line.span()
        is_contact = holding(contacts, start) is not None
        if _is_label_alone(draft, line[0], keys):
            draft.take_row(Traced.of(text, start, end).strip(), [[]])
            row_end = end
        elif "\t" in line[0] and not is_contact:
            if start in ends and draft.rows and start == row_end + 1:
                _end_cell(draft, start, end)
            else:
                _take_cells(draft, start, end)
            row_end = end
        elif is_contact or _MAIL.search(line[0]):
            draft.contact.append(Traced.of(text, start, end).strip())
        elif draft.rows and start == row_end + 1:
            draft.continue_row([*([[]] * (len(draft.rows[-1].columns) - 1)), _paragraphs(draft, start, end)])
            row_end = end
    draft.rows = with_tables(_with_pairs(with_activities(draft.rows)))
    name_rows(draft)
    return draft.document()


def _is_label_alone(draft: Draft, line: str, keys: Set[str | None]) -> bool:
    """Whether a line without a tab is the label of a row whose cell stands below, which no other line is labelled with.

    The other rows of the table have a tab behind their labels, and `Results` may be a heading within the cell of one.
    """
    label = draft.find_label(line.strip()) if draft.rows and "\t" not in line else None
    return label is not None and label.key not in keys


def _take_cells(draft: Draft, start: int, end: int) -> None:
    """A line with tabs: a row, or more of the last row where its label cell is empty."""
    label, *columns = (_paragraphs(draft, *cell) for cell in _with_marks(draft, list(_cells(draft.text, start, end))))
    if label and not (draft.rows and starts_item(label[0].text.text) and _is_item(draft, start, end)):
        draft.take_row(Traced.join(paragraph.text for paragraph in label), columns)
    elif draft.rows:
        draft.continue_row([label, *columns] if label else columns)


def _ends_of_cells(draft: Draft, lines: Sequence[Span]) -> frozenset[int]:
    """Where lines begin that end a cell of several lines, in a table whose rows all have the same number of tabs.

    The tab behind the last line is the one that the row's first line lacks; a label comes with its own. Without such
    a table, only a line that begins with a bullet and has nothing behind its tab ends one.

        Main objectives -> 1. Train staff
        2. Write a guide ->
    """
    rows = [(start, _with_marks(draft, list(_cells(draft.text, start, end)))) for start, end in lines]
    rows = [(start, cells) for start, cells in rows if len(cells) > 1]
    labels = [draft.find_label(draft.text[slice(*cells[0])]) for _start, cells in rows]
    heads = [len(row[1]) for row, label in zip(rows, labels, strict=True) if label and label.key in HEAD_KEYS]
    width = mode(heads) if heads else 0
    found, items = set[int](), set[int]()
    count, broken, missing, is_head = 0, 0, 0, False
    for (start, cells), label in zip(rows, labels, strict=True):
        first, is_last = draft.text[slice(*cells[0])].strip(), not draft.text[cells[0][1] : cells[-1][1]].strip()
        items |= {start} if is_last and _BULLET.match(first) else set()
        is_end = bool(first) and not label and len(cells) - 1 <= missing
        if is_end and (is_head or is_last):
            found.add(start)
            missing -= len(cells) - 1
        else:
            count, broken = count + 1, broken + (missing > 0)
            missing, is_head = width - len(cells), label is not None and label.key in HEAD_KEYS
    return frozenset(found | items) if _MOST_BROKEN * count >= broken + (missing > 0) else frozenset(items)


def _is_worded_as_label(text: str) -> bool:
    """Whether a text is no item, and all of its words are those of labels: `Related SDGs (No.)`."""
    sense = sense_of(text)
    return sense.share == 1 and sense.most >= _PLAINLY_LABEL and not starts_item(text)


def _end_cell(draft: Draft, start: int, end: int) -> None:
    """A line of the last row that ends one of its cells and begins the next."""
    columns = [_paragraphs(draft, *cell) for cell in _with_marks(draft, list(_cells(draft.text, start, end)))]
    draft.continue_row([*([[]] * (len(draft.rows[-1].columns) - 1)), *columns])


def _with_marks(draft: Draft, cells: list[Span]) -> list[Span]:
    """Cells, a bullet or number that a tab parts from its item together with that.

    A dash or an o begins an item where the label is of a row with lists, or the line below begins with the same or
    another mark.
    """
    label = draft.find_label(draft.text[slice(*cells[0])])
    mark, _tab, _item = draft.text[cells[-1][1] :].lstrip("\n")[:_LONGEST_MARK].partition("\t")
    first = draft.text[slice(*cells[1])].strip() if len(cells) > 2 else ""
    is_list = bool(first and mark.strip()) and (mark.strip() == first or (is_mark(first) and is_mark(mark)))
    has_items = is_list or (label is not None and label.key in KEYS[len(HEAD_KEYS) :])
    together: list[Span] = []
    for cell in cells:
        before = draft.text[slice(*together[-1])] if together else ""
        is_first = len(together) == 1
        if before.strip() and is_mark(before, is_certain=not (is_first or has_items)):
            together[-1] = (together[-1][0], cell[1])
        else:
            together.append(cell)
    return together


def _is_item(draft: Draft, start: int, end: int) -> bool:
    """Whether a line with a bullet or number before its first tab is an item of the row above, and no numbered row."""
    mark, _tab, rest = draft.text[start:end].partition("\t")
    return is_mark(mark) and "\t" not in rest and not draft.find_label(rest.strip())


def _cells(text: str, start: int, end: int) -> Iterator[Span]:
    for cell in text[start:end].split("\t"):
        yield start, start + len(cell)
        start += len(cell) + 1


def _paragraphs(draft: Draft, start: int, end: int) -> Column:
    """The paragraphs of a cell; its tags go to the template's share."""
    cell = cell_of(draft.text, start, end)
    draft.template += cell.tags
    draft.struck += cell.struck
    return cell.paragraphs


def _pages(text: str) -> tuple[Span, ...]:
    """The pages: form feeds end them, and so do two blank lines or more before a row, after the first text."""
    breaks, blank_count, position, is_begun = [], 0, 0, False
    for line in text.split("\n"):
        if is_begun and blank_count >= _PAGE_GAP and "\t" in line:
            breaks.append(position)
        breaks += [position + match.end() for match in _FORM_FEED.finditer(line)]
        blank_count = 0 if line.strip() else blank_count + 1
        is_begun = is_begun or not blank_count
        position += len(line) + 1
    return tuple(pairwise([0, *breaks, len(text)]))
