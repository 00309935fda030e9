"""Rows of frames as plain values, as JSON has them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd


def rows_of(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """The rows by column: missing values are None, days texts (ISO 8601), numbers and truth values themselves."""
    for values in frame.itertuples(index=False, name=None):
        yield dict(zip(frame, map(_plain, values), strict=True))


def _plain(value: Any) -> Any:
    if pd.isna(value):
        return None
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.item() if isinstance(value, np.generic) else value
