"""What the timeline of periods says: its sentence, hover texts and table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from ucap.charts.scene import Scene
from ucap.charts.text import escape, lines
from ucap.charts.words import of_plans, plans, sentences, some
from ucap.plan.words import title_words
from ucap.wording import _, format_date, format_number, format_range, ngettext

_MOST_NAMED = 4


def plan_name(plan: Any) -> str:
    """What a plan is called in a chart: its title, or else its id."""
    return title_words(plan.title) if isinstance(plan.title, str) and plan.title else plan.plan


def names_of(ids: Iterable[str], plans: pd.DataFrame) -> dict[str, str]:
    """What the plans of these ids are called, by their ids."""
    named = plans[plans["plan"].isin(list(ids))]
    return dict(zip(named["plan"], _names(named), strict=True))


def _names(plans: pd.DataFrame) -> pd.Series:
    """What the plans are called, as `plan_name` says."""
    return plans["title"].mask(plans["title"].eq("")).fillna(plans["plan"]).map(title_words)


def period_hover(period: Any) -> str:
    """The plan and its period, as dates and, where that says more, as written."""
    return lines(f"<b>{escape(plan_name(period))}</b>", _dates(period), _written(period))


def period_sentence(periods: pd.DataFrame, scene: Scene, is_counted: bool) -> str:
    """How many plans state a period, from when to when, how many are open, and which state none."""
    if not scene.plan_count:
        return _("No plan is selected.")
    if periods.empty:
        return _("None of the selected plans states a period.")
    remark = _("There are too many for a bar each, so they are counted by time.") if is_counted else ""
    return sentences(_extent(periods, scene.plan_count), _open(periods), _without(scene), remark)


def period_table(periods: pd.DataFrame, scene: Scene) -> pd.DataFrame:
    """The plans with their periods, the earliest first, then those without one."""
    without = _without_period(scene)
    table = pd.concat([periods, without], ignore_index=True)
    is_open, is_begun = table["period_end"].isna(), table["period_start"].notna()
    remark = np.select(
        [~is_begun & is_open, is_open, ~is_begun], [_("no period stated"), _("open end"), _("start not stated")], ""
    )
    return pd.DataFrame(
        {
            _("Plan"): _names(table),
            _("From"): table["period_start"].fillna(""),
            _("To"): table["period_end"].fillna(""),
            _("As written"): table["period_text"].fillna(""),
            _("Remark"): pd.Series(remark, dtype="str"),
        }
    )


def _extent(periods: pd.DataFrame, plan_count: int) -> str:
    state = ngettext("{plans} states a period", "{plans} state a period", len(periods)).format(
        plans=of_plans(len(periods), plan_count)
    )
    first, last = periods["start_day"].min(), periods["end_day"].max()
    words = ngettext(
        "{state}; it reaches from {start} to {end}.",
        "{state}; together they reach from {start} to {end}.",
        len(periods),
    )
    return words.format(state=state, start=format_date(f"{first:%Y-%m}"), end=format_date(f"{last:%Y-%m}"))


def _open(periods: pd.DataFrame) -> str:
    count = int(periods["is_open"].sum())
    if not count:
        return ""
    return ngettext("{count} has an open end.", "{count} have an open end.", count).format(count=format_number(count))


def _without(scene: Scene) -> str:
    without = _without_period(scene)
    if without.empty:
        return ""
    names = [_("“{name}”").format(name=name) for name in _names(without.head(_MOST_NAMED))]
    return _("No period is stated in {plans}: {names}.").format(
        plans=plans(len(without)), names=some(names, _MOST_NAMED, len(without))
    )


def _without_period(scene: Scene) -> pd.DataFrame:
    selected = scene.frames.plans
    return selected[selected["period_start"].isna() & selected["period_end"].isna()]


def _dates(period: Any) -> str:
    start, end = _known(period.period_start), _known(period.period_end)
    return format_range(start, end)


def _written(period: Any) -> str:
    return _("“{name}”").format(name=escape(period.period_text)) if _known(period.period_text) else ""


def _known(value: Any) -> str | None:
    return value if isinstance(value, str) else None
