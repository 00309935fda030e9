"""One event told by several plans is one event.

Two activities tell of one event if different plans tell them (a plan tells an event once), their dates overlap at
the same precision, and

- they cite the same page, and have the same dates or similar texts; or
- they share a place, and have the same days or similar texts; or
- their texts are very similar and share several words that few others of the month have, and at most one of them
  names a place.

Activities are compared only where one of these may hold, so that the work grows with the number of activities and not
with its square; and where some plans change, only those that share a clue with what they said or say.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from rapidfuzz import fuzz

from ucap.frames.tellings import Clues, Rows, Telling, some, tellings

_SIMILAR = 60  # token set ratio, of 100
_VERY_SIMILAR = 75
_SEVERAL_WORDS = 3
FEW_OTHERS = 12
_MOST_COMPARED = 20  # of those that share a page or a place

Likeness = tuple[bool, bool, float]


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """Which activity may tell of the event of which earlier one: rows of the frame, the likeliest first for each."""

    rows: Rows
    others: Rows

    def of(self, wanted: NDArray[np.bool_]) -> Links:
        """Those that are wanted, a boolean for each."""
        return Links(self.rows[wanted], self.others[wanted])

    def moved(self, moved: Rows, again: NDArray[np.bool_], found: Links) -> Links:
        """These where the rows are now (`moved`), but for those that were looked at `again`, of which `found` are."""
        rows = moved[self.rows]
        is_kept = rows >= 0
        is_kept[is_kept] = ~again[rows[is_kept]]
        rows, others = np.r_[rows[is_kept], found.rows], np.r_[moved[self.others[is_kept]], found.others]
        order = np.argsort(rows, kind="stable")
        return Links(rows[order], others[order])


_PARTS = 8  # in which pairs are looked for, one after the other: bounds the memory for those that do not meet


def links(activities: pd.DataFrame, clues: Clues, wanted: NDArray[np.bool_] | None = None) -> Links:
    """The links of the activities, or of the `wanted` among them.

    `clues` are those of all activities, or all that have a key that one of the wanted has; words that more than
    `FEW_OTHERS` have may be missing.
    """
    meets = _Meets(activities, wanted)
    words = clues.of(clues.are_words)
    pairs = [_several(meets, words)]
    for part in range(_PARTS):
        near = clues.of(~clues.are_words & ((clues.keys >> np.uint64(1)) % _PARTS == part))
        pairs.append(np.unique(meets.among(*_meetings(near, most_compared=_MOST_COMPARED))))
    found = np.unique(np.concatenate(pairs))
    return _alike(activities, found >> 32, found & 0xFFFFFFFF)


class _Meets:
    """Which activities may be of one event by their plans and dates."""

    def __init__(self, activities: pd.DataFrame, wanted: NDArray[np.bool_] | None) -> None:
        self._wanted = wanted
        self._plans = plan_numbers(activities)
        self._precisions = activities["precision"].cat.codes.to_numpy()
        self._starts, self._ends = activities["start_day"].to_numpy(), activities["end_day"].to_numpy()

    def among(self, rows: Rows, others: Rows) -> Rows:
        """Those of the pairs, each as one number, of whose rows the first is wanted."""
        if self._wanted is not None:
            rows, others = rows[self._wanted[rows]], others[self._wanted[rows]]
        is_met = (self._precisions[rows] == self._precisions[others]) & (self._plans[rows] != self._plans[others])
        is_met &= (self._starts[rows] <= self._ends[others]) & (self._starts[others] <= self._ends[rows])
        return np.asarray((rows[is_met] << 32) | others[is_met], dtype=np.int64)


def _several(meets: _Meets, words: Clues) -> Rows:
    """The pairs that share several words that few have."""
    pairs, counts = np.unique(meets.among(*_meetings(words, most_having=FEW_OTHERS)), return_counts=True)
    return pairs[counts >= _SEVERAL_WORDS]


def _meetings(clues: Clues, most_compared: int | None = None, most_having: int | None = None) -> tuple[Rows, Rows]:
    """Each entry with the earlier ones of its key: with the first so many, or where no more than so many have it."""
    order = np.argsort(clues.keys, kind="stable")
    rows, keys = clues.rows[order], clues.keys[order]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]][: len(keys)])
    lengths = np.diff(np.r_[starts, len(keys)])
    place = np.arange(len(keys)) - np.repeat(starts, lengths)
    if most_having is not None:
        place[np.repeat(lengths > most_having, lengths)] = 0
    earlier = np.minimum(place, most_compared or place.max(initial=0))
    which = np.repeat(np.arange(len(keys)), earlier)
    within = np.arange(earlier.sum()) - np.repeat(earlier.cumsum() - earlier, earlier)
    others = np.repeat(starts, lengths)[which] + within
    return rows[which], rows[others]


_PAIRS_AT_A_TIME = 50_000  # bounds the memory for their texts


def _alike(activities: pd.DataFrame, rows: Rows, others: Rows) -> Links:
    """The pairs that are alike, the likeliest first for each row."""
    found: list[tuple[int, Likeness, int]] = []
    by_day = np.argsort(activities["start_day"].to_numpy()[rows], kind="stable")
    for start in range(0, len(rows), _PAIRS_AT_A_TIME):
        chunk = by_day[start : start + _PAIRS_AT_A_TIME]
        involved = np.zeros(len(activities), dtype=bool)
        involved[rows[chunk]] = involved[others[chunk]] = True
        told = {telling.row: telling for telling in tellings(some(activities, involved))}
        found += [
            (-row, alike, -other)
            for row, other in zip(rows[chunk].tolist(), others[chunk].tolist(), strict=True)
            if (alike := likeness(told[row], told[other]))
        ]
    found.sort(reverse=True)
    linked = np.array([(-row, -other) for row, _, other in found], dtype=np.int64).reshape(-1, 2)
    return Links(linked[:, 0], linked[:, 1])


def likeness(one: Telling, other: Telling) -> Likeness | None:
    """How alike two tellings are: same page, shared place, similarity of the texts (0 to 100).

    None if they tell of different events.
    """
    if one.precision != other.precision or one.start > other.end or other.start > one.end:
        return None
    shares_page = bool(one.source) and one.source == other.source
    shares_place = bool(one.places & other.places)
    if not (shares_page or shares_place) and one.places and other.places:
        return None
    has_same_dates = (one.start, one.end) == (other.start, other.end)
    is_surely_one = has_same_dates and (shares_page or (shares_place and one.precision == "day"))
    least = 0 if is_surely_one else _SIMILAR if shares_page or shares_place else _VERY_SIMILAR
    similarity = fuzz.token_set_ratio(one.text, other.text, score_cutoff=least)
    return (shares_page, shares_place, similarity) if similarity >= least else None


def first_rows(plans: Rows, found: Links) -> dict[int, int]:
    """For each activity that tells of the event of an earlier one, the row of the first that tells of it.

    In the order of rows each joins the likeliest event that its plan does not tell yet; `plans` are those of all rows.
    """
    first: dict[int, int] = {}
    told_by: dict[int, set[int]] = {}
    numbers = zip(*(rows.tolist() for rows in (found.rows, plans[found.rows], found.others)), strict=True)
    for row, plan, other in numbers:
        if row not in first:
            event = first.get(other, other)
            known = told_by.setdefault(event, {int(plans[event])})
            if plan not in known:
                first[row] = event
                known.add(plan)
    return first


def plan_numbers(activities: pd.DataFrame) -> Rows:
    """A number for the plan of each activity; those of a plan stand together."""
    is_next = activities["plan"].ne(activities["plan"].shift())
    return np.asarray(is_next.to_numpy(bool).cumsum(), dtype=np.int64)
