"""The one Plotly template, light or dark."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import plotly.graph_objects as go

from ucap.charts.palette import FONT, Palette
from ucap.charts.scene import Look
from ucap.wording import _

TEXT_PX = 14
SMALL_PX = 12
NOTE_PX = 16
EMPTY_PX = 96


@cache
def template(palette: Palette) -> go.layout.Template:
    """What all charts have in common: type, transparent ground, bare axes that stay where they are, quiet hover."""
    axis = {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
        "title": None,
        "tickfont": {"size": TEXT_PX, "color": palette.ink},
        "gridcolor": palette.hairline,
        "automargin": False,
    }
    hover = {"bgcolor": palette.paper, "bordercolor": palette.hairline, "align": "left"}
    layout = {
        "font": {"family": FONT, "size": TEXT_PX, "color": palette.ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "colorway": [palette.neutral],
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "showlegend": False,
        "hovermode": "closest",
        "hoverlabel": hover | {"font": {"family": FONT, "size": TEXT_PX, "color": palette.ink}},
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": palette.muted, "activecolor": palette.ink},
        "xaxis": axis,
        "yaxis": axis,
        "barcornerradius": 2,
        "transition": {"duration": 0},
    }
    # A click sets a filter, and the figure is drawn again: nothing else may fade meanwhile.
    steady = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}
    return go.layout.Template(layout=layout, data={"bar": [steady], "scatter": [steady]})


def note(text: str, palette: Palette) -> dict[str, Any]:
    """The annotation of a figure that has nothing to show."""
    return {
        "text": text,
        "xref": "paper",
        "yref": "paper",
        "x": 0.5,
        "y": 0.5,
        "showarrow": False,
        "font": {"size": NOTE_PX, "color": palette.muted},
    }


def empty_figure(look: Look) -> go.Figure:
    """A figure that says, kindly, that there is nothing to show."""
    bare: dict[str, Any] = {"xaxis": {"visible": False}, "yaxis": {"visible": False}}
    return figure(look, [], EMPTY_PX, annotations=[note(_("Nothing to show"), look.palette)], **bare)


def figure(look: Look, traces: Sequence[dict[str, Any]], height_px: int, **layout: Any) -> go.Figure:
    """A figure of the given traces and layout in the look's template; the height never depends on the data's values."""
    return go.Figure(list(traces), {"template": template(look.palette), "height": height_px, **layout})
