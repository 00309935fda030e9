"""The periods of the plans as bars, with the plan's activities on them; an open end fades out.

How many plans ran when, where there are too many for a bar each.

The periods of the plans as spans of days.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from ucap.charts.caching import remembered
from ucap.charts.chart import Chart
from ucap.charts.counts.rows import row_axis
from ucap.charts.palette import Palette, faded
from ucap.charts.scene import Scene
from ucap.charts.template import empty_figure, figure
from ucap.charts.text import NAME_TEXT_PX, lines, wrap
from ucap.charts.time.columns import bin_layer, column_figure
from ucap.charts.time.marks import DAY_MS, color_of, middles
from ucap.charts.time.period_words import period_hover, period_sentence, period_table, plan_name
from ucap.charts.time.scale import Bins, TimeScale, left_px, name_px, plot_px, shown_years
from ucap.charts.words import plans
from ucap.frames.dates import first_day, last_day
from ucap.selection.coverage import Coverage, once_per_data
from ucap.wording import _

_HEIGHT_PX = 460
_LEAST_BIN_PX = 9.0


def running_figure(periods: pd.DataFrame, scene: Scene) -> go.Figure:
    """A column for each quarter, or longer bin, as high as the number of plans whose period touches it."""
    scale = shown_years(scene)
    bins = scale.bins(scene.look.width_px / _LEAST_BIN_PX)
    counts = running_counts(periods, bins)
    words = _("{plans} running")
    hovers = [lines(f"<b>{bins.name(i)}</b>", words.format(plans=plans(int(n)))) for i, n in enumerate(counts)]
    style = (scene.palette.neutral, scene.palette.neutral)
    layer = bin_layer(counts, np.zeros_like(counts), bins, style, hovers)
    return column_figure([layer], scale, scene.look, _HEIGHT_PX)


def running_counts(periods: pd.DataFrame, bins: Bins) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """How many of the periods touch each bin."""
    first = bins.index(periods["start_day"]).clip(0, bins.count).to_numpy()
    last = bins.index(periods["end_day"]).clip(-1, bins.count - 1).to_numpy()
    begun = np.bincount(first, minlength=bins.count + 1)
    ended = np.bincount(last + 1, minlength=bins.count + 1)
    return np.cumsum(begun - ended)[: bins.count].astype(np.int64)


_COLUMNS = ["plan", "title", "lead_city", "period_start", "period_end", "period_text"]


def selected_periods(scene: Scene) -> pd.DataFrame:
    """The selected plans that have a period, the earliest first, as `plan_periods` gives them."""
    periods = plan_periods(scene.coverage)
    return periods[scene.selected[periods["plan_row"]]].reset_index(drop=True)


@once_per_data
def plan_periods(coverage: Coverage) -> pd.DataFrame:
    """All plans that have a period, the earliest first.

    Columns: plan, title, lead_city, period_start, period_end, period_text; start_day and end_day, where an open end is
    the last day of the plan's activities, since nobody said that it went on any longer; is_open, is_begun
    (whether end and start are missing and known); and plan_row, the place of the plan in the data.
    """
    plans = coverage.frames.plans
    has_period = (plans["period_start"].notna() | plans["period_end"].notna()).to_numpy()
    periods = plans.loc[has_period, _COLUMNS].assign(plan_row=has_period.nonzero()[0])
    start = pd.to_datetime(periods["period_start"].fillna(periods["period_end"]).map(first_day))
    stated_end = pd.to_datetime(periods["period_end"].fillna(periods["period_start"]).map(last_day))
    is_open = periods["period_end"].isna()
    last_days = coverage.frames.activities.groupby("plan")["end_day"].max()
    known_end = pd.Series(last_days.reindex(periods["plan"]).to_numpy("datetime64[us]"), index=periods.index)
    end = stated_end.where(~is_open | ~(known_end > stated_end), known_end)
    periods = periods.assign(start_day=start, end_day=end, is_open=is_open, is_begun=periods["period_start"].notna())
    return periods.sort_values(["start_day", "end_day", "plan"], kind="stable", ignore_index=True)


MOST_PERIODS = 45
_ROW_PX, _TOP_PX, _BOTTOM_PX, _RIGHT_PX = 34, 26, 6, 12
_BAR_SHARE = 0.4
_FADING = (0.62, 0.44, 0.28, 0.14)
_FADING_DAYS = 75
_TICK_PX = 9
_CLEAR = "rgba(0,0,0,0)"


@remembered
def period_timeline(scene: Scene) -> Chart:
    """The periods of cooperation of the selected plans, the earliest first.

    More than `MOST_PERIODS` are counted by quarter instead. An open period is solid up to the last activity that its
    plan reports and fades out after it. A click on a row sets the filter `plan`.
    """
    periods = selected_periods(scene)
    is_counted = len(periods) > MOST_PERIODS
    return Chart(
        name="periods",
        title=_("Periods of cooperation"),
        figure=running_figure(periods, scene) if is_counted else _figure(periods, scene),
        sentence=period_sentence(periods, scene, is_counted),
        table=period_table(periods, scene),
        filter="plan",
    )


def _figure(periods: pd.DataFrame, scene: Scene) -> go.Figure:
    if periods.empty:
        return empty_figure(scene.look)
    look, scale = scene.look, shown_years(scene)
    names = [wrap(plan_name(period), name_px(look), NAME_TEXT_PX) for period in periods.itertuples()]
    layout: dict[str, Any] = {
        "margin": {"l": left_px(look), "r": _RIGHT_PX, "t": _TOP_PX, "b": _BOTTOM_PX},
        "barmode": "overlay",
        "xaxis": scale.axis(look.palette, plot_px(look, _RIGHT_PX)),
        "yaxis": row_axis(names, left_px(look)),
    }
    traces = [
        _bars(periods, scene),
        _fading(periods, scale, scene),
        _arrows(periods, scale, look.palette),
        _targets(periods, scale),
        _ticks(periods, scene),
    ]
    return figure(look, traces, _ROW_PX * len(periods) + _TOP_PX + _BOTTOM_PX, **layout)


def _bars(periods: pd.DataFrame, scene: Scene) -> dict[str, Any]:
    lengths = (periods["end_day"] - periods["start_day"]).dt.days + 1
    return _spans(periods["start_day"], lengths, periods.index, _colors(periods, scene))


def _fading(periods: pd.DataFrame, scale: TimeScale, scene: Scene) -> dict[str, Any]:
    """What follows an open end: pieces that grow fainter, cut at the end of the axis."""
    is_open = periods["is_open"].to_numpy()
    steps = np.tile(np.arange(len(_FADING)), int(is_open.sum()))
    rows = np.repeat(np.flatnonzero(is_open), len(_FADING))
    starts = periods["end_day"].iloc[rows] + pd.to_timedelta(1 + steps * _FADING_DAYS, unit="D")
    lengths = np.clip((scale.end - starts).dt.days, 0, _FADING_DAYS)
    colors = _colors(periods, scene)
    tints = [faded(colors[row], _FADING[step]) for row, step in zip(rows.tolist(), steps.tolist(), strict=True)]
    return _spans(starts, lengths, rows, tints)


def _spans(starts: pd.Series, days: pd.Series, rows: Any, colors: list[str]) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "base": starts.dt.strftime("%Y-%m-%d").tolist(),
        "x": (days * DAY_MS).tolist(),
        "y": list(rows),
        "width": _BAR_SHARE,
        "marker": {"color": colors, "cornerradius": 0, "line": {"width": 0}},
        "hoverinfo": "skip",
    }


def _arrows(periods: pd.DataFrame, scale: TimeScale, palette: Palette) -> dict[str, Any]:
    """The head of an arrow where an open period has faded out."""
    is_open = periods["is_open"] & (periods["end_day"] < scale.end)
    ends = periods.loc[is_open, "end_day"] + pd.Timedelta(days=len(_FADING) * _FADING_DAYS + 20)
    inside = ends.clip(upper=scale.end - pd.Timedelta(days=30))
    marker = {"symbol": "triangle-right", "size": 8, "color": faded(palette.neutral, 0.6), "opacity": 1}
    place = {"x": inside.dt.strftime("%Y-%m-%d").tolist(), "y": periods.index[is_open].tolist()}
    return {"type": "scatter", "mode": "markers", "marker": marker, "hoverinfo": "skip", **place}


def _targets(periods: pd.DataFrame, scale: TimeScale) -> dict[str, Any]:
    """The whole row answers the mouse."""
    return {
        "type": "bar",
        "name": "periods",
        "orientation": "h",
        "base": [f"{scale.start:%Y-%m-%d}"] * len(periods),
        "x": [(scale.end - scale.start).days * DAY_MS] * len(periods),
        "y": periods.index.tolist(),
        "width": 1,
        "marker": {"color": _CLEAR},
        "customdata": [["plan", plan] for plan in periods["plan"]],
        "hovertext": [period_hover(period) for period in periods.itertuples()],
        "hoverinfo": "text",
    }


def _ticks(periods: pd.DataFrame, scene: Scene) -> dict[str, Any]:
    """A tick for each dated activity on the bar of its plan, emphasised where it lies outside the period."""
    activities = scene.frames.activities
    dated = activities[activities["start_day"].notna() & activities["plan"].isin(periods["plan"])]
    rows = pd.Series(periods.index, index=periods["plan"]).reindex(dated["plan"])
    is_outside = dated["timing"].isin(["before", "after"])
    palette = scene.palette
    colors = [
        color_of(timing, palette) if out else palette.ink
        for timing, out in zip(dated["timing"], is_outside, strict=True)
    ]
    return {
        "type": "scatter",
        "name": "activities",
        "mode": "markers",
        "x": middles(dated).dt.strftime("%Y-%m-%d").tolist(),
        "y": rows.tolist(),
        "marker": {
            "symbol": "diamond-tall",
            "size": _TICK_PX,
            "color": colors,
            "opacity": 1,
            "line": {"width": 0.8, "color": palette.paper},
        },
        "hoverinfo": "skip",
    }


def _colors(periods: pd.DataFrame, scene: Scene) -> list[str]:
    palette = scene.palette
    return [palette.emphasis if scene.is_chosen("plans", plan) else palette.neutral for plan in periods["plan"]]
