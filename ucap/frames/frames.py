"""The frames: what the plans say, as tidy tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd

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

    def __init__(self, *, fingerprint: str, **frames: pd.DataFrame | Callable[[], pd.DataFrame]) -> None:
        """Frames by name; one that takes work to make can be given as the function that makes it when it is asked for.

        Raises:
            ValueError: a frame of the dictionary is missing, or there is one that it lacks.
        """
        if set(frames) != set(FRAMES):
            raise ValueError(f"the frames are {', '.join(frames)}; right would be {', '.join(FRAMES)}")
        self.fingerprint = fingerprint
        self._frames = frames

    def __getitem__(self, name: str) -> pd.DataFrame:
        """The frame of that name: a key of `columns.FRAMES`."""
        frame = self._frames[name]
        if callable(frame):
            frame = self._frames[name] = frame()
        return frame

    def items(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """All frames with their names, in order."""
        return ((name, self[name]) for name in FRAMES)
