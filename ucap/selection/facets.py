"""Facets: the things of a plan that filters are about, with the plans that have them.

Filters about the same thing must be met by the same thing: Rome and Italy by one city, visits and 2018 by one
visit in 2018.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import get_args

import numpy as np
import pandas as pd

from ucap.frames.frames import Frames
from ucap.plan import Kind
from ucap.selection.filters import FilterName, Value
from ucap.selection.matrix import Mask, Membership
from ucap.selection.selection import Selection
from ucap.selection.years import activity_years, period_years
from ucap.vocabulary import ACTIVITY_KINDS, categories, fold, goals, topics


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


def facets(frames: Frames) -> dict[str, Facet]:
    """All facets by name. `stated_goals` and `stated_topics` hold only what the SDG row states."""
    cities = frames.cities
    china, europe = cities[cities["side"] == "china"], cities[cities["side"] == "europe"]
    plans = pd.Index(frames.plans["plan"])
    goal_numbers = [goal.number for goal in goals()]
    topic_slugs = _and_others([topic.slug for topic in topics()], frames.topics["topic"])
    category_slugs = _and_others([one.slug for one in categories()], frames.themes["category"])
    stated_goals, stated_topics = (frame[frame["is_stated"]] for frame in (frames.goals, frames.topics))
    return {
        "china": _places(plans, china, "chinese_cities", "provinces", "region"),
        "europe": _places(plans, europe, "european_cities", "countries", "country_code"),
        "categories": _values(plans, "categories", frames.themes[["plan", "category"]], category_slugs),
        "goals": _values(plans, "goals", frames.goals[["plan", "goal"]], goal_numbers),
        "stated_goals": _values(plans, "goals", stated_goals[["plan", "goal"]], goal_numbers),
        "topics": _values(plans, "topics", frames.topics[["plan", "topic"]], topic_slugs),
        "stated_topics": _values(plans, "topics", stated_topics[["plan", "topic"]], topic_slugs),
        "activities": _activities(plans, frames),
        "plan_kinds": _values(plans, "plan_kinds", frames.plans[["plan", "plan_kind"]], get_args(Kind)),
    }


def _values(plans: pd.Index, name: FilterName, entries: pd.DataFrame, order: Sequence[Value]) -> Facet:
    """A facet whose things are the values of one filter: `entries` are plan and value."""
    rows, values = plans.get_indexer(entries.iloc[:, 0]), entries.iloc[:, 1]
    return Facet(Membership.of(rows, values, order, len(plans)), {name: order}, {name: order})


def _places(plans: pd.Index, cities: pd.DataFrame, name: FilterName, area_name: FilterName, area: str) -> Facet:
    """A facet of the cities of one side, each of which lies in an area: a province or a country."""
    labels = sorted(cities["city"].unique(), key=fold)
    known = cities.dropna(subset=area).drop_duplicates("city").set_index("city")[area]
    areas = [known.get(label) for label in labels]
    members = Membership.of(plans.get_indexer(cities["plan"]), cities["city"], labels, len(plans))
    return Facet(members, {name: labels, area_name: areas}, {name: labels, area_name: _and_others([], known)})


def _activities(plans: pd.Index, frames: Frames) -> Facet:
    """A facet of kinds of activities in years. A year of the period alone has no kind, an undated activity no year."""
    told = pd.concat([activity_years(frames.activities), period_years(frames.plans)], ignore_index=True)
    kinds, years = told["activity_kind"].astype("str").fillna(""), told["year"].fillna(0).astype("int64")
    things = pd.MultiIndex.from_arrays([kinds, years])
    distinct = things.unique()
    members = Membership.of(plans.get_indexer(told["plan"]), things, distinct, len(plans))
    return Facet(
        members,
        {"activity_kinds": [kind or None for kind, _ in distinct], "years": [year or None for _, year in distinct]},
        {"activity_kinds": ACTIVITY_KINDS, "years": sorted({year for _, year in distinct if year})},
    )


def _and_others(order: list[str], values: pd.Series) -> list[str]:
    """The vocabulary's values in its order, then those that only the data has."""
    return [*order, *sorted(set(values.dropna()) - set(order), key=fold)]
