"""All facets of the plans: cities of either side, categories, goals, topics, activities, kinds of plans, checks.

A facet: things of one sort that filters are about, with the plans that have them.

Filters about the same thing must be met by the same thing: Rome and Italy by one city, visits and 2018 by one
visit in 2018.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ucap.frames.columns import YesNo
from ucap.frames.frames import Frames
from ucap.plan.record import Kind, Side
from ucap.selection.matrix import Mask, Membership
from ucap.selection.selection import Selection
from ucap.selection.years import activity_years, period_years
from ucap.vocabulary.categories import categories
from ucap.vocabulary.filters import FilterName, Value
from ucap.vocabulary.folding import fold
from ucap.vocabulary.goals import goals
from ucap.vocabulary.kinds import ACTIVITY_KINDS
from ucap.vocabulary.topics import topics


@dataclass(frozen=True, slots=True, eq=False)
class Facet:
    """Things of one sort. `members` says which plans have which; `attributes` what each filter sees of each thing.

    `orders` are the values of each filter in the order in which they are shown.
    """

    members: Membership
    attributes: dict[FilterName, Sequence[Value | None]]
    orders: dict[FilterName, Sequence[Value]]
    _memberships: dict[FilterName, Membership] = field(default_factory=dict)

    def touched(self, selection: Selection) -> Mask | None:
        """The plans that have a thing that meets all filters of the facet; None where none of them says anything."""
        wanted = self._wanted(selection, list(self.attributes))
        return None if wanted is None else self.members.touched(wanted)

    def membership(self, name: FilterName, selection: Selection | None = None) -> Membership:
        """Plans x values of one filter, from the things that meet the selection's other filters of the facet."""
        others = [other for other in self.attributes if other != name]
        wanted = self._wanted(selection, others) if selection else None
        if wanted is not None:
            return self.members.grouped(self.attributes[name], self.orders[name], wanted)
        if name not in self._memberships and self.attributes[name] is self.orders[name]:  # each thing is its own group
            self._memberships[name] = Membership(pd.Index(list(self.orders[name])), self.members.matrix)
        if name not in self._memberships:
            self._memberships[name] = self.members.grouped(self.attributes[name], self.orders[name])
        return self._memberships[name]

    def _wanted(self, selection: Selection, names: list[FilterName]) -> Mask | None:
        """The things that meet the filters of these names; None where none of them says anything."""
        asked = [
            np.array([value in chosen for value in self.attributes[name]], dtype=bool)
            for name in names
            if (chosen := frozenset(selection.values(name)))
        ]
        return np.logical_and.reduce(asked) if asked else None


_YEARS = 10_000  # of the calendar, and one for none: a kind in a year is kind x _YEARS + year
PlanRows = Mapping[str, NDArray[np.int64]]
"""For each row of a frame the row of its plan."""


@dataclass(frozen=True, slots=True, eq=False)
class Splice:
    """What changed between two states of the data: `kept` says for each plan where it was before, -1 where it is fresh.

    `fresh` are the frames of the plans that are, with `plan_rows` of their own; `gone` the rows of those that were.
    """

    kept: NDArray[np.int64]
    fresh: Frames
    plan_rows: PlanRows
    gone: NDArray[np.int64]


def facets(frames: Frames, plan_rows: PlanRows) -> dict[str, Facet]:
    """All facets by name. `stated_goals` and `stated_topics` hold only what the SDG row states."""
    made: dict[str, Facet] = {}
    for name, sort in _SORTS.items():
        rows, values = sort.entries(frames, plan_rows)
        order = made[sort.like].members.values if sort.like else sort.order(_occurring(values))
        made[name] = sort.facet(Membership.of(rows, values, order, len(frames.plans)), frames, None)
    return made


def spliced_facets(before: Mapping[str, Facet], frames: Frames, splice: Splice) -> dict[str, Facet]:
    """All facets of frames in which some plans changed, from those before: what `facets(frames)` would give."""
    made: dict[str, Facet] = {}
    for name, sort in _SORTS.items():
        rows, values = sort.entries(splice.fresh, splice.plan_rows)
        own = _occurring(values)
        fresh = Membership.of(rows, values, own, len(splice.fresh.plans))
        joined = before[name].members.spliced(splice.kept, fresh)
        occurring = joined.values[joined.matrix.sum(axis=0) > 0]
        order = made[sort.like].members.values if sort.like else sort.order(occurring)
        members = before[name].members
        touched = members.values[members.matrix[splice.gone].sum(axis=0) > 0].union(pd.Index(own), sort=False)
        made[name] = sort.facet(joined.ordered(order), frames, (before[name], touched))
    return made


class _Values:
    """The things of a facet are the values of one filter, found in a column of a frame."""

    like = ""

    def __init__(self, name: FilterName, frame_name: str, column: str, vocabulary: Sequence[Value]) -> None:
        self._name, self._frame_name, self._column, self._vocabulary = name, frame_name, column, vocabulary

    def entries(self, frames: Frames, plan_rows: PlanRows) -> Entries:
        """Each plan row with each of its things."""
        return plan_rows[self._frame_name], frames[self._frame_name][self._column]

    def order(self, occurring: Iterable[Value]) -> list[Value]:
        """The things in the order in which they are shown, those of the vocabulary even where no plan has them."""
        return _and_others(self._vocabulary, occurring)

    def facet(self, members: Membership, frames: Frames, before: Before) -> Facet:
        """The facet of these members."""
        order = members.values.tolist()
        return Facet(members, {self._name: order}, {self._name: order})


class _Stated(_Values):
    """The same of what the SDG row states alone; the values are those of all."""

    def __init__(self, name: FilterName, frame_name: str, column: str) -> None:
        super().__init__(name, frame_name, column, ())
        self.like = name

    def entries(self, frames: Frames, plan_rows: PlanRows) -> Entries:
        rows, values = super().entries(frames, plan_rows)
        is_stated = frames[self._frame_name]["is_stated"].to_numpy(bool)
        return rows[is_stated], values[is_stated]


class _Places:
    """The cities of one side, each of which lies in an area: a province or a country."""

    like = ""

    def __init__(self, side: Side, name: FilterName, area_name: FilterName, area: str) -> None:
        self._side, self._name, self._area_name, self._area = side, name, area_name, area

    def entries(self, frames: Frames, plan_rows: PlanRows) -> Entries:
        is_there = (frames.cities["side"] == self._side).to_numpy()
        return plan_rows["cities"][is_there], frames.cities["city"][is_there]

    def order(self, occurring: Iterable[Value]) -> list[Value]:
        return sorted(occurring, key=_folded)

    def facet(self, members: Membership, frames: Frames, before: Before) -> Facet:
        """A city lies in the area that the first plan says that names one."""
        labels = members.values.tolist()
        known: dict[Value, Value | None] = {}
        cities = frames.cities
        is_meant = (cities["side"] == self._side).to_numpy()
        if before:
            earlier, touched = before
            areas_before = earlier.attributes[self._area_name]
            were = zip(earlier.members.values, areas_before, strict=True)
            known = {label: area for label, area in were if label not in touched}
            is_meant = is_meant & cities["city"].isin(touched).to_numpy(bool)
        stated = cities[["city", self._area]][is_meant].dropna().drop_duplicates("city")
        known |= dict(zip(stated["city"], stated[self._area], strict=True))
        areas = [known.get(label) for label in labels]
        shown = _and_others([], {area for area in areas if area is not None})
        return Facet(
            members, {self._name: labels, self._area_name: areas}, {self._name: labels, self._area_name: shown}
        )


class _Activities:
    """Kinds of activities in years. A year of the period has no kind, an undated activity no year."""

    like = ""

    def entries(self, frames: Frames, plan_rows: PlanRows) -> Entries:
        yearly, periods = activity_years(frames.activities), period_years(frames.plans)
        kinds = np.concatenate([yearly["activity_kind"].cat.codes.to_numpy(int) + 1, np.zeros(len(periods), int)])
        years = np.concatenate([one["year"].fillna(0).to_numpy(int) for one in (yearly, periods)])
        rows = np.concatenate([plan_rows["activities"][yearly.index], plan_rows["plans"][periods.index]])
        return rows, kinds * _YEARS + years

    def order(self, occurring: Iterable[Value]) -> list[Value]:
        return sorted(map(int, occurring))

    def facet(self, members: Membership, frames: Frames, before: Before) -> Facet:
        things = members.values.tolist()
        return Facet(
            members,
            {
                "activity_kinds": [(None, *ACTIVITY_KINDS)[thing // _YEARS] for thing in things],
                "years": [thing % _YEARS or None for thing in things],
            },
            {"activity_kinds": ACTIVITY_KINDS, "years": sorted({thing % _YEARS for thing in things} - {0})},
        )


Entries = tuple[NDArray[np.int64], Any]
Before = tuple[Facet, pd.Index] | None
"""The facet before a change, and the things that plans which changed had or have."""
_SORTS: dict[str, _Values | _Places | _Activities] = {
    "china": _Places("china", "chinese_cities", "provinces", "region"),
    "europe": _Places("europe", "european_cities", "countries", "country_code"),
    "categories": _Values("categories", "themes", "category", [one.slug for one in categories()]),
    "goals": _Values("goals", "goals", "goal", [goal.number for goal in goals()]),
    "stated_goals": _Stated("goals", "goals", "goal"),
    "topics": _Values("topics", "topics", "topic", [topic.slug for topic in topics()]),
    "stated_topics": _Stated("topics", "topics", "topic"),
    "activities": _Activities(),
    "plan_kinds": _Values("plan_kinds", "plans", "plan_kind", get_args(Kind)),
    "checks": _Values("checks", "plans", "checked", get_args(YesNo)),
}


def _occurring(values: Any) -> list[Any]:
    """Each of the values once, the missing one not at all."""
    return [value for value in pd.unique(values) if not pd.isna(value)]


def _and_others(order: Sequence[Value], values: Iterable[Value]) -> list[Value]:
    """The vocabulary's values in its order, then those that only the data has."""
    return [*order, *sorted(set(values) - set(order), key=_folded)]


def _folded(text: Value) -> tuple[str, str]:
    """By what texts are sorted; those that are folded alike always stand in the same order."""
    return fold(str(text)), str(text)
