"""Changed plans spliced into frames that are there: the work of the plans that changed, and not of all.

Spliced frames equal those that are built of all plans: that is the law, which a test holds them to.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from ucap.frames.build import checked, fingerprint, rows_of, with_places
from ucap.frames.frames import Frames, row_starts
from ucap.frames.places import city_labels, links, pair_counts
from ucap.frames.rows import ROWS
from ucap.frames.told import Told, Whole, ids
from ucap.plan.record import Plan

Parts = dict[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Plans `[first, end)` of those that were there, or of those that are fresh."""

    is_fresh: bool
    first: int
    end: int


def spliced(whole: Whole, changes: Mapping[str, Plan | None]) -> Whole:
    """The frames after changes: each plan as it is now, or None where it is gone.

    The plans of `whole` must be sorted by id.

    Raises:
        FrameError: a frame is not as the dictionary of columns says.
    """
    plans = [plan for _, plan in sorted(changes.items()) if plan is not None]
    said, digests = rows_of(plans)
    said["activities"] = said["activities"].assign(event=ids(said["activities"]))
    weaver = _Weaver(whole.frames, sorted(changes), [str(plan.id) for plan in plans])
    woven, starts = _woven(weaver, said)
    told, woven["activities"] = _told(whole.told, weaver, said["activities"], woven["activities"])
    digests = weaver.of_plans(whole.digests, digests)
    return Whole(
        Frames(starts, **_with_few_chunks(woven), fingerprint=fingerprint(digests)),
        digests,
        told,
        is_relabelled=not starts,
    )


def _woven(weaver: _Weaver, said: Parts) -> tuple[Parts, dict[str, NDArray[np.int64]]]:
    """All frames as they are now, but for the events; and where each plan's rows begin, as far as that is known."""
    labels = _labels(weaver, said["cities"])
    if labels is None:
        everything = {name: weaver.frame(name, said[name]) for name in ROWS}
        return checked(with_places(everything, city_labels(everything["cities"]))), {}
    fresh = checked(with_places(said, labels))
    is_linked_as_before = _says_the_same(weaver, fresh)
    if is_linked_as_before:
        for name, columns in _LINKED.items():
            fresh[name] = fresh[name].assign(**weaver.gone(name)[columns])
    starts = {name: weaver.starts(name, frame) for name, frame in fresh.items()}
    woven = {name: weaver.frame(name, frame) for name, frame in fresh.items()}
    return woven if is_linked_as_before else woven | _linked(weaver, fresh["pairs"], **woven), starts


_MOST_CHUNKS = 256


def _with_few_chunks(frames: Parts) -> Parts:
    """The same frames; each change leaves texts in two or three chunks more, and all work goes through them.

    Where they are very many, those of one frame are joined: of all at once somebody would have to wait for long.
    """
    counts = {name: pa.chunked_array(pa.array(frame["plan"])).num_chunks for name, frame in frames.items()}
    name = max(counts, key=counts.__getitem__)
    if counts[name] < _MOST_CHUNKS:
        return frames
    return frames | {name: pa.Table.from_pandas(frames[name], preserve_index=False).combine_chunks().to_pandas()}


_LINKED = {"pairs": ["link"], "plans": ["pair_count", "met_count"]}
"""The columns that say what all plans together say of a pair."""
_LINKING = {"pairs": ["plan", "china_city", "europe_city"], "plans": ["plan", "plan_kind"]}
"""The columns that they are made of."""


def _says_the_same(weaver: _Weaver, fresh: Parts) -> bool:
    """Whether the changed plans pair the cities that they paired, so that no pair of any plan is linked otherwise."""
    return all(_equal(weaver.gone(name), fresh[name], columns) for name, columns in _LINKING.items())


def _equal(some: pd.DataFrame, others: pd.DataFrame, columns: list[str]) -> bool:
    """Whether the rows of two frames say the same in these columns."""
    return bool(some[columns].equals(others[columns]))


def _linked(weaver: _Weaver, fresh: pd.DataFrame, *, pairs: pd.DataFrame, plans: pd.DataFrame, **_others: Any) -> Parts:
    """The pairs and plans as they are linked now: what the changed plans say links others' pairs, too, or no longer."""
    gone = weaver.gone("pairs")
    is_touched = np.ones(len(pairs), dtype=bool)
    for end in ("china_city", "europe_city"):
        is_touched &= pairs[end].isin(pd.concat([gone[end], fresh[end]])).to_numpy(bool)
    touched = pairs[_LINKING["pairs"]][is_touched]
    of_touched = plans["plan"].isin(touched["plan"]).to_numpy(bool)
    kinds = plans[_LINKING["plans"]][of_touched].set_index("plan")["plan_kind"]
    linked = pairs["link"].copy()
    linked[is_touched] = links(touched, kinds)
    pairs = pairs.assign(link=linked)
    ids, own = plans["plan"][of_touched], pairs[["plan", "link"]][pairs["plan"].isin(kinds.index).to_numpy(bool)]
    counts = {"pair_count": plans["pair_count"].copy(), "met_count": plans["met_count"].copy()}
    counts["pair_count"][of_touched] = pair_counts(own, ids, "paired")
    counts["met_count"][of_touched] = pair_counts(own, ids, "met")
    return {"pairs": pairs, "plans": plans.assign(**counts)}


_NAMED = ["name", "region", "country"]


def _labels(weaver: _Weaver, fresh: pd.DataFrame) -> pd.Series | None:
    """The labels of fresh cities; None where other plans' cities must be called otherwise now, since they share a name
    with them or do no longer.
    """
    cities, gone = weaver.frames.cities, weaver.gone("cities")
    if _equal(gone, fresh, _NAMED):
        return gone["city"]
    is_other = weaver.moved("cities", fresh)[0] >= 0
    is_other &= cities["name"].isin(pd.concat([gone["name"], fresh["name"]])).to_numpy(bool)
    others = cities[["city", *_NAMED]][is_other]
    labels = city_labels(pd.concat([others[_NAMED], fresh[_NAMED]], ignore_index=True))
    if not labels[: len(others)].equals(others["city"].reset_index(drop=True)):
        return None
    return labels[len(others) :].reset_index(drop=True)


def _told(before: Told, weaver: _Weaver, fresh: pd.DataFrame, now: pd.DataFrame) -> tuple[Told, pd.DataFrame]:
    """Who tells of which event now, and the activities with it; nothing is to do where they say what they said."""
    was = weaver.frames.activities
    if _equal(weaver.gone("activities"), fresh, list(fresh.columns.drop("event"))):
        return before, now.assign(event=was["event"])
    moved, came = weaver.moved("activities", fresh)
    told = before.spliced(now, moved, weaver.gone("activities"), fresh.set_axis(came))
    others = np.flatnonzero(told.firsts != before.firsts_moved(moved, len(now)))
    if not len(others):
        return told, now
    events = now["event"].copy()
    events.iloc[others] = ids(now[["plan", "position"]].iloc[told.firsts[others]]).to_numpy()
    return told, now.assign(event=events)


class _Weaver:
    """Joins what is left of the frames that were there with fresh rows, in the order of plans."""

    def __init__(self, frames: Frames, changed: Sequence[str], fresh: Sequence[str]) -> None:
        self.frames = frames
        self._fresh = fresh
        known = frames.plans["plan"].array
        self._pieces: list[_Piece] = []
        self._gone: list[int] = []
        self._rows: dict[str, list[tuple[_Piece, int, int]]] = {}
        end = 0
        for plan in changed:
            place = bisect_left(known, plan)
            self._pieces.append(_Piece(False, end, place))
            end = place
            if place < len(known) and known[place] == plan:
                self._gone.append(place)
                end += 1
            number = bisect_left(fresh, plan)
            self._pieces.append(_Piece(True, number, number + (number < len(fresh) and fresh[number] == plan)))
        self._pieces.append(_Piece(False, end, len(known)))

    def gone(self, name: str) -> pd.DataFrame:
        """The rows of a frame as it was that are there no more."""
        return self.frames.of(name, self._gone)

    def pieces(self, name: str, fresh: pd.DataFrame) -> list[tuple[_Piece, int, int]]:
        """The pieces with the rows of a frame that they hold, of which there are some."""
        if name not in self._rows:
            starts = {False: self.frames.starts(name), True: row_starts(fresh["plan"], self._fresh)}
            rows = [
                (one, int(starts[one.is_fresh][one.first]), int(starts[one.is_fresh][one.end])) for one in self._pieces
            ]
            self._rows[name] = [(one, first, end) for one, first, end in rows if end > first]
        return self._rows[name]

    def frame(self, name: str, fresh: pd.DataFrame) -> pd.DataFrame:
        """The frame as it is now."""
        before = self.frames[name]
        if list(before) != list(fresh):
            before = before[list(fresh)]
        parts = [
            (fresh if one.is_fresh else before).iloc[first:end] for one, first, end in self.pieces(name, fresh)
        ] or [before.iloc[:0]]
        return pd.concat(parts, ignore_index=True)

    def moved(self, name: str, fresh: pd.DataFrame) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Where each row of before is now, -1 where it is gone, and the rows that are fresh."""
        moved = np.full(len(self.frames[name]), -1, dtype=np.int64)
        came = [np.arange(0)]
        place = 0
        for one, first, end in self.pieces(name, fresh):
            rows = np.arange(place, place := place + end - first)
            if one.is_fresh:
                came.append(rows)
            else:
                moved[first:end] = rows
        return moved, np.concatenate(came)

    def of_plans(self, before: Sequence[Any], fresh: Sequence[Any]) -> list[Any]:
        """One thing for each plan, as it is now."""
        return [thing for one in self._pieces for thing in (fresh if one.is_fresh else before)[one.first : one.end]]

    def starts(self, name: str, fresh: pd.DataFrame) -> NDArray[np.int64]:
        """Where in the frame as it is now the rows of each plan begin, and the end."""
        before, came = np.diff(self.frames.starts(name)), np.diff(row_starts(fresh["plan"], self._fresh))
        counts = [(came if one.is_fresh else before)[one.first : one.end] for one in self._pieces]
        return np.concatenate([np.zeros(1, np.int64), np.concatenate(counts).cumsum()])
