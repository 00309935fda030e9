"""The check at the door: a frame that is not as the dictionary says goes no further."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ucap.frames.columns import COLUMNS, FRAMES


class FrameError(ValueError):
    """The frames would show wrong data. The message names frame and column, what was found and what would be right."""


def check(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame as it came, if it is as the dictionary says.

    Raises:
        FrameError: with all faults of the frame, a line each.
    """
    faults = [f"frame {name}: {fault}" for fault in _faults(name, frame)]
    if faults:
        raise FrameError("\n".join(faults))
    return frame


def _faults(name: str, frame: pd.DataFrame) -> Iterator[str]:
    spec = FRAMES[name]
    if tuple(frame.columns) != spec.columns:
        yield f"has the columns {', '.join(map(str, frame.columns))}; right would be {', '.join(spec.columns)}"
        return
    for column in spec.columns:
        yield from _column_faults(column, frame[column])
    doubles = frame[frame.duplicated(list(spec.key))]
    if len(doubles):
        key = ", ".join(str(doubles[column].iloc[0]) for column in spec.key)
        yield f"{len(doubles)} rows share a key, ({key}) among them; right would be one row per {', '.join(spec.key)}"


def _column_faults(name: str, values: pd.Series) -> Iterator[str]:
    column = COLUMNS[name]
    if str(values.dtype) != column.dtype:
        yield f"column {name} is {values.dtype}; right would be {column.dtype}"
    elif column.dtype == "category" and tuple(values.cat.categories) != column.values:
        found = ", ".join(map(str, values.cat.categories))
        yield f"column {name} permits {found}; right would be {', '.join(column.values)}"
    elif not column.is_nullable and values.isna().any():
        yield f"column {name} has no value in {int(values.isna().sum())} rows; right would be a value in each"
