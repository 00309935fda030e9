"""CSV holds exactly the selected rows, for Excel and for everyone else."""

import io
import zipfile

import pandas as pd
import pytest
from hypothesis import given, settings

from tests.effort import effort
from tests.exports.samples import LISBON, PAIR, description_of, view_of, views
from ucap.exports.tables import SELECTION_COLUMN, TERMS_COLUMN, write_csv, write_csv_zip
from ucap.frames.columns import COLUMNS, FRAMES
from ucap.plain_text import printable, unguarded
from ucap.plan.record import Activity, Plan
from ucap.selection import Selection


def exported(view, name):
    out = io.BytesIO()
    write_csv(view.only(name), description_of(view), out)
    return out.getvalue()


def read_back(content: bytes, name: str) -> pd.DataFrame:
    """The file as pandas reads it, given the types of the dictionary, with the guards taken off."""
    types = {column: COLUMNS[column].dtype for column in FRAMES[name].in_files}
    days = [column for column, dtype in types.items() if dtype.startswith("datetime")]
    texts = {column: "str" for column, dtype in types.items() if dtype in ("str", "category")}
    others = {column: dtype for column, dtype in types.items() if column not in texts and column not in days}
    frame = pd.read_csv(
        io.BytesIO(content), dtype=texts | others, parse_dates=days, keep_default_na=False, na_values=[""]
    )
    for column in texts:
        frame[column] = frame[column].map(unguarded, na_action="ignore")
    return frame


@settings(max_examples=effort(12))
@given(views())
def test_a_frame_read_back_has_the_rows_order_and_values_that_were_selected(view):
    for name, frame in view.files():
        back = read_back(exported(view, name), name).drop(columns=[SELECTION_COLUMN, TERMS_COLUMN])
        texts = [column for column in frame if COLUMNS[column].dtype in ("str", "category")]
        shown = frame[texts].astype("str").map(printable, na_action="ignore").replace("", pd.NA)
        pd.testing.assert_frame_equal(back, frame.assign(**shown), check_dtype=False, rtol=0, atol=0)


def test_it_begins_with_the_byte_order_mark_that_excel_needs():
    assert exported(view_of(), "plans").startswith(b"\xef\xbb\xbfplan,title")


def test_each_row_names_the_filters():
    view = view_of(PAIR, selection=Selection(european_cities=("Rome",)))
    cities = pd.read_csv(io.BytesIO(exported(view, "cities")))
    assert list(cities[SELECTION_COLUMN]) == [description_of(view).line] * 2
    assert "European city: Rome" in description_of(view).line


def test_text_that_looks_like_a_formula_is_guarded_and_negative_numbers_are_not():
    plan = Plan(id="a", cities=(LISBON.model_copy(update={"name": "=1+1", "written": "-x"}),))
    line = exported(view_of(plan), "cities").decode().splitlines()[1]
    assert line.startswith("a,,0,'=1+1,'=1+1,'-x,europe,Europe,False,")
    assert ",-9.14," in line


def test_days_are_written_as_iso_8601():
    activity = Activity(start="2019-09-30", end="2019-10-02", text="Visit")
    assert b",2019-09-30,2019-10-02,day," in exported(view_of(Plan(id="a", activities=(activity,))), "activities")


def test_an_empty_selection_has_the_headers_only():
    assert exported(view_of(), "results").decode("utf-8-sig") == "plan,title,position,text,selection,terms\r\n"


def test_several_frames_do_not_fit_into_one_file():
    with pytest.raises(ValueError, match="too many values"):
        write_csv(view_of(), description_of(view_of()), io.BytesIO())


def test_the_zip_holds_all_frames_and_a_readme_that_names_the_filters():
    out, view = io.BytesIO(), view_of(PAIR, Plan(id="b", results=("Jobs",)), selection=Selection(plans=("b",)))
    write_csv_zip(view, description_of(view), out)
    with zipfile.ZipFile(out) as archive:
        assert archive.namelist() == ["README.txt", *(f"{name}.csv" for name in FRAMES)]
        assert "Plan: b" in archive.read("README.txt").decode("utf-8-sig")
        assert archive.read("results.csv").decode("utf-8-sig") == "plan,title,position,text\r\nb,,0,Jobs\r\n"
