"""Activities counted by kind and time, where they are too many for a mark each."""

from __future__ import annotations

from calendar import isleap
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from numpy.typing import NDArray

from ucap.charts.chart import Chart
from ucap.charts.counts.rows import row_axis
from ucap.charts.palette import faded
from ucap.charts.scene import Scene
from ucap.charts.template import figure
from ucap.charts.text import colored, escape, lines
from ucap.charts.time.activity_words import event_sentence
from ucap.charts.time.marks import DAY_MS
from ucap.charts.time.scale import Bins, TimeScale, left_px, plot_px
from ucap.charts.words import activities as activity_count
from ucap.charts.words import sentences
from ucap.plan.words import value_words
from ucap.vocabulary.kinds import ACTIVITY_KINDS
from ucap.wording import _, format_number

COUNTED_PX = 480
"""The height of the chart, in which the marks of fewer activities have room, too, when a filter leaves these."""
_LARGEST_PX, _TOP_PX, _BOTTOM_PX = 36, 26, 6
_ROW_PX = (COUNTED_PX - _TOP_PX - _BOTTOM_PX) / len(ACTIVITY_KINDS)
_TOTAL_PX = 64
_SMALLEST_PX, _LEAST_BIN_PX = 4.0, 15.0
_YEAR_OPACITY = 0.16
Counts = NDArray[np.int64]


def activity_bins(events: pd.DataFrame, scene: Scene, scale: TimeScale) -> Chart:
    """Squares whose areas count the activities of each kind by quarter, or longer where quarters are too narrow.

    What is dated by the year alone is no quarter's: it is a faint bar over its year. A click sets the filters
    `activity` and `year`.

    Args:
        events: one row per event, as `first_reports` gives them.
        scene: what they are drawn for.
        scale: the years that are shown.
    """
    bins = scale.bins(plot_px(scene.look, _TOTAL_PX) / _LEAST_BIN_PX)
    remark = _("There are too many for a mark each, so they are counted by {bin}.").format(bin=bins.word)
    return Chart(
        name="activities",
        title=_("Activities"),
        figure=_figure(events, bins, scale, scene),
        sentence=sentences(event_sentence(events, scale), remark),
        table=_table(events, scale),
    )


def kind_counts(events: pd.DataFrame, columns: pd.Series, column_count: int) -> Counts:
    """How many events of each kind fall into each column (-1 for none of them), shape (kinds, columns)."""
    kinds = events["activity_kind"].cat.set_categories(ACTIVITY_KINDS).cat.codes.to_numpy(np.int64)
    is_in = (columns >= 0).to_numpy() & (columns < column_count).to_numpy()
    cells = kinds[is_in] * column_count + columns.to_numpy()[is_in]
    counted = np.bincount(cells.astype(np.int64), minlength=len(ACTIVITY_KINDS) * column_count)
    return counted.reshape(len(ACTIVITY_KINDS), column_count).astype(np.int64)


def _figure(events: pd.DataFrame, bins: Bins, scale: TimeScale, scene: Scene) -> go.Figure:
    look = scene.look
    width_px = plot_px(look, _TOTAL_PX)
    by_year = events[events["precision"] == "year"]
    finer = events[events["precision"].isin(["day", "month"])]
    totals = kind_counts(events, pd.Series(np.zeros(len(events), dtype=np.int64)), 1)[:, 0]
    traces = [
        _years(kind_counts(by_year, by_year["start_day"].dt.year - scale.first, scale.year_count), scale, scene),
        _squares(kind_counts(finer, bins.index(finer["start_day"]), bins.count), bins, width_px, scene),
        _totals(totals, scale),
    ]
    names = [value_words("activity_kinds", kind) for kind in ACTIVITY_KINDS]
    texts = [n if total else colored(n, look.palette.muted) for n, total in zip(names, totals, strict=True)]
    layout: dict[str, Any] = {
        "margin": {"l": left_px(look), "r": _TOTAL_PX, "t": _TOP_PX, "b": _BOTTOM_PX},
        "barmode": "overlay",
        "xaxis": scale.axis(look.palette, width_px),
        "yaxis": row_axis(texts, left_px(look)),
    }
    row_px = look.row_px(_ROW_PX, len(names), _TOP_PX + _BOTTOM_PX)
    return figure(look, traces, round(row_px * len(names)) + _TOP_PX + _BOTTOM_PX, **layout)


def _squares(counts: Counts, bins: Bins, width_px: float, scene: Scene) -> dict[str, Any]:
    kinds, columns = np.nonzero(counts)
    values = counts[kinds, columns]
    largest_px = min(width_px / bins.count, _LARGEST_PX) - 2
    sizes = np.maximum(np.sqrt(values / max(int(values.max(initial=1)), 1)) * largest_px, _SMALLEST_PX)
    cells = list(zip(kinds.tolist(), columns.tolist(), values.tolist(), strict=True))
    return {
        "type": "scatter",
        "name": "bins",
        "mode": "markers",
        "x": [bins.middle(column) for _kind, column, _value in cells],
        "y": kinds,
        "marker": {"symbol": "square", "size": sizes, "color": scene.palette.neutral, "opacity": 1},
        "customdata": [_click(kind, bins.year(column)) for kind, column, _value in cells],
        "hovertext": [_hover(kind, bins.name(column), value) for kind, column, value in cells],
        "hoverinfo": "text",
    }


def _years(counts: Counts, scale: TimeScale, scene: Scene) -> dict[str, Any]:
    """A faint bar for each kind and year with activities that are dated by the year alone."""
    kinds, columns = np.nonzero(counts)
    cells = list(zip(kinds.tolist(), (columns + scale.first).tolist(), counts[kinds, columns].tolist(), strict=True))
    by_year = _("{year}, month not known")
    return {
        "type": "bar",
        "name": "years",
        "orientation": "h",
        "base": [f"{year}-01-01" for _kind, year, _value in cells],
        "x": [_days_of(year) * DAY_MS for _kind, year, _value in cells],
        "y": kinds,
        "width": 0.84,
        "marker": {"color": faded(scene.palette.neutral, _YEAR_OPACITY)},
        "customdata": [_click(kind, year) for kind, year, _value in cells],
        "hovertext": [_hover(kind, by_year.format(year=year), value) for kind, year, value in cells],
        "hoverinfo": "text",
    }


def _days_of(year: int) -> int:
    return 366 if isleap(year) else 365


def _totals(totals: Counts, scale: TimeScale) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "text",
        "x": [scale.end] * len(totals),
        "y": list(range(len(totals))),
        "text": [f" <b>{format_number(total)}</b>" if total else "" for total in totals.tolist()],
        "textposition": "middle right",
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _click(kind: int, year: int) -> list[Any]:
    return ["activity", ACTIVITY_KINDS[kind], "year", year]


def _hover(kind: int, when: str, count: int) -> str:
    name = value_words("activity_kinds", ACTIVITY_KINDS[kind])
    return lines(f"<b>{escape(name)}</b>", when, activity_count(count))


def _table(events: pd.DataFrame, scale: TimeScale) -> pd.DataFrame:
    """The number of activities by kind and by the year in which they began."""
    years = (events["start_day"].dt.year - scale.first).fillna(-1).astype("int64")
    table = pd.DataFrame(
        kind_counts(events, years, scale.year_count),
        columns=[str(year) for year in scale.years],
    )
    table.insert(0, _("Kind"), pd.Series([value_words("activity_kinds", k) for k in ACTIVITY_KINDS], dtype="str"))
    is_undated = events["start_day"].isna()
    is_elsewhere = ~is_undated & ((years < 0) | (years >= scale.year_count))
    table[_("other years")] = kind_counts(events[is_elsewhere], years[is_elsewhere] * 0, 1)[:, 0]
    table[_("undated")] = kind_counts(events[is_undated], years[is_undated] * 0, 1)[:, 0]
    return table
