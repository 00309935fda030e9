"""The map of pairs: Europe and China face each other, joined by a line for each two cities that share a plan.

The line is full where the two are paired, and faint where they have only met.

The cities on the map: dots sized by their number of plans, in the colour of their side, named where names fit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from ucap.charts.caching import remembered
from ucap.charts.chart import Chart
from ucap.charts.map.arcs import arc_points, arc_traces, arc_widths, link_opacity, targets
from ucap.charts.map.basemap import land
from ucap.charts.map.labels import Point, label_positions, set_apart
from ucap.charts.map.panels import Sheet, View, screen_sheet, windows
from ucap.charts.map.places import city_counts, pair_counts
from ucap.charts.map.projection import Floats, Window
from ucap.charts.map.words import arc_hover, city_hover, map_sentence, map_table, met_beside
from ucap.charts.palette import Palette, faded
from ucap.charts.scene import Look, Scene
from ucap.charts.template import figure, note
from ucap.charts.text import escape
from ucap.plan.words import place_words
from ucap.vocabulary.kinds import SIDES, Side
from ucap.wording import _

MOST_LABELS = 60
_LABEL_SHARE, _SMALLEST_LABEL_PX, _LARGEST_LABEL_PX = 0.015, 11, 16
_SMALLEST_PX, _LARGEST_PX = 8.0, 26.0
_PHONE_SHARE = 0.7
_FULL_SCALE_PLANS = 12
_FILTERS: dict[Side, str] = {"china": "city", "europe": "partner"}


def city_layer(places: pd.DataFrame, sheet: Sheet, look: Look) -> list[dict[str, Any]]:
    """A trace for each side; the names of both are laid out together, the cities with most plans first.

    Args:
        places: as `places.city_counts` gives them, with coordinates known.
        sheet: what they are drawn on.
        look: how they are drawn.
    """
    crowd_share = float(np.clip(np.sqrt(_CROWD / max(len(places), 1)), _LEAST_SHARE, 1))
    sizes = _sizes(places["plan_count"].to_numpy(np.float64)) * crowd_share * (_PHONE_SHARE if look.is_narrow else 1)
    x, y = set_apart(*sheet.place(places), sizes / 2)
    positions = _label_positions(places["city"].map(place_words), x, sheet.height - y, sizes, sheet)
    placed = places.assign(x=x, y=y, size=sizes, label=positions)
    # Small dots lie over large ones, so that each can be seen and clicked.
    stacked = placed.sort_values("size", ascending=False, kind="stable")
    return [_trace(stacked[stacked["side"] == side], side, look) for side in SIDES]


def _trace(places: pd.DataFrame, side: Side, look: Look) -> dict[str, Any]:
    palette = look.palette
    color = palette.side(side)
    return {
        "type": "scatter",
        "name": side,
        "mode": "markers+text",
        "x": places["x"].to_numpy(),
        "y": places["y"].to_numpy(),
        "text": [escape(place_words(place.city)) if place.label else "" for place in places.itertuples()],
        "textposition": [label or "middle right" for label in places["label"]],
        "textfont": {"size": _label_px(look.width_px), "color": color, "shadow": _halo(palette.paper)},
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
    return label_positions(points, MOST_LABELS, _label_px(sheet.width), (sheet.width, sheet.height))


def _label_px(width_px: float) -> int:
    """Names grow with the map: those on a projector's are read from the last row."""
    return int(np.clip(width_px * _LABEL_SHARE, _SMALLEST_LABEL_PX, _LARGEST_LABEL_PX))


def _halo(color: str) -> str:
    """A shadow in the colour of the paper that keeps land and arcs off the letters (CSS `text-shadow`)."""
    return ", ".join([f"0 0 {blur}px {color}" for blur in (1, 2, 2, 3)])


MOST_ARCS = 120
MOST_CITIES = 400
_TARGET_PX = 9
_CROWD = 45
_LEAST_SHARE = 0.65


@remembered
def pair_map(scene: Scene, view: View = "whole") -> Chart:
    """The map of the selected pairs.

    What is in sight does not depend on the selection; `view` looks closer at one side. A click on a city sets the
    filter `city` or `partner`, one on an arc both. At most `MOST_ARCS` arcs and
    `MOST_CITIES` cities are drawn, those with most plans.
    """
    places, pairs = city_counts(scene), pair_counts(scene)
    drawn = places.dropna(subset=["longitude", "latitude"]).head(MOST_CITIES)
    arcs = pairs.dropna(subset=["distance_km"]).head(MOST_ARCS)
    sheet = screen_sheet(windows(scene.coverage), scene.look, view)
    ground = land(scene.palette, (sheet.europe, sheet.china))
    traces = [ground, *_arc_layer(arcs, sheet, scene.palette), *city_layer(drawn, sheet, scene.look)]
    notes = [note(_("No city to show"), scene.palette)] if drawn.empty else []
    return Chart(
        name="map",
        title=_("Who works with whom"),
        figure=figure(scene.look, traces, int(sheet.height), annotations=notes, **sheet.axes()),
        sentence=map_sentence(places, pairs, len(arcs), len(drawn), met_beside(scene)),
        table=map_table(places, pairs),
    )


def _arc_layer(arcs: pd.DataFrame, sheet: Sheet, palette: Palette) -> list[dict[str, Any]]:
    """The arcs, and on each unseen marks that answer the mouse, as lines cannot."""
    x, y = arc_points(arcs, sheet)
    ends = list(zip(arcs["china_city"], arcs["europe_city"], strict=True))
    across, up = targets(x, y, _between(sheet))
    each = across.shape[1]
    marks = {
        "type": "scatter",
        "name": "pairs",
        "mode": "markers",
        "x": across.ravel(),
        "y": up.ravel(),
        "marker": {"size": _TARGET_PX, "color": palette.neutral, "opacity": 0},
        "customdata": [["city", a, "partner", b] for a, b in ends for _target in range(each)],
        "hovertext": [hover for hover in map(arc_hover, arcs.itertuples()) for _target in range(each)],
        "hoverinfo": "text",
        "unselected": {"marker": {"opacity": 0}},
        "selected": {"marker": {"opacity": 0}},
    }
    return [*_lines(arcs, x, y, palette), marks]


def _lines(arcs: pd.DataFrame, x: Floats, y: Floats, palette: Palette) -> Iterator[dict[str, Any]]:
    """The lines of the pairs that have only met, faint, and above them those of the paired ones."""
    widths = arc_widths(arcs["plan_count"].to_numpy(np.float64))
    ends = np.array(list(zip(arcs["china_city"], arcs["europe_city"], strict=True)), dtype=object).reshape(-1, 2)
    for link in ("met", "paired"):
        is_of = (arcs["link"] == link).to_numpy()
        color = faded(palette.neutral, link_opacity(link, int(is_of.sum())))
        yield from arc_traces(x[is_of], y[is_of], widths[is_of], color, [(a, b) for a, b in ends[is_of].tolist()])


def _between(sheet: Sheet) -> Window:
    """Where arcs answer the mouse: between the panels, where no city is in the way, or on the one panel in sight."""
    europe, china = sheet.europe.frame, sheet.china.frame
    if sheet.is_stacked and china.top < europe.bottom:
        return Window(0.0, china.top, sheet.width, europe.bottom)
    between = Window(max(europe.right, 0.0), 0.0, min(china.left, sheet.width), sheet.height)
    return between if between.width > 0 else sheet.window
