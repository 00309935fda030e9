"""Columns over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from numpy.typing import NDArray

from ucap.charts.scene import Look
from ucap.charts.template import figure
from ucap.charts.time.marks import DAY_MS
from ucap.charts.time.scale import Bins, TimeScale
from ucap.wording import format_number

_LEFT_PX, _RIGHT_PX, _TOP_PX, _BOTTOM_PX = 4, 4, 22, 24


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """Columns of one style: a value and a base for each stretch of time, and what it says under the mouse."""

    starts: Sequence[pd.Timestamp]
    ends: Sequence[pd.Timestamp]
    values: NDArray[np.int64]
    bases: NDArray[np.int64]
    color: str
    rim: str
    hovers: Sequence[str]
    filled_share: float = 0.82


def column_figure(layers: Sequence[Layer], scale: TimeScale, look: Look, height_px: int) -> go.Figure:
    """The layers as columns over the years. The highest column bears its number; a click sets the filter `year`."""
    tops = np.concatenate([layer.bases + layer.values for layer in layers])
    width_px = look.width_px - _LEFT_PX - _RIGHT_PX
    layout: dict[str, Any] = {
        "margin": {"l": _LEFT_PX, "r": _RIGHT_PX, "t": _TOP_PX, "b": _BOTTOM_PX},
        "barmode": "overlay",
        "xaxis": scale.axis(look.palette, width_px) | {"side": "bottom"},
        "yaxis": {"visible": False, "range": [0, max(int(tops.max(initial=0)), 1)]},
    }
    return figure(look, [*map(_trace, layers), _peak(layers)], height_px, **layout)


def bin_layer(
    values: NDArray[np.int64], bases: NDArray[np.int64], bins: Bins, style: tuple[str, str], hovers: Sequence[str]
) -> Layer:
    """A layer with a column for each bin; `style` is fill and rim."""
    starts = [bins.start(index) for index in range(bins.count)]
    ends = [bins.start(index + 1) for index in range(bins.count)]
    return Layer(starts, ends, values, bases, *style, hovers)


def _trace(layer: Layer) -> dict[str, Any]:
    having = np.flatnonzero(layer.values).tolist()
    lengths = [(layer.ends[i] - layer.starts[i]).days for i in having]
    return {
        "type": "bar",
        "name": "columns",
        "x": [f"{layer.starts[i] + (layer.ends[i] - layer.starts[i]) / 2:%Y-%m-%d}" for i in having],
        "width": [length * layer.filled_share * DAY_MS for length in lengths],
        "y": layer.values[having].tolist(),
        "base": layer.bases[having].tolist(),
        "marker": {"color": layer.color, "line": {"color": layer.rim, "width": 1.2}},
        "customdata": [["year", layer.starts[i].year] for i in having],
        "hovertext": [layer.hovers[i] for i in having],
        "hoverinfo": "text",
    }


def _peak(layers: Sequence[Layer]) -> dict[str, Any]:
    """The number on the highest column."""
    tops = [int((layer.bases + layer.values).max(initial=0)) for layer in layers]
    highest = layers[int(np.argmax(tops))]
    at = int((highest.bases + highest.values).argmax())
    middle = highest.starts[at] + (highest.ends[at] - highest.starts[at]) / 2
    return {
        "type": "scatter",
        "mode": "text",
        "x": [f"{middle:%Y-%m-%d}"] if max(tops) else [],
        "y": [max(tops)] if max(tops) else [],
        "text": [f"<b>{format_number(max(tops))}</b>"],
        "textposition": "top center",
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
