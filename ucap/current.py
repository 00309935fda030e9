"""The frames of a store's plans as they are now: kept from an earlier start, with what changed since spliced in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from ucap.errors import Damaged, DamagedEntry, StoreUnavailable
from ucap.frames.build import whole as whole_of
from ucap.frames.frames import Frames
from ucap.frames.packing import code_version, packed, unpacked
from ucap.frames.splice import spliced
from ucap.frames.told import Whole
from ucap.plan.record import Plan
from ucap.store.store import Store
from ucap.store.versions.changes import Changes, Mark

_WORTH_KEEPING = 500
"""Plans that have to be read again at a start before it is worth keeping what was made of them."""


@dataclass(frozen=True, slots=True)
class Current:
    """Frames, the state of the store that they show, the day on which that was, and the plans that are damaged.

    `damaged_entries` is what people wrote of plans and is damaged, so that plans are shown without it. `read_count` is
    how many plans were read again since the frames were last kept, `changed` those at the last step; None where others'
    rows may have changed, too.
    """

    mark: Mark
    day: date
    whole: Whole
    damaged: tuple[Damaged, ...] = ()
    damaged_entries: tuple[DamagedEntry, ...] = ()
    read_count: int = 0
    changed: frozenset[str] | None = None

    @property
    def frames(self) -> Frames:
        """The frames."""
        return self.whole.frames


def current(store: Store, each: Callable[[Iterator[Plan]], Iterator[Plan]] = iter) -> Current:
    """The frames of the store, as they were kept where they were; otherwise of all plans, which `each` sees pass.

    Raises:
        StoreUnavailable: the store cannot be used.
    """
    found = _kept(store)
    made = found and renewed(store, found)
    return _kept_if_worth(store, made or _built(store, each))


def renewed(store: Store, before: Current) -> Current:
    """The same as the store is now; only plans that changed are read.

    Raises:
        StoreUnavailable: the store cannot be used.
    """
    changes = store.changes(before.mark, _due(before.frames, before.day, date.today()))
    return _built(store) if changes is None else _spliced(store, before, changes)


def _entries_now(store: Store, before: Current, changes: Changes) -> tuple[DamagedEntry, ...]:
    """The damaged entries known before, and those of the plans that were read again or of none."""
    known = {(one.table, one.number): one for one in before.damaged_entries}
    known |= {(one.table, one.number): one for one in store.damaged_entries(changes.plans)}
    return tuple(known.values())


def _spliced(store: Store, before: Current, changes: Changes) -> Current:
    entries = _entries_now(store, before, changes)
    if not changes.plans:
        return replace(before, mark=changes.mark, day=date.today(), damaged_entries=entries, changed=frozenset())
    damaged = {one.plan_id: one for one in before.damaged if one.plan_id not in changes.plans}
    damaged |= {plan_id: one for plan_id, one in changes.plans.items() if isinstance(one, Damaged)}
    plans = {plan_id: None if isinstance(one, Damaged) else one for plan_id, one in changes.plans.items()}
    whole = spliced(before.whole, plans)
    return Current(
        changes.mark,
        date.today(),
        whole,
        tuple(one for _, one in sorted(damaged.items())),
        entries,
        before.read_count + len(plans),
        None if whole.is_relabelled else frozenset(plans),
    )


def _built(store: Store, each: Callable[[Iterator[Plan]], Iterator[Plan]] = iter) -> Current:
    damaged: list[Damaged] = []
    mark, day = store.mark(), date.today()  # asked first: what changes meanwhile is read again at the next step
    made = whole_of(each(store.each_plan(damaged.append)))
    return Current(mark, day, made, tuple(damaged), store.damaged_entries(), len(made.digests))


def _due(frames: Frames, then: date, now: date) -> list[str]:
    """The plans with an activity that lay ahead on the day `then` and does no more: it may be planned no longer."""
    if then == now:
        return []
    starts = frames.activities["start_date"].fillna(frames.activities["end_date"])
    ahead = [_ahead(starts.to_numpy(dtype=object, na_value=""), day) for day in (then, now)]
    return list(frames.activities["plan"][ahead[0] & ~ahead[1]].unique())


def _ahead(starts: np.ndarray, day: date) -> np.ndarray:
    return np.array([start > day.isoformat()[: len(start)] for start in starts], dtype=bool)


def _kept(store: Store) -> Current | None:
    """What is kept; None where nothing is, it cannot be read, or it was made with entries that are damaged now."""
    found = store.kept_parts(code_version())
    if found is None or store.damaged_entries():
        return None
    mark, parts = found
    with suppress(ValueError, KeyError):
        return Current(mark, date.fromisoformat(parts.pop("day").decode()), unpacked(parts))
    return None


def _kept_if_worth(store: Store, made: Current) -> Current:
    """Keep what was made, if it would take long to make it again; a store that cannot be written has to do without."""
    if made.read_count < _WORTH_KEEPING or made.damaged or made.damaged_entries:
        return made
    with suppress(StoreUnavailable):
        store.keep_parts(code_version(), made.mark, {**packed(made.whole), "day": made.day.isoformat().encode()})
        return replace(made, read_count=0)
    return made
