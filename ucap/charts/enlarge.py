"""Figures for a screen that is looked at from afar: the same drawing, larger."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import plotly.graph_objects as go

from ucap.charts.template import bare

# What Plotly measures in pixels, by the name of the property; the names of those that hold it come below.
_PIXELS = frozenset({"size", "height", "xshift", "yshift", "ticklabelstandoff", "gridwidth", "barcornerradius"})
_PIXELS_IN: dict[str, frozenset[str]] = {
    "line": frozenset({"width"}),
    "margin": frozenset({"l", "r", "t", "b"}),
    "marker": frozenset({"cornerradius"}),
}
_PIXEL_SHAPES = {"xsizemode": frozenset({"x0", "x1"}), "ysizemode": frozenset({"y0", "y1"})}


def enlarged(figure: go.Figure, scale: float) -> go.Figure:
    """The figure with all that is measured in pixels (type, marks, lines, margins, height) so many times as large.

    Drawn in a room that is `scale` times as wide, it looks as the original does through a lens.
    """
    # Part by part: the whole figure would give its arrays encoded.
    parts = {"data": [trace.to_plotly_json() for trace in figure.data], "layout": figure.layout.to_plotly_json()}
    return bare(go.Figure(_scaled(parts, scale, "")))


def _scaled(part: Any, scale: float, name: str) -> Any:
    if isinstance(part, Mapping):
        pixels = _pixels(part, name)
        return {
            key: _times(value, scale) if key in pixels else _scaled(value, scale, key) for key, value in part.items()
        }
    if isinstance(part, list | tuple):
        return [_scaled(one, scale, name) for one in part]
    return part


def _pixels(part: Mapping[str, Any], name: str) -> frozenset[str]:
    """The properties of a part of the figure, known by its name, that are measured in pixels."""
    pixels = _PIXELS | _PIXELS_IN.get(name, frozenset())
    for mode, ends in _PIXEL_SHAPES.items():
        if part.get(mode) == "pixel":
            pixels |= ends
    return pixels


def _times(value: Any, scale: float) -> Any:
    """A number or several; whole numbers stay whole, as some properties must."""
    if value is None:
        return None
    if isinstance(value, int):
        return round(value * scale)
    return value * scale if isinstance(value, float) else (np.asarray(value) * scale).tolist()
