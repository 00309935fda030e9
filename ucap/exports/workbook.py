"""The selection as an Excel workbook: a sheet per frame, and sheets that explain it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time
from typing import IO, Any

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ucap.exports.description import LINKED, Description
from ucap.exports.view import View
from ucap.exports.workbook_charts import add_charts
from ucap.frames.columns import COLUMNS, FRAMES
from ucap.plain_text import printable
from ucap.selection.tables import value_in_words
from ucap.typography import cut
from ucap.wording import _, ngettext

ROW_LIMIT = 1_048_576
_TEXT_LIMIT = 32_767
_URL_LIMIT = 2_079
_URLS_PER_SHEET = 65_530
_FOOTER_LIMIT = 110
_SHEET_NAME_LIMIT = 31
_SHEET_NAME_SIGNS = re.compile(r"[\[\]:*?/\\]")  # "Who/what?"
_WIDEST_COLUMN = 60
_ROWS_MEASURED = 200
_INK = "#1B2430"
_MOST_CELLS_IN_TABLES = 300_000
"""Tables of Excel take their whole sheet into memory while they are written; larger files have plain filters."""
_A4 = 9
_WIDTH_OF_A_PAGE = 230
"""How wide the columns of a sheet may be together, in characters, to be legible when they print on one page."""
_NUMBER_FORMATS = {"persons": "#,##0", "km2": "#,##0.0", "km": "#,##0", "degrees": "0.0000", "day": "yyyy-mm-dd"}


def write_workbook(view: View, description: Description, out: IO[bytes], row_limit: int = ROW_LIMIT) -> None:
    """The frames of the view in its order, behind the first of them a sheet that says what was selected.

    Each is a table of Excel (`=SUM(plans[Activities])`), unless there are very many rows. A frame with more rows than a
    sheet holds (`row_limit`, header included) goes on in a further sheet.
    """
    frames = list(view.tables())
    is_large = sum(frame.size for _name, frame in frames) > _MOST_CELLS_IN_TABLES
    with xlsxwriter.Workbook(out, {"constant_memory": is_large, "strings_to_formulas": False}) as workbook:
        workbook.set_properties(_properties(description))
        sheets = _Sheets(workbook, row_limit, description, has_tables=not is_large)
        about: Worksheet | None = None
        for name, frame in view.files():
            sheets.add_frame(name, frame)
            about = about or workbook.add_worksheet(_("About"))
        if view.is_whole:
            add_charts(workbook, view.scene)
        sheets.add_columns(view)
        sheets.fill_about(about)


def write_shown(title: str, table: pd.DataFrame, description: Description, out: IO[bytes]) -> None:
    """A table as a page shows it, under its own headings, and the sheet that says what was selected.

    Cells that are lists hold their entries with semicolons between them; a truth value is yes or no.
    """
    with xlsxwriter.Workbook(out, {"strings_to_formulas": False}) as workbook:
        workbook.set_properties(_properties(description))
        sheets = _Sheets(workbook, ROW_LIMIT, description, has_tables=True)
        sheets.add_shown(title, table)
        sheets.fill_about(workbook.add_worksheet(_("About")))


def _properties(description: Description) -> dict[str, Any]:
    return {
        "title": _("Urban Cooperation Action Plans"),
        "comments": printable(description.line),
        "created": datetime.combine(description.day, time()),
    }


class _Sheets:
    """The sheets of one workbook, their formats, and what had to be said about them."""

    def __init__(
        self, workbook: xlsxwriter.Workbook, row_limit: int, description: Description, has_tables: bool
    ) -> None:
        self._workbook = workbook
        self._description = description
        self._has_tables = has_tables
        self._row_limit = row_limit
        self._cut_count = 0
        self._header = workbook.add_format({"bold": True, "font_color": "white", "bg_color": _INK, "valign": "vcenter"})
        self._heading = workbook.add_format({"bold": True, "valign": "top"})
        self._wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
        self._numbers = {unit: workbook.add_format({"num_format": code}) for unit, code in _NUMBER_FORMATS.items()}

    def add_frame(self, name: str, frame: pd.DataFrame) -> None:
        """One sheet for the frame, or as many as its rows need."""
        title = _(FRAMES[name].title)
        per_sheet = self._row_limit - 1
        for number, start in enumerate(range(0, max(len(frame), 1), per_sheet), 1):
            is_first = number == 1
            sheet = self._workbook.add_worksheet(title if is_first else f"{title} ({number})")
            table = name if is_first else f"{name}_{number}"
            self._fill(sheet, name, table, frame.iloc[start : start + per_sheet])

    def add_shown(self, title: str, table: pd.DataFrame) -> None:
        """One sheet for a table with headings of its own."""
        sheet = self._workbook.add_worksheet(_SHEET_NAME_SIGNS.sub(" ", title)[:_SHEET_NAME_LIMIT].strip(" '"))
        plain = table.map(_plain_cell)
        headings = tuple(map(str, plain))
        widths = tuple(_width(heading, plain.iloc[:, place]) for place, heading in enumerate(headings))
        self._begin(sheet, "shown", headings, widths, len(plain))
        self._write_rows(sheet, plain, [None] * len(headings))

    def add_columns(self, view: View) -> None:
        """The sheet that says what each column of each frame is."""
        sheet = self._workbook.add_worksheet(_("Columns"))
        headings = (_("Sheet"), _("Heading"), _("Column"), _("Meaning"), _("Type"), _("Unit"), _("Permitted values"))
        rows = list(_dictionary(view))
        self._begin(sheet, "columns", headings, (14, 22, 20, 90, 16, 20, 60), len(rows))
        for row, texts in enumerate(rows, 1):
            sheet.write_row(row, 0, texts)

    def fill_about(self, sheet: Worksheet) -> None:
        """The description of the selection, and what did not fit into cells."""
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 110, self._wrapped)
        self._lay_out(sheet, is_wide=False)
        sheet.write_string(0, 0, _("Urban Cooperation Action Plans"), self._heading)
        row = 2
        for heading, lines in (*self._description.facts(), *self._remarks()):
            sheet.write_string(row, 0, heading, self._heading)
            for line in lines:
                self._write_text(sheet, row, 1, line, self._wrapped)
                row += 1
            row += 0 if lines else 1

    def _remarks(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        if not self._cut_count:
            return ()
        words = ngettext(
            "{count} text was longer than a cell can hold and ends in “…”; the CSV and JSON files hold it whole.",
            "{count} texts were longer than a cell can hold and end in “…”; the CSV and JSON files hold them whole.",
            self._cut_count,
        )
        return ((_("Cut"), (words.format(count=self._cut_count),)),)

    def _begin(
        self, sheet: Worksheet, name: str, headings: tuple[str, ...], widths: tuple[float, ...], row_count: int
    ) -> None:
        """A table of that name, whose header stays in sight and filters; Excel wants one row in it at least."""
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        self._lay_out(sheet, is_wide=sum(widths) > _WIDTH_OF_A_PAGE)
        for index, (heading, width) in enumerate(zip(headings, widths, strict=True)):
            sheet.set_column(index, index, width)
            sheet.write_string(0, index, heading, self._header)
        if not self._has_tables:
            sheet.autofilter(0, 0, row_count, len(headings) - 1)
            return
        columns = [{"header": heading, "header_format": self._header} for heading in headings]
        options = {"name": name, "columns": columns, "style": "Table Style Light 1"}
        sheet.add_table(0, 0, max(row_count, 1), len(headings) - 1, options)

    def _lay_out(self, sheet: Worksheet, is_wide: bool) -> None:
        """On paper: A4 across, numbered. A wide sheet goes on beside, with plan and title on each page again."""
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer(f"&L&8 {_footer(self._description)}&R&8 &A · &P/&N")
        if is_wide:
            sheet.set_print_scale(60)
            sheet.repeat_columns(0, 1)
        else:
            sheet.fit_to_pages(1, 0)

    def _fill(self, sheet: Worksheet, name: str, table: str, frame: pd.DataFrame) -> None:
        headings = tuple(_(COLUMNS[column].label) for column in frame)
        widths = tuple(_width(heading, frame[column]) for heading, column in zip(headings, frame, strict=True))
        self._begin(sheet, table, headings, widths, len(frame))
        formats = [self._numbers.get(COLUMNS[column].unit or "") for column in frame]
        self._write_rows(sheet, frame, formats, name)

    def _write_rows(self, sheet: Worksheet, frame: pd.DataFrame, formats: list[Format | None], name: str = "") -> None:
        linked = list(frame).index(LINKED[name]) if name in LINKED else None
        for row, values in enumerate(frame.itertuples(index=False, name=None), 1):
            for column, value in enumerate(values):
                if pd.isna(value) or (column == linked and self._write_link(sheet, row, column, name, value)):
                    continue
                self._write(sheet, row, column, value, formats[column])

    def _write(self, sheet: Worksheet, row: int, column: int, value: object, style: Format | None) -> None:
        match value:
            case str():
                self._write_text(sheet, row, column, value)
            case bool():
                sheet.write_boolean(row, column, value)
            case datetime():
                sheet.write_datetime(row, column, value, style)
            case _:
                sheet.write_number(row, column, value, style)

    def _write_link(self, sheet: Worksheet, row: int, column: int, name: str, text: str) -> bool:
        """Write a cell as a link, if it leads to an address that a workbook can hold; whether it was."""
        address = self._description.link(name, text)
        if address is None or len(address) > _URL_LIMIT or row >= _URLS_PER_SHEET:
            return False
        return bool(sheet.write_url(row, column, address, string=printable(text)) == 0)

    def _write_text(self, sheet: Worksheet, row: int, column: int, text: str, style: Format | None = None) -> None:
        """The text as text, whatever it looks like."""
        text = printable(text)
        if len(text) > _TEXT_LIMIT:
            self._cut_count += 1
            text = cut(text, _TEXT_LIMIT)
        sheet.write_string(row, column, text, style)


def _dictionary(view: View) -> Iterator[tuple[str, ...]]:
    for name in view.names:
        for column_name in FRAMES[name].in_files:
            column = COLUMNS[column_name]
            values = ", ".join(f"{value} ({value_in_words(column_name, value)})" for value in column.values)
            yield (
                *(_(FRAMES[name].title), _(column.label), column_name, _(column.description)),
                *(column.dtype, column.unit or "", values),
            )


def _plain_cell(value: Any) -> Any:
    """The value as one cell of a workbook holds it."""
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return value if isinstance(value, str | int | float | datetime) or pd.isna(value) else str(value)


def _footer(description: Description) -> str:
    """The description as far as a footer of Excel holds it; "&" begins its own codes."""
    return cut(" ".join(printable(description.line).split()), _FOOTER_LIMIT).replace("&", "&&")


def _width(heading: str, column: pd.Series) -> float:
    """Wide enough for the heading with its filter arrow, and for the values at the top."""
    longest = max((len(str(value)) for value in column.head(_ROWS_MEASURED).dropna()), default=0)
    return min(max(len(heading) + 4, longest + 1), _WIDEST_COLUMN)
