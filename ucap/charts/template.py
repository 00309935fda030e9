"""The one look of all charts, light or dark.

It stands in each figure and is no template of Plotly's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
import plotly.graph_objects as go

from ucap.charts.palette import FONT, Palette
from ucap.charts.scene import Look
from ucap.wording import _

TEXT_PX = 14
SMALL_PX = 12
NOTE_PX = 16
EMPTY_PX = 96


@cache
def _look_of(palette: Palette) -> tuple[dict[str, Any], dict[str, Any]]:
    """What all charts have in common: the layout, and each axis of it.

    Type, transparent ground, bare axes that stay where they are, quiet hover.
    """
    axis = {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
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
        "xaxis": {},
        "yaxis": {},
        "barcornerradius": 2,
        # The page sets these after it has drawn a figure that lacks them, and draws it again.
        "clickmode": "event+select",
        "dragmode": "pan",
        # The page gives a figure to Plotly twice. By its revision Plotly knows that the lists of numbers are the same.
        "datarevision": 1,
    }
    return layout, axis


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
    """A figure of the given traces and layout in the look; the height never depends on the data's values."""
    common, axis = _look_of(look.palette)
    whole = _over(common, {"height": height_px, **layout})
    axes = {name: _over(axis, own) for name, own in whole.items() if name.startswith(("xaxis", "yaxis"))}
    return bare(go.Figure([_steady(trace, look.palette) for trace in traces], whole | axes))


def bare(drawn: go.Figure) -> go.Figure:
    """The figure without a template of Plotly's: one would have the page draw it twice."""
    drawn.layout.template = None
    return drawn


def _steady(trace: dict[str, Any], palette: Palette) -> dict[str, Any]:
    """A click sets a filter, and the figure is drawn again: nothing else may fade meanwhile."""
    steady: dict[str, Any] = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}
    color = trace.get("textfont", {}).get("color", palette.ink)
    if "text" in trace and isinstance(color, str):
        steady["unselected"] |= {"textfont": {"color": color}}
    return _over(steady, {name: _listed(value) for name, value in trace.items()})


def _over(common: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """What is common, with what somebody has of one's own in its place, part by part."""
    both = {name for name in own if isinstance(own[name], Mapping) and isinstance(common.get(name), Mapping)}
    return {**common, **own, **{name: _over(common[name], own[name]) for name in both}}


def _listed(part: Any) -> Any:
    """The same with lists in place of arrays, which would come to the page encoded, and be others each time.

    Arrays of single precision hold places in pixels, of which a hundredth is as much as anybody sees.
    """
    if isinstance(part, np.ndarray):
        return (part.astype(float).round(2) if part.dtype == np.float32 else part).tolist()
    if isinstance(part, Mapping):
        return {name: _listed(value) for name, value in part.items()}
    return part
