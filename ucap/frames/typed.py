"""Rows to a frame whose columns have the dtypes of the dictionary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from ucap.frames.columns import COLUMNS, FRAMES, Column


def frame_of(name: str, rows: Sequence[dict[str, Any]]) -> pd.DataFrame:
    """The rows as a frame with the dtypes of the dictionary; columns that no row has are left for later."""
    columns = [column for column in FRAMES[name].columns if not rows or column in rows[0]]
    return pd.DataFrame({column: typed([row[column] for row in rows], COLUMNS[column]) for column in columns})


def typed(values: Sequence[Any], column: Column) -> Any:
    """The values as an array of the column's dtype."""
    if column.dtype == "category":
        return pd.Categorical(values, categories=list(column.values))
    if column.dtype == "datetime64[us]":
        return np.array([value or "NaT" for value in values], dtype=column.dtype)
    if column.dtype == "float64":
        return np.array([np.nan if value is None else value for value in values], dtype=float)
    return pd.array(values, dtype=column.dtype)
