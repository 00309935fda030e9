"""The map of pairs: great-circle arcs between the cities that share a plan, cities sized by their number of plans.

The cities on the map: dots sized by their number of plans, in the colour of their side, named where names fit.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from ucap.charts.caching import remembered
from ucap.charts.chart import Chart
from ucap.charts.map.arcs import arc_opacity, arc_points, arc_traces, arc_widths, visible_middles
from ucap.charts.map.basemap import land
from ucap.charts.map.labels import Point, label_positions
from ucap.charts.map.places import city_counts, pair_counts
from ucap.charts.map.projection import WINDOWS, Floats, Sheet, View, Window, project, widened
from ucap.charts.map.words import arc_hover, city_hover, map_sentence, map_table
from ucap.charts.palette import faded
from ucap.charts.scene import Scene
from ucap.charts.template import figure, note
from ucap.charts.text import escape
from ucap.vocabulary import SIDES, Side
from ucap.wording import _

MOST_LABELS = 60
_LABEL_SHARE, _SMALLEST_LABEL_PX, _LARGEST_LABEL_PX = 0.015, 11, 16
_SMALLEST_PX, _LARGEST_PX = 8.0, 26.0
_PHONE_SHARE = 0.7
_FULL_SCALE_PLANS = 12
_FILTERS: dict[Side, str] = {"china": "city", "europe": "partner"}


def city_layer(places: pd.DataFrame, sheet: Sheet) -> list[dict[str, Any]]:
    """A trace for each side; the names of both are laid out together, the cities with most plans first.

    Args:
        places: as `places.city_counts` gives them, with coordinates known.
        sheet: what they are drawn on.
    """
    x, y = project(places["longitude"], places["latitude"])
    sizes = _sizes(places["plan_count"].to_numpy(np.float64)) * (_PHONE_SHARE if sheet.look.is_narrow else 1)
    positions = _label_positions(places["city"], *sheet.pixels(x, y), sizes, sheet)
    placed = places.assign(x=x, y=y, size=sizes, label=positions)
    # Small dots lie over large ones, so that each can be seen and clicked.
    stacked = placed.sort_values("size", ascending=False, kind="stable")
    return [_trace(stacked[stacked["side"] == side], side, sheet) for side in SIDES]


def _trace(places: pd.DataFrame, side: Side, sheet: Sheet) -> dict[str, Any]:
    palette = sheet.look.palette
    color = palette.side(side)
    return {
        "type": "scatter",
        "name": side,
        "mode": "markers+text",
        "x": places["x"].to_numpy(),
        "y": places["y"].to_numpy(),
        "text": [escape(city) if label else "" for city, label in zip(places["city"], places["label"], strict=True)],
        "textposition": [label or "middle right" for label in places["label"]],
        "textfont": {"size": _label_px(sheet), "color": color, "shadow": _halo(palette.paper)},
        "marker": {
            "size": places["size"].to_numpy(),
            "color": color,
            "opacity": 1,
            "line": {"color": palette.paper, "width": 1.2},
        },
        "customdata": [[_FILTERS[side], city] for city in places["city"]],
        "hovertext": [city_hover(place) for place in places.itertuples()],
        "hoverinfo": "text",
    }


def _sizes(plan_counts: Floats) -> Floats:
    """Diameters in pixels, so that the area of a city grows with its number of plans."""
    most = max(float(plan_counts.max(initial=1)), _FULL_SCALE_PLANS)
    areas = _SMALLEST_PX**2 + (_LARGEST_PX**2 - _SMALLEST_PX**2) * (plan_counts - 1) / (most - 1)
    return np.asarray(np.sqrt(areas))


def _label_positions(names: pd.Series, left: Floats, top: Floats, sizes: Floats, sheet: Sheet) -> list[str]:
    radii = sizes / 2
    points = [Point(*point) for point in zip(left.tolist(), top.tolist(), radii.tolist(), names, strict=True)]
    room = sheet.window.width * sheet.scale, sheet.window.height * sheet.scale
    return label_positions(points, MOST_LABELS, _label_px(sheet), room)


def _label_px(sheet: Sheet) -> int:
    """Names grow with the map: those on a projector's are read from the last row."""
    return int(np.clip(sheet.look.width_px * _LABEL_SHARE, _SMALLEST_LABEL_PX, _LARGEST_LABEL_PX))


def _halo(color: str) -> str:
    """A shadow in the colour of the paper that keeps land and arcs off the letters (CSS `text-shadow`)."""
    return ", ".join([f"0 0 {blur}px {color}" for blur in (1, 2, 2, 3)])


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
