"""The timeline as native shapes: a swimlane for each plan, marks as wide as their dates are precise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.shapes.autoshape import Shape
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Pt

from ucap.charts.chart import Chart
from ucap.charts.text import width_px
from ucap.charts.time.events import distinct_events
from ucap.charts.time.scale import TimeScale, own_years
from ucap.charts.time.swimlanes import LABEL_TEXT_PX, MARK_PX, Swimlanes, extent_px, swimlanes
from ucap.charts.words import sentences
from ucap.exports.briefing.deck import Deck, describe_shape
from ucap.exports.briefing.drawing import Box, Tone, fill, outline
from ucap.exports.briefing.writing import SMALLEST_SIZE, Paragraph, fitted, write
from ucap.exports.story.charts import event_words, plan_titles
from ucap.exports.story.slide import Slide
from ucap.exports.view import View
from ucap.plain_text import printable
from ucap.typography import text_width
from ucap.wording import _

MOST_EVENTS = 150
_POINTS_PER_PX = SMALLEST_SIZE / LABEL_TEXT_PX
_NAME_WIDTH, _YEARS_HEIGHT, _LEGEND_HEIGHT = 236.0, 22.0, 26.0
_HIGHEST_LANE, _LOWEST_LANE = 24.0, 17.5
_MARK_SHARE = 0.5
_LABEL_GAP = 3.0
_LABEL_ROOMS_PX = (900.0, 600.0, 400.0, 230.0, 120.0)
_LEAST_YEAR_WIDTH = 42.0
_OUTSIDE = ("before", "after")


@dataclass(frozen=True, slots=True)
class _Page:
    """What stands on one slide: the events with their swimlanes, and the ids of the plans that these are of."""

    events: pd.DataFrame
    plans: list[str]
    lanes: Swimlanes


@dataclass(frozen=True, slots=True)
class _Plot:
    """The part of the slide where time runs, and how high a lane is."""

    box: Box
    lane_height: float

    def top(self, lane: float) -> float:
        """The upper edge of a lane."""
        return self.box.top + lane * self.lane_height


def add_timeline(deck: Deck, view: View, slide: Slide, chart: Chart) -> None:
    """The dated events in the years of the selection, by the plan that reports them; of very many the latest.

    Plans with most events come first; those without room are on further slides, as far as there may be some.
    """
    scale = own_years(view.scene)
    body = deck.room_below_sentence
    above, legend = body.split_top(body.height - _LEGEND_HEIGHT)
    years, room = above.split_top(_YEARS_HEIGHT)
    box = room.split_left(_NAME_WIDTH)[1]
    titles = plan_titles(view)
    events = distinct_events(view.frames.activities)
    dated = events[events["start_day"].notna()]
    within = dated[~scale.misses(dated)].tail(MOST_EVENTS)
    pages = list(_pages(within.assign(plan=[plans[0] for plans in within["plans"]]), scale, box))[: slide.length.most]
    shown_count = sum(len(page.events) for page in pages)
    sentence = slide.sentence
    if shown_count < len(dated):
        words = _("{count} of {total} activities are drawn.").format(count=shown_count, total=len(events))
        sentence = sentences(words, sentence)
    if not pages:
        deck.add_sentence(slide)
    for number, page in enumerate(pages, 1):
        native, _room = deck.add_sentence(replace(slide, sentence=sentence), number)
        native.shapes.turbo_add_enabled = True
        plot = _Plot(box, min(_HIGHEST_LANE, box.height / max(page.lanes.depth, 1)))
        _add_years(native.shapes, scale, Box(box.left, years.top, box.width, years.height), plot, page.lanes)
        _add_names(deck, native.shapes, plot, page, titles)
        marks = list(_marks(native.shapes, page, scale, plot, titles))
        describe_shape(native.shapes.add_group_shape(marks), chart.name, slide.sentence)
        _add_legend(native.shapes, deck, legend)


def _pages(events: pd.DataFrame, scale: TimeScale, box: Box) -> Iterator[_Page]:
    """All events on one slide with as long labels as have room there; else, without labels, on as many as they need."""
    most = box.height / _LOWEST_LANE
    plans = events["plan"].value_counts().index.tolist()
    if not plans:
        return
    for label_px in (*_LABEL_ROOMS_PX, 0) if len(plans) <= most else ():
        laid_out = _lanes(events, plans, scale, box, label_px)
        if laid_out.depth <= most:
            yield _Page(events, plans, laid_out)
            return
    laid_out = _lanes(events, plans, scale, box, 0)
    edges = [-0.5, *laid_out.borders, laid_out.depth]
    start = 0
    while start < len(plans):
        end = next((one for one in range(start + 1, len(plans)) if edges[one + 1] - edges[start] > most), len(plans))
        some = events[events["plan"].isin(plans[start:end])]
        yield _Page(some, plans[start:end], _lanes(some, plans[start:end], scale, box, 0))
        start = end


def _lanes(events: pd.DataFrame, plans: list[str], scale: TimeScale, box: Box, label_px: float) -> Swimlanes:
    return swimlanes(events, scale, box.width / _POINTS_PER_PX, label_px, ("plan", plans))


def _add_years(shapes: SlideShapes, scale: TimeScale, strip: Box, plot: _Plot, lanes: Swimlanes) -> None:
    """A line at each New Year and the year above, every so many where there is no room for all."""
    step = int(np.ceil(scale.year_count * _LEAST_YEAR_WIDTH / strip.width))
    bottom = plot.top(lanes.depth)
    for index in range(0, scale.year_count, step):
        left = strip.left + strip.width * index / scale.year_count
        width = min(strip.width * step / scale.year_count, strip.right - left)
        _add_line(shapes, left, strip.bottom, left, bottom)
        year = Paragraph(str(scale.first + index), SMALLEST_SIZE, color="muted", align="center")
        write(shapes, Box(left, strip.top, width, strip.height), [year], "year", anchor="middle")


def _add_names(deck: Deck, shapes: SlideShapes, plot: _Plot, page: _Page, titles: Mapping[str, str]) -> None:
    """The title of each plan, left of the plot, which leads to its page; a line between one and the next."""
    names = Box(plot.box.left - _NAME_WIDTH, plot.box.top, _NAME_WIDTH, plot.box.height)
    tops = [-0.5, *page.lanes.borders]
    for plan, top, middle in zip(page.plans, tops, page.lanes.middles, strict=True):
        height = 2 * (middle - top) * plot.lane_height
        box = Box(names.left, plot.top(middle + 0.5) - height / 2, names.width - 8, height)
        text, size = fitted(titles[plan], deck.width(box), box.height, (SMALLEST_SIZE,))
        name = Paragraph(text, size, link=deck.description.page("plans", open=plan))
        write(shapes, box, [name.in_runs(deck.width(box))], "plan", anchor="middle")
    for border in page.lanes.borders:
        _add_line(shapes, names.left, plot.top(border + 0.5), plot.box.right, plot.top(border + 0.5))


def _marks(
    shapes: SlideShapes, page: _Page, scale: TimeScale, plot: _Plot, titles: Mapping[str, str]
) -> Iterator[Shape]:
    box = plot.box
    edges = extent_px(page.events, scale, box.width / _POINTS_PER_PX)
    starts, ends = ((pixels * _POINTS_PER_PX).clip(0, box.width).tolist() for pixels in edges)
    places = page.lanes.marks.reindex(page.events["event"])
    for event, start, end, place in zip(page.events.itertuples(), starts, ends, places.itertuples(), strict=True):
        middle, length = (start + end) / 2, end - start
        width = max(length, MARK_PX * _POINTS_PER_PX)
        left = box.left + middle - width / 2
        strip = Box(min(max(left, box.left), box.right - width), plot.top(place.y), width, plot.lane_height)
        yield _add_mark(shapes, _tone(event.timing), event.status == "done", strip, event_words(event, titles))
        if place.label:
            yield _add_label(shapes, place, strip)


def _tone(timing: str) -> Tone:
    return "emphasis" if timing in _OUTSIDE else "neutral"


def _add_legend(shapes: SlideShapes, deck: Deck, strip: Box) -> None:
    """How the marks are to be read, in one line below them."""
    left = strip.left
    entries: tuple[tuple[Tone | None, bool, str], ...] = (
        ("neutral", True, _("done")),
        ("neutral", False, _("planned, postponed or cancelled")),
        ("emphasis", True, _("outside the period")),
        (None, True, _("width: how exact the date is")),
    )
    for tone, is_done, words in entries:
        if tone:
            mark = Box(left, strip.top + 6, MARK_PX * _POINTS_PER_PX, strip.height - 6)
            _add_mark(shapes, tone, is_done, mark, "legend")
            left = mark.right + 6
        width = text_width(words, SMALLEST_SIZE) * 1.06 * deck.body.width / deck.width(deck.body)
        box = Box(left, strip.top + 6, min(width, strip.right - left), strip.height - 6)
        words_alone = write(shapes, box, [Paragraph(words, SMALLEST_SIZE, color="muted")], "legend words", "middle")
        words_alone.text_frame.word_wrap = False
        left = box.right + 22


def _add_line(shapes: SlideShapes, left: float, top: float, right: float, bottom: float) -> None:
    line = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Pt(left), Pt(top), Pt(right), Pt(bottom))
    line.name = "rule"
    outline(line, "hairline", 0.75)


def _add_mark(shapes: SlideShapes, color: Tone, is_done: bool, strip: Box, name: str) -> Shape:
    """Filled when done, hollow when planned, postponed or cancelled, in the second hue outside the plan's period."""
    height = strip.height * _MARK_SHARE
    place = map(Pt, (strip.left, strip.top + (strip.height - height) / 2, strip.width, height))
    mark = shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *place)
    mark.name = printable(name)
    fill(mark.fill, color if is_done else "paper")
    outline(mark, color, 1)
    return mark


def _add_label(shapes: SlideShapes, place: Any, strip: Box) -> Shape:
    """What the mark stands for, beside it."""
    width = width_px(place.label, LABEL_TEXT_PX) * _POINTS_PER_PX
    left = strip.left - _LABEL_GAP - width if place.is_left else strip.right + _LABEL_GAP
    label = Paragraph(place.label, SMALLEST_SIZE, align="right" if place.is_left else "left")
    box = Box(left, strip.top, width, strip.height)
    shape = write(shapes, box, [label], "label", anchor="middle")
    shape.text_frame.word_wrap = False
    return shape
