"""The timeline in small: how many activities fall into each stretch of time."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ucap.charts.caching import remembered
from ucap.charts.chart import Chart
from ucap.charts.palette import faded
from ucap.charts.scene import Scene
from ucap.charts.text import lines
from ucap.charts.time.activity_words import event_sentence
from ucap.charts.time.columns import Layer, bin_layer, column_figure
from ucap.charts.time.events import first_reports
from ucap.charts.time.scale import Bins, TimeScale, shown_years
from ucap.charts.words import activities as activity_count
from ucap.charts.words import sentences
from ucap.wording import _, format_number, ngettext

_HEIGHT_PX = 170
_LEAST_BIN_PX = 14.0
_YEAR_OPACITY = 0.28
_CLEAR = "rgba(0,0,0,0)"
Counts = NDArray[np.int64]


@remembered
def overview_timeline(scene: Scene) -> Chart:
    """The activities of the selected plans, each event once, by quarter or longer.

    What is done is solid, what is planned, postponed or cancelled hollow. What is dated by the year alone stands faint
    below all columns of its year. A click sets the filter `year`.
    """
    events = first_reports(scene.frames.activities)
    scale = shown_years(scene)
    bins = scale.bins(scene.look.width_px / _LEAST_BIN_PX)
    return Chart(
        name="activities-in-time",
        title=_("Activities over time"),
        figure=column_figure(_layers(events, bins, scale, scene), scale, scene.look, _HEIGHT_PX),
        sentence=sentences(event_sentence(events, scale), _faint(events, scale)),
        table=_table(events, bins, scale),
        filter="year",
    )


def _layers(events: pd.DataFrame, bins: Bins, scale: TimeScale, scene: Scene) -> list[Layer]:
    is_done = events["status"] == "done"
    done, open_ = _by_bin(events[is_done], bins), _by_bin(events[~is_done], bins)
    by_year = _by_year(events, scale)
    below = np.repeat(by_year, bins.count // scale.year_count)
    neutral = scene.palette.neutral
    done_words, open_words = _("{activities}"), _("{activities}, planned, postponed or cancelled")
    return [
        _year_layer(by_year, scale, faded(neutral, _YEAR_OPACITY)),
        bin_layer(done, below, bins, (neutral, neutral), _hovers(done, bins, done_words)),
        bin_layer(open_, below + done, bins, (_CLEAR, neutral), _hovers(open_, bins, open_words)),
    ]


def _by_bin(events: pd.DataFrame, bins: Bins) -> Counts:
    """How many events, dated by the month or the day, begin in each bin."""
    finer = events[events["precision"].isin(["day", "month"])]
    return _counted(bins.index(finer["start_day"]), bins.count)


def _by_year(events: pd.DataFrame, scale: TimeScale) -> Counts:
    """How many events are dated by each year alone."""
    years = events.loc[events["precision"] == "year", "start_day"].dt.year
    return _counted(years - scale.first, scale.year_count)


def _counted(places: pd.Series, count: int) -> Counts:
    inside = places[(places >= 0) & (places < count)].to_numpy(np.int64)
    return np.bincount(inside, minlength=count).astype(np.int64)


def _year_layer(by_year: Counts, scale: TimeScale, color: str) -> Layer:
    words = _("{activities} dated by the year alone")
    return Layer(
        starts=[pd.Timestamp(year, 1, 1) for year in scale.years],
        ends=[pd.Timestamp(year + 1, 1, 1) for year in scale.years],
        values=by_year,
        bases=np.zeros_like(by_year),
        color=color,
        rim=_CLEAR,
        filled_share=1.0,
        hovers=[
            lines(f"<b>{year}</b>", words.format(activities=activity_count(int(count))))
            for year, count in zip(scale.years, by_year, strict=True)
        ],
    )


def _hovers(counts: Counts, bins: Bins, words: str) -> list[str]:
    return [
        lines(f"<b>{bins.name(index)}</b>", words.format(activities=activity_count(int(count))))
        for index, count in enumerate(counts)
    ]


def _faint(events: pd.DataFrame, scale: TimeScale) -> str:
    """What the faint parts of the columns are, where there are any."""
    count = int(_by_year(events, scale).sum())
    words = ngettext(
        "{count} is dated by its year alone, and stands faint below the columns of that year.",
        "{count} are dated by their year alone, and stand faint below the columns of that year.",
        count,
    )
    return words.format(count=format_number(count)) if count else ""


def _table(events: pd.DataFrame, bins: Bins, scale: TimeScale) -> pd.DataFrame:
    """The columns as rows, then what has no column of its own: years alone, other years, no date."""
    by_year = _("{year}, month not known")
    names = [*map(bins.name, range(bins.count)), *(by_year.format(year=year) for year in scale.years)]
    is_done = events["status"] == "done"
    table = pd.DataFrame(
        {
            _("Time"): pd.Series([*names, _("other years"), _("undated")], dtype="str"),
            _("Done"): _all_places(events[is_done], bins, scale),
            _("Not done"): _all_places(events[~is_done], bins, scale),
        }
    )
    is_column = table.index < bins.count
    return table[is_column | (table.iloc[:, 1:].sum(axis=1) > 0)].reset_index(drop=True)


def _all_places(events: pd.DataFrame, bins: Bins, scale: TimeScale) -> Counts:
    """The events by bin, by year alone, in other years and undated: each counted once."""
    placed = np.concatenate([_by_bin(events, bins), _by_year(events, scale)])
    undated = int(events["start_day"].isna().sum())
    return np.append(placed, [len(events) - undated - int(placed.sum()), undated])
