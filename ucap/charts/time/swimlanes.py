"""Where each event stands on the timeline: a swimlane for each kind, packed so that no mark or label overlaps.

Lanes in which intervals do not overlap.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ucap.charts.map.projection import Floats
from ucap.charts.text import shorten, width_px
from ucap.charts.time.scale import TimeScale
from ucap.vocabulary import ACTIVITY_KINDS


def lanes(starts: Sequence[float], ends: Sequence[float]) -> list[int]:
    """The lane of each interval `[start, end)`, counted from 0; as few lanes as can be.

    Greedy by start, each into the lowest free lane: the number of lanes is the largest number of intervals that share a
    point (interval partitioning: Kleinberg and Tardos, Algorithm Design, section 4.1).
    """
    assigned = [0] * len(starts)
    free: list[int] = []
    busy: list[tuple[float, int]] = []
    for index in sorted(range(len(starts)), key=lambda one: (starts[one], ends[one])):
        while busy and busy[0][0] <= starts[index]:
            heapq.heappush(free, heapq.heappop(busy)[1])
        assigned[index] = heapq.heappop(free) if free else len(busy)
        heapq.heappush(busy, (ends[index], assigned[index]))
    return assigned


MARK_PX = 11.0
LABEL_TEXT_PX = 12
_MOST_LABEL_PX = 200.0
_GAP_PX = 7.0
_KIND_GAP = 0.4


@dataclass(frozen=True, slots=True, eq=False)
class Swimlanes:
    """`middles` is the height of each kind's name, `borders` lie between kinds, `depth` is the whole height; in lanes.

    `marks` has, by event: y, label ("" for none, not escaped) and whether it stands left of its mark (`is_left`).
    """

    marks: pd.DataFrame
    middles: tuple[float, ...]
    borders: tuple[float, ...]
    depth: float


def swimlanes(events: pd.DataFrame, scale: TimeScale, plot_px: float, has_labels: bool) -> Swimlanes:
    """Lay out dated events, as `events.distinct_events` gives them, on a plot of that width."""
    marks = _extents(events, scale, plot_px, has_labels)
    tops, depths, top = [], [], 0.0
    for kind in ACTIVITY_KINDS:
        of_kind = marks.index[marks["kind"] == kind]
        packed = lanes(marks.loc[of_kind, "left"].tolist(), marks.loc[of_kind, "right"].tolist())
        marks.loc[of_kind, "y"] = top + np.array(packed, dtype=np.float64)
        tops.append(top)
        depths.append(max(packed, default=0) + 1)
        top += depths[-1] + _KIND_GAP
    middles = tuple(start + (depth - 1) / 2 for start, depth in zip(tops, depths, strict=True))
    borders = tuple(start - 0.5 - _KIND_GAP / 2 for start in tops[1:])
    return Swimlanes(marks.set_index("event")[["y", "label", "is_left"]], middles, borders, top - _KIND_GAP)


def extent_px(events: pd.DataFrame, scale: TimeScale, plot_px: float) -> tuple[Floats, Floats]:
    """Where the dates of events begin and end, in pixels from the left of the plot."""
    pixels_per_ns = plot_px / (scale.end - scale.start).value
    starts = (events["start_day"] - scale.start).dt.total_seconds() * 1e9 * pixels_per_ns
    ends = (events["end_day"] + pd.Timedelta(days=1) - scale.start).dt.total_seconds() * 1e9 * pixels_per_ns
    return starts.to_numpy(np.float64), ends.to_numpy(np.float64)


def _extents(events: pd.DataFrame, scale: TimeScale, plot_px: float, has_labels: bool) -> pd.DataFrame:
    """What each event takes in pixels, its label included."""
    starts, ends = extent_px(events, scale, plot_px)
    middles, halves = (starts + ends) / 2, np.maximum(ends - starts, MARK_PX) / 2
    labels = [_label(event) if has_labels else "" for event in events.itertuples()]
    label_px = np.array([width_px(label, LABEL_TEXT_PX) + 4 if label else 0.0 for label in labels])
    is_left = middles + halves + label_px > plot_px
    return pd.DataFrame(
        {
            "event": events["event"],
            "kind": events["activity_kind"].astype("str"),
            "label": labels,
            "is_left": is_left,
            "left": middles - halves - np.where(is_left, label_px, 0),
            "right": middles + halves + np.where(is_left, 0, label_px) + _GAP_PX,
            "y": 0.0,
        }
    )


def _label(event: object) -> str:
    """Where it took place, or else the beginning of what it was."""
    places, text = getattr(event, "places", None), getattr(event, "text", None)
    words = ", ".join(places.split("; ")[:2]) if isinstance(places, str) else text if isinstance(text, str) else ""
    return shorten(words, _MOST_LABEL_PX, LABEL_TEXT_PX)
