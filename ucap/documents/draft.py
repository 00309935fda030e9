"""A document in the making: what the readers of all shapes share.

A reader finds the text, the rows and the template's wording; what it does not account for becomes loose text by
itself, so that nothing can be lost on the way.

A text written down paragraph by paragraph, for shapes that are no text themselves (Word, HTML).

The law of nothing lost: every character of a document's text that is not white space is in exactly one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ucap.documents.boilerplate import Boilerplate, find_boilerplate
from ucap.documents.choices import split_choices
from ucap.documents.contacts import closing_at, part_contact
from ucap.documents.encodings import clean
from ucap.documents.labels.known import CONTACT, HEAD_KEYS, Label
from ucap.documents.limits import CHARACTERS
from ucap.documents.lists.blocks import split_blocks
from ucap.documents.lists.paragraphs import Paragraph, goes_on, soft_lines
from ucap.documents.model import BlockKind, Cell, Document, Row
from ucap.documents.refusals import too_long
from ucap.documents.source import Source
from ucap.documents.traced import LINE, Span, Traced, holding, merged, within, without
from ucap.gazetteer.countries import is_country

Column = list[Paragraph]
OPTION_KEYS = frozenset({"themes", "goals"})
"""Rows in which a form may list all that can be chosen."""

_FOOTNOTE = re.compile(r"(?P<sign>\*{1,3}|[†‡§]|[¹²³⁴-⁹]+)\)?\s*[^\W\d_]")  # "* registered", "¹ Haikou: end of 2019"


@dataclass(slots=True)
class DraftRow:
    """A row whose cells may still grow."""

    key: str | None
    label: Traced
    columns: list[Column]
    is_collapsed: bool = False
    runner_up: str | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each column, a line for each paragraph."""
        return tuple("\n".join(paragraph.text.text for paragraph in column) for column in self.columns)


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table of activities on a page: the range of the text that it takes, its heads, and its rows as items."""

    span: Span
    head: Traced
    items: Column

    def placed(self, column: Column) -> Column:
        """A column with the items between what stands before the table and behind it."""
        above = [paragraph for paragraph in column if paragraph.text.spans[0] < self.span]
        below = [paragraph for paragraph in column if paragraph.text.spans[0] >= self.span]
        return [*above, *self.items, *below]

    def row(self) -> DraftRow:
        """The row of the template that it is where no label above it says so."""
        return DraftRow("activities", self.head, [list(self.items)], runner_up="")


@dataclass(slots=True)
class Draft:
    """A document in the making. `text` is final; the rest is filled in, in reading order.

    `leads` is what stands out at the beginning of paragraphs, `margins` are heads and feet of pages, and tags,
    `gaps` are those between cells of a line on a page, and `tables` those of activities that a page shows by
    themselves.
    """

    source: Source
    media_type: str
    text: str
    shape: str
    rows: list[DraftRow] = field(default_factory=list)
    contact: list[Traced] = field(default_factory=list)
    template: list[Span] = field(default_factory=list)
    pages: tuple[Span, ...] = ()
    keeps_paragraphs: bool = True
    problems: tuple[str, ...] = ()
    struck: list[Span] = field(default_factory=list)
    leads: list[Span] = field(default_factory=list)
    margins: list[Span] = field(default_factory=list)
    gaps: list[Span] = field(default_factory=list)
    tables: list[FoundTable] = field(default_factory=list)
    unsure: tuple[Span, ...] = ()
    _boilerplate: list[Span] = field(default_factory=list)

    def part(self, start: int, end: int) -> Draft:
        """A draft of a range of the text, in which nothing is filled in yet."""
        struck, leads, margins = (list(within(spans, start, end)) for spans in (self.struck, self.leads, self.margins))
        text = self.text[start:end]
        return Draft(self.source, self.media_type, text, self.shape, struck=struck, leads=leads, margins=margins)

    def take_boilerplate(self, *, is_in_order: bool = True) -> Boilerplate:
        """The template's wording and the contact, as far as the text alone, in the page's order or not, shows them."""
        found = find_boilerplate(self.text, is_in_order=is_in_order)
        self.template, areas = list(found.template), found.contacts
        self._boilerplate = merged([*self.template, *areas])
        self.contact = [
            Traced.of(self.text, *line.span()) for area in areas for line in LINE.finditer(self.text, *area)
        ]
        return found

    def take_row(self, label: Traced, columns: Sequence[Column], is_collapsed: bool = False) -> None:
        """A row of a table whose label cell is not empty.

        A label that the last row has, too, is one repeated after a page break. The label of the contact line
        makes its cells the contact. `State` is the row of the countries where its cells hold nothing else.
        """
        found = self.find_label(label.text)
        key = found.key if found else None
        if key == "region" and _are_countries(columns):
            key = "country"
        if key == CONTACT:
            self.template.extend(label.spans)
            self.contact.extend(paragraph.text for column in columns for paragraph in column)
        elif self.rows and self._is_repeated(key, label):
            self.template.extend(label.spans)
            self.continue_row(columns)
        else:
            self.rows.append(DraftRow(key, label, [list(column) for column in columns], is_collapsed))

    def find_label(self, text: str) -> Label | None:
        """The label, taught or known, that a text stands for."""
        return self.source.taught.find_label(text)

    def _is_repeated(self, key: str | None, label: Traced) -> bool:
        """Whether a label is that of the last row once more."""
        last = self.rows[-1]
        return last.key == key if key else last.key is None and str(last.label) == str(label)

    def continue_row(self, columns: Sequence[Column]) -> None:
        """More of the last row, as after a page break; a sentence that the break cut in two is made whole."""
        mine = self.rows[-1].columns
        mine.extend([] for _ in range(len(columns) - len(mine)))
        for column, more in zip(mine, columns, strict=False):
            column.extend(_mended(column, more))

    def is_boilerplate(self, text: Traced) -> bool:
        """Whether a text is the template's wording or the contact, from its beginning to its end."""
        area = holding(self._boilerplate, text.spans[0][0])
        return area is not None and text.spans[-1][1] <= area[1]

    def document(self) -> Document:
        """The finished document; text that nothing accounts for is loose."""
        self._take_last_contact()
        self._leave_closing()
        self._leave_footnotes()
        rows = tuple(self._finished(row) for row in self.rows)
        in_rows = merged(span for row in rows for span in spans_of_row(row))
        torn = [
            line for line in self.contact if len(line.spans) > 1 and [*without(line.spans, in_rows)] == [*line.spans]
        ]
        lines = merged(span for line in self.contact for span in line.spans)
        elsewhere = merged([*in_rows, *(span for line in torn for span in line.spans)])
        contact = [*torn, *(Traced.of(self.text, *span) for span in without(lines, elsewhere))]
        taken = merged([*in_rows, *(span for line in contact for span in line.spans)])
        for line in [*loose_texts(self.text, [*taken, *merged([*self.template, *self.margins])])]:
            contact += self._contact_of(line)
        taken = merged([*in_rows, *(span for line in contact for span in line.spans)])
        template = tuple(without(merged([*self.template, *self.margins]), taken))
        return Document(
            name=self.source.name,
            media_type=self.media_type,
            sha256=self.source.sha256,
            text=self.text,
            rows=rows,
            contact=tuple(contact),
            template=template,
            loose=tuple(loose_texts(self.text, [*taken, *template])),
            pages=self.pages,
            keeps_paragraphs=self.keeps_paragraphs,
            shape=self.shape,
            problems=self.problems,
            struck=tuple(self.struck),
            unsure=self.unsure,
        )

    @property
    def _last_column(self) -> Column:
        """The last column of the last row that holds something."""
        return next((column for column in reversed(self.rows[-1].columns) if column), []) if self.rows else []

    def _take_last_contact(self) -> None:
        """What ends the last row, as in a file without tables, and says whom to ask."""
        column = self._last_column
        while len(column) > 1 and (contact := self._contact_of(column[-1].text)):
            self.contact += contact
            column.pop()

    def _leave_closing(self) -> None:
        """The lines with which a letter ends, `Kind regards` and a name, are no entries of the last row."""
        column = self._last_column
        last = [one.text.text if one.kind == "paragraph" else "" for one in column]
        del column[closing_at(last) :]

    def _leave_footnotes(self) -> None:
        """What ends the last row and is a footnote, whose sign stands behind a word above, is no entry of it."""
        column = self._last_column
        while len(column) > 1 and (note := _FOOTNOTE.match(column[-1].text.text)):
            is_item = any(paragraph.text.text.startswith(note["sign"]) for paragraph in column[:-1])
            space = "" if note["sign"][0] == "*" else "[ ]?"  # "1.75 million*", "2.33 million ¹"
            cited = re.compile(rf"[^\W_]{space}{re.escape(note['sign'])}(?=[\s,;.)]|$)")
            if is_item or not cited.search(self.text, 0, column[-1].text.spans[0][0]):
                return
            column.pop()

    def _contact_of(self, line: Traced) -> list[Traced]:
        """The address of a line that is nothing but the words for a contact, which go to the template, and one."""
        parts = part_contact(line)
        if parts is None:
            return []
        self.template.extend(parts[0].spans)
        return [parts[1]]

    def _finished(self, row: DraftRow) -> Row:
        columns = row.columns or [[]]
        while row.key not in HEAD_KEYS and len(columns) > 1 and not columns[-1]:
            columns = columns[:-1]
        is_collapsed = row.is_collapsed or (row.key in HEAD_KEYS and len(columns) == 1)
        cells = tuple(self._cell(column, row.key in OPTION_KEYS) for column in columns)
        return Row(row.key, row.label, cells, is_collapsed, row.runner_up)

    def _cell(self, column: Column, has_options: bool) -> Cell:
        chosen, boxes = split_choices(column, has_options)
        blocks, marks = split_blocks(chosen)
        self.template.extend(span for mark in (*boxes, *marks) for span in mark.spans)
        return Cell(tuple(blocks))


def _are_countries(columns: Sequence[Column]) -> bool:
    """Whether each column is the name of a country."""
    return bool(columns) and all(len(column) == 1 and is_country(column[0].text.text) for column in columns)


def spans_of_row(row: Row) -> Iterable[Span]:
    """The ranges of a row's label and blocks."""
    yield from row.label.spans
    for cell in row.cells:
        for block in cell.blocks:
            yield from block.text.spans


def loose_texts(text: str, taken: Iterable[Span]) -> Iterable[Traced]:
    """The lines of text between the taken ranges."""
    position = 0
    for start, end in [*sorted(taken), (len(text), len(text))]:
        if start > position and not text[position:start].isspace():
            for line in LINE.finditer(text, position, start):
                yield Traced.of(text, *line.span())
        position = max(position, end)


def _mended(column: Column, more: Column) -> Column:
    """`more`, its first paragraph marked where that goes on with the last sentence of `column`; an item never does."""
    is_item = bool(more) and more[0].kind != "paragraph"
    if is_item or not (column and more and goes_on(column[-1].text.text, more[0].text.text)):
        return more
    return [replace(more[0], continues=True), *more[1:]]


STRUCK = "\ue0f0"
"""In a text that is handed over: where struck-out words begin and end."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_TEXT_LINE = re.compile(r"\S(?:[^\n]*\S)?")  # a line, over a page break


def raised(text: str) -> str:
    """A raised text, its digits as the raised ones that Unicode has: the 2 of km², and the signs of footnotes."""
    return text.translate(_RAISED)


class Manuscript:
    """Collects a document's text in reading order; `name` is the document's, for messages."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.struck: list[Span] = []
        self.leads: list[Span] = []
        self._parts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def space(self, space: str) -> None:
        """Set off what comes next."""
        self._parts.append(space)
        self._length += len(space)

    def write(self, text: str, kind: BlockKind = "paragraph", lead: str = "") -> list[Paragraph]:
        """Write a paragraph; line breaks in it end lines, which may be paragraphs of their own.

        `lead` is what of its beginning stands out, in bold or as a heading.

        Raises:
            UnreadableDocument: there is more text than any summary has.
        """
        lines = self.write_lines(text)
        self._take_lead(lines, clean(lead).strip())
        return soft_lines(lines, kind)

    def _take_lead(self, lines: Sequence[Traced], lead: str) -> None:
        parts = [part.strip() for part in lead.split("\n") if part.strip()]
        if parts and len(parts) <= len(lines) and lines[len(parts) - 1].text.startswith(parts[-1]):
            self.leads.append((lines[0].spans[0][0], lines[len(parts) - 1].spans[0][0] + len(parts[-1])))

    def write_lines(self, text: str) -> list[Traced]:
        """Write a text, and give back its lines.

        Raises:
            UnreadableDocument: there is more text than any summary has.
        """
        pieces = clean(text).split(STRUCK)
        start, text, struck = self._length, "".join(pieces), []
        for index, piece in enumerate(pieces):
            if index % 2 and piece.strip():
                struck.append((self._length, self._length + len(piece)))
            self.space(piece)
        self.space("\n")
        self.struck += struck
        if self._length > CHARACTERS:
            raise too_long(self._name)
        lines = ((start + low, start + high) for low, high in (line.span() for line in _TEXT_LINE.finditer(text)))
        return [line for span in lines if (line := unstruck(text, span, struck, start))]


def unstruck(text: str, line: Span, struck: Sequence[Span], offset: int = 0) -> Traced:
    """A line of a text that begins at `offset`, without what is struck out in it."""
    left = without([line], struck)
    parts = [Traced(text[low - offset : high - offset], ((low, high),), (0,)) for low, high in left]
    return Traced.join(parts, "").strip()


def uncovered(document: Document) -> list[Span]:
    """The ranges of the text, white space aside, that no row, contact, template or loose text holds."""
    return [span for text in loose_texts(document.text, _spans(document)) for span in text.spans]


def doubly_covered(document: Document) -> list[Span]:
    """The ranges of the text that two places hold."""
    overlaps, end = [], 0
    for start, stop in sorted(_spans(document)):
        if start < end and document.text[start : min(stop, end)].strip():
            overlaps.append((start, min(stop, end)))
        end = max(end, stop)
    return overlaps


def _spans(document: Document) -> Iterator[Span]:
    for row in document.rows:
        yield from spans_of_row(row)
    for text in (*document.contact, *document.loose):
        yield from text.spans
    yield from document.template
