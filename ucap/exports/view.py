"""What is exported: the selection as the screen shows it, with the records and documents behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Protocol

import pandas as pd

from ucap.charts.scene import Scene
from ucap.frames.columns import FRAMES
from ucap.frames.frames import Frames
from ucap.plan.record import Plan
from ucap.selection.coverage import Coverage
from ucap.selection.listings import by_title
from ucap.selection.selection import Selection
from ucap.selection.tables import filed


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
        """The records of the selected plans, whole, in the order of their titles."""
        return (self.records[plan_id] for plan_id in self._plans()["plan"])

    def tables(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """The frames that files of tables hold, with their names; plans stand in the order of their titles."""
        return ((name, self._plans() if name == "plans" else self.frames[name]) for name in self.names)

    def files(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """The same as files hold them, with words beside codes, in the language in use."""
        return ((name, filed(name, frame, self.frames, self.scene.coverage)) for name, frame in self.tables())

    def _plans(self) -> pd.DataFrame:
        return by_title(self.frames.plans, self.scene.coverage)

    def beginning_with(self, name: str) -> View:
        """The same with one of the frames before all others: the one that somebody looks at."""
        return replace(self, names=(name, *(other for other in self.names if other != name)))

    def only(self, name: str) -> View:
        """The same with one frame for files of tables.

        Raises:
            KeyError: there is no frame of that name.
        """
        if name not in FRAMES:
            raise KeyError(name)
        return replace(self, names=(name,))


class Shelf(Protocol):
    """Where plans are kept, as far as an export asks it: `ucap.store.Store` is one."""

    def plan(self, plan_id: str) -> Plan:
        """The current plan of that id."""

    def text(self, plan_id: str) -> str:
        """The text of its document; empty where it has none."""


class StoredPlans(Mapping[str, Plan]):
    """Plans by id, fetched when they are looked at: a hundred thousand need no memory."""

    def __init__(self, store: Shelf, ids: pd.Series) -> None:
        self._store = store
        self._given = ids

    @cached_property
    def _ids(self) -> dict[str, None]:
        """Made when a plan is first asked for."""
        return dict.fromkeys(self._given.tolist())

    def __contains__(self, plan_id: object) -> bool:
        return plan_id is not None and plan_id in self._ids

    def __getitem__(self, plan_id: str) -> Plan:
        if plan_id not in self._ids:
            raise KeyError(plan_id)
        return self._store.plan(plan_id)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._given)


def stored_view(store: Shelf, coverage: Coverage, selection: Selection) -> View:
    """What a selection shows of the plans in the store, whose frames `coverage` counts."""
    records = StoredPlans(store, coverage.frames.plans["plan"])
    return View(Scene(coverage, selection), records, partial(_text, store))


def _text(store: Shelf, plan_id: str) -> str | None:
    return store.text(plan_id) or None
