"""The marks of activities: as wide as their dates are precise, filled when done, hollow when planned."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from ucap.charts.palette import Palette, faded
from ucap.charts.text import escape
from ucap.charts.time.activity_words import event_hover
from ucap.charts.time.swimlanes import LABEL_TEXT_PX, MARK_PX

DAY_MS = 86_400_000
_CLEAR = "rgba(0,0,0,0)"
_YEAR_OPACITY = 0.35
_BAR_SHARE = 0.56
_RIM_PX = 1.5
_OUTSIDE = ("before", "after")
_SIGNS = {"postponed": "arrow-bar-right", "cancelled": "x-thin"}


def mark_traces(events: pd.DataFrame, palette: Palette) -> list[dict[str, Any]]:
    """The marks of dated events that have, besides the columns of `distinct_events`, those of `Swimlanes.marks`, and
    `is_wide`: whether the dates are wider on the screen than the mark of a single day.
    """
    wide, narrow = events[events["is_wide"]], events[~events["is_wide"]]
    signs = [_signs(events[events["status"] == status], status, palette) for status in _SIGNS]
    return [_spans(wide, palette), _days(narrow, palette), *signs, _labels(events, palette)]


def middles(events: pd.DataFrame) -> pd.Series:
    """The middle of the dates of each event."""
    return events["start_day"] + (events["end_day"] + pd.Timedelta(days=1) - events["start_day"]) / 2


def color_of(timing: Any, palette: Palette) -> str:
    """Emphasis for what lies outside the period, the neutral hue for the rest."""
    return palette.emphasis if timing in _OUTSIDE else palette.neutral


def _spans(events: pd.DataFrame, palette: Palette) -> dict[str, Any]:
    colors = [color_of(timing, palette) for timing in events["timing"]]
    fills = [_fill(color, *event) for color, event in zip(colors, _looks(events), strict=True)]
    rims = [color if fill == _CLEAR else fill for color, fill in zip(colors, fills, strict=True)]
    days = (events["end_day"] - events["start_day"]).dt.days + 1
    return {
        "type": "bar",
        "name": "spans",
        "orientation": "h",
        "base": events["start_day"].dt.strftime("%Y-%m-%d").tolist(),
        "x": (days * DAY_MS).tolist(),
        "y": events["y"].tolist(),
        "width": _BAR_SHARE,
        "marker": {"color": fills, "line": {"color": rims, "width": _RIM_PX}},
        **_answers(events),
    }


def _looks(events: pd.DataFrame) -> Iterator[tuple[str, str]]:
    return zip(events["status"], events["precision"], strict=True)


def _fill(color: str, status: str, precision: str) -> str:
    if status != "done":
        return _CLEAR
    return faded(color, _YEAR_OPACITY) if precision == "year" else color


def _days(events: pd.DataFrame, palette: Palette) -> dict[str, Any]:
    symbols = np.where(events["status"] == "done", "diamond-tall", "diamond-tall-open")
    return {
        "type": "scatter",
        "name": "days",
        "mode": "markers",
        "x": middles(events).dt.strftime("%Y-%m-%d").tolist(),
        "y": events["y"].tolist(),
        "marker": {
            "symbol": symbols.tolist(),
            "size": MARK_PX,
            "color": [color_of(timing, palette) for timing in events["timing"]],
            "opacity": 1,
            "line": {"width": 1.5, "color": [color_of(timing, palette) for timing in events["timing"]]},
        },
        **_answers(events),
    }


def _signs(events: pd.DataFrame, status: str, palette: Palette) -> dict[str, Any]:
    """What stands on the hollow marks of what was postponed or cancelled."""
    return {
        "type": "scatter",
        "name": status,
        "mode": "markers",
        "x": middles(events).dt.strftime("%Y-%m-%d").tolist(),
        "y": events["y"].tolist(),
        "marker": {
            "symbol": _SIGNS[status],
            "size": MARK_PX,
            "color": palette.ink,
            "line": {"width": 1.5, "color": palette.ink},
        },
        "hoverinfo": "skip",
    }


def _labels(events: pd.DataFrame, palette: Palette) -> dict[str, Any]:
    """The labels, right of their marks, or left where the plot ends; spaces keep them off the marks."""
    sides = events["is_left"].tolist()
    ends = np.where(events["is_left"], events["start_day"], events["end_day"] + pd.Timedelta(days=1))
    anchors = pd.Series(np.where(events["is_wide"], ends, middles(events))).dt.strftime("%Y-%m-%d").tolist()
    gaps = ["\u00a0" if is_wide else "\u00a0\u00a0\u00a0" for is_wide in events["is_wide"]]
    texts = [escape(label) for label in events["label"]]
    return {
        "type": "scatter",
        "name": "labels",
        "mode": "text",
        "x": anchors,
        "y": events["y"].tolist(),
        "text": [
            f"{text}{gap}" if left else f"{gap}{text}" for text, gap, left in zip(texts, gaps, sides, strict=True)
        ],
        "textposition": ["middle left" if left else "middle right" for left in sides],
        "textfont": {"size": LABEL_TEXT_PX, "color": palette.muted},
        "hoverinfo": "skip",
    }


def _answers(events: pd.DataFrame) -> dict[str, Any]:
    """What the marks say under the mouse and when clicked: the plans that report the event."""
    return {
        "customdata": [[part for plan in plans for part in ("plan", plan)] for plans in events["plans"]],
        "hovertext": [event_hover(event) for event in events.itertuples()],
        "hoverinfo": "text",
    }
