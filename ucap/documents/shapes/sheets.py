"""Spreadsheets (XLSX, CSV) with one row per plan, and the template for them.

The columns of the spreadsheet in which plans can be sent, one row a plan.

They stand in `data/reference/sheet_columns.csv`: heading, row of the summary's template, side where the row has a
column per side, and what the template's reader is given.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from itertools import islice, zip_longest
from typing import Any

from lxml import etree

from ucap.documents.draft import STRUCK, Column, Draft, DraftRow, Manuscript
from ucap.documents.labels.known import CONTACT, HEAD_KEYS
from ucap.documents.labels.taught import NOTHING_TAUGHT, Taught
from ucap.documents.limits import SHEET_COLUMNS, SHEET_ROWS
from ucap.documents.lists.paragraphs import Paragraph
from ucap.documents.model import Document
from ucap.documents.shapes.archive import DAMAGE, Archive, damaged, is_archive
from ucap.documents.shapes.sheet_layout import Layout, is_foot, sheet_layouts
from ucap.documents.source import Source
from ucap.documents.traced import Traced
from ucap.errors import UnreadableDocument
from ucap.vocabulary.folding import key
from ucap.vocabulary.kinds import SIDES, Side
from ucap.vocabulary.reference import rows
from ucap.wording import _

_SIDES: dict[Side, re.Pattern[str]] = {
    "china": re.compile(r"\b(?:china|chinese|cn)\b|中国|中方", re.IGNORECASE),
    "europe": re.compile(r"\b(?:europe|european|eu)\b(?! urban agenda)|欧洲|欧方", re.IGNORECASE),
}
_LONGEST = 80
_BRACKETS = re.compile(r"[()（）\[\]]\s*[()（）\[\]]")  # ") ("


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its heading; the row of the template it stands for, and the side; what to write in it."""

    heading: str
    key: str | None
    side: Side | None
    explanation: str = ""
    example: str = ""


@cache
def sheet_columns() -> tuple[SheetColumn, ...]:
    """The columns of the template that the product writes."""
    return tuple(
        SheetColumn(row["column"], row["row"], _side(row["side"]), row["explanation"], row["example"])
        for row in rows("sheet_columns")
    )


def find_column(heading: str, taught: Taught = NOTHING_TAUGHT) -> SheetColumn | None:
    """The column that a heading stands for: one of the template, or a label of the summary with or without a side."""
    if len(heading) > _LONGEST:
        return None
    known = _by_heading().get(key(heading))
    if known:
        return known
    side = next((side for side, words in _SIDES.items() if words.search(heading)), None)
    bare = _BRACKETS.sub("", _SIDES[side].sub("", heading)) if side else heading
    label = taught.find_label(heading) or taught.find_label(bare)
    return SheetColumn(heading, label.key, side) if label else None


@cache
def _by_heading() -> dict[str, SheetColumn]:
    return {key(column.heading): column for column in sheet_columns()}


def _side(written: str) -> Side | None:
    return "china" if written == "china" else "europe" if written == "europe" else None


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv"
_WORKBOOK_PART = "xl/workbook.xml"
_DELIMITERS = ",;\t|"
_HEADING_ROWS = 10
"""Rows among which the headings are looked for."""
_LOOKED_AT = 200
"""Rows of a text by which it is told whether it is a CSV file."""
_LEAST_COLUMNS = 3
_OPENPYXL_FAULTS = (
    *DAMAGE,
    *(AttributeError, AssertionError, IndexError, KeyError, SyntaxError, TypeError),
    etree.LxmlError,
)
"""What openpyxl raises when a file is not what it seems; a ParseError of the standard library is a SyntaxError."""

Cells = Sequence[str]


def is_workbook(source: Source) -> bool:
    """Whether the file is a zip archive with the main part of an Excel workbook."""
    return is_archive(source) and _WORKBOOK_PART in Archive(source)


def read_workbook(source: Source) -> list[Document]:
    """The plans of a workbook: those of the first sheet that has the headings.

    Raises:
        UnreadableDocument: it is damaged, or no sheet has the headings or a plan below them.
    """
    import openpyxl  # noqa: PLC0415 - with NumPy, and few documents are workbooks

    layouts = sheet_layouts(Archive(source))
    try:
        book = openpyxl.load_workbook(io.BytesIO(source.data), read_only=True, data_only=True, keep_links=False)
        sheets = [layouts.get(sheet.title, Layout()).laid_out(list(_rows(sheet))) for sheet in book.worksheets]
        hidden = [layouts.get(sheet.title, Layout()).hidden for sheet in book.worksheets]
        book.close()
    except _OPENPYXL_FAULTS:
        raise damaged(source.name) from None
    return _documents(source, XLSX, sheets, hidden)


def is_csv(source: Source) -> bool:
    """Whether one of the first lines has at least three of the headings, and those below it are parted as it is."""
    return _headings(_csv_rows(source, _LOOKED_AT)) is not None


def read_csv(source: Source) -> list[Document]:
    """The plans of a CSV file.

    Raises:
        UnreadableDocument: there is no plan below the headings, or there are too many.
    """
    return _documents(source, CSV, [_csv_rows(source, SHEET_ROWS + 1)], [frozenset()])


def _rows(sheet: Any) -> Iterator[Cells]:
    sheet.reset_dimensions()
    goals: set[int] = set()
    for row in sheet.iter_rows(max_row=SHEET_ROWS + 1, max_col=SHEET_COLUMNS):
        yield [_shown(cell, index in goals) for index, cell in enumerate(row)]
        goals = goals or {index for index, cell in enumerate(row) if _is_of_goals(cell.value)}


def _is_of_goals(heading: object) -> bool:
    column = find_column(heading) if isinstance(heading, str) else None
    return column is not None and column.key == "goals"


def _shown(cell: Any, is_goal: bool) -> str:
    text = _goals(cell.value) if is_goal else _written(cell.value)
    font = getattr(cell, "font", None) if text else None
    return f"{STRUCK}{text}{STRUCK}" if font is not None and font.strike else text


def _goals(value: object) -> str:
    """The numbers of goals, also where Excel took two of them for a date or a decimal: `9/11`, `11.13`."""
    if isinstance(value, (date, datetime)):
        return f"{value.month}, {value.day}"
    if isinstance(value, float) and not value.is_integer():
        return str(value).replace(".", ", ")
    return _written(value)


def _written(value: object) -> str:
    """A cell's value as someone would write it in a summary."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def _csv_rows(source: Source, limit: int) -> list[Cells]:
    """The rows of a CSV file, parted by the sign with which most of the headings are known."""
    read = (_parted(source.text, delimiter, limit) for delimiter in _DELIMITERS)
    return max(read, key=lambda rows: max((_known_count(row) for row in rows[:_HEADING_ROWS]), default=0))


def _parted(text: str, delimiter: str, limit: int) -> list[Cells]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return [row[:SHEET_COLUMNS] for row in islice(reader, limit)]
    except csv.Error:
        return []


def _known_count(row: Cells) -> int:
    """How many different columns a row names: `Province, State, Department` is one."""
    return len({(column.key, column.side) for cell in row if cell and (column := find_column(cell))})


def _headings(rows: Sequence[Cells]) -> int | None:
    """The index of the row with the headings, if what stands below is parted as they are.

    A form may have a row `City, region, country`; its other lines have no such commas.
    """
    counts = [_known_count(row) for row in rows[:_HEADING_ROWS]]
    if max(counts, default=0) < _LEAST_COLUMNS:
        return None
    index = counts.index(max(counts))
    below = [row for row in rows[index + 1 :] if any(map(str.strip, row))]
    like = sum(len(row) >= _LEAST_COLUMNS for row in below)
    return index if 2 * like >= len(below) else None


def _documents(
    source: Source, media_type: str, sheets: Iterable[Sequence[Cells]], hidden: Iterable[Collection[int]]
) -> list[Document]:
    for sheet, unseen in zip(sheets, hidden, strict=True):
        index = _headings(sheet)
        if index is None:
            continue
        if len(sheet) > SHEET_ROWS:
            raise UnreadableDocument(
                source.name,
                _("The sheet has more than {limit} rows.").format(limit=SHEET_ROWS),
                _("Split it into several files."),
            )
        plans = [
            replace(
                _document(source, number, media_type, sheet[index], row),
                is_hidden=number in unseen,
            )
            for number, row in enumerate(sheet[index + 1 :], index + 2)
            if any(cell.strip() for cell in row) and not is_foot(row)
        ]
        if plans:
            return plans
    raise UnreadableDocument(
        source.name,
        _("No sheet has plans below the headings of the template."),
        _("Write the plans into the template, one row a plan."),
    )


def _document(source: Source, number: int, media_type: str, headings: Cells, cells: Cells) -> Document:
    """The document that the row of a number is: heading and value line by line."""
    name = _("{name}, row {row}").format(name=source.name, row=number)
    manuscript = Manuscript(name)
    entries = [
        (
            find_column(heading, source.taught),
            manuscript.write_lines(heading),
            [Paragraph(line) for line in manuscript.write_lines(cell)],
        )
        for heading, cell in zip_longest(headings, cells[:SHEET_COLUMNS], fillvalue="")
        if cell.strip()
    ]
    draft = Draft(
        Source(name, manuscript.text.encode()), media_type, manuscript.text, "sheet", struck=manuscript.struck
    )
    for column, heading, value in entries:
        label = Traced.join(heading)
        _take_entry(draft, column or SheetColumn(label.text, None, None), label, value)
    return draft.document()


def _take_entry(draft: Draft, column: SheetColumn, label: Traced, value: Column) -> None:
    """A cell: the contact, a side of a row, or a row."""
    row = next((row for row in draft.rows if column.key and row.key == column.key), None)
    if column.key == CONTACT:
        draft.template += label.spans
        draft.contact += [paragraph.text for paragraph in value]
    elif row is None:
        columns = [value if column.side in (side, None) else [] for side in SIDES] if column.side else [value]
        draft.rows.append(DraftRow(column.key, label, columns, column.key in HEAD_KEYS and not column.side))
    else:
        draft.template += label.spans
        side = SIDES.index(column.side) if column.side and len(row.columns) > 1 else 0
        row.columns[side] += value


def write_template() -> bytes:
    """An XLSX workbook to fill in: headings and an example on the first sheet, explanations on the second."""
    import xlsxwriter  # noqa: PLC0415 - whoever reads writes none

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        plans, columns = book.add_worksheet(_("Plans")), book.add_worksheet(_("Columns"))
        for index, column in enumerate(sheet_columns()):
            plans.write_string(0, index, column.heading, bold)
            plans.write_string(1, index, column.example, plain)
            columns.write_row(index + 1, 0, [column.heading, column.explanation, column.example], plain)
        columns.write_row(
            0, 0, [_("Column"), _("What to write"), _("Example (replace row 2 of the first sheet)")], bold
        )
        plans.set_column(0, len(sheet_columns()) - 1, 28)
        plans.freeze_panes(1, 0)
        columns.set_column(0, 0, 34)
        columns.set_column(1, 2, 60)
    return file.getvalue()
