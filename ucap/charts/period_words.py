"""What the timeline of periods says: its sentence, hover texts and table."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ucap.charts.scene import Scene
from ucap.charts.text import escape, lines
from ucap.charts.words import of_plans, plans, sentences, some
from ucap.wording import _, format_date, format_number, format_range, ngettext


def plan_name(plan: Any) -> str:
    """What a plan is called in a chart: its title, or else its id."""
    return plan.title if isinstance(plan.title, str) and plan.title else plan.plan


def period_hover(period: Any) -> str:
    """The plan and its period, as dates and, where that says more, as written."""
    return lines(f"<b>{escape(plan_name(period))}</b>", _dates(period), _written(period))


def period_sentence(periods: pd.DataFrame, scene: Scene, is_counted: bool) -> str:
    """How many plans state a period, from when to when, how many are open, and which state none."""
    if not scene.plan_count:
        return _("No plan is selected.")
    if periods.empty:
        return _("None of the selected plans states a period.")
    remark = _("They are too many for a bar each and are counted by time.") if is_counted else ""
    return sentences(_extent(periods, scene.plan_count), _open(periods), _without(scene), remark)


def period_table(periods: pd.DataFrame, scene: Scene) -> pd.DataFrame:
    """The plans with their periods, the earliest first, then those without one."""
    without = _without_period(scene)
    told = list(periods.itertuples())
    missing = len(without)
    return pd.DataFrame(
        {
            _("Plan"): pd.Series([*map(plan_name, told), *map(plan_name, without.itertuples())], dtype="str"),
            _("From"): pd.Series([*(_cell(one.period_start) for one in told), *[""] * missing], dtype="str"),
            _("To"): pd.Series([*(_cell(one.period_end) for one in told), *[""] * missing], dtype="str"),
            _("As written"): pd.Series([*(_cell(one.period_text) for one in told), *[""] * missing], dtype="str"),
            _("Remark"): pd.Series([*map(_remark, told), *[_("no period stated")] * missing], dtype="str"),
        }
    )


def _extent(periods: pd.DataFrame, plan_count: int) -> str:
    state = ngettext("{plans} states a period", "{plans} state a period", len(periods)).format(
        plans=of_plans(len(periods), plan_count)
    )
    first, last = periods["start_day"].min(), periods["end_day"].max()
    return _("{state}; together they reach from {start} to {end}.").format(
        state=state, start=format_date(f"{first:%Y-%m}"), end=format_date(f"{last:%Y-%m}")
    )


def _open(periods: pd.DataFrame) -> str:
    count = int(periods["is_open"].sum())
    if not count:
        return ""
    return ngettext("{count} has an open end.", "{count} have an open end.", count).format(count=format_number(count))


def _without(scene: Scene) -> str:
    names = [plan_name(plan) for plan in _without_period(scene).itertuples()]
    if not names:
        return ""
    return _("No period is stated in {plans}: {names}.").format(
        plans=plans(len(names)), names=some([_("“{name}”").format(name=name) for name in names], 4)
    )


def _without_period(scene: Scene) -> pd.DataFrame:
    selected = scene.frames.plans
    return selected[selected["period_start"].isna() & selected["period_end"].isna()]


def _dates(period: Any) -> str:
    start, end = _known(period.period_start), _known(period.period_end)
    return format_range(start, end)


def _written(period: Any) -> str:
    return _("“{name}”").format(name=escape(period.period_text)) if _known(period.period_text) else ""


def _remark(period: Any) -> str:
    if period.is_open:
        return _("open end")
    return "" if period.is_begun else _("start not stated")


def _known(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _cell(value: Any) -> str:
    return _known(value) or ""
