"""Parquet holds the frames as they are."""

import io
import json
import zipfile
from datetime import date

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings

from tests.effort import effort
from tests.exports.samples import PAIR, description_of, view_of, views
from ucap.exports import export
from ucap.exports.tables import write_parquet
from ucap.frames.columns import COLUMNS, FRAMES
from ucap.plan.record import Activity, Period, Plan


@settings(max_examples=effort(8))
@given(views())
def test_every_frame_read_back_is_the_selected_frame_types_included(view):
    with zipfile.ZipFile(io.BytesIO(export("parquet-zip", view, description_of(view)))) as archive:
        for name, frame in view.files():
            back = pd.read_parquet(io.BytesIO(archive.read(f"{name}.parquet")))
            days = {column: COLUMNS[column].dtype for column in frame if COLUMNS[column].unit == "day"}
            pd.testing.assert_frame_equal(back.astype(days), frame, check_categorical=False)


def test_days_are_days():
    view = view_of(Plan(id="a", period=Period(start="2019-11"), activities=(Activity(start="2019-09", text="Visit"),)))
    schema = pq.read_schema(io.BytesIO(export("parquet", view, description_of(view), "activities")))
    assert schema.field("start_day").type == pa.date32()
    (plan,) = pq.read_table(io.BytesIO(export("parquet", view, description_of(view), "plans"))).to_pylist()
    assert (plan["period_first_day"], plan["period_last_day"], plan["period_edtf"]) == (
        date(2019, 11, 1),
        None,
        "2019-11/..",
    )


def test_the_file_says_what_was_selected_and_each_column_what_it_means():
    view = view_of(PAIR)
    schema = pq.read_schema(io.BytesIO(export("parquet", view, description_of(view), "pairs")))
    assert json.loads(schema.metadata[b"description"]) == description_of(view).as_json()
    assert schema.field("distance_km").metadata[b"unit"] == b"km"
    assert {field.name for field in schema} == set(FRAMES["pairs"].in_files)
    assert all(schema.field(name).metadata[b"title"].decode() == COLUMNS[name].label for name in schema.names)


def test_several_frames_do_not_fit_into_one_file():
    with pytest.raises(ValueError, match="too many values"):
        write_parquet(view_of(), description_of(view_of()), io.BytesIO())
