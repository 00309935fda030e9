"""A chart: a figure with the sentence and the table that say the same, and what a click on it means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "displayModeBar": False,
    "doubleClick": False,
    "scrollZoom": False,
    "showTips": False,
    "responsive": True,
}
# The only one of Plotly's buttons that our charts have use for: a picture, twice as fine as on the screen.
PICTURE_CONFIG: dict[str, Any] = CONFIG | {
    "displayModeBar": True,
    "modeBarButtons": [["toImage"]],
    "toImageButtonOptions": {"format": "png", "scale": 2},
    "responsive": False,
}


@dataclass(frozen=True, slots=True, eq=False)
class Chart:
    """What a chart shows.

    `name` is its slug, `sentence` says what it shows with the true figures and is its text for screen readers, too,
    `table` holds the same facts under human column names. `filter` is the filter that a click sets; it is None where
    each mark names its own. The `customdata` of a mark are pairs of filter and value, one after the other.
    """

    name: str
    title: str
    figure: go.Figure
    sentence: str
    table: pd.DataFrame
    filter: str | None = None


def clicked(event: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The filters and values that the clicked marks stand for, once each, from what Streamlit's `on_select` returns."""
    points: Sequence[Mapping[str, Any]] = event.get("selection", {}).get("points", ())
    return list(dict.fromkeys(pair for point in points for pair in _pairs(point.get("customdata") or ())))


def _pairs(customdata: Sequence[Any]) -> list[tuple[str, Any]]:
    """`["city", "Panjin", "partner", "Rome"]` as pairs; marks that mean less than others are padded with None."""
    pairs = zip(customdata[::2], customdata[1::2], strict=False)
    return [(key, value) for key, value in pairs if key is not None]
