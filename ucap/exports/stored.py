"""A view straight from the store, for those who have no page: the command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from ucap.charts.scene import Scene
from ucap.exports.view import View
from ucap.plan import Plan
from ucap.selection import Coverage, Selection
from ucap.store import Store


class StoredPlans(Mapping[str, Plan]):
    """Plans by id, fetched from the store when they are looked at: a hundred thousand need no memory."""

    def __init__(self, store: Store, ids: Sequence[str]) -> None:
        self._store = store
        self._ids = dict.fromkeys(ids)

    def __contains__(self, plan_id: object) -> bool:
        return plan_id in self._ids

    def __getitem__(self, plan_id: str) -> Plan:
        if plan_id not in self._ids:
            raise KeyError(plan_id)
        return self._store.plan(plan_id)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def stored_view(store: Store, coverage: Coverage, selection: Selection) -> View:
    """What a selection shows of the plans in the store, whose frames `coverage` counts."""
    records = StoredPlans(store, coverage.frames.plans["plan"].tolist())
    return View(Scene(coverage, selection), records, partial(_text, store))


def _text(store: Store, plan_id: str) -> str | None:
    return store.text(plan_id) or None
