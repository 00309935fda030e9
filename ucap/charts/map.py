"""The map of pairs: great-circle arcs between the cities that share a plan, cities sized by their number of plans."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from ucap.charts.arcs import arc_opacity, arc_points, arc_traces, arc_widths, visible_middles
from ucap.charts.basemap import land
from ucap.charts.chart import Chart
from ucap.charts.map_cities import city_layer
from ucap.charts.map_words import arc_hover, map_sentence, map_table
from ucap.charts.memory import remembered
from ucap.charts.palette import faded
from ucap.charts.places import city_counts, pair_counts
from ucap.charts.projection import WINDOWS, View, Window, project, widened
from ucap.charts.scene import Scene
from ucap.charts.sheet import Sheet
from ucap.charts.template import figure, note
from ucap.wording import _

MOST_ARCS = 120
MOST_CITIES = 400
_DOT_EXTRA_PX = 3.0


@remembered
def pair_map(scene: Scene, view: View = "whole") -> Chart:
    """The map of the selected pairs.

    The frame is always the same, or wider where a city lies outside it; `view` looks closer at one side. A click on a
    city sets the filter `city` or `partner`, one on the dot of an arc both. At most `MOST_ARCS` arcs and
    `MOST_CITIES` cities are drawn, those with most plans.
    """
    places, pairs = city_counts(scene), pair_counts(scene)
    drawn = places.dropna(subset=["longitude", "latitude"]).head(MOST_CITIES)
    arcs = pairs.dropna(subset=["distance_km"]).head(MOST_ARCS)
    sheet = Sheet(_window(drawn, view), scene.look)
    traces = [land(scene.palette, view), *_arc_layer(arcs, sheet), *city_layer(drawn, sheet)]
    notes = [note(_("No city to show"), scene.palette)] if drawn.empty else []
    return Chart(
        name="map",
        title=_("Who works with whom"),
        figure=figure(scene.look, traces, sheet.height_px, annotations=notes, **sheet.axes()),
        sentence=map_sentence(places, pairs, len(arcs), len(drawn)),
        table=map_table(places, pairs),
    )


def _window(places: pd.DataFrame, view: View) -> Window:
    if view != "whole" or places.empty:
        return WINDOWS[view]
    return widened(WINDOWS[view], *project(places["longitude"], places["latitude"]))


def _arc_layer(arcs: pd.DataFrame, sheet: Sheet) -> list[dict[str, Any]]:
    """The arcs, and on each a dot that can be clicked, as lines cannot."""
    color = sheet.look.palette.neutral
    x, y = arc_points(arcs)
    widths = arc_widths(arcs["plan_count"].to_numpy(np.float64))
    middles = visible_middles(x, y, sheet.window)
    opacity = arc_opacity(len(arcs))
    dots = {
        "type": "scatter",
        "name": "pairs",
        "mode": "markers",
        "x": middles[:, 0],
        "y": middles[:, 1],
        "marker": {"size": widths + _DOT_EXTRA_PX, "color": faded(color, min(1, 2 * opacity)), "line": {"width": 0}},
        "customdata": [["city", a, "partner", b] for a, b in zip(arcs["china_city"], arcs["europe_city"], strict=True)],
        "hovertext": [arc_hover(arc) for arc in arcs.itertuples()],
        "hoverinfo": "text",
    }
    return [*arc_traces(x, y, widths, faded(color, opacity)), dots]
