"""The workbook holds exactly the selected rows, with real dates and numbers, and explains itself."""

import io
from datetime import datetime
from itertools import pairwise

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings

from tests.effort import effort
from tests.exports.samples import LISBON, PAIR, description_of, view_of, views
from ucap.exports import View
from ucap.exports.workbook import write_workbook
from ucap.frames.columns import COLUMNS, FRAMES
from ucap.plain_text import printable
from ucap.plan.record import Activity, GoalMention, Plan
from ucap.selection import Selection


def exported(view, **options) -> openpyxl.Workbook:
    out = io.BytesIO()
    write_workbook(view, description_of(view), out, **options)
    return openpyxl.load_workbook(out)


def results(*texts: str) -> View:
    return view_of(Plan(id="a", results=texts))


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
    for name, frame in view.files():
        header, *rows = workbook[FRAMES[name].title].iter_rows(values_only=True)
        assert list(header) == [COLUMNS[column].label for column in frame]
        assert rows == [tuple(map(expected_cell, row)) for row in frame.itertuples(index=False, name=None)]


def test_days_are_real_dates_and_negative_numbers_real_numbers():
    plan = Plan(id="a", cities=(LISBON,), activities=(Activity(start="2019-09-30", text="Visit"),))
    workbook = exported(view_of(plan))
    assert datetime(2019, 9, 30) in [cell.value for cell in workbook["Activities"][2] if cell.is_date]
    assert -9.14 in [cell.value for cell in workbook["Cities"][2] if cell.data_type == "n"]


def test_text_that_looks_like_a_formula_is_text():
    cell = exported(results("=1+1"))["Results"]["D2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_cited_pages_are_links():
    assert exported(view_of(PAIR))["Sources"]["D2"].hyperlink.target == "https://iuc.eu/?a=1&b=2"


def test_each_frame_is_a_table_of_its_name_whose_header_is_frozen_and_filters():
    sheet = exported(results("Jobs"))["Results"]
    assert (sheet.freeze_panes, sheet.tables["results"].autoFilter.ref) == ("A2", "A1:D2")
    assert sheet.tables["results"].column_names == ["Plan", "Title", "Position", "Text"]


def test_a_file_too_large_for_tables_of_excel_has_filters(monkeypatch):
    monkeypatch.setattr("ucap.exports.workbook._MOST_CELLS_IN_TABLES", 0)
    sheet = exported(results("Jobs"))["Results"]
    assert (len(sheet.tables), sheet.auto_filter.ref, sheet["D2"].value) == (0, "A1:D2", "Jobs")


def test_words_stand_beside_codes():
    workbook = exported(view_of(PAIR))
    plans = dict(zip(*workbook["Plans"].iter_rows(max_row=2, values_only=True), strict=True))
    assert (plans["Kind of plan"], plans["Kind of plan in words"]) == ("summary", "U-CAP summary")
    assert [cell.value for cell in workbook["Pairs"][2]][:2] == ["panjin", "Panjin – Rome"]


def test_on_paper_a_sheet_is_a4_and_repeats_its_header():
    workbook = exported(view_of(PAIR))
    plans, results_ = workbook["Plans"], workbook["Results"]
    assert (plans.page_setup.paperSize, plans.page_setup.orientation, plans.print_title_rows) == (
        9,
        "landscape",
        "$1:$1",
    )
    assert (plans.print_title_cols, results_.page_setup.fitToHeight) == ("$A:$B", 0)
    assert "All plans" not in plans.oddFooter.left.text
    assert "1 of 1 plans" in plans.oddFooter.left.text


def test_the_about_sheet_names_filters_date_plans_fingerprint_and_notices():
    view = view_of(PAIR, selection=Selection(european_cities=("Rome",)))
    cells = [cell for row in exported(view)["About"].iter_rows(values_only=True) for cell in row if cell]
    for heading, lines in description_of(view).facts():
        assert heading in cells
        assert set(lines) <= set(cells)


def test_the_columns_sheet_explains_every_column_of_every_sheet():
    rows = list(exported(view_of())["Columns"].iter_rows(min_row=2, values_only=True))
    assert [(row[0], row[2]) for row in rows] == [
        (spec.title, column) for spec in FRAMES.values() for column in spec.in_files
    ]


def test_an_empty_selection_has_the_headers_only():
    assert [row[0] for row in exported(view_of())["Plans"].iter_rows(values_only=True) if row[0]] == ["Plan"]


def test_the_first_sheet_is_the_table_that_was_looked_at():
    assert exported(view_of(PAIR)).sheetnames[:3] == ["Plans", "About", "Cities"]
    assert exported(view_of(PAIR).beginning_with("activities")).sheetnames[:3] == ["Activities", "About", "Plans"]


def test_one_frame_alone_has_one_sheet_of_rows():
    assert exported(view_of().only("pairs")).sheetnames == ["Pairs", "About", "Columns"]


def test_more_rows_than_a_sheet_holds_go_on_in_a_further_sheet():
    workbook = exported(results("0", "1", "2", "3", "4"), row_limit=3)
    sheets = [name for name in workbook.sheetnames if name.startswith("Results")]
    assert sheets == ["Results", "Results (2)", "Results (3)"]
    assert [workbook[name].cell(row, 4).value for name in sheets for row in (2, 3)] == ["0", "1", "2", "3", "4", None]


def test_a_text_that_a_cell_cannot_hold_is_cut_and_told():
    workbook = exported(results("x" * 40_000))
    assert len(workbook["Results"]["D2"].value) == 32_767
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
