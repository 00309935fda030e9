"""Plans to frames: rows with the dtypes of the dictionary, checked before they go on, and a fingerprint of the data."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import numpy as np
import pandas as pd

from ucap.frames.columns import COLUMNS, FRAMES, Column
from ucap.frames.frames import Frames
from ucap.frames.places import city_labels, pair_counts, pairs
from ucap.frames.rows import ROWS
from ucap.frames.told import Told, Whole
from ucap.plan.record import Plan

CHUNK_SIZE = 2000


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


def plan_digest(plan: Plan) -> bytes:
    """The SHA-256 of a record as it is written out."""
    return hashlib.sha256(plan.model_dump_json().encode()).digest()


def fingerprint(digests: Iterable[bytes]) -> str:
    """The SHA-256 over the digests of all records, in hexadecimal: the same for the same records in any order."""
    return hashlib.sha256(np.sort(np.array(list(digests), dtype="S32")).tobytes()).hexdigest()


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


def build(plans: Iterable[Plan], chunk_size: int = CHUNK_SIZE) -> Frames:
    """The frames of the plans, in the order in which the plans come. The plans are gone through once.

    `chunk_size` is how many plans' rows are held as Python objects at a time: it bounds memory and changes no result.

    Raises:
        FrameError: two plans share an id, a plan has none, or a frame is not as the dictionary of columns says.
    """
    return whole(plans, chunk_size).frames


def whole(plans: Iterable[Plan], chunk_size: int = CHUNK_SIZE) -> Whole:
    """The same, with what it takes to splice changed plans in."""
    frames, digests = rows_of(plans, chunk_size)
    _require_distinct(frames["plans"]["plan"])
    placed = with_places(frames, city_labels(frames["cities"]))
    told = Told.of(placed["activities"])
    placed["activities"] = placed["activities"].assign(event=told.events(placed["activities"]))
    return Whole(Frames(**checked(placed), fingerprint=fingerprint(digests)), digests, told)


def rows_of(plans: Iterable[Plan], chunk_size: int = CHUNK_SIZE) -> tuple[dict[str, pd.DataFrame], list[bytes]]:
    """What plans say by themselves: all frames but `pairs`, without the columns that take more; and their digests."""
    parts: dict[str, list[pd.DataFrame]] = {name: [] for name in ROWS}
    digests: list[bytes] = []
    for chunk in _chunks(plans, chunk_size):
        digests.extend(plan_digest(plan) for plan in chunk)
        for name, rows in ROWS.items():
            parts[name].append(frame_of(name, [row for plan in chunk for row in rows(plan)]))
    return {name: pd.concat(parts.pop(name), ignore_index=True) for name in ROWS}, digests


def _chunks(plans: Iterable[Plan], size: int) -> Iterator[list[Plan]]:
    """The plans in groups; one empty group where there are none, so that frames without rows have their columns."""
    remaining = iter(plans)
    yield list(islice(remaining, size))
    while chunk := list(islice(remaining, size)):
        yield chunk


def with_places(frames: dict[str, pd.DataFrame], labels: pd.Series) -> dict[str, pd.DataFrame]:
    """The frames with the columns that take the labels of their cities to know, and with `pairs`."""
    cities, plans = frames["cities"].assign(city=labels), frames["plans"]
    paired = pairs(cities, plans.set_index("plan")["plan_kind"])
    leads = cities[cities["is_lead"]].drop_duplicates("plan").set_index("plan")
    plans = plans.assign(
        lead_city=plans["plan"].map(leads["city"]).astype("str"),
        lead_side=leads["side"].reindex(plans["plan"]).array,
        pair_count=pair_counts(paired, plans["plan"], "paired"),
        met_count=pair_counts(paired, plans["plan"], "met"),
    )
    return {**frames, "cities": cities, "pairs": paired, "plans": plans}


def _require_distinct(ids: pd.Series) -> None:
    shared = sorted(set(ids[ids.duplicated()].dropna()))
    if shared:
        raise FrameError(f"frame plans: several plans have the id {', '.join(shared)}; right would be an id each")


def checked(frames: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The frames with their columns in order, if they are as the dictionary says.

    Raises:
        FrameError: one of them is not.
    """
    return {name: check(name, frames[name][list(spec.columns)]) for name, spec in FRAMES.items()}
