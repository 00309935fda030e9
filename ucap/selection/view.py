"""The frames that a selection leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ucap.frames.columns import FRAMES
from ucap.frames.frames import Frames
from ucap.selection.matrix import Mask
from ucap.selection.selection import Selection
from ucap.vocabulary.filters import FilterName


def narrowed(frames: Frames, plan_rows: Mapping[str, NDArray[np.int64]], selection: Selection, chosen: Mask) -> Frames:
    """The frames of the chosen plans; rows that filters are about are narrowed to those that meet them.

    Filters on cities, provinces and countries narrow `cities` and `pairs`, `link` narrows `pairs`, those on years and
    kinds of activities `activities`, and `is_stated_only` narrows `goals` and `topics`. Counts in `plans` stay those of
    the whole plans, and the fingerprint that of the whole data. `plan_rows` are for each row of a frame the row of its
    plan. A frame is narrowed when it is first asked for.
    """
    left = {name: partial(_narrowed, frames, plan_rows, name, selection, chosen) for name in FRAMES}
    return Frames(**left, fingerprint=frames.fingerprint)


def unfiltered(frames: Frames) -> Frames:
    """All rows, but of the pairs only the paired ones: what is seen where no filter says anything."""
    whole = {name: partial(frames.__getitem__, name) for name in FRAMES if name != "pairs"}
    paired = frames.pairs[_pairs(frames.pairs, Selection())].reset_index(drop=True)
    return Frames(**whole, pairs=paired, fingerprint=frames.fingerprint)


def _narrowed(
    frames: Frames, plan_rows: Mapping[str, NDArray[np.int64]], name: str, selection: Selection, chosen: Mask
) -> pd.DataFrame:
    """The rows of a frame that belong to chosen plans and meet the filters about them."""
    frame = frames[name]
    is_left = chosen[plan_rows[name]]
    if name in _NARROWING:
        is_left &= _NARROWING[name](frame, selection)
    return frame[is_left].reset_index(drop=True)


def _cities(cities: pd.DataFrame, selection: Selection) -> Mask:
    china = _is_any(cities, {"city": "chinese_cities", "region": "provinces"}, selection)
    europe = _is_any(cities, {"city": "european_cities", "country_code": "countries"}, selection)
    return np.asarray(np.where(cities["side"] == "china", china, europe), dtype=bool)


def _pairs(pairs: pd.DataFrame, selection: Selection) -> Mask:
    columns: dict[str, FilterName] = {"china_city": "chinese_cities", "province": "provinces"}
    columns |= {"europe_city": "european_cities", "country_code": "countries"}
    is_linked = np.asarray(pairs["link"] == selection.link, dtype=bool) | (selection.link == "all")
    return _is_any(pairs, columns, selection) & is_linked


def _activities(activities: pd.DataFrame, selection: Selection) -> Mask:
    is_met = _is_any(activities, {"activity_kind": "activity_kinds"}, selection)
    if selection.years:
        first, last = activities["start_day"].dt.year, activities["end_day"].dt.year
        is_met &= np.logical_or.reduce([(first <= year) & (year <= last) for year in selection.years])
    return is_met


def _mentions(mentions: pd.DataFrame, selection: Selection) -> Mask:
    return np.asarray(mentions["is_stated"], dtype=bool) | (not selection.is_stated_only)


_NARROWING: dict[str, Callable[[pd.DataFrame, Selection], Mask]] = {
    "cities": _cities,
    "pairs": _pairs,
    "activities": _activities,
    "goals": _mentions,
    "topics": _mentions,
}


def _is_any(frame: pd.DataFrame, columns: dict[str, FilterName], selection: Selection) -> Mask:
    """The rows that have in each column one of the values of its filter; a filter without values asks nothing."""
    asked: Iterable[Mask] = [
        frame[column].isin(selection.values(name)).to_numpy(bool)
        for column, name in columns.items()
        if selection.values(name)
    ]
    return np.asarray(np.logical_and.reduce([np.ones(len(frame), dtype=bool), *asked]))
