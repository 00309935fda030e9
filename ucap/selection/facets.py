"""All facets of the plans: cities of either side, categories, goals, topics, activities, kinds of plans, checks.

A facet: things of one sort that filters are about, with the plans that have them.

Filters about the same thing must be met by the same thing: Rome and Italy by one city, visits and 2018 by one
visit in 2018.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

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


def facets(frames: Frames, plan_rows: Mapping[str, NDArray[np.int64]]) -> dict[str, Facet]:
    """All facets by name. `stated_goals` and `stated_topics` hold only what the SDG row states.

    `plan_rows` are for each row of a frame the row of its plan.
    """
    goal_numbers = [goal.number for goal in goals()]
    topic_slugs = _and_others([topic.slug for topic in topics()], frames.topics["topic"])
    category_slugs = _and_others([one.slug for one in categories()], frames.themes["category"])
    entries = _Facets(frames, plan_rows)
    return {
        "china": entries.places("china", "chinese_cities", "provinces", "region"),
        "europe": entries.places("europe", "european_cities", "countries", "country_code"),
        "categories": entries.values("categories", "themes", "category", category_slugs),
        "goals": entries.values("goals", "goals", "goal", goal_numbers),
        "stated_goals": entries.values("goals", "goals", "goal", goal_numbers, is_stated_only=True),
        "topics": entries.values("topics", "topics", "topic", topic_slugs),
        "stated_topics": entries.values("topics", "topics", "topic", topic_slugs, is_stated_only=True),
        "activities": entries.activities(),
        "plan_kinds": entries.values("plan_kinds", "plans", "plan_kind", get_args(Kind)),
        "checks": entries.values("checks", "plans", "checked", get_args(YesNo)),
    }


class _Facets:
    """Makes facets from frames."""

    def __init__(self, frames: Frames, plan_rows: Mapping[str, NDArray[np.int64]]) -> None:
        self._frames = frames
        self._plan_rows = plan_rows
        self._plan_count = len(frames.plans)

    def values(
        self, name: FilterName, frame_name: str, column: str, order: Sequence[Value], *, is_stated_only: bool = False
    ) -> Facet:
        """A facet whose things are the values of one filter, found in a column of a frame."""
        rows, values = self._plan_rows[frame_name], self._frames[frame_name][column]
        if is_stated_only:
            is_stated = self._frames[frame_name]["is_stated"].to_numpy()
            rows, values = rows[is_stated], values[is_stated]
        return Facet(Membership.of(rows, values, order, self._plan_count), {name: order}, {name: order})

    def places(self, side: Side, name: FilterName, area_name: FilterName, area: str) -> Facet:
        """A facet of the cities of one side, each of which lies in an area: a province or a country."""
        is_there = (self._frames.cities["side"] == side).to_numpy()
        cities = self._frames.cities[is_there]
        labels = sorted(cities["city"].unique(), key=fold)
        known = cities[["city", area]].dropna().drop_duplicates("city").set_index("city")[area]
        areas = [known.get(label) for label in labels]
        members = Membership.of(self._plan_rows["cities"][is_there], cities["city"], labels, self._plan_count)
        return Facet(members, {name: labels, area_name: areas}, {name: labels, area_name: _and_others([], known)})

    def activities(self) -> Facet:
        """A facet of kinds of activities in years. A year of the period has no kind, an undated activity no year."""
        yearly, periods = activity_years(self._frames.activities), period_years(self._frames.plans)
        kinds = np.concatenate([yearly["activity_kind"].cat.codes.to_numpy(int) + 1, np.zeros(len(periods), int)])
        years = np.concatenate([one["year"].fillna(0).to_numpy(int) for one in (yearly, periods)])
        rows = np.concatenate([self._plan_rows["activities"][yearly.index], self._plan_rows["plans"][periods.index]])
        things = kinds * _YEARS + years
        distinct = np.unique(things).tolist()
        return Facet(
            Membership.of(rows, things, distinct, self._plan_count),
            {
                "activity_kinds": [(None, *ACTIVITY_KINDS)[thing // _YEARS] for thing in distinct],
                "years": [thing % _YEARS or None for thing in distinct],
            },
            {"activity_kinds": ACTIVITY_KINDS, "years": sorted({thing % _YEARS for thing in distinct} - {0})},
        )


def _and_others(order: list[str], values: pd.Series) -> list[str]:
    """The vocabulary's values in its order, then those that only the data has."""
    return [*order, *sorted(set(values.dropna().unique()) - set(order), key=fold)]
