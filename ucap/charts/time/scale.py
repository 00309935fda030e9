"""The axis of time that all timelines of the same data share, so that nothing moves when a filter changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ucap.charts.palette import Palette
from ucap.charts.scene import Look, Scene
from ucap.charts.text import NAME_TEXT_PX
from ucap.selection.coverage import Coverage, once_per_data
from ucap.wording import _, format_date

_NAME_PX, _PHONE_NAME_PX = 170, 96
_MOST_YEARS = 16
_YEAR_LABEL_PX = 46
_BIN_LABEL_PX = 190
_MOST_BINNED_YEARS = 2
_BIN_MONTHS = (3, 6, 12)
DEFAULT_YEARS = (2016, 2020)


@dataclass(frozen=True, slots=True)
class Bins:
    """Equal stretches of `months` months, `count` of them, the first in January of the year `first`."""

    first: int
    months: int
    count: int

    @property
    def word(self) -> str:
        """What a bin is called."""
        return {3: _("quarter"), 6: _("half-year"), 12: _("year")}[self.months]

    def index(self, days: pd.Series) -> pd.Series:
        """The bin of each day; below 0 or from `count` on for days outside."""
        return ((days.dt.year - self.first) * 12 + days.dt.month - 1) // self.months

    def year(self, index: int) -> int:
        """The year in which a bin lies."""
        return self.first + index * self.months // 12

    def start(self, index: int) -> pd.Timestamp:
        """The first day of a bin."""
        return pd.Timestamp(year=self.year(index), month=index * self.months % 12 + 1, day=1)

    def middle(self, index: int) -> pd.Timestamp:
        """The middle of a bin."""
        return self.start(index) + (self.start(index + 1) - self.start(index)) / 2

    def name(self, index: int) -> str:
        """A bin in words: "January 2018 – March 2018", or the year."""
        if self.months == 12:
            return str(self.year(index))
        last = self.start(index + 1) - pd.Timedelta(days=1)
        return f"{format_date(f'{self.start(index):%Y-%m}')} – {format_date(f'{last:%Y-%m}')}"


@dataclass(frozen=True, slots=True)
class TimeScale:
    """The years from `first` to `last`, both included."""

    first: int
    last: int

    @property
    def year_count(self) -> int:
        """How many years are shown."""
        return self.last - self.first + 1

    @property
    def years(self) -> range:
        """The years shown."""
        return range(self.first, self.last + 1)

    @property
    def start(self) -> pd.Timestamp:
        """The first instant."""
        return pd.Timestamp(year=self.first, month=1, day=1)

    @property
    def end(self) -> pd.Timestamp:
        """The instant after the last."""
        return pd.Timestamp(year=self.last + 1, month=1, day=1)

    def misses(self, events: pd.DataFrame) -> pd.Series:
        """Which dated events, by start_day and end_day, lie outside the years shown."""
        return (events["start_day"] >= self.end) | (events["end_day"] < self.start)

    def bins(self, most: float) -> Bins:
        """The finest bins, no finer than quarters, of which there are at most so many, or else years."""
        months = next((m for m in _BIN_MONTHS if self.year_count * 12 / m <= most), _BIN_MONTHS[-1])
        return Bins(self.first, months, self.year_count * 12 // months)

    def axis(self, palette: Palette, width_px: float) -> dict[str, Any]:
        """The axis on a plot of that width: hairlines, and the years or, of one or two, their parts above, as many as
        have room.
        """
        names, months = self._names(width_px)
        return {
            "type": "date",
            "range": [self.start, self.end],
            "side": "top",
            "tickvals": list(names),
            "ticktext": list(names.values()),
            "tickangle": 0,
            "tickfont": {"size": NAME_TEXT_PX, "color": palette.muted},
            "minor": {"dtick": f"M{months}", "tick0": self.start, "showgrid": True, "gridcolor": palette.hairline},
        }

    def _names(self, width_px: float) -> tuple[dict[str, str], int]:
        """What is written above which day, and how many months lie between two hairlines."""
        bins = self.bins(width_px / _BIN_LABEL_PX)
        if self.year_count <= _MOST_BINNED_YEARS and bins.months < 12:
            return {f"{bins.middle(index):%Y-%m-%d}": bins.name(index) for index in range(bins.count)}, bins.months
        step = int(np.ceil(self.year_count * _YEAR_LABEL_PX / width_px))
        return {f"{year}-07-02": str(year) for year in self.years[::step]}, 12


@once_per_data
def time_scale(coverage: Coverage) -> TimeScale:
    """The years of all dated activities and periods.

    At most `_MOST_YEARS` around their middle: a slip of the pen in one year shall not squeeze all others.
    """
    plans, activities = coverage.frames.plans, coverage.frames.activities
    parts = (activities["start_day"].dt.year, activities["end_day"].dt.year, plans["first_year"], plans["last_year"])
    return _years_of(parts) or TimeScale(*DEFAULT_YEARS)


def _years_of(parts: Iterable[pd.Series]) -> TimeScale | None:
    years = np.concatenate([part.dropna().to_numpy(np.int64) for part in parts])
    if not len(years):
        return None
    middle = int(np.median(years))
    first, last = max(int(years.min()), middle - _MOST_YEARS // 2), min(int(years.max()), middle + _MOST_YEARS // 2)
    return TimeScale(first, last)


def shown_years(scene: Scene) -> TimeScale:
    """The years that are chosen and those between them; without a choice all that the data has."""
    chosen = scene.selection.years
    return TimeScale(min(chosen), max(chosen)) if chosen else time_scale(scene.coverage)


def own_years(scene: Scene) -> TimeScale:
    """The years that are chosen and those between them; without a choice those of the selected activities alone.

    For a timeline that stands alone, on a slide or on the page of a city: no other has to have its years below these.
    """
    activities = scene.frames.activities
    own = None if scene.selection.years else _years_of(activities[name].dt.year for name in ("start_day", "end_day"))
    return own or shown_years(scene)


def name_px(look: Look) -> int:
    """The width of the names on the left of a timeline."""
    return _PHONE_NAME_PX if look.is_narrow else _NAME_PX


def left_px(look: Look) -> int:
    """The left margin of all timelines, so that their years stand below each other."""
    return name_px(look) + 8


def plot_px(look: Look, right_px: int) -> float:
    """The width that is left for time, with the right margin given."""
    return look.width_px - left_px(look) - right_px
