"""Plans and pairs of cities as rows for people: what they are about as lists of names, when, and what came last."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from ucap.frames.frames import Frames
from ucap.plan.words import pair_words, place_words, title_words, value_words
from ucap.selection.coverage import Coverage
from ucap.wording import _, format_number

MOST_LISTED = 1000
_OF_PLANS = ["plan", "title", "period_start", "period_end", "activity_count", "finding_count", "checked"]
_DASH = " – "


def by_title(plans: pd.DataFrame, coverage: Coverage, most: int | None = None) -> pd.DataFrame:
    """Rows of the frame `plans` in the order of their titles: those made of Chinese cities in that of Pinyin.

    The first `most` of them, where so many are enough.
    """
    titles = coverage.titles
    if len(plans) < len(titles):
        titles = titles.take(coverage.plans.get_indexer(plans["plan"]))
    keys = pa.table({"title": pa.array(titles), "row": np.arange(len(plans))})  # equal titles keep their order
    count = len(plans) if most is None else min(most, len(plans))
    order = pc.select_k_unstable(keys, count, [(name, "ascending") for name in keys.column_names])
    return plans.iloc[order.to_numpy()].reset_index(drop=True)


def plan_list(frames: Frames, coverage: Coverage) -> pd.DataFrame:
    """A row per plan in the order of titles, the first `MOST_LISTED` of them; the index is the plan's id.

    Themes, goals and cities are lists of names. The attribute `labels` has the label of each city by its name.
    """
    plans = by_title(frames.plans[_OF_PLANS], coverage, MOST_LISTED).set_index("plan")
    cities = frames.cities[["plan", "side", "city"]][frames.cities["plan"].isin(plans.index)]
    rows = pd.DataFrame(
        {
            _("Title"): _titles(plans),
            _("European cities"): _names(cities[cities["side"] == "europe"], "city", place_words, plans.index),
            _("Chinese cities"): _names(cities[cities["side"] == "china"], "city", place_words, plans.index),
            **_subjects(frames, plans.index),
            _("Period"): _periods(plans),
            _("Activities"): plans["activity_count"],
            _("Findings"): plans["finding_count"],
        }
    )
    if (plans["checked"] == "yes").any():
        rows[_("Checked")] = np.where(plans["checked"] == "yes", "✓", "")
    rows.attrs["labels"] = {place_words(label): label for label in cities["city"].unique()}
    return rows


def pair_list(frames: Frames) -> pd.DataFrame:
    """A row per pair of cities and plan, the pairs of most plans first, the first `MOST_LISTED` of them; the index is
    the plan's id. The attribute `pairs` holds the two cities of each row.
    """
    pairs = _of_most_plans(frames.pairs)
    counts = pairs.groupby(["europe_city", "china_city"])["plan"].transform("size")
    order = ["count", "europe_city", "china_city", "plan"]
    ordered = pairs.assign(count=-counts).sort_values(order, kind="stable").head(MOST_LISTED)
    plans = frames.plans[frames.plans["plan"].isin(ordered["plan"])].set_index("plan")
    of_plan = pd.DataFrame(
        {
            **_subjects(frames, plans.index),
            _("Period"): _periods(plans),
            _("Last activity"): last_activities(frames.activities).reindex(plans.index),
            _("Plan"): _titles(plans),
        }
    ).reindex(ordered["plan"])
    ends = list(zip(ordered["europe_city"], ordered["china_city"], strict=True))
    names = [pair_words(*pair) for pair in ends]
    of_plan.insert(0, _("Pair"), pd.Series(names, index=of_plan.index, dtype="str"))
    of_plan.attrs["pairs"] = ends
    return of_plan


def _of_most_plans(pairs: pd.DataFrame) -> pd.DataFrame:
    """The rows of the pairs that come first, as many as are listed: sorting the names of all takes long."""
    cities = pairs.groupby(["europe_city", "china_city"])
    sizes = cities.size().to_numpy()
    order = np.argsort(-sizes, kind="stable")
    enough = np.searchsorted(sizes[order].cumsum(), MOST_LISTED) + 1
    return pairs[np.isin(cities.ngroup().to_numpy(), order[:enough])]


def _titles(plans: pd.DataFrame) -> pd.Series:
    return plans["title"].fillna(plans.index.to_series()).map(title_words).astype("str")


def goal_chip(number: int) -> str:
    """A goal where there is little room: "SDG 11"."""
    return _("SDG {numbers}").format(numbers=format_number(number))


def themes_of(frames: Frames, plans: pd.Index) -> pd.Series:
    """For each plan the headings of its themes, in words."""
    is_meant = frames.themes["category"].notna() & frames.themes["plan"].isin(plans)
    themes = frames.themes[["plan", "category"]][is_meant]
    return _names(themes, "category", lambda slug: value_words("categories", slug), plans)


def _subjects(frames: Frames, plans: pd.Index) -> dict[str, pd.Series]:
    goals = frames.goals[["plan", "goal"]][frames.goals["plan"].isin(plans)]
    return {
        _("Themes"): themes_of(frames, plans),
        _("Goals"): _names(goals.sort_values("goal", kind="stable"), "goal", goal_chip, plans),
    }


def _names(frame: pd.DataFrame, column: str, words: Callable[[Any], str], plans: pd.Index) -> pd.Series:
    """For each plan the distinct values of its rows in words, in their order."""
    known = {value: words(value) for value in frame[column].unique()}
    found: dict[str, dict[Any, None]] = {}
    for plan, value in zip(frame["plan"].tolist(), frame[column].tolist(), strict=True):
        found.setdefault(plan, {})[value] = None
    return pd.Series([[known[one] for one in found.get(plan, ())] for plan in plans], index=plans, dtype="object")


def _periods(plans: pd.DataFrame) -> pd.Series:
    """From when to when, as precise as the documents are: "2017-05 – 2018-11"; an open end stays open."""
    starts, ends = plans["period_start"].fillna(""), plans["period_end"].fillna("")
    joined = (starts + _DASH + ends).where((starts != "") | (ends != ""), "")
    return joined.where(starts != ends, starts).str.strip().astype("str")


def last_activities(activities: pd.DataFrame) -> pd.Series:
    """The date of the last activity of each plan that is done, as precise as it is."""
    done = activities[(activities["status"] == "done") & activities["end_day"].notna()]
    last = done.sort_values("end_day", kind="stable").drop_duplicates("plan", keep="last").set_index("plan")
    return last["end_date"].fillna(last["start_date"]).astype("str")
