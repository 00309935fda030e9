"""The years that plans and activities touch."""

from __future__ import annotations

import numpy as np
import pandas as pd

_LONGEST_SPAN = 100  # years: what is longer is a slip of the pen and counts by its first hundred


def activity_years(activities: pd.DataFrame) -> pd.DataFrame:
    """A row per activity and year that it touches: `plan`, `activity_kind`, `year` (missing where it is undated)."""
    years = activities[["plan", "activity_kind"]].assign(
        first=activities["start_day"].dt.year, last=activities["end_day"].dt.year
    )
    return _spread(years)


def period_years(plans: pd.DataFrame) -> pd.DataFrame:
    """A row per plan and year of its period: `plan`, `year`.

    An open period reaches to the plan's last dated activity: nobody said that it went on any longer.
    """
    first = plans["first_year"].fillna(plans["last_year"]).astype("float64")
    last = np.fmax(first, plans["last_known_year"].astype("float64"))
    return _spread(pd.DataFrame({"plan": plans["plan"], "first": first, "last": last})[first.notna()])


def _spread(spans: pd.DataFrame) -> pd.DataFrame:
    """A row per span and year from `first` to `last`, in a column `year` (Int64).

    A span without dates keeps one row, without a year.
    """
    first = spans["first"].to_numpy("float64")
    is_dated = ~np.isnan(first)
    lengths = np.ones(len(spans), dtype=int)
    lengths[is_dated] = np.clip(spans["last"].to_numpy("float64")[is_dated] - first[is_dated] + 1, 1, _LONGEST_SPAN)
    rows = np.repeat(np.arange(len(spans)), lengths)
    offsets = np.arange(len(rows)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    years = pd.Series(first[rows] + offsets).astype("Int64")
    return spans.drop(columns=["first", "last"]).iloc[rows].assign(year=years.array)
