"""How many plans ran when, where there are too many for a bar each."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from ucap.charts.columns import bin_layer, column_figure
from ucap.charts.scene import Scene
from ucap.charts.text import lines
from ucap.charts.timescale import Bins, time_scale
from ucap.charts.words import plans
from ucap.wording import _

_HEIGHT_PX = 280
_LEAST_BIN_PX = 9.0


def running_figure(periods: pd.DataFrame, scene: Scene) -> go.Figure:
    """A column for each quarter, or longer bin, as high as the number of plans whose period touches it."""
    scale = time_scale(scene.coverage)
    bins = scale.bins(scene.look.width_px / _LEAST_BIN_PX)
    counts = running_counts(periods, bins)
    told = _("{plans} running")
    hovers = [lines(f"<b>{bins.name(i)}</b>", told.format(plans=plans(int(n)))) for i, n in enumerate(counts)]
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
