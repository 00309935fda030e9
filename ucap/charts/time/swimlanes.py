"""Where each event stands on the timeline: a swimlane for each kind or plan, packed so that no mark or label overlaps.

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
from ucap.vocabulary.kinds import ACTIVITY_KINDS


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
MOST_LABEL_PX = 400.0
_LEAST_LABEL_PX = 56.0
_GAP_PX = 7.0
_SPACE_PX = 8.0
_GROUP_GAP = 0.4


@dataclass(frozen=True, slots=True, eq=False)
class Swimlanes:
    """`middles` is the height of each group's name, `borders` lie between groups, `depth` is all of it; in lanes.

    `marks` has, by event: y, label ("" for none, not escaped) and whether it stands left of its mark (`is_left`); and
    what `labelled` needs: the whole `text`, from where to where the mark alone (`mark_left`, `mark_right`) and the mark
    with the room kept for its label (`left`, `right`) reach, in pixels from the left of the plot.
    """

    marks: pd.DataFrame
    middles: tuple[float, ...]
    borders: tuple[float, ...]
    depth: float


def swimlanes(
    events: pd.DataFrame,
    scale: TimeScale,
    plot_px: float,
    label_px: float,
    by: tuple[str, Sequence[str]] = ("activity_kind", ACTIVITY_KINDS),
) -> Swimlanes:
    """Lay out dated events, as `events.distinct_events` gives them, on a plot of that width.

    Each label has `label_px`, or what it needs, for itself, and takes besides what room its lane has left. There is a
    swimlane for each group: a column, and its values in their order.
    """
    column, groups = by
    marks = _extents(events, scale, plot_px, label_px).assign(group=events[column].astype("str").to_numpy())
    tops, depths, top = [], [], 0.0
    for group in groups:
        of_group = marks.index[marks["group"] == group]
        packed = lanes(marks.loc[of_group, "left"].tolist(), marks.loc[of_group, "right"].tolist())
        marks.loc[of_group, "y"] = top + np.array(packed, dtype=np.float64)
        tops.append(top)
        depths.append(max(packed, default=0) + 1)
        top += depths[-1] + _GROUP_GAP
    middles = tuple(start + (depth - 1) / 2 for start, depth in zip(tops, depths, strict=True))
    borders = tuple(start - 0.5 - _GROUP_GAP / 2 for start in tops[1:])
    return Swimlanes(labelled(marks.set_index("event"), plot_px), middles, borders, top - _GROUP_GAP)


def extent_px(events: pd.DataFrame, scale: TimeScale, plot_px: float) -> tuple[Floats, Floats]:
    """Where the dates of events begin and end, in pixels from the left of the plot."""
    pixels_per_ns = plot_px / (scale.end - scale.start).value
    starts = (events["start_day"] - scale.start).dt.total_seconds() * 1e9 * pixels_per_ns
    ends = (events["end_day"] + pd.Timedelta(days=1) - scale.start).dt.total_seconds() * 1e9 * pixels_per_ns
    return starts.to_numpy(np.float64), ends.to_numpy(np.float64)


def labelled(marks: pd.DataFrame, plot_px: float) -> pd.DataFrame:
    """The marks, as `Swimlanes` has them, with labels that fill the room beside them in their lanes."""
    placed = {}
    for _y, lane in marks.sort_values("mark_left").groupby("y", sort=False):
        until = [*lane["left"].tolist()[1:], plot_px]
        after = 0.0
        for mark, next_left in zip(lane.itertuples(), until, strict=True):
            room = {False: next_left - mark.mark_right, True: mark.mark_left - after}
            label, is_left = _label(mark.text, room)
            placed[mark.Index] = label, is_left
            after = mark.mark_right + (0 if is_left else width_px(label, LABEL_TEXT_PX)) + _GAP_PX
    found = [placed[event] for event in marks.index]
    return marks.assign(label=[label for label, _ in found], is_left=np.array([left for _, left in found], dtype=bool))


def _label(text: str, room: dict[bool, float]) -> tuple[str, bool]:
    """As much of the text as has room, and whether that is left (True) of its mark or right."""
    needed = min(width_px(text, LABEL_TEXT_PX) + _SPACE_PX, MOST_LABEL_PX)
    is_left = room[False] < needed and room[True] > room[False]
    room_px = min(room[is_left], MOST_LABEL_PX) - _SPACE_PX
    return (shorten(text, room_px, LABEL_TEXT_PX) if room_px >= _LEAST_LABEL_PX else ""), is_left


def _extents(events: pd.DataFrame, scale: TimeScale, plot_px: float, label_px: float) -> pd.DataFrame:
    """What each event takes in pixels, the room that is kept for its label included."""
    starts, ends = (edges.clip(0, plot_px) for edges in extent_px(events, scale, plot_px))
    middles, halves = (starts + ends) / 2, np.maximum(ends - starts, MARK_PX) / 2
    texts = [text if isinstance(text, str) else "" for text in events["text"]]
    kept_px = np.array([min(width_px(text, LABEL_TEXT_PX) + _SPACE_PX, label_px) for text in texts])
    is_left = middles + halves + kept_px > plot_px
    return pd.DataFrame(
        {
            "event": events["event"],
            "text": texts,
            "mark_left": middles - halves,
            "mark_right": middles + halves,
            "left": middles - halves - np.where(is_left, kept_px, 0),
            "right": middles + halves + np.where(is_left, 0, kept_px) + _GAP_PX,
            "y": 0.0,
        }
    )
