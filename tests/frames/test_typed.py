"""Rows to frames with dtypes."""

import pandas as pd
import pytest

from ucap.frames.build import typed
from ucap.frames.columns import COLUMNS, Column

VALUES = {
    "str": ["a", "盘锦"],
    "bool": [True, False],
    "int64": [1, 2],
    "Int64": [1, 2],
    "float64": [0.5, 2],
    "datetime64[us]": ["2017-05-31", "0001-01-01"],
    "category": ["china", "europe"],
}


@pytest.mark.parametrize("dtype", VALUES)
@pytest.mark.parametrize("is_empty", [True, False])
def test_values_get_the_dtype_of_their_column_also_where_there_are_none(dtype: str, is_empty: bool) -> None:
    column = COLUMNS["side"] if dtype == "category" else Column(dtype, "Label", "Description.")
    values = [] if is_empty else VALUES[dtype]
    assert str(pd.Series(typed(values, column)).dtype) == dtype


@pytest.mark.parametrize("dtype", ["str", "Int64", "float64", "datetime64[us]", "category"])
def test_a_missing_value_is_missing(dtype: str) -> None:
    column = COLUMNS["side"] if dtype == "category" else Column(dtype, "Label", "Description.")
    assert pd.Series(typed([None, *VALUES[dtype]], column)).isna().to_list() == [True, False, False]
