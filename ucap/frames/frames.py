"""The frames: what the plans say, as tidy tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from ucap.frames.columns import FRAMES


class _Frame:
    """An attribute that is the frame of its name."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, frames: Any, owner: type) -> pd.DataFrame:
        return frames[self._name]


class Frames:
    """One tidy frame per kind of thing, each with `plan` as its first column; `columns.FRAMES` says what a row is.

    Rows stand in the order of the plans and, within a plan, in the order of the record. `fingerprint` tells
    one state of the data from another: it is the same for the same records in any order.
    """

    plans = _Frame()
    cities = _Frame()
    pairs = _Frame()
    themes = _Frame()
    goals = _Frame()
    topics = _Frame()
    activities = _Frame()
    results = _Frame()
    statements = _Frame()
    findings = _Frame()
    sources = _Frame()

    def __init__(
        self,
        starts: Mapping[str, NDArray[np.int64]] | None = None,
        /,
        *,
        fingerprint: str,
        **frames: pd.DataFrame | Callable[[], pd.DataFrame],
    ) -> None:
        """Frames by name; one that takes work to make can be given as the function that makes it when it is asked for.

        `starts` are those of all frames, where they are known.

        Raises:
            ValueError: a frame of the dictionary is missing, or there is one that it lacks.
        """
        if set(frames) != set(FRAMES):
            raise ValueError(f"the frames are {', '.join(frames)}; right would be {', '.join(FRAMES)}")
        self.fingerprint = fingerprint
        self._frames = frames
        self._starts = dict(starts or {})

    def __getitem__(self, name: str) -> pd.DataFrame:
        """The frame of that name: a key of `columns.FRAMES`."""
        frame = self._frames[name]
        if callable(frame):
            frame = self._frames[name] = frame()
        return frame

    def starts(self, name: str) -> NDArray[np.int64]:
        """Where in a frame the rows of each plan begin, in the order of `plans`, and where they end after the last."""
        if name not in self._starts:
            self._starts[name] = row_starts(self[name]["plan"], self.plans["plan"].tolist())
        return self._starts[name]

    def of(self, name: str, places: Iterable[int]) -> pd.DataFrame:
        """The rows of a few plans in a frame, whose places in `plans` are given.

        They are cut out: to take rows by their numbers, Arrow would first join all chunks of each column.
        """
        frame, starts = self[name], self.starts(name)
        parts = [frame.iloc[starts[place] : starts[place + 1]] for place in places]
        return pd.concat([frame.iloc[:0], *parts], ignore_index=True)

    def items(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """All frames with their names, in order."""
        return ((name, self[name]) for name in FRAMES)


def row_starts(told_by: pd.Series, plans: Sequence[str]) -> NDArray[np.int64]:
    """Where the rows of each of the plans begin, and the end; `told_by` are the plans of the rows, in their order."""
    runs = pc.run_end_encode(pa.chunked_array(pa.array(told_by)).combine_chunks())
    counts = np.zeros(len(plans), dtype=np.int64)
    counts[pd.Index(plans).get_indexer(runs.values.to_pylist())] = np.diff(np.asarray(runs.run_ends), prepend=0)
    return np.concatenate([np.zeros(1, np.int64), counts.cumsum()])


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
