"""Which event each activity tells of, found for all activities or anew for those that a change touches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from ucap.frames.events import FEW_OTHERS, Links, first_rows, links, plan_numbers
from ucap.frames.frames import Frames
from ucap.frames.tellings import ClueIndex, Clues, Rows, clues, joined, some


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """The clues and links of activities, and for each activity the row of the first that tells of its event."""

    clues: ClueIndex
    links: Links
    firsts: Rows

    @classmethod
    def of(cls, activities: pd.DataFrame) -> Told:
        """All of it from the activities alone."""
        found = clues(activities)
        linked = links(activities, found)
        return cls(ClueIndex.of(found), linked, _with_firsts(np.arange(len(activities)), activities, linked))

    def events(self, activities: pd.DataFrame) -> pd.Series:
        """The id of the event of each activity: `plan/position` of the first that tells of it."""
        return ids(activities).take(self.firsts).reset_index(drop=True)

    def spliced(self, activities: pd.DataFrame, moved: Rows, gone: pd.DataFrame, fresh: pd.DataFrame) -> Told:
        """The same for activities of which some came, went or changed.

        `moved` says for each row of before where it is now, -1 where it is gone. `gone` are those that went, `fresh`
        those that are new, with their rows as the index. Only activities that share a clue with one that came or went
        are linked again; only what is linked with these, directly or through others, may tell of another event.
        """
        went, came = clues(gone), clues(fresh)
        now = self.clues.moved(moved, came)
        wanted = np.zeros(len(activities), dtype=bool)
        wanted[_touched(now, went, came)] = True
        wanted[fresh.index] = True
        around = now.with_keys(np.unique(clues(some(activities, wanted)).keys), most_having=FEW_OTHERS)
        linked = self.links.moved(moved, wanted, links(activities, around, wanted))
        is_reached = _reached(linked, wanted)
        firsts = np.where(is_reached, np.arange(len(activities)), self.firsts_moved(moved, len(activities)))
        return Told(now, linked, _with_firsts(firsts, activities, linked.of(is_reached[linked.rows])))

    def firsts_moved(self, moved: Rows, row_count: int) -> Rows:
        """The firsts where rows are now, of so many, -1 for one that is gone; those that are new are their own."""
        firsts = np.arange(row_count)
        is_there = moved >= 0
        firsts[moved[is_there]] = moved[self.firsts[is_there]]
        return firsts


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


def _with_firsts(firsts: Rows, activities: pd.DataFrame, found: Links) -> Rows:
    """The firsts of all activities, with those of the linked ones."""
    first = first_rows(plan_numbers(activities), found)
    firsts[list(first)] = list(first.values())
    return firsts


def _reached(linked: Links, wanted: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The activities that are linked with a wanted one, directly or through others, and the wanted ones."""
    shape = (len(wanted), len(wanted))
    graph = sparse.coo_array((np.ones(len(linked.rows), bool), (linked.rows, linked.others)), shape=shape)
    count, group = sparse.csgraph.connected_components(graph, directed=False)
    is_reached = np.zeros(count, dtype=bool)
    is_reached[group[wanted]] = True
    return np.asarray(is_reached[group])


def _touched(now: ClueIndex, gone: Clues, came: Clues) -> NDArray[np.int64]:
    """The rows that share a clue with what came or went, other than a word that too many have before and after."""
    keys = np.unique(joined([gone, came]).keys)
    shared = now.with_keys(keys)
    places, went, fresh = (np.searchsorted(keys, part.keys) for part in (shared, gone, came))
    counts, went_count, fresh_count = (np.bincount(each, minlength=len(keys)) for each in (places, went, fresh))
    is_common = np.minimum(counts, counts - fresh_count + went_count) > FEW_OTHERS
    return shared.of(~(is_common[places] & shared.are_words)).rows
