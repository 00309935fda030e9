"""The workbook holds exactly the selected rows, with real dates and numbers, and explains itself."""

import io
from datetime import datetime

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from openpyxl.utils.escape import unescape

from tests.exports.samples import DESCRIPTION, view_of, views_of_one_frame
from ucap.exports.text import printable
from ucap.exports.workbook import write_workbook
from ucap.frames.columns import COLUMNS, FRAMES

ACTIVITY = {"plan": "a", "position": 0, "event": "a/0", "is_online": False, "text": "Visit"}


def exported(view, **options) -> openpyxl.Workbook:
    out = io.BytesIO()
    write_workbook(view, DESCRIPTION, out, **options)
    return openpyxl.load_workbook(out)


def read_cell(value: object) -> object:
    """The value as Excel reads it: openpyxl leaves the escapes of `ST_Xstring` (ECMA-376, 22.9.2.19) standing."""
    return unescape(value) if isinstance(value, str) else value


def expected_cell(value: object) -> object:
    """What a spreadsheet holds for a value of a frame: a number has 16 digits."""
    if pd.isna(value):
        return None
    if isinstance(value, float):
        return pytest.approx(value, rel=1e-15)
    return printable(value) if isinstance(value, str) else value


@settings(max_examples=40, deadline=None)
@given(views_of_one_frame())
def test_a_sheet_read_back_has_the_rows_order_and_values_that_were_selected(view):
    ((name, frame),) = view.tables()
    header, *rows = exported(view)[FRAMES[name].title].iter_rows(values_only=True)
    assert list(header) == [COLUMNS[column].label for column in frame]
    back = [tuple(map(read_cell, row)) for row in rows]
    assert back == [tuple(map(expected_cell, row)) for row in frame.itertuples(index=False, name=None)]


def test_days_are_real_dates_and_negative_numbers_real_numbers():
    view = view_of(activities=[ACTIVITY | {"start_day": datetime(2019, 9, 30)}])
    cell = exported(view)["Activities"]["F2"]
    assert (cell.value, cell.is_date, cell.number_format) == (datetime(2019, 9, 30), True, "yyyy-mm-dd")


def test_text_that_looks_like_a_formula_is_text():
    cell = exported(view_of(results=[{"plan": "a", "position": -1, "text": "=1+1"}]))["Results"]
    assert (cell["C2"].value, cell["C2"].data_type, cell["B2"].value) == ("=1+1", "s", -1)


def test_cited_pages_are_links():
    view = view_of(sources=[{"plan": "a", "position": 0, "source": "https://iuc.eu/?a=1&b=2"}])
    assert exported(view)["Sources"]["C2"].hyperlink.target == "https://iuc.eu/?a=1&b=2"


def test_the_header_is_frozen_and_filters():
    sheet = exported(view_of(results=[{"plan": "a", "position": 0, "text": "Jobs"}]))["Results"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:C2")


def test_the_about_sheet_names_filters_date_plans_fingerprint_and_notices():
    cells = [cell for row in exported(view_of())["About"].iter_rows(values_only=True) for cell in row if cell]
    for heading, lines in DESCRIPTION.facts():
        assert heading in cells
        assert set(lines) <= set(cells)


def test_the_columns_sheet_explains_every_column_of_every_sheet():
    rows = list(exported(view_of())["Columns"].iter_rows(min_row=2, values_only=True))
    assert [(row[0], row[2]) for row in rows] == [
        (spec.title, column) for spec in FRAMES.values() for column in spec.columns
    ]


def test_an_empty_selection_has_the_headers_only():
    assert [row[0].value for row in exported(view_of())["Plans"].iter_rows()] == ["Plan"]


def test_one_frame_alone_has_one_sheet_of_rows():
    assert exported(view_of().only("pairs")).sheetnames == ["About", "Pairs", "Columns"]


def test_more_rows_than_a_sheet_holds_go_on_in_a_further_sheet():
    rows = [{"plan": "a", "position": index, "text": str(index)} for index in range(5)]
    workbook = exported(view_of(results=rows), row_limit=3)
    sheets = [name for name in workbook.sheetnames if name.startswith("Results")]
    assert sheets == ["Results", "Results (2)", "Results (3)"]
    assert [workbook[name].cell(row, 3).value for name in sheets for row in (2, 3)] == ["0", "1", "2", "3", "4", None]


def test_a_text_that_a_cell_cannot_hold_is_cut_and_told():
    workbook = exported(view_of(results=[{"plan": "a", "position": 0, "text": "x" * 40_000}]))
    assert len(workbook["Results"]["C2"].value) == 32_767
    assert "1 text was longer" in str([cell.value for cell in workbook["About"]["B"]])


def test_the_same_selection_gives_the_same_bytes():
    first, second = io.BytesIO(), io.BytesIO()
    write_workbook(view_of(), DESCRIPTION, first)
    write_workbook(view_of(), DESCRIPTION, second)
    assert first.getvalue() == second.getvalue()
