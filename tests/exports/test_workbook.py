"""The workbook holds exactly the selected rows, with real dates and numbers, and explains itself."""

import io
from datetime import datetime
from itertools import pairwise

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from openpyxl.utils.escape import unescape

from tests.effort import effort
from tests.exports.samples import LISBON, PAIR, description_of, view_of, views
from ucap.exports import View
from ucap.exports.workbook import write_workbook
from ucap.frames.columns import COLUMNS, FRAMES
from ucap.plain_text import printable
from ucap.plan.record import Activity, GoalMention, Plan
from ucap.selection import Selection
from ucap.selection.tables import worded


def exported(view, **options) -> openpyxl.Workbook:
    out = io.BytesIO()
    write_workbook(view, description_of(view), out, **options)
    return openpyxl.load_workbook(out)


def results(*texts: str) -> View:
    return view_of(Plan(id="a", results=texts))


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


@settings(max_examples=effort(8))
@given(views())
def test_a_sheet_read_back_has_the_rows_order_and_values_that_were_selected(view):
    workbook = exported(view)
    for name, frame in view.tables():
        header, *rows = workbook[FRAMES[name].title].iter_rows(values_only=True)
        assert list(header) == [COLUMNS[column].label for column in frame]
        back = [tuple(map(read_cell, row)) for row in rows]
        said = worded(frame)
        assert back == [tuple(map(expected_cell, row)) for row in said.itertuples(index=False, name=None)]


def test_days_are_real_dates_and_negative_numbers_real_numbers():
    plan = Plan(id="a", cities=(LISBON,), activities=(Activity(start="2019-09-30", text="Visit"),))
    workbook = exported(view_of(plan))
    assert datetime(2019, 9, 30) in [cell.value for cell in workbook["Activities"][2] if cell.is_date]
    assert -9.14 in [cell.value for cell in workbook["Cities"][2] if cell.data_type == "n"]


def test_text_that_looks_like_a_formula_is_text():
    cell = exported(results("=1+1"))["Results"]["C2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_cited_pages_are_links():
    assert exported(view_of(PAIR))["Sources"]["C2"].hyperlink.target == "https://iuc.eu/?a=1&b=2"


def test_the_header_is_frozen_and_filters():
    sheet = exported(results("Jobs"))["Results"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:C2")


def test_the_about_sheet_names_filters_date_plans_fingerprint_and_notices():
    view = view_of(PAIR, selection=Selection(european_cities=("Rome",)))
    cells = [cell for row in exported(view)["About"].iter_rows(values_only=True) for cell in row if cell]
    for heading, lines in description_of(view).facts():
        assert heading in cells
        assert set(lines) <= set(cells)


def test_the_columns_sheet_explains_every_column_of_every_sheet():
    rows = list(exported(view_of())["Columns"].iter_rows(min_row=2, values_only=True))
    assert [(row[0], row[2]) for row in rows] == [
        (spec.title, column) for spec in FRAMES.values() for column in spec.columns
    ]


def test_an_empty_selection_has_the_headers_only():
    assert exported(view_of())["Plans"].max_row == 1


def test_one_frame_alone_has_one_sheet_of_rows():
    assert exported(view_of().only("pairs")).sheetnames == ["About", "Pairs", "Columns"]


def test_more_rows_than_a_sheet_holds_go_on_in_a_further_sheet():
    workbook = exported(results("0", "1", "2", "3", "4"), row_limit=3)
    sheets = [name for name in workbook.sheetnames if name.startswith("Results")]
    assert sheets == ["Results", "Results (2)", "Results (3)"]
    assert [workbook[name].cell(row, 3).value for name in sheets for row in (2, 3)] == ["0", "1", "2", "3", "4", None]


def test_a_text_that_a_cell_cannot_hold_is_cut_and_told():
    workbook = exported(results("x" * 40_000))
    assert len(workbook["Results"]["C2"].value) == 32_767
    assert "1 text was longer" in str([cell.value for cell in workbook["About"]["B"]])


def test_the_charts_sheet_has_native_charts_drawn_from_its_own_cells():
    plan = PAIR.model_copy(update={"goals": (GoalMention(goal=11), GoalMention(goal=4, stated=False))})
    sheet = exported(view_of(plan))["Charts"]
    goals = sheet._charts[0]
    assert [series.val.numRef.f for series in goals.series] == ["Charts!$C$4:$C$20", "Charts!$D$4:$D$20"]
    assert [sheet.cell(3 + goal, 3).value for goal in (4, 11)] == [0, 1]
    assert [sheet.cell(3 + goal, 4).value for goal in (4, 11)] == [1, 0]
    assert len(sheet._charts) == 4


def test_charts_stand_below_each_other():
    anchors = [chart.anchor for chart in exported(view_of(PAIR))["Charts"]._charts]
    assert all(above.to.row < below._from.row for above, below in pairwise(anchors))
