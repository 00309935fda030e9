"""Which event each activity tells of, found for all activities or anew for those that a change touches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ucap.frames.events import FEW_OTHERS, Links, first_rows, links, plan_numbers
from ucap.frames.frames import Frames
from ucap.frames.tellings import Clues, Rows, clues, joined


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """The clues and links of activities, and for each activity the row of the first that tells of its event."""

    clues: Clues
    links: Links
    firsts: Rows

    @classmethod
    def of(cls, activities: pd.DataFrame) -> Told:
        """All of it from the activities alone."""
        found = clues(activities)
        linked = links(activities, found)
        return cls(found, linked, _firsts(activities, linked))

    def events(self, activities: pd.DataFrame) -> pd.Series:
        """The id of the event of each activity: `plan/position` of the first that tells of it."""
        return ids(activities).take(self.firsts).reset_index(drop=True)

    def spliced(self, activities: pd.DataFrame, moved: Rows, fresh: Rows) -> Told:
        """The same for activities of which some came, went or changed.

        `moved` says for each row of before where it is now, -1 where it is gone; `fresh` are the rows that are new.
        Only activities that share a clue with one that came or went are linked again.
        """
        gone = self.clues.of_rows(np.flatnonzero(moved < 0))
        came = clues(activities.iloc[fresh])
        now = self.clues.moved(moved, came)
        wanted = np.zeros(len(activities), dtype=bool)
        wanted[_touched(now, gone, came)] = True
        wanted[fresh] = True
        around = now.with_keys(np.unique(now.of_rows(np.flatnonzero(wanted)).keys))
        linked = self.links.moved(moved, wanted, links(activities, around, wanted))
        return Told(now, linked, _firsts(activities, linked))


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """Frames, the SHA-256 of each record in their order, and which activities tell of one event.

    `is_relabelled` where the last change gave cities of plans that did not change another label.
    """

    frames: Frames
    digests: Sequence[bytes]
    told: Told
    is_relabelled: bool = False


def ids(activities: pd.DataFrame) -> pd.Series:
    """Each activity's own id."""
    return activities["plan"] + "/" + activities["position"].astype("str")


def _firsts(activities: pd.DataFrame, found: Links) -> Rows:
    rows = np.arange(len(activities), dtype=np.int64)
    first = first_rows(plan_numbers(activities), found)
    rows[list(first)] = list(first.values())
    return rows


def _touched(now: Clues, gone: Clues, came: Clues) -> NDArray[np.int64]:
    """The rows that share a clue with what came or went, other than a word that too many have before and after."""
    changed = joined([gone, came])
    shared = now.with_keys(np.unique(changed.keys))
    keys, places, counts = np.unique(shared.keys, return_inverse=True, return_counts=True)
    before = counts - _counts(came, keys) + _counts(gone, keys)
    is_common = (np.minimum(before, counts) > FEW_OTHERS)[places]
    return shared.of(~(is_common & shared.are_words)).rows


def _counts(some: Clues, keys: NDArray[np.uint64]) -> NDArray[np.int64]:
    """How many of the clues have each of the keys, which are sorted."""
    found = some.with_keys(keys).keys
    return np.bincount(np.searchsorted(keys, found), minlength=len(keys)).astype(np.int64)
