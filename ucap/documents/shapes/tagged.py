"""Tagged text: a line per row, columns separated by tabs, HTML-like tags in the cells, often unclosed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import partial
from itertools import pairwise, zip_longest
from statistics import mode

from ucap.documents.boilerplate import find_boilerplate, masked, starts_of_parts
from ucap.documents.draft import Column, Draft, DraftRow, raised
from ucap.documents.encodings import clean
from ucap.documents.labels.known import HEAD_KEYS, KEYS
from ucap.documents.labels.lexicon import sense_of
from ucap.documents.lists.marks import is_mark, starts_item
from ucap.documents.lists.paragraphs import Paragraph, soft_lines
from ucap.documents.model import BlockKind, Document
from ucap.documents.naming import name_rows
from ucap.documents.plans import plans_apart
from ucap.documents.shapes.city_tables import city_tables
from ucap.documents.shapes.flowing import read_flowing
from ucap.documents.source import Source
from ucap.documents.tables import GridRow, is_date, row_paragraphs, table_paragraphs, whole, with_tables
from ucap.documents.traced import Span, Traced, holding, merged
from ucap.plain_text import INLINE_TAGS, TAG

_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_TOKEN = re.compile(rf"{TAG.pattern}|{_ENTITY.pattern}", re.IGNORECASE)
_STRUCK_TAGS = frozenset({"s", "strike", "del"})
_IS_INLINE = re.compile(INLINE_TAGS, re.IGNORECASE)
_LINE = re.compile(r"[^\n\f]+")
_BULLET = re.compile(r"[^\w\s(\"'“<\[][ \t]")  # "• "
_MAIL = re.compile(r"[^\s@]@[^\s@]")  # "a@b"
_FORM_FEED = re.compile("\f")
_DATE_AND_TEXT = 2
_PAIR = 2
_TABLE_TAGS = frozenset({"table", "tr", "td", "th"})
_SHORTEST_LABEL, _LONGEST_LABEL, _LEAST_UNKNOWN = 2, 150, 6
_LONGEST_MARK = 5
_PLAINLY_LABEL = 4.0
_MOST_BROKEN = 0.2
"""The share of a table's rows that may have fewer tabs than others."""
_PAGE_GAP = 2
"""Blank lines before a row from which on they are a page break."""


def is_tagged(source: Source) -> bool:
    """Whether some line has a known label, a tab and something more, or many have a short text before a tab."""
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

    One whose rows are none of the template's is read as flowing text, and so is one with a line for each city where
    that gives more rows.

    Raises:
        UnreadableDocument: that has no rows of the template either.
    """
    plans = plans_apart(starts_of_parts(source.copied_text), len(source.copied_text), partial(_read_part, source))
    count = _filled_count(plans)
    if count and not city_tables(source.copied_text):
        return plans
    flowing = read_flowing(source)
    return flowing if _filled_count(flowing) > count else plans


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
    tables = [table for table in city_tables(masked(text, draft.template)) if "\t" in text[slice(*table.span)]]
    tables = [table for table in tables if not TAG.search(text, *table.span)]
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
    draft.rows = with_tables(_with_pairs(draft.rows))
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
    """The paragraphs of a cell; its tags and entities go to the template's share."""
    cell = _CellText(draft.text)
    for token in _TOKEN.finditer(draft.text, start, end):
        cell.take(start, token.start())
        start = token.end()
        if token["name"]:
            draft.template.append(token.span())
            cell.tag(token["name"].lower(), is_end=bool(token["end"]))
        else:
            cell.entity(token.start(), html.unescape(token[0]))
            draft.template.append((token.start() + 1, token.end()))
    cell.take(start, end)
    cell.end_paragraph()
    cell.end_table()
    draft.struck += cell.struck
    return cell.paragraphs


class _CellText:
    """Collects a cell's text between the tags into paragraphs."""

    def __init__(self, text: str) -> None:
        self.paragraphs: Column = []
        self._text = text
        self._lines: list[list[Traced]] = [[]]
        self._depth = 0
        self._is_item = False
        self._is_raised = False
        self._is_struck = False
        self._rows: list[GridRow] | None = None
        self.struck: list[Span] = []

    def take(self, start: int, end: int) -> None:
        if self._is_struck:
            self.struck += [(start, end)] if self._text[start:end].strip() else []
            return
        text = Traced.of(self._text, start, end)
        self._lines[-1].append(replace(text, text=raised(text.text)) if self._is_raised else text)

    def entity(self, start: int, character: str) -> None:
        """A character written as an entity stands where the entity begins."""
        self._lines[-1].append(Traced(clean(character)[:1] or " ", ((start, start + 1),), (0,)))

    def tag(self, name: str, is_end: bool) -> None:
        if name == "sup":
            self._is_raised = not is_end
        if name in _STRUCK_TAGS:
            self._is_struck = not is_end
        if name in _TABLE_TAGS:
            self._table_tag(name, is_end)
            return
        if _IS_INLINE.fullmatch(name):
            return
        if name == "br":
            self._lines.append([])
            return
        self.end_paragraph()
        if name in ("ul", "ol"):
            self._depth = max(0, self._depth + (-1 if is_end else 1))
        self._is_item = name == "li" and not is_end

    def _table_tag(self, name: str, is_end: bool) -> None:
        """A tag of a table within the cell; those that end its cells and rows may be missing."""
        self.end_paragraph()
        self._is_item = False
        if name == "table":
            self.end_table()
            self._rows = None if is_end else []
        elif not is_end and name == "tr":
            self._rows = [*(self._rows or []), []]
        elif not is_end:
            self._rows = self._rows or [[]]
            self._rows[-1].append([])

    def end_table(self) -> None:
        """Take the rows of a table within the cell, if there is one, for paragraphs of the cell."""
        rows, self._rows = self._rows, None
        self.paragraphs += table_paragraphs([row for row in rows if row], _row) if rows else []

    def end_paragraph(self) -> None:
        kind: BlockKind = ("sub-bullet" if self._depth > 1 else "bullet") if self._is_item else "paragraph"
        lines = [Traced.join(line, "").strip() for line in self._lines]
        out = self._rows[-1][-1] if self._rows and self._rows[-1] else self.paragraphs
        out += soft_lines([line for line in lines if line], kind)
        self._lines = [[]]


def _row(cells: GridRow) -> Column:
    """A row of a table within a cell as one paragraph; as an item, where a date stands before two other cells."""
    filled = [cell for cell in cells if cell]
    if len(filled) > _DATE_AND_TEXT and is_date(whole(filled[0]).text):
        return row_paragraphs(cells)
    text = whole([paragraph for cell in filled for paragraph in cell])
    return [Paragraph(text)] if text else []


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
