"""What is exported: the selected plans as frames and as records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pandas as pd

from ucap.frames.columns import FRAMES
from ucap.frames.frames import Frames
from ucap.plan import Plan


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """The selection as the screen shows it.

    `frames` are the selected and narrowed frames, `plans` the whole records of the same plans in the same
    order, `names` the frames that files of tables hold.
    """

    frames: Frames
    plans: tuple[Plan, ...]
    names: tuple[str, ...] = tuple(FRAMES)

    def only(self, name: str) -> View:
        """The same with one frame for files of tables.

        Raises:
            KeyError: there is no frame of that name.
        """
        if name not in FRAMES:
            raise KeyError(name)
        return replace(self, names=(name,))

    def tables(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """The frames that files of tables hold, with their names, in the order of the dictionary."""
        return ((name, self.frames[name]) for name in self.names)
