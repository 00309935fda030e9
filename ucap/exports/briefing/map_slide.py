"""The map of pairs as vector shapes: countries, arcs, cities and their names, each of which can be edited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from pptx.enum.shapes import MSO_SHAPE
from pptx.shapes.autoshape import Shape
from pptx.shapes.freeform import FreeformBuilder
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Pt

from ucap.charts.chart import Chart
from ucap.charts.map.arcs import arc_points, arc_widths, link_opacity
from ucap.charts.map.basemap import outlines
from ucap.charts.map.labels import Point, label_box, label_positions, set_apart
from ucap.charts.map.map import MOST_ARCS
from ucap.charts.map.panels import Sheet, sheet, windows
from ucap.charts.map.places import city_counts, pair_counts
from ucap.charts.map.projection import Floats
from ucap.charts.palette import Palette
from ucap.exports.briefing.deck import Deck, describe_shape
from ucap.exports.briefing.drawing import Box, fade, fill, outline
from ucap.exports.briefing.writing import SMALLEST_SIZE, Paragraph, write
from ucap.exports.description import Description
from ucap.exports.story.slide import Slide
from ucap.exports.view import View
from ucap.plain_text import printable
from ucap.plan.words import pair_words, place_words
from ucap.selection.places.cities import Cities, cities, pair_slug

MOST_CITIES = 150
MOST_LABELS = 45
_SMALLEST, _LARGEST = 6.0, 18.0
_FULL_SCALE_PLANS = 12
_UNITS_PER_POINT = 100
_VEIL = 0.65
"""How much of an arc the ground of a name hides."""


@dataclass(frozen=True, slots=True)
class _Map:
    """Where the sheet of the map stands on the slide, the colours of the sides, and where the pages of cities are."""

    sheet: Sheet
    box: Box
    palette: Palette
    description: Description

    def points(self, x: Floats, y: Floats) -> Floats:
        """Places on the sheet as points of the slide, shape (n, 2)."""
        return np.stack([self.box.left + x, self.box.top + self.sheet.height - y], axis=1)


def add_map(deck: Deck, view: View, slide: Slide, chart: Chart) -> None:
    """The map with its sentence as headline."""
    pairs = pair_counts(view.scene)
    native, room = deck.add_sentence(slide)
    places = city_counts(view.scene).dropna(subset=["longitude", "latitude"]).head(MOST_CITIES)
    ground = _Map(sheet(windows(view.scene.coverage), room.width, room.height), room, deck.palette, deck.description)
    known = cities(view.scene.coverage)
    shapes = native.shapes
    shapes.turbo_add_enabled = True
    layers = {
        "land": list(_land(shapes, ground)),
        "pairs": list(_arcs(shapes, ground, pairs.dropna(subset=["distance_km"]).head(MOST_ARCS), known)),
        "cities": list(_cities(shapes, ground, places, known)),
    }
    groups = [_named(shapes.add_group_shape(layer), name) for name, layer in layers.items() if layer]
    describe_shape(shapes.add_group_shape(groups), "map", chart.sentence)


def _named(shape: Any, name: str) -> Any:
    shape.name = name
    return shape


def _land(shapes: SlideShapes, ground: _Map) -> Iterator[Shape]:
    for panel in (ground.sheet.europe, ground.sheet.china):
        for code, rings in outlines(panel):
            shape = _freeform(shapes, [ground.points(*ring.T) for ring in rings], is_closed=True)
            shape.name = code
            fill(shape.fill, "land")
            outline(shape, "paper", 0.5)
            yield shape


def _arcs(shapes: SlideShapes, ground: _Map, pairs: pd.DataFrame, known: Cities) -> Iterator[Shape]:
    x, y = arc_points(pairs, ground.sheet)
    widths = arc_widths(pairs["plan_count"].to_numpy(np.float64))
    counts = pairs["link"].value_counts()
    for row, pair in enumerate(pairs.itertuples()):
        shape = _freeform(shapes, [ground.points(x[row], y[row])], is_closed=False)
        shape.name = printable(pair_words(pair.china_city, pair.europe_city))
        shape.fill.background()
        outline(shape, "neutral", float(widths[row]), link_opacity(pair.link, int(counts[pair.link])))
        _lead(shape, ground.description.page("cities", pair=pair_slug(known, pair.china_city, pair.europe_city)))
        yield shape


class _Outline(FreeformBuilder):  # type: ignore[misc]
    """A freeform of many points, which the library would all look through for the place of each."""

    shape_offset_x = cached_property(FreeformBuilder.shape_offset_x.fget)
    shape_offset_y = cached_property(FreeformBuilder.shape_offset_y.fget)


def _freeform(shapes: SlideShapes, lines: list[Floats], is_closed: bool) -> Shape:
    """One shape of several outlines, in hundredths of a point."""
    scaled = [np.rint(line * _UNITS_PER_POINT).astype(int).tolist() for line in lines]
    scale = Pt(1) / _UNITS_PER_POINT
    builder = _Outline.new(shapes, *scaled[0][0], scale, scale)
    builder.add_line_segments(scaled[0][1:], close=is_closed)
    for line in scaled[1:]:
        builder.move_to(*line[0])
        builder.add_line_segments(line[1:], close=is_closed)
    return builder.convert_to_shape()


def _lead(shape: Shape, address: str | None) -> None:
    """Let a click on the shape open the address, if there is one."""
    if address:
        shape.click_action.hyperlink.address = address


def _cities(shapes: SlideShapes, ground: _Map, places: pd.DataFrame, known: Cities) -> Iterator[Shape]:
    """Dots whose area grows with the number of plans, and names where there is room; cities with most plans first."""
    sizes = _sizes(places["plan_count"].to_numpy(np.float64))
    x, y = set_apart(*ground.sheet.place(places), sizes / 2)
    marks = [
        Point(left, ground.sheet.height - up, size / 2, place_words(city))
        for left, up, size, city in zip(x.tolist(), y.tolist(), sizes.tolist(), places["city"], strict=True)
    ]
    room = ground.sheet.width, ground.sheet.height
    for mark, city, side in zip(marks, places["city"], places["side"], strict=True):
        dot = _dot(shapes, ground, mark, ground.palette.side(side))
        _lead(dot, ground.description.page("cities", place=known.slug_of[city]))
        yield dot
    positions = label_positions(marks, MOST_LABELS, SMALLEST_SIZE, room)
    for mark, city, side, position in zip(marks, places["city"], places["side"], positions, strict=True):
        if position:
            name = _name(shapes, ground, mark, ground.palette.side(side), position)
            _lead(name, ground.description.page("cities", place=known.slug_of[city]))
            yield name


def _sizes(plan_counts: Floats) -> Floats:
    most = max(float(plan_counts.max(initial=1)), _FULL_SCALE_PLANS)
    areas = _SMALLEST**2 + (_LARGEST**2 - _SMALLEST**2) * (plan_counts - 1) / (most - 1)
    return np.asarray(np.sqrt(areas))


def _dot(shapes: SlideShapes, ground: _Map, mark: Point, color: str) -> Shape:
    left, top = ground.box.left + mark.x - mark.radius, ground.box.top + mark.y - mark.radius
    dot = shapes.add_shape(MSO_SHAPE.OVAL, Pt(left), Pt(top), Pt(2 * mark.radius), Pt(2 * mark.radius))
    dot.name = printable(mark.text)
    fill(dot.fill, color)
    outline(dot, "paper", 0.75)
    return dot


def _name(shapes: SlideShapes, ground: _Map, mark: Point, color: str, position: str) -> Shape:
    left, top, right, bottom = label_box(mark, position, SMALLEST_SIZE).tolist()
    box = Box(ground.box.left + left, ground.box.top + top, right - left, bottom - top)
    paragraph = Paragraph(mark.text, SMALLEST_SIZE, color=color, align="center")
    shape = write(shapes, box, [paragraph], f"{mark.text} (name)", anchor="middle")
    shape.text_frame.word_wrap = False
    fill(shape.fill, "paper")
    fade(shape.fill, _VEIL)
    return shape
