"""The frames: what the plans say, as tidy tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

import pandas as pd

from ucap.frames.columns import FRAMES


@dataclass(frozen=True, slots=True, eq=False)
class Frames:
    """One tidy frame per kind of thing, each with `plan` as its first column; `columns.FRAMES` says what a row is.

    Rows stand in the order of the plans and, within a plan, in the order of the record. `fingerprint` tells
    one state of the data from another: it is the same for the same records in any order.
    """

    plans: pd.DataFrame
    cities: pd.DataFrame
    pairs: pd.DataFrame
    themes: pd.DataFrame
    goals: pd.DataFrame
    topics: pd.DataFrame
    activities: pd.DataFrame
    results: pd.DataFrame
    statements: pd.DataFrame
    findings: pd.DataFrame
    sources: pd.DataFrame
    fingerprint: str

    def __getitem__(self, name: str) -> pd.DataFrame:
        """The frame of that name: a key of `columns.FRAMES`."""
        if name not in FRAMES:
            raise KeyError(name)
        frame: pd.DataFrame = getattr(self, name)
        return frame

    def items(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """All frames with their names, in order."""
        return ((field.name, self[field.name]) for field in fields(self) if field.name in FRAMES)
