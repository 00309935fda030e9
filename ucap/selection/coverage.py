"""Coverage: which plans a selection chooses, and how many of them touch what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ucap.frames.columns import FRAMES
from ucap.frames.frames import Frames
from ucap.selection.facets import Facet, facets
from ucap.selection.matrix import Mask, Membership, cross
from ucap.selection.search.texts import Texts
from ucap.selection.selection import Selection
from ucap.selection.spellings import Spellings, spellings
from ucap.selection.view import narrowed, unfiltered
from ucap.vocabulary.filters import FilterName, Value

Result = TypeVar("Result")
_STATED: dict[str, str] = {"goals": "stated_goals", "topics": "stated_topics"}


class Coverage:
    """Counts over the plans of `frames`, made once per state of the data and shared by all who look.

    A set of plans is a boolean vector in the order of `frames.plans`, whose ids are `plans`. `plan_rows` are for each
    row of a frame the row of its plan.
    """

    def __init__(self, frames: Frames) -> None:
        self.frames = frames
        self.plans = pd.Index(frames.plans["plan"])
        numbers = np.arange(len(self.plans))
        self.plan_rows: Mapping[str, NDArray[np.int64]] = {
            name: np.repeat(numbers, np.diff(frames.starts(name))) for name in FRAMES
        }
        self._facets: dict[str, Facet] = facets(frames, self.plan_rows)

    @cached_property
    def options(self) -> Mapping[FilterName, tuple[Value, ...]]:
        """The values that each filter has, in the order in which they are shown."""
        orders = {name: tuple(order) for facet in self._facets.values() for name, order in facet.orders.items()}
        return orders | {"plans": tuple(self.plans)}

    @cached_property
    def spellings(self) -> dict[FilterName, Spellings]:
        """How the values of each filter are written elsewhere: in other languages, as codes."""
        return spellings(self.frames, self.options)

    @cached_property
    def texts(self) -> Texts:
        """What the plans say; made ready when the first text is searched for."""
        return Texts(self.frames, self.plan_rows, self.spellings)

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
