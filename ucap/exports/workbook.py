"""The selection as an Excel workbook: a sheet per frame, and sheets that explain it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from typing import IO, Any

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ucap.exports.description import Description
from ucap.exports.view import View
from ucap.exports.workbook_charts import add_charts
from ucap.frames.columns import COLUMNS, FRAMES
from ucap.plain_text import is_web_address, printable
from ucap.selection.tables import value_in_words, worded
from ucap.typography import cut
from ucap.wording import _, ngettext

ROW_LIMIT = 1_048_576
_TEXT_LIMIT = 32_767
_URL_LIMIT = 2_079
_URLS_PER_SHEET = 65_530
_WIDEST_COLUMN = 60
_ROWS_MEASURED = 200
_INK = "#1B2430"
_NUMBER_FORMATS = {"persons": "#,##0", "km2": "#,##0.0", "km": "#,##0", "degrees": "0.0000", "day": "yyyy-mm-dd"}


def write_workbook(view: View, description: Description, out: IO[bytes], row_limit: int = ROW_LIMIT) -> None:
    """The frames of the view in the order of the dictionary, after a sheet that says what was selected.

    A frame with more rows than a sheet holds (`row_limit`, header included) goes on in a further sheet.
    """
    with xlsxwriter.Workbook(out, {"constant_memory": True, "strings_to_formulas": False}) as workbook:
        workbook.set_properties(_properties(description))
        sheets = _Sheets(workbook, row_limit)
        about = workbook.add_worksheet(_("About"))
        for name, frame in view.tables():
            sheets.add_frame(name, worded(frame))
        if view.is_whole:
            add_charts(workbook, view.scene)
        sheets.add_columns(view)
        sheets.fill_about(about, description)


def _properties(description: Description) -> dict[str, Any]:
    return {
        "title": _("Urban Cooperation Action Plans"),
        "comments": printable(description.line),
        "created": datetime.combine(description.day, time()),
    }


class _Sheets:
    """The sheets of one workbook, their formats, and what had to be said about them."""

    def __init__(self, workbook: xlsxwriter.Workbook, row_limit: int) -> None:
        self._workbook = workbook
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
            sheet = self._workbook.add_worksheet(title if number == 1 else f"{title} ({number})")
            self._fill(sheet, frame.iloc[start : start + per_sheet])

    def add_columns(self, view: View) -> None:
        """The sheet that says what each column of each frame is."""
        sheet = self._workbook.add_worksheet(_("Columns"))
        headings = (_("Sheet"), _("Heading"), _("Column"), _("Meaning"), _("Type"), _("Unit"), _("Permitted values"))
        self._begin(sheet, headings, (14, 22, 20, 90, 16, 20, 60), row_count=sum(1 for _row in _dictionary(view)))
        for row, texts in enumerate(_dictionary(view), 1):
            sheet.write_row(row, 0, texts)

    def fill_about(self, sheet: Worksheet, description: Description) -> None:
        """The description of the selection, and what did not fit into cells."""
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 110, self._wrapped)
        sheet.write_string(0, 0, _("Urban Cooperation Action Plans"), self._heading)
        row = 2
        for heading, lines in (*description.facts(), *self._remarks()):
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

    def _begin(self, sheet: Worksheet, headings: tuple[str, ...], widths: tuple[float, ...], row_count: int) -> None:
        """A header that stays in sight, with filters, on sheets that print on as many pages as they are long."""
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.repeat_rows(0)
        sheet.fit_to_pages(1, 0)
        sheet.autofilter(0, 0, row_count, len(headings) - 1)
        for index, (heading, width) in enumerate(zip(headings, widths, strict=True)):
            sheet.set_column(index, index, width)
            sheet.write_string(0, index, heading, self._header)

    def _fill(self, sheet: Worksheet, frame: pd.DataFrame) -> None:
        headings = tuple(_(COLUMNS[name].label) for name in frame)
        widths = tuple(_width(heading, frame[name]) for heading, name in zip(headings, frame, strict=True))
        self._begin(sheet, headings, widths, len(frame))
        formats = [self._numbers.get(COLUMNS[name].unit or "") for name in frame]
        source_column = list(frame).index("source") if "source" in frame else None
        for row, values in enumerate(frame.itertuples(index=False, name=None), 1):
            for column, value in enumerate(values):
                if pd.isna(value) or (column == source_column and self._write_link(sheet, row, column, value)):
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

    def _write_link(self, sheet: Worksheet, row: int, column: int, text: str) -> bool:
        """Write a source as a link, if it is an address of the web that a workbook can hold; whether it was."""
        is_link = is_web_address(text) and len(text) <= _URL_LIMIT and row < _URLS_PER_SHEET
        return is_link and sheet.write_url(row, column, text, string=text) == 0

    def _write_text(self, sheet: Worksheet, row: int, column: int, text: str, style: Format | None = None) -> None:
        """The text as text, whatever it looks like."""
        text = printable(text)
        if len(text) > _TEXT_LIMIT:
            self._cut_count += 1
            text = cut(text, _TEXT_LIMIT)
        sheet.write_string(row, column, text, style)


def _dictionary(view: View) -> Iterator[tuple[str, ...]]:
    for name, frame in view.tables():
        for column_name in frame:
            column = COLUMNS[column_name]
            values = ", ".join(value_in_words(str(column_name), value) for value in column.values)
            yield (
                *(_(FRAMES[name].title), _(column.label), str(column_name), _(column.description)),
                *(column.dtype, column.unit or "", values),
            )


def _width(heading: str, column: pd.Series) -> float:
    """Wide enough for the heading with its filter arrow, and for the values at the top."""
    longest = max((len(str(value)) for value in column.head(_ROWS_MEASURED).dropna()), default=0)
    return min(max(len(heading) + 4, longest + 1), _WIDEST_COLUMN)
