"""Coverage: which plans a selection chooses, and how many of them touch what."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, wraps
from threading import Lock
from typing import TypeVar
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ucap.frames.columns import FRAMES
from ucap.frames.frames import Frames
from ucap.selection.facets import Facet, Splice, facets, spliced_facets
from ucap.selection.matrix import Mask, Membership, cross
from ucap.selection.search.texts import Spelt, SplicedTexts, Texts
from ucap.selection.selection import Selection
from ucap.selection.spellings import Spellings, spellings
from ucap.selection.view import narrowed, unfiltered
from ucap.vocabulary.filters import FilterName, Value
from ucap.vocabulary.folding import fold

Result = TypeVar("Result")
_STATED: dict[str, str] = {"goals": "stated_goals", "topics": "stated_topics"}


_MOST_CHANGED = 2000
"""Plans that may have changed since the index of words was made; where more did, it is made again."""


@dataclass(frozen=True, slots=True, eq=False)
class _Indexed:
    """The texts of plans as they were, their ids and where their rows began, and which of them changed since."""

    texts: Texts
    plans: pd.Index
    starts: Mapping[str, NDArray[np.int64]]
    changed: frozenset[str] = frozenset()


class Coverage:
    """Counts over the plans of `frames`, made once per state of the data and shared by all who look.

    A set of plans is a boolean vector in the order of `frames.plans`, whose ids are `plans`; `titles` is what each is
    sorted by. `plan_rows` are for each row of a frame the row of its plan.
    """

    def __init__(self, frames: Frames) -> None:
        self.frames = frames
        self.plans = pd.Index(frames.plans["plan"])
        self.titles = _sorted_by(frames.plans)
        self.plan_rows = _plan_rows(frames)
        self._facets: dict[str, Facet] = facets(frames, self.plan_rows)
        self._indexed: _Indexed | None = None
        self._texts: Texts | None = None
        self._reading = Lock()

    @classmethod
    def spliced(cls, before: Coverage, frames: Frames, changed: Collection[str]) -> Coverage:
        """What `Coverage(frames)` gives, from that of frames in which only the changed plans were others.

        Plans must be sorted by id in both, and the cities of all others have the labels that they had.
        """
        made = cls.__new__(cls)
        made.frames, made.plans, made.plan_rows = frames, pd.Index(frames.plans["plan"]), _plan_rows(frames)
        made._indexed = made._texts = None
        made._reading = Lock()
        was, now = (_places(one.plans, changed) for one in (before, made))
        kept = _kept(len(before.plans), len(made.plans), was, now)
        fresh = _of_plans(frames, now)
        made.titles = _spliced_titles(before.titles, kept, _sorted_by(fresh.plans))
        made._facets = spliced_facets(before._facets, frames, Splice(kept, fresh, _plan_rows(fresh), was))
        indexed = before._indexed
        if indexed and len(indexed.changed) + len(changed) <= _MOST_CHANGED:
            made._indexed = replace(indexed, changed=indexed.changed | frozenset(changed))
        return made

    @cached_property
    def options(self) -> Mapping[FilterName, tuple[Value, ...]]:
        """The values that each filter has, in the order in which they are shown."""
        orders = {name: tuple(order) for facet in self._facets.values() for name, order in facet.orders.items()}
        return orders | {"plans": tuple(self.plans.tolist())}

    @cached_property
    def spellings(self) -> dict[FilterName, Spellings]:
        """How the values of each filter are written elsewhere: in other languages, as codes."""
        return spellings(self.frames, self.options)

    @property
    def texts(self) -> Texts:
        """What the plans say; made ready once, when the first text is searched for or before."""
        with self._reading:
            if self._texts is None:
                self._texts = self._spliced_texts(self._indexed) if self._indexed else self._read_texts()
            return self._texts

    @property
    def has_texts(self) -> bool:
        """Whether the texts of all plans but a few are ready."""
        return self._indexed is not None

    def _read_texts(self) -> Texts:
        texts = Texts(self.frames, self.plan_rows, self.spellings)
        self._indexed = _Indexed(texts, self.plans, _starts(self.frames))
        return texts

    def _spliced_texts(self, indexed: _Indexed) -> Texts:
        """The index of earlier plans with one of those that changed since, and of those with a city spelt otherwise."""
        changed = indexed.changed | self._spelt_otherwise(indexed.texts.spelt)
        was, now = (_places(plans, changed) for plans in (indexed.plans, self.plans))
        kept = _kept(len(indexed.plans), len(self.plans), was, now)
        rows = {name: _rows_before(kept, indexed.starts[name], self.frames.starts(name)) for name in FRAMES}
        fresh = _of_plans(self.frames, now)
        return SplicedTexts(self.plan_rows, indexed.texts, Texts(fresh, _plan_rows(fresh), self.spellings), rows)

    def _spelt_otherwise(self, before: Spelt) -> frozenset[str]:
        """The plans that have a value which is spelt otherwise than it was."""
        found = np.zeros(len(self.plans), dtype=bool)
        for name, spelt in self.spellings.items():
            known, members = before.get(name, {}), self.membership(name)
            is_other = [spelt[one] != known.get(one, spelt[one]) for one in members.values]
            found |= members.touched(np.array(is_other, dtype=bool))
        return frozenset(self.plans[found])

    def select(self, selection: Selection) -> Mask:
        """The plans that the selection chooses."""
        return _all_of(list(self._masks(selection).values()), len(self.plans))

    def view(self, selection: Selection, chosen: Mask | None = None) -> Frames:
        """The frames that the selection leaves; `chosen` saves choosing the plans again if they are known."""
        if not selection:
            return self._unfiltered
        return narrowed(self.frames, self.plan_rows, selection, self.select(selection) if chosen is None else chosen)

    @cached_property
    def _unfiltered(self) -> Frames:
        return unfiltered(self.frames)

    def option_counts(self, selection: Selection) -> dict[FilterName, pd.Series]:
        """For each filter, how many plans each of its values would have if the other filters stay as they are."""
        masks = self._masks(selection)
        counts: dict[FilterName, pd.Series] = {}
        for facet_name, facet in self._asked(selection).items():
            others = _all_of([mask for name, mask in masks.items() if name != facet_name], len(self.plans))
            for name in facet.attributes:
                counts[name] = facet.membership(name, selection).counts(others)
        return counts

    def membership(self, vocabulary: str) -> Membership:
        """The matrix plans x values of a vocabulary: the name of a filter, `stated_goals` or `stated_topics`.

        Raises:
            KeyError: there is no such vocabulary.
        """
        if vocabulary in _STATED.values():
            return self._facets[vocabulary].membership("goals" if vocabulary == "stated_goals" else "topics")
        names: dict[str, FilterName] = {name: name for name in self.options}
        name = names[vocabulary]
        return next(facet for facet in self._facets.values() if name in facet.attributes).membership(name)

    def counts(self, selected: Mask, vocabulary: str) -> pd.Series:
        """How many of the selected plans touch each value of a vocabulary."""
        return self.membership(vocabulary).counts(selected)

    def cross(self, selected: Mask, rows: str, columns: str) -> pd.DataFrame:
        """How many of the selected plans touch both: a row per value of the one, a column per value of the other."""
        return cross(selected, self.membership(rows), self.membership(columns))

    def _asked(self, selection: Selection) -> dict[str, Facet]:
        """The facets that the filters are about: what is stated, or also what is mentioned."""
        unasked = frozenset(_STATED if selection.is_stated_only else _STATED.values())
        return {name: facet for name, facet in self._facets.items() if name not in unasked}

    def _masks(self, selection: Selection) -> dict[str, Mask]:
        """For each facet that the selection says something about, the plans that meet it."""
        touched = {name: facet.touched(selection) for name, facet in self._asked(selection).items()}
        masks = {name: mask for name, mask in touched.items() if mask is not None}
        if selection.plans:
            masks["plans"] = np.asarray(self.plans.isin(selection.plans))
        if selection.text:
            masks["text"] = self.texts.plans_with(selection.text)
        return masks


def _sorted_by(plans: pd.DataFrame) -> pd.Series:
    """What plans are sorted by: their titles, or ids, of which capital letters and accents do not count."""
    numbers, titles = pd.factorize(plans["title"].fillna(plans["plan"]))
    return pd.Series([fold(title) for title in titles], dtype="str").take(numbers)  # each once, however many share it


def _spliced_titles(before: pd.Series, kept: NDArray[np.int64], fresh: pd.Series) -> pd.Series:
    """The titles of plans of which some are as they were, as `kept` says, and the others fresh."""
    rows = kept.copy()
    rows[kept < 0] = len(before) + np.arange(len(fresh))
    return pd.concat([before, fresh], ignore_index=True).take(rows)


def _starts(frames: Frames) -> dict[str, NDArray[np.int64]]:
    return {name: frames.starts(name) for name in FRAMES}


def _kept(count_before: int, count: int, gone: NDArray[np.int64], fresh: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each plan its row before, -1 where it is fresh; the others stand in the order in which they stood."""
    kept = np.full(count, -1, dtype=np.int64)
    kept[np.delete(np.arange(count), fresh)] = np.delete(np.arange(count_before), gone)
    return kept


def _rows_before(
    kept: NDArray[np.int64], starts_before: NDArray[np.int64], starts: NDArray[np.int64]
) -> NDArray[np.int64]:
    """For each row of a frame its row before, -1 where its plan is fresh."""
    counts = np.diff(starts)
    rows = np.arange(starts[-1]) + np.repeat(starts_before[kept] - starts[:-1], counts)
    return np.where(np.repeat(kept < 0, counts), -1, rows)


def _plan_rows(frames: Frames) -> dict[str, NDArray[np.int64]]:
    """For each row of a frame the row of its plan."""
    numbers = np.arange(len(frames.plans))
    return {name: np.repeat(numbers, np.diff(frames.starts(name))) for name in FRAMES}


def _places(plans: pd.Index, wanted: Iterable[str]) -> NDArray[np.int64]:
    """The rows of those of the wanted plans that there are; plans are sorted."""
    found = [(plan, bisect_left(plans, plan)) for plan in sorted(wanted)]
    return np.array([row for plan, row in found if row < len(plans) and plans[row] == plan], dtype=np.int64)


def _of_plans(frames: Frames, rows: NDArray[np.int64]) -> Frames:
    """The frames of a few plans."""
    return Frames(**{name: frames.of(name, rows) for name in FRAMES}, fingerprint=frames.fingerprint)


def _all_of(masks: list[Mask], plan_count: int) -> Mask:
    return np.logical_and.reduce(masks) if masks else np.ones(plan_count, dtype=bool)


def once_per_data(make: Callable[[Coverage], Result]) -> Callable[[Coverage], Result]:
    """Remember what `make` gives for each coverage, and forget it together with the coverage."""
    made: WeakKeyDictionary[Coverage, Result] = WeakKeyDictionary()

    @wraps(make)
    def remembered(coverage: Coverage) -> Result:
        if coverage not in made:
            made[coverage] = make(coverage)
        return made[coverage]

    return remembered
