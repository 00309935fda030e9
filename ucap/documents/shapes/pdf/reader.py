"""PDF: the rows of its table, or, where there is none, its text as flowing text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby, pairwise

from ucap.documents.boilerplate import find_boilerplate
from ucap.documents.draft import Column, Draft
from ucap.documents.labels.known import HEAD_KEYS
from ucap.documents.labels.several import rows_named
from ucap.documents.lists.paragraphs import Paragraph, goes_on
from ucap.documents.model import Document
from ucap.documents.naming import is_remark, name_rows
from ucap.documents.patience import wait_or_leave
from ucap.documents.shapes.flowing import fill_from_flow, has_rows, refuse_without_rows
from ucap.documents.shapes.pdf.activity_tables import ActivityTable, activity_tables
from ucap.documents.shapes.pdf.bands import Band, bands_of, cells_of, parted
from ucap.documents.shapes.pdf.columns import Columns, commonest, find_columns, has_labels_beside
from ucap.documents.shapes.pdf.lines import (
    Line,
    Paragraphs,
    em_of,
    lines_of,
    mail_below,
    running_heads,
    without_margins,
)
from ucap.documents.shapes.pdf.nested import item_of, strips_of
from ucap.documents.shapes.pdf.prints import Prints
from ucap.documents.shapes.pdf.regions import Region, regions_of
from ucap.documents.shapes.pdf.rulings import Rulings, is_struck, struck_out
from ucap.documents.shapes.pdf.scans import can_read_scans, read_scan
from ucap.documents.shapes.pdf.stack import Headings
from ucap.documents.shapes.pdf.table import Table, TableRow
from ucap.documents.shapes.pdf.text import PAGE_BREAK, PageText, has_pictures, page_texts
from ucap.documents.source import Source
from ucap.documents.tables import table_paragraphs
from ucap.documents.traced import Span, Traced
from ucap.documents.wrapping import joined

NO_TEXT_LAYER = "no-text-layer"
_FEW_ROWS = 9
"""A table in which fewer rows are filled may be none; its text is read as flowing text, too."""
_MOST_ROWS = 12
_PLAINLY_MORE = 3
"""Of a table with more rows than these some may be missing; it is none if text in columns hides three."""
_WORDS_OF_A_SCAN = 25
"""Words on a page that a scan may have besides its picture."""
_INDENT = 4.0
"""How far, in em, a table may stand to the right of the text's left edge."""
_ALIGNED = 2.5
"""Points within which things stand below each other."""
_TOUCHING = 0.2
"""In em: words so near each other are one."""
_SIDES, _LEAST_ROWS = 2, 2


def is_pdf(source: Source) -> bool:
    """Whether the file is a PDF; some have a few bytes before their signature."""
    return b"%PDF-" in source.data[:1024]


def read_pdf(source: Source) -> Document:
    """The document that a PDF is.

    A scan, which may still have text in its margins such as a stamp or a page number, is read where that can be done.
    Otherwise it has no rows and the problem `no-text-layer`; what text it has is loose.

    Raises:
        UnreadableDocument: it is protected, damaged or too long, or none of the template's rows is in it.
        TakesLong: it is a scan, and this process is in haste.
    """
    pages = page_texts(source)
    draft = _draft(source, pages, "pdf")
    if has_rows(draft) or not _is_scan(source, pages):
        refuse_without_rows(draft)
        return draft.document()
    if can_read_scans():
        wait_or_leave()
        scan = read_scan(source)
        if any(page.words for page in scan.pages):
            draft = _draft(source, scan.pages, "scan")
            draft.unsure = scan.unsure
            refuse_without_rows(draft)
            return draft.document()
    draft.rows, draft.problems = [], (NO_TEXT_LAYER,)
    return draft.document()


def _draft(source: Source, pages: Sequence[PageText], shape: str) -> Draft:
    """The pages' rows: those of a table, or those of their text as flowing text."""
    draft = Draft(source, "application/pdf", PAGE_BREAK.join(page.text for page in pages), shape)
    draft.pages = tuple((page.start, page.start + len(page.text)) for page in pages)
    em = em_of([word for page in pages for word in page.words], draft.text)
    pages = [_without_struck(page, draft.struck, em) for page in pages]
    lines = [list(lines_of(index, page.words, draft.text, em)) for index, page in enumerate(pages)]
    tables = activity_tables(lines, {index: page.rulings for index, page in enumerate(pages)}, em)
    is_table = _fill_from_table(draft, _without_tables(pages, tables)) and has_rows(draft)
    table_count = _filled_count(draft) if is_table else 0
    if is_table:
        _take_tables(draft, tables)
    if table_count >= _MOST_ROWS:
        return draft
    flowing = Draft(source, draft.media_type, draft.text, shape, pages=draft.pages, struck=list(draft.struck))
    flowing.gaps = _gaps(lines, em)
    flowing.tables = [table.found for table in tables]
    fill_from_flow(flowing)
    lead = _filled_count(flowing) - (_filled_count(draft) if is_table else 0)
    return flowing if lead >= (_PLAINLY_MORE if table_count >= _FEW_ROWS else 1) else draft


def _without_tables(pages: Sequence[PageText], tables: Sequence[ActivityTable]) -> list[PageText]:
    """The pages without the words of tables of activities."""
    taken = {word.start for table in tables for line in table.lines for word in line.words}
    return [replace(page, words=[word for word in page.words if word.start not in taken]) for page in pages]


def _take_tables(draft: Draft, tables: Sequence[ActivityTable]) -> None:
    """Tables of activities as more of the row above, if that has these, else as a row of the template of their own.

    Where another row has the activities, a table that does not stand below it is a row that the template lacks.
    """
    for table in (table.found for table in tables):
        above = [row for row in draft.rows if row.label and row.label.spans[0] < table.span]
        row = max(above, key=lambda row: row.label.spans[0], default=None)
        if row and row.key == "activities":
            row.columns = [*row.columns[:-1], table.placed(row.columns[-1] if row.columns else [])]
        else:
            is_other = any(row.key == "activities" for row in draft.rows)
            draft.rows.append(replace(table.row(), key=None, runner_up=None) if is_other else table.row())


def _gaps(pages: Sequence[Sequence[Line]], em: float) -> list[Span]:
    """Where wide gaps part the words of a line, in order: what stands between them are cells of a table."""
    pairs = (pair for lines in pages for line in lines for pair in pairwise(line.runs(em)))
    return sorted((one.words[-1].end, two.words[0].start) for one, two in pairs)


def _without_struck(page: PageText, struck: list[Span], em: float) -> PageText:
    """A page without the words that a line of their own strikes out; `struck` takes these, and those that a line runs
    through that may be none.
    """
    found = [word for word in page.words if page.rulings.across and is_struck(word, page.rulings.across, em)]
    struck += [(word.start, word.end) for word in found]
    left_out = set(struck_out(found, page.rulings.across, em))
    return replace(page, words=[word for word in page.words if word not in left_out]) if left_out else page


def _filled_count(draft: Draft) -> int:
    """How many rows of the template were found with something in them."""
    return len({row.key for row in draft.rows if row.key and any(row.columns)})


def _is_scan(source: Source, pages: Sequence[PageText]) -> bool:
    """Whether the pages are pictures, with next to no text of their own."""
    word_count = sum(len(page.text.split()) for page in pages)
    return word_count == 0 or (word_count < _WORDS_OF_A_SCAN * len(pages) and has_pictures(source))


def _fill_from_table(draft: Draft, pages: Sequence[PageText]) -> bool:
    """Fill the draft from the table on the pages; whether there is one."""
    em = em_of([word for page in pages for word in page.words], draft.text)
    paged = [list(lines_of(index, page.words, draft.text, em)) for index, page in enumerate(pages)]
    draft.take_boilerplate(is_in_order=False)
    draft.template += running_heads(paged, em)
    if not draft.contact:
        _take_contact(draft, paged, em)
    shown, closing = without_margins(paged, draft.template, draft.contact)
    headings = Headings([line for lines in shown for line in lines], Prints(draft.source, pages))

    def are_columns(left: Sequence[Line], right: Sequence[Line]) -> bool:
        if has_labels_beside(left, em):
            return has_labels_beside(right, em)
        if headings.are_sides(left, right):
            return False
        return headings.are_columns(left, right)

    bands = [_main_bands(page.rulings, lines, em) for page, lines in zip(pages, shown, strict=True)]
    regions = [
        [Region(lines)] if on_page else regions_of(lines, em, are_columns)
        for lines, on_page in zip(shown, bands, strict=True)
    ]
    in_order = [region for page in regions for region in page]
    if not draft.contact:
        below = mail_below([line for region in in_order for line in region.lines], em)
        draft.contact = [line.traced for line in below]
        closing |= {line.words[0].start for line in below}
    table = Table(em, headings, closing)
    find = _ColumnFinder(in_order, em)
    for page_regions, page_bands in zip(regions, bands, strict=True):
        for region in page_regions:
            table.take(region, partial(find, region.column), page_bands)
    table.mend_alignment()
    _take_rows(draft, table.rows, find, {n: page.rulings for n, page in enumerate(pages)}, em)
    name_rows(draft)
    return bool(table.rows)


def _take_contact(draft: Draft, pages: Sequence[Sequence[Line]], em: float) -> None:
    """The contact, where the template's words for it follow each other on the page but not in the document's text."""
    text = Traced.join((_with_addresses(line, em) for lines in pages for line in lines), "\n")
    template, areas = find_boilerplate(text.text)
    draft.template += [span for found in template for span in text.cut(*found).spans]
    draft.contact = [text.cut(*area).strip() for area in areas]


def _with_addresses(line: Line, em: float) -> Traced:
    """A line in which words that touch at a hyphen are one, though they stand apart in the document's text:
    `IUC-` `ASIA_office@iuc-asia.eu`.
    """
    parts = [Traced.of(line.source, line.words[0].start, line.words[0].end)]
    is_torn = False
    for before, word in pairwise(line.words):
        text = Traced.of(line.source, word.start, word.end)
        is_apart = line.source[before.end - 1] == "-" and word.start > before.end + 1
        if is_apart and word.left - before.right < _TOUCHING * em:
            parts[-1], is_torn = Traced.join([parts[-1], text], ""), True
        else:
            parts.append(text)
    return Traced.join(parts) if is_torn else line.traced


def _main_bands(rulings: Rulings, lines: Sequence[Line], em: float) -> list[Band]:
    """The bands of a page's table; none where that stands within the text, as tables in a cell do."""
    bands = bands_of(rulings, max((line.right for line in lines), default=0.0))
    left = min((line.left for line in lines), default=0.0)
    return bands if bands and bands[0].left <= left + _INDENT * em else []


class _ColumnFinder:
    """The columns of the table in each column of text; they are looked for where no upright lines show them."""

    def __init__(self, regions: Sequence[Region], em: float) -> None:
        self._regions, self._em = regions, em
        self._found: dict[int, Columns | None] = {}

    def columns_of_text(self) -> dict[int, int]:
        """The column of text in which a line stands, by where its first word begins."""
        parted = (region for region in self._regions if region.column)
        return {line.words[0].start: region.column for region in parted for line in region.lines}

    def __call__(self, column: int = 0) -> Columns | None:
        """The columns of the table in a column of text, which has its number from the region."""
        if column not in self._found:
            lines = [line for region in self._regions if region.column == column for line in region.lines]
            self._found[column] = find_columns(lines, self._em)
        return self._found[column]


def _take_rows(
    draft: Draft, rows: Sequence[TableRow], find: _ColumnFinder, rulings: Mapping[int, Rulings], em: float
) -> None:
    """Hand the rows over; the head has a column per side, the rows that the template lacks in it, too."""
    head = _head(draft, rows, find)
    cells = [_cells(row, find if index in head else None) for index, row in enumerate(rows)]
    sides = _stacked_sides(draft, rows, em)
    groups: dict[Hashable, list[list[Line]]] = defaultdict(list)
    others = (pair for index, pair in enumerate(zip(rows, cells, strict=True)) if index not in head)
    for row, row_cells in others:
        for number, cell in enumerate(row_cells):
            groups[row.is_stacked, number, len(row_cells)].append(cell)
    setter = _Setter(Paragraphs(groups, em, find.columns_of_text()), rulings, em)
    for index, (row, row_cells) in enumerate(zip(rows, cells, strict=True)):
        label = Traced.join(line.traced for line in row.label)
        if index in sides:
            draft.take_row(label, [_whole(side) for side in sides[index]])
        elif index in head:
            draft.take_row(label, [_whole(cell) for cell in row_cells], len(row_cells) == 1)
        else:
            columns_of_row = [
                setter.column(cell, (row.is_stacked, n, len(row_cells))) for n, cell in enumerate(row_cells)
            ]
            draft.take_row(label, columns_of_row)


def _head(draft: Draft, rows: Sequence[TableRow], find: _ColumnFinder) -> range:
    """Which rows have a column per side: from the first to the last that are known to, or that plainly have."""
    first, end = 0, 0
    for index, row in enumerate(rows):
        found = None if row.is_stacked else draft.find_label(row.label_text)
        key = found.key if found else None
        is_of_head = key in HEAD_KEYS or any(one in HEAD_KEYS for one, _span in rows_named(row.label_text))
        if is_of_head or (key is None and end == index and _has_sides(row, find)):
            end = index + 1
        elif key and end == first:
            first = end = index + 1
    return range(first, end)


def _has_sides(row: TableRow, find: _ColumnFinder) -> bool:
    """Whether a row's value stands in more than one column."""
    if row.borders or row.is_framed or row.is_stacked:
        return bool(row.borders)
    columns = find(row.column)
    if not columns or not columns.second:
        return False
    edge = columns.second - _ALIGNED
    starts = [word for line in row.value for word in line.words if abs(word.left - columns.second) <= _ALIGNED]
    return bool(starts) and not any(word.left < edge < word.right for line in row.value for word in line.words)


class _Setter:
    """Makes paragraphs of the lines of cells, and of the rows of tables within these."""

    def __init__(self, paragraphs: Paragraphs, rulings: Mapping[int, Rulings], em: float) -> None:
        self._paragraphs, self._rulings, self._em = paragraphs, rulings, em

    def column(self, cell: Sequence[Line], group: Hashable) -> Column:
        """The paragraphs of a cell."""
        column: Column = []
        for is_table, strips in groupby(strips_of(cell, self._rulings, self._em), lambda strip: bool(strip.cells)):
            if is_table:
                column += table_paragraphs([strip.row() for strip in strips], item_of)
            else:
                lines = (strip.lines for strip in strips)
                column += [paragraph for some in lines for paragraph in self._paragraphs.of(some, group)]
        return column


def _cells(row: TableRow, find: _ColumnFinder | None) -> list[list[Line]]:
    """A row's value cell by cell: parted by its borders, or where the columns of the head begin."""
    borders = row.borders
    if find and not borders and not row.is_stacked and (columns := find(row.column)) and columns.second:
        borders = (columns.second - _ALIGNED,)
    return cells_of(row.value, borders)


def _stacked_sides(draft: Draft, rows: Sequence[TableRow], em: float) -> dict[int, list[list[Line]]]:
    """The two sides of rows whose labels stand above them, by the rows' numbers, where most of the head have them
    beside each other.
    """
    keys = [label.key if (label := draft.find_label(row.label_text)) else None for row in rows]
    size = max((index for index, key in enumerate(keys) if key in HEAD_KEYS), default=-1) + 1
    stacked = [(index, row) for index, row in enumerate(rows[:size]) if row.is_stacked]
    starts = [[runs[1].left for line in row.value if len(runs := line.runs(em)) == _SIDES] for _index, row in stacked]
    place = commonest([left for lefts in starts for left in lefts]) if any(starts) else 0.0
    count = sum(any(abs(left - place) <= _ALIGNED for left in lefts) for lefts in starts)
    if count < _LEAST_ROWS or 2 * count <= len(stacked):
        return {}
    return {index: sides for index, row in stacked if (sides := _sides(row.value, place, em))}


def _sides(lines: Sequence[Line], second: float, em: float) -> list[list[Line]]:
    """The lines of two sides, of which the second begins at its place in some line, and in none are words across it.

    A line at the left edge that goes on with the second side, as where a tab parts the sides, is more of that. A remark
    in brackets below the sides is left out.
    """
    edge = second - _ALIGNED
    remark = next(
        (index for index in range(1, len(lines)) if is_remark(" ".join(line.text for line in lines[index:]))),
        len(lines),
    )
    lines = lines[:remark]
    words = [word for line in lines for word in line.words]
    if any(word.left < edge < word.right for word in words) or all(
        abs(word.left - second) > _ALIGNED for word in words
    ):
        return []
    sides: list[list[Line]] = [[], []]
    for line in lines:
        left, right = parted(line, (edge,))
        if left and not right and sides[1] and _goes_on_with(sides[0], sides[1], left, edge - em):
            left, right = None, left
        sides[0] += [left] if left else []
        sides[1] += [right] if right else []
    return sides


def _goes_on_with(left: Sequence[Line], right: Sequence[Line], line: Line, edge: float) -> bool:
    """Whether a line goes on with a sentence on the right, and the last one on the left had room for its first word."""
    first = line.words[0]
    had_room = not left or left[-1].right + first.first_right - first.left < edge
    return had_room and goes_on(right[-1].text, line.text)


def _whole(lines: Sequence[Line]) -> Column:
    """The lines of a cell as one paragraph."""
    return [Paragraph(joined(line.traced for line in lines))] if lines else []
