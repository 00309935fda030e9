"""The timeline in small: how many activities fall into each stretch of time."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ucap.charts.activity_words import event_sentence
from ucap.charts.chart import Chart
from ucap.charts.columns import Layer, bin_layer, column_figure
from ucap.charts.palette import faded
from ucap.charts.scene import Scene
from ucap.charts.text import lines
from ucap.charts.timescale import Bins, TimeScale, time_scale
from ucap.charts.words import activities as activity_count
from ucap.wording import _

_HEIGHT_PX = 170
_LEAST_BIN_PX = 14.0
_YEAR_OPACITY = 0.28
_CLEAR = "rgba(0,0,0,0)"
Counts = NDArray[np.int64]


def overview_timeline(scene: Scene) -> Chart:
    """The activities of the selected plans, each event once, by quarter or longer.

    What is done is solid, what is planned or cancelled hollow. What is dated by the year alone stands faint below all
    columns of its year. A click sets the filter `year`.
    """
    told = scene.frames.activities
    events = told[~told["event"].duplicated()]
    scale = time_scale(scene.coverage)
    bins = scale.bins(scene.look.width_px / _LEAST_BIN_PX)
    by_year = _by_year(events, scale)
    done, open_ = (_by_bin(events, bins, is_done) for is_done in (True, False))
    below = np.repeat(by_year, bins.count // scale.year_count)
    palette = scene.palette
    layers = [
        _year_layer(by_year, scale, faded(palette.neutral, _YEAR_OPACITY)),
        bin_layer(done, below, bins, (palette.neutral, palette.neutral), _hovers(done, bins, _("{activities}"))),
        bin_layer(
            open_,
            below + done,
            bins,
            (_CLEAR, palette.neutral),
            _hovers(open_, bins, _("{activities}, planned or cancelled")),
        ),
    ]
    return Chart(
        name="activities-in-time",
        title=_("Activities over time"),
        figure=column_figure(layers, scale, scene.look, _HEIGHT_PX),
        sentence=event_sentence(events),
        table=_table(done, open_, by_year, bins, scale),
        filter="year",
    )


def _by_year(events: pd.DataFrame, scale: TimeScale) -> Counts:
    """How many events are dated by each year alone."""
    years = events.loc[events["precision"] == "year", "start_day"].dt.year - scale.first
    return _counted(years, scale.year_count)


def _by_bin(events: pd.DataFrame, bins: Bins, is_done: bool) -> Counts:
    """How many events, dated by the month or the day, begin in each bin."""
    is_finer = events["precision"].isin(["day", "month"])
    chosen = events[is_finer & ((events["status"] == "done") == is_done)]
    return _counted(bins.index(chosen["start_day"]), bins.count)


def _counted(places: pd.Series, count: int) -> Counts:
    inside = places[(places >= 0) & (places < count)].to_numpy(np.int64)
    return np.bincount(inside, minlength=count).astype(np.int64)


def _year_layer(by_year: Counts, scale: TimeScale, color: str) -> Layer:
    years = range(scale.first, scale.last + 1)
    words = _("{activities} dated by the year alone")
    return Layer(
        starts=[pd.Timestamp(year, 1, 1) for year in years],
        ends=[pd.Timestamp(year + 1, 1, 1) for year in years],
        values=by_year,
        bases=np.zeros_like(by_year),
        color=color,
        rim=_CLEAR,
        hovers=[
            lines(f"<b>{year}</b>", words.format(activities=activity_count(int(count))))
            for year, count in zip(years, by_year, strict=True)
        ],
    )


def _hovers(counts: Counts, bins: Bins, words: str) -> list[str]:
    return [
        lines(f"<b>{bins.name(index)}</b>", words.format(activities=activity_count(int(count))))
        for index, count in enumerate(counts)
    ]


def _table(done: Counts, open_: Counts, by_year: Counts, bins: Bins, scale: TimeScale) -> pd.DataFrame:
    """The columns as rows: the bins, then the years with activities that are dated by the year alone."""
    in_bins = pd.DataFrame(
        {
            _("Time"): pd.Series([bins.name(index) for index in range(bins.count)], dtype="str"),
            _("Done"): done,
            _("Planned or cancelled"): open_,
        }
    )
    named = _("{year}, month not known")
    years = [(scale.first + index, int(count)) for index, count in enumerate(by_year) if count]
    rows = pd.DataFrame(
        {
            _("Time"): pd.Series([named.format(year=year) for year, _count in years], dtype="str"),
            _("Done"): pd.Series([count for _year, count in years], dtype="int64"),
            _("Planned or cancelled"): pd.Series([0] * len(years), dtype="int64"),
        }
    )
    return pd.concat([in_bins, rows], ignore_index=True)
