"""What is exported: the selection as the screen shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from ucap.charts.scene import Scene
from ucap.frames import Frames
from ucap.frames.columns import FRAMES
from ucap.plan import Plan


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """The selected part of the data with the records and documents behind it.

    `records` holds at least the selected plans by id; it is asked for one at a time. `texts` gives the text of a plan's
    document, None if it has none. `names` are the frames that files of tables hold.
    """

    scene: Scene
    records: Mapping[str, Plan]
    texts: Callable[[str], str | None]
    names: tuple[str, ...] = tuple(FRAMES)

    @property
    def frames(self) -> Frames:
        """The rows of the selected plans, narrowed by the filters that are about them."""
        return self.scene.frames

    @property
    def is_whole(self) -> bool:
        """Whether files of tables hold all frames."""
        return len(self.names) == len(FRAMES)

    def plans(self) -> Iterator[Plan]:
        """The records of the selected plans, whole, in the order of the frames."""
        return (self.records[plan_id] for plan_id in self.frames.plans["plan"])

    def tables(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """The frames that files of tables hold, with their names."""
        return ((name, self.frames[name]) for name in self.names)

    def only(self, name: str) -> View:
        """The same with one frame for files of tables.

        Raises:
            KeyError: there is no frame of that name.
        """
        if name not in FRAMES:
            raise KeyError(name)
        return replace(self, names=(name,))
