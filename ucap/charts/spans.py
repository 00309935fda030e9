"""The periods of the plans as spans of days."""

from __future__ import annotations

import pandas as pd

from ucap.charts.once import once_per_data
from ucap.charts.scene import Scene
from ucap.frames.dates import first_day, last_day
from ucap.selection import Coverage

_COLUMNS = ["plan", "title", "lead_city", "period_start", "period_end", "period_text"]


def selected_periods(scene: Scene) -> pd.DataFrame:
    """The selected plans that have a period, the earliest first, as `plan_periods` gives them."""
    periods = plan_periods(scene.coverage)
    return periods[scene.selected[periods["plan_row"]]].reset_index(drop=True)


@once_per_data
def plan_periods(coverage: Coverage) -> pd.DataFrame:
    """All plans that have a period, the earliest first.

    Columns: plan, title, lead_city, period_start, period_end, period_text; start_day and end_day, where an open end is
    the last day that the plan's activities tell of, since nobody said that it went on any longer; is_open, is_begun
    (whether end and start are missing and known); and plan_row, the place of the plan in the data.
    """
    plans = coverage.frames.plans
    has_period = (plans["period_start"].notna() | plans["period_end"].notna()).to_numpy()
    periods = plans.loc[has_period, _COLUMNS].assign(plan_row=has_period.nonzero()[0])
    start = pd.to_datetime(periods["period_start"].fillna(periods["period_end"]).map(first_day))
    stated_end = pd.to_datetime(periods["period_end"].fillna(periods["period_start"]).map(last_day))
    is_open = periods["period_end"].isna()
    told = coverage.frames.activities.groupby("plan")["end_day"].max()
    told_end = pd.Series(told.reindex(periods["plan"]).to_numpy("datetime64[us]"), index=periods.index)
    end = stated_end.where(~is_open | ~(told_end > stated_end), told_end)
    periods = periods.assign(start_day=start, end_day=end, is_open=is_open, is_begun=periods["period_start"].notna())
    return periods.sort_values(["start_day", "end_day", "plan"], kind="stable", ignore_index=True)
