"""A chart as it goes into a document: on paper, with its title and sentence above and what was selected below.

Plotly draws nothing without a browser, and no other library draws its figures: kaleido 1 steers an installed Chrome,
kaleido 0.2 brings an abandoned one, and a second drawing of each chart would be a second truth. So the picture (PNG or
SVG) is made by the browser that shows it, at the press of a button and without a network.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go

from ucap.charts.catalogue import CHARTS
from ucap.charts.palette import LIGHT
from ucap.charts.scene import Look, Scene
from ucap.charts.template import bare
from ucap.charts.text import escape, wrap
from ucap.charts.words import boundary_notice, goal_disclaimer
from ucap.exports.description import Description
from ucap.plain_text import printable

WIDTH_PX = 900
_EDGE_PX, _GAP_PX = 24, 18
_TITLE_PX, _SENTENCE_PX, _SMALL_PX = 20, 14, 11
_LINE_HEIGHT = 1.3
_MOST_LINES = 6
_NOTICES: dict[str, Callable[[], str]] = {
    "map": boundary_notice,
    "goals": goal_disclaimer,
    "themes-goals": goal_disclaimer,
    "cities-goals": goal_disclaimer,
}


def picture(name: str, scene: Scene, description: Description) -> go.Figure:
    """The chart of that name in our light colours, `WIDTH_PX` wide, on a ground of its own.

    Raises:
        KeyError: there is no such chart.
    """
    chart = CHARTS[name](Scene(scene.coverage, scene.selection, Look(width_px=WIDTH_PX - 2 * _EDGE_PX)))
    sentence = _lines(chart.sentence, _SENTENCE_PX)
    small = [line for text in (description.line, _NOTICES.get(name, str)()) for line in _lines(text, _SMALL_PX) if text]
    top_px = round((_TITLE_PX + len(sentence) * _SENTENCE_PX) * _LINE_HEIGHT) + _GAP_PX + _EDGE_PX
    bottom_px = round(len(small) * _SMALL_PX * _LINE_HEIGHT) + _GAP_PX + _EDGE_PX
    # A copy: who asks for the chart again gets the one that was drawn.
    figure = bare(go.Figure(chart.figure))
    margin = figure.layout.margin
    inner = {side: int(margin[side] or 0) for side in "lrtb"}
    figure.add_annotation(_small_print(small, inner))
    return figure.update_layout(
        title=_heading(chart.title, sentence),
        width=WIDTH_PX,
        height=figure.layout.height + top_px + bottom_px,
        margin={
            "l": inner["l"] + _EDGE_PX,
            "r": inner["r"] + _EDGE_PX,
            "t": inner["t"] + top_px,
            "b": inner["b"] + bottom_px,
        },
        paper_bgcolor=LIGHT.paper,
        dragmode=False,
    )


def _lines(text: str, size_px: float) -> list[str]:
    return wrap(printable(text), WIDTH_PX - 2 * _EDGE_PX, size_px, _MOST_LINES).split("<br>")


def _heading(title: str, sentence: list[str]) -> dict[str, Any]:
    return {
        "text": f"<b>{escape(title)}</b>",
        "font": {"size": _TITLE_PX, "color": LIGHT.ink},
        "subtitle": {"text": "<br>".join(sentence), "font": {"size": _SENTENCE_PX, "color": LIGHT.muted}},
        "xref": "container",
        "yref": "container",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "top",
        "pad": {"l": _EDGE_PX, "t": _EDGE_PX},
    }


def _small_print(lines: list[str], inner: dict[str, int]) -> dict[str, Any]:
    """Below all that the chart itself writes into its lower margin."""
    return {
        "text": "<br>".join(lines),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xanchor": "left",
        "yanchor": "top",
        "xshift": -inner["l"],
        "yshift": -inner["b"] - _GAP_PX,
        "align": "left",
        "showarrow": False,
        "borderpad": 0,
        "font": {"size": _SMALL_PX, "color": LIGHT.muted},
    }
