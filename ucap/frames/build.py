"""Plans to frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import pandas as pd

from ucap.frames.check import FrameError, check
from ucap.frames.columns import FRAMES
from ucap.frames.events import events
from ucap.frames.fingerprint import fingerprint, plan_digest
from ucap.frames.frames import Frames
from ucap.frames.places import city_labels, pairs
from ucap.frames.rows import ROWS
from ucap.frames.typed import frame_of
from ucap.plan import Plan

_CHUNK_SIZE = 2000


def build(plans: Iterable[Plan], chunk_size: int = _CHUNK_SIZE) -> Frames:
    """The frames of the plans, in the order in which the plans come. The plans are gone through once.

    `chunk_size` is how many plans' rows are held as Python objects at a time: it bounds memory and changes no result.

    Raises:
        FrameError: two plans share an id, a plan has none, or a frame is not as the dictionary of columns says.
    """
    parts: dict[str, list[pd.DataFrame]] = {name: [] for name in ROWS}
    digests: list[bytes] = []
    for chunk in _chunks(plans, chunk_size):
        digests.extend(plan_digest(plan) for plan in chunk)
        for name, rows_of in ROWS.items():
            parts[name].append(frame_of(name, [row for plan in chunk for row in rows_of(plan)]))
    frames = {name: pd.concat(parts.pop(name), ignore_index=True) for name in ROWS}
    _derive(frames)
    return Frames(**_checked(frames), fingerprint=fingerprint(digests))


def _chunks(plans: Iterable[Plan], size: int) -> Iterator[list[Plan]]:
    """The plans in groups; one empty group where there are none, so that frames without rows have their columns."""
    remaining = iter(plans)
    yield list(islice(remaining, size))
    while chunk := list(islice(remaining, size)):
        yield chunk


def _derive(frames: dict[str, pd.DataFrame]) -> None:
    """Add the columns that take more than one plan, or more than one frame, to know."""
    cities, plans = frames["cities"], frames["plans"]
    _require_distinct(plans["plan"])
    frames["cities"] = cities = cities.assign(city=city_labels(cities))
    frames["pairs"] = pairs(cities)
    frames["activities"] = frames["activities"].assign(event=events(frames["activities"]))
    leads = cities[cities["is_lead"]].drop_duplicates("plan").set_index("plan")
    frames["plans"] = plans.assign(
        lead_city=plans["plan"].map(leads["city"]).astype("str"),
        lead_side=leads["side"].reindex(plans["plan"]).array,
        pair_count=frames["pairs"]["plan"].value_counts().reindex(plans["plan"], fill_value=0).to_numpy("int64"),
    )


def _require_distinct(ids: pd.Series) -> None:
    shared = sorted(set(ids[ids.duplicated()].dropna()))
    if shared:
        raise FrameError(f"frame plans: several plans have the id {', '.join(shared)}; right would be an id each")


def _checked(frames: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    return {name: check(name, frames[name][list(spec.columns)]) for name, spec in FRAMES.items()}
