"""Parquet holds the frames as they are."""

import io
import json
import zipfile

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings

from tests.effort import effort
from tests.exports.samples import PAIR, description_of, view_of, views
from ucap.exports import export
from ucap.exports.tables import write_parquet
from ucap.frames.columns import COLUMNS, FRAMES


@settings(max_examples=effort(8))
@given(views())
def test_every_frame_read_back_is_the_selected_frame_types_included(view):
    with zipfile.ZipFile(io.BytesIO(export("parquet-zip", view, description_of(view)))) as archive:
        for name, frame in view.tables():
            back = pd.read_parquet(io.BytesIO(archive.read(f"{name}.parquet")))
            pd.testing.assert_frame_equal(back, frame, check_categorical=False)


def test_the_file_says_what_was_selected_and_each_column_what_it_means():
    view = view_of(PAIR)
    schema = pq.read_schema(io.BytesIO(export("parquet", view, description_of(view), "pairs")))
    assert json.loads(schema.metadata[b"description"]) == description_of(view).as_json()
    assert schema.field("distance_km").metadata[b"unit"] == b"km"
    assert {field.name for field in schema} == set(FRAMES["pairs"].columns)
    assert all(schema.field(name).metadata[b"title"].decode() == COLUMNS[name].label for name in schema.names)


def test_several_frames_do_not_fit_into_one_file():
    with pytest.raises(ValueError, match="too many values"):
        write_parquet(view_of(), description_of(view_of()), io.BytesIO())
