"""The timeline of activities: a swimlane for each kind, marks as wide as the dates are precise."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from ucap.charts.caching import remembered
from ucap.charts.chart import Chart
from ucap.charts.counts.rows import row_axis
from ucap.charts.palette import Palette
from ucap.charts.scene import Look, Scene
from ucap.charts.template import SMALL_PX, figure
from ucap.charts.text import colored
from ucap.charts.time.activity_bins import COUNTED_PX, activity_bins
from ucap.charts.time.activity_words import event_sentence, event_table
from ucap.charts.time.events import distinct_events, first_reports
from ucap.charts.time.marks import mark_traces
from ucap.charts.time.scale import TimeScale, left_px, own_years, plot_px, shown_years
from ucap.charts.time.swimlanes import MARK_PX, Swimlanes, extent_px, labelled, swimlanes
from ucap.plan.words import value_words
from ucap.selection.coverage import Coverage, once_per_data
from ucap.vocabulary.kinds import ACTIVITY_KINDS
from ucap.wording import _

MOST_EVENTS = 300
_MOST_DEPTH = 34
_LABEL_ROOMS_PX = (230, 170, 120, 80, 50)
_LANE_PX, _LOWEST_LANE_PX = 23, 14
_TOP_PX, _KEY_PX, _PHONE_KEY_PX, _RIGHT_PX = 26, 30, 46, 12


@remembered
def activity_timeline(scene: Scene, stands_alone: bool = False) -> Chart:
    """The activities of the selected plans, each event once however many plans report it.

    Marks keep their place among all events of the data when a filter changes, unless the timeline `stands_alone`, as on
    a slide or on the page of a city: then it has the years of its own events, and as little room as they need. More
    than `MOST_EVENTS` are counted by kind and quarter instead, as are fewer that would be higher than the chart of what
    is counted without filters. A click on a mark sets the filter `plan` to the plans that report it.
    """
    activities = scene.frames.activities
    scale = own_years(scene) if stands_alone else shown_years(scene)
    reports = first_reports(activities)
    if len(reports) > MOST_EVENTS:
        return activity_bins(reports, scene, scale)
    events = distinct_events(activities)
    drawn = _figure(events, scene, scale, stands_alone)
    if _is_bounded(scene) and drawn.layout.height > COUNTED_PX:
        return activity_bins(reports, scene, scale)
    return Chart(
        name="activities",
        title=_("Activities"),
        figure=drawn,
        sentence=event_sentence(events, scale),
        table=event_table(events, scene.frames.plans),
        filter="plan",
    )


def _figure(events: pd.DataFrame, scene: Scene, scale: TimeScale, stands_alone: bool) -> go.Figure:
    look = scene.look
    is_bounded = _is_bounded(scene)
    room = replace(look, height_px=COUNTED_PX) if is_bounded else look
    width_px = plot_px(look, _RIGHT_PX)
    ground = None if stands_alone or scene.selection.years else _all_events(scene.coverage)
    laid_out = _laid_out(events if ground is None else ground, scale, width_px, room)
    shown = _shown(events, laid_out, scale, width_px)
    key_px = _PHONE_KEY_PX if look.is_narrow else _KEY_PX
    layout: dict[str, Any] = {
        "margin": {"l": left_px(look), "r": _RIGHT_PX, "t": _TOP_PX, "b": key_px},
        "barmode": "overlay",
        "xaxis": scale.axis(look.palette, width_px),
        "yaxis": _kind_axis(laid_out, events, look),
        "shapes": [_border(height, look.palette) for height in laid_out.borders],
        "annotations": [_key(look)],
    }
    lane_px = room.row_px(_LANE_PX, laid_out.depth, _TOP_PX + key_px, _LOWEST_LANE_PX)
    if is_bounded:
        lane_px = min(lane_px, _LANE_PX)
    height_px = int(laid_out.depth * lane_px) + _TOP_PX + key_px
    return figure(look, mark_traces(shown, look.palette), height_px, **layout)


def _is_bounded(scene: Scene) -> bool:
    """Whether there is no more room than for what is counted: all events of the data are too many for a mark each."""
    return scene.look.height_px is None and _all_events(scene.coverage) is None


@once_per_data
def _all_events(coverage: Coverage) -> pd.DataFrame | None:
    """All events of the data, among which the selected ones keep their places; None if they are too many."""
    activities = coverage.frames.activities
    if activities["event"].nunique() > MOST_EVENTS:
        return None
    return distinct_events(activities)


def _laid_out(events: pd.DataFrame, scale: TimeScale, width_px: float, look: Look) -> Swimlanes:
    """The swimlanes, with as much room for labels as does not make them too deep; on a phone, they get what is left."""
    dated = events[events["start_day"].notna()]
    for room_px in () if look.is_narrow else _LABEL_ROOMS_PX:
        laid_out = swimlanes(dated, scale, width_px, room_px)
        if laid_out.depth <= _MOST_DEPTH and look.has_room(laid_out.depth, _TOP_PX + _KEY_PX, _LOWEST_LANE_PX):
            return laid_out
    return swimlanes(dated, scale, width_px, 0)


def _shown(events: pd.DataFrame, laid_out: Swimlanes, scale: TimeScale, width_px: float) -> pd.DataFrame:
    """The dated events with their places."""
    dated = events[events["start_day"].notna()]
    starts, ends = extent_px(dated, scale, width_px)
    is_wide = (ends - starts > MARK_PX) | (dated["precision"] != "day").to_numpy()
    places = labelled(laid_out.marks.reindex(dated["event"]), width_px)
    return dated.assign(is_wide=is_wide, **{name: places[name].to_numpy() for name in places})


def _kind_axis(laid_out: Swimlanes, events: pd.DataFrame, look: Look) -> dict[str, Any]:
    """The names of the kinds, quiet where nothing is selected."""
    having = set(events["activity_kind"])
    names = [(kind, value_words("activity_kinds", kind)) for kind in ACTIVITY_KINDS]
    texts = [name if kind in having else colored(name, look.palette.muted) for kind, name in names]
    places = {"tickvals": list(laid_out.middles), "range": [laid_out.depth - 0.3, -0.7]}
    return row_axis(texts, left_px(look)) | places


def _border(height: float, palette: Palette) -> dict[str, Any]:
    line = {"color": palette.hairline, "width": 1}
    ends = {"x0": 0, "x1": 1, "y0": height, "y1": height}
    return {"type": "line", "xref": "paper", "yref": "y", "layer": "below", "line": line, **ends}


def _key(look: Look) -> dict[str, Any]:
    """How the marks are to be read, in one line below them."""
    emphasis = colored("◆", look.palette.emphasis)
    parts = [
        f"◆ {_('done')}",
        f"◇ {_('planned')}",
        f"⇥ {_('postponed')}",
        f"✕ {_('cancelled')}",
        f"{emphasis} {_('outside the period')}",
    ]
    if not look.is_narrow:
        parts.insert(0, _("width: how exact the date is"))
    most = 3 if look.is_narrow else len(parts)
    return {
        "text": "<br>".join("   ".join(parts[start : start + most]) for start in range(0, len(parts), most)),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xanchor": "left",
        "yanchor": "top",
        "xshift": -left_px(look),
        "yshift": -6,
        "align": "left",
        "showarrow": False,
        "font": {"size": SMALL_PX, "color": look.palette.muted},
    }
