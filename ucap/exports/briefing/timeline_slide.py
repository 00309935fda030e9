"""The timeline as native shapes: a swimlane for each kind of activity, marks as wide as their dates are precise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Pt

from ucap.charts.chart import Chart
from ucap.charts.text import width_px
from ucap.charts.time.events import distinct_events
from ucap.charts.time.scale import TimeScale, shown_years
from ucap.charts.time.swimlanes import LABEL_TEXT_PX, MARK_PX, MOST_LABEL_PX, Swimlanes, extent_px, swimlanes
from ucap.exports.briefing.deck import Deck, describe_shape
from ucap.exports.briefing.drawing import Box, Tone, fill, outline
from ucap.exports.briefing.writing import Paragraph, write
from ucap.exports.story.charts import event_words
from ucap.exports.story.slide import Slide
from ucap.exports.view import View
from ucap.plan.words import value_words
from ucap.vocabulary.kinds import ACTIVITY_KINDS
from ucap.wording import _

MOST_EVENTS = 150
_POINTS_PER_PX = 0.75
_NAME_WIDTH, _YEARS_HEIGHT = 96.0, 20.0
_HIGHEST_LANE, _LOWEST_LABELLED_LANE, _LOWEST_LANE = 20.0, 13.0, 6.5
_MARK_SHARE = 0.55
_LABEL_SIZE, _LABEL_GAP = LABEL_TEXT_PX * _POINTS_PER_PX, 3.0
_OUTSIDE = ("before", "after")


@dataclass(frozen=True, slots=True)
class _Plot:
    """The part of the slide where time runs, and how high a lane is."""

    box: Box
    lane_height: float

    def top(self, lane: float) -> float:
        """The upper edge of a lane."""
        return self.box.top + lane * self.lane_height


def add_timeline(deck: Deck, view: View, slide: Slide, chart: Chart) -> None:
    """The dated events; of very many the latest, and only those in the usual years."""
    events = distinct_events(view.frames.activities)
    dated = events[events["start_day"].notna()]
    scale = shown_years(view.scene)
    years, room = deck.room_below_sentence.split_top(_YEARS_HEIGHT)
    names, box = room.split_left(_NAME_WIDTH)
    within = dated[(dated["start_day"] >= scale.start) & (dated["end_day"] < scale.end)]
    shown, laid_out = _laid_out(within.tail(MOST_EVENTS), scale, box)
    sentence = slide.sentence
    if len(shown) < len(dated):
        sentence += " " + _("The slide shows {count} of them.").format(count=len(shown))
    native, _room = deck.add_sentence(chart.title, sentence, slide.notes())
    plot = _Plot(box, min(_HIGHEST_LANE, box.height / max(laid_out.depth, 1)))
    _add_years(native.shapes, scale, Box(box.left, years.top, box.width, years.height), plot, laid_out)
    _add_kinds(native.shapes, names, plot, laid_out)
    starts, ends = (pixels * _POINTS_PER_PX for pixels in extent_px(shown, scale, box.width / _POINTS_PER_PX))
    places = laid_out.marks.reindex(shown["event"])
    for event, start, end, place in zip(shown.itertuples(), starts, ends, places.itertuples(), strict=True):
        width = max(float(end - start), MARK_PX * _POINTS_PER_PX)
        left = box.left + float(start + end - width) / 2
        strip = Box(min(max(left, box.left), box.right - width), plot.top(place.y), width, plot.lane_height)
        _add_mark(native.shapes, event, strip)
        if place.label:
            _add_label(native.shapes, place, strip)


def _laid_out(events: pd.DataFrame, scale: TimeScale, box: Box) -> tuple[pd.DataFrame, Swimlanes]:
    """The events that have room, with labels if all have room with them; else the latest without labels."""
    width_px = box.width / _POINTS_PER_PX
    labelled = swimlanes(events, scale, width_px, MOST_LABEL_PX)
    if labelled.depth * _LOWEST_LABELLED_LANE <= box.height:
        return events, labelled
    while True:
        bare = swimlanes(events, scale, width_px, 0)
        if bare.depth * _LOWEST_LANE <= box.height or len(events) < 2:
            return events, bare
        events = events.tail(int(len(events) * 0.8))


def _add_years(shapes: Any, scale: TimeScale, strip: Box, plot: _Plot, laid_out: Swimlanes) -> None:
    """A line at each New Year and the year above, every so many where there is no room for all."""
    step = int(np.ceil(scale.year_count * 34 / strip.width))
    bottom = plot.top(laid_out.depth)
    for index in range(0, scale.year_count, step):
        left = strip.left + strip.width * index / scale.year_count
        width = min(strip.width * step / scale.year_count, strip.right - left)
        _add_line(shapes, left, strip.bottom, left, bottom)
        year = Paragraph(str(scale.first + index), 11, color="muted", align="center")
        write(shapes, Box(left, strip.top, width, strip.height), [year], "year", anchor="middle")


def _add_kinds(shapes: Any, names: Box, plot: _Plot, laid_out: Swimlanes) -> None:
    for kind, middle in zip(ACTIVITY_KINDS, laid_out.middles, strict=True):
        box = Box(names.left, plot.top(middle), names.width, plot.lane_height)
        name = Paragraph(value_words("activity_kinds", kind), min(11, plot.lane_height * 0.7), color="muted")
        write(shapes, box, [name], "kind", anchor="middle")
    for border in laid_out.borders:
        _add_line(shapes, names.left, plot.top(border + 0.5), plot.box.right, plot.top(border + 0.5))


def _add_line(shapes: Any, left: float, top: float, right: float, bottom: float) -> None:
    line = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Pt(left), Pt(top), Pt(right), Pt(bottom))
    line.name = "rule"
    outline(line, "hairline", 0.75)


def _add_mark(shapes: Any, event: Any, strip: Box) -> None:
    """Filled when done, hollow when planned or cancelled, in the second hue outside the plan's period."""
    height = strip.height * _MARK_SHARE
    place = map(Pt, (strip.left, strip.top + (strip.height - height) / 2, strip.width, height))
    mark = shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *place)
    describe_shape(mark, "activity", event_words(event))
    color: Tone = "emphasis" if event.timing in _OUTSIDE else "neutral"
    fill(mark.fill, color if event.status == "done" else "paper")
    outline(mark, color, 1)


def _add_label(shapes: Any, place: Any, strip: Box) -> None:
    """What the mark stands for, beside it."""
    width = width_px(place.label, LABEL_TEXT_PX) * _POINTS_PER_PX
    left = strip.left - _LABEL_GAP - width if place.is_left else strip.right + _LABEL_GAP
    label = Paragraph(place.label, _LABEL_SIZE, align="right" if place.is_left else "left")
    box = Box(left, strip.top, width, strip.height)
    write(shapes, box, [label], "label", anchor="middle").text_frame.word_wrap = False
