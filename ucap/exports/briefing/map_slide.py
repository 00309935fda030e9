"""The map of pairs as vector shapes: countries, arcs, cities and their names, each of which can be edited.

Cutting rings to a rectangle.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from pptx.enum.shapes import MSO_SHAPE
from pptx.shapes.autoshape import Shape
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Pt

from ucap.charts.chart import Chart
from ucap.charts.map.arcs import arc_opacity, arc_points, arc_widths
from ucap.charts.map.basemap import Ring, countries, simplify
from ucap.charts.map.labels import Point, label_box, label_positions
from ucap.charts.map.map import MOST_ARCS
from ucap.charts.map.places import city_counts, pair_counts
from ucap.charts.map.projection import WINDOWS, Floats, Window, project, widened
from ucap.charts.palette import Palette
from ucap.exports.briefing.deck import Deck, describe_shape
from ucap.exports.briefing.drawing import Box, fill, outline
from ucap.exports.briefing.writing import Paragraph, write
from ucap.exports.story.slide import Slide
from ucap.exports.view import View
from ucap.plain_text import printable


def clip(ring: Ring, frame: Window) -> Ring:
    """The part of a ring inside the rectangle (Sutherland and Hodgman 1974); empty if there is none."""
    sides: tuple[tuple[int, float, Callable[[float, float], bool]], ...] = (
        (0, frame.left, float.__ge__),
        (0, frame.right, float.__le__),
        (1, frame.bottom, float.__ge__),
        (1, frame.top, float.__le__),
    )
    for axis, limit, is_inside in sides:
        ring = _clip_side(ring, axis, limit, is_inside)
    return ring


def _clip_side(ring: Ring, axis: int, limit: float, is_inside: Callable[[float, float], bool]) -> Ring:
    kept: list[tuple[float, float]] = []
    for start, end in zip(ring[-1:] + ring[:-1], ring, strict=True):
        if is_inside(start[axis], limit) != is_inside(end[axis], limit):
            share = (limit - start[axis]) / (end[axis] - start[axis])
            kept.append((start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])))
        if is_inside(end[axis], limit):
            kept.append(end)
    return tuple(kept)


MOST_CITIES = 150
MOST_LABELS = 45
_LABEL_SIZE = 10.0
_SMALLEST, _LARGEST = 6.0, 18.0
_FULL_SCALE_PLANS = 12
_FINEST = 0.5
_WIDEST_STEP = 1.0
_UNITS_PER_POINT = 100


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where the window of the map stands on the slide, and the colours of the sides."""

    window: Window
    box: Box
    palette: Palette

    def points(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Points of the plane as points of the slide."""
        scale = self.box.width / self.window.width
        return self.box.left + (x - self.window.left) * scale, self.box.top + (self.window.top - y) * scale


def add_map(deck: Deck, view: View, slide: Slide, chart: Chart) -> None:
    """The map with its sentence as headline."""
    pairs = pair_counts(view.scene)
    native, room = deck.add_told(slide.title, slide.sentence, slide.notes())
    places = city_counts(view.scene).dropna(subset=["longitude", "latitude"]).head(MOST_CITIES)
    sheet = _sheet(room, places, deck.palette)
    shapes = native.shapes
    shapes.turbo_add_enabled = True
    for name, layer in (
        ("land", list(_land(shapes, sheet))),
        ("pairs", list(_arcs(shapes, sheet, pairs.dropna(subset=["distance_km"]).head(MOST_ARCS)))),
        ("cities", list(_cities(shapes, sheet, places))),
    ):
        if layer:
            describe_shape(shapes.add_group_shape(layer), name, chart.sentence)


def _sheet(room: Box, places: pd.DataFrame, palette: Palette) -> Sheet:
    """The usual window, or a wider one that holds all cities, as large as the room allows and in its middle."""
    window = WINDOWS["whole"]
    if len(places):
        window = widened(window, *project(places["longitude"], places["latitude"]))
    width = min(room.width, room.height * window.width / window.height)
    height = width * window.height / window.width
    return Sheet(window, Box(room.left + (room.width - width) / 2, room.top, width, height), palette)


def _land(shapes: SlideShapes, sheet: Sheet) -> Iterator[Shape]:
    for country in countries():
        rings = [ring for ring in (_outline(ring, sheet) for ring in country.rings) if len(ring) > 2]
        if rings:
            shape = _freeform(shapes, rings, is_closed=True)
            shape.name = country.code
            fill(shape.fill, "land")
            outline(shape, "paper", 0.5)
            yield shape


def _outline(ring: tuple[tuple[float, float], ...], sheet: Sheet) -> Floats:
    """A ring in points of the slide, cut to the window; empty if the edge of the projection would tear it."""
    x, y = project(*np.asarray(ring).T)
    if np.abs(np.diff(x)).max() > _WIDEST_STEP or not sheet.window.meets(x, y):
        return np.empty((0, 2))
    inside = clip(tuple(zip(x.tolist(), y.tolist(), strict=True)), sheet.window)
    if len(inside) < 3:
        return np.empty((0, 2))
    return simplify(np.stack(sheet.points(*np.asarray(inside).T), axis=1), _FINEST)


def _arcs(shapes: SlideShapes, sheet: Sheet, pairs: pd.DataFrame) -> Iterator[Shape]:
    x, y = arc_points(pairs)
    widths = arc_widths(pairs["plan_count"].to_numpy(np.float64))
    opacity = arc_opacity(len(pairs))
    for row, pair in enumerate(pairs.itertuples()):
        line = np.stack(sheet.points(x[row], y[row]), axis=1)
        shape = _freeform(shapes, [line[~np.isnan(line[:, 0])]], is_closed=False)
        shape.name = printable(f"{pair.china_city} – {pair.europe_city}")
        shape.fill.background()
        outline(shape, "neutral", float(widths[row]), opacity)
        yield shape


def _freeform(shapes: SlideShapes, lines: list[Floats], is_closed: bool) -> Shape:
    """One shape of several outlines, in hundredths of a point."""
    scaled = [np.rint(line * _UNITS_PER_POINT).astype(int).tolist() for line in lines]
    builder = shapes.build_freeform(*scaled[0][0], scale=Pt(1) / _UNITS_PER_POINT)
    builder.add_line_segments(scaled[0][1:], close=is_closed)
    for line in scaled[1:]:
        builder.move_to(*line[0])
        builder.add_line_segments(line[1:], close=is_closed)
    return builder.convert_to_shape()


def _cities(shapes: SlideShapes, sheet: Sheet, places: pd.DataFrame) -> Iterator[Shape]:
    """Dots whose area grows with the number of plans, and names where there is room; cities with most plans first."""
    left, top = sheet.points(*project(places["longitude"], places["latitude"]))
    sizes = _sizes(places["plan_count"].to_numpy(np.float64))
    marks = [
        Point(x - sheet.box.left, y - sheet.box.top, size / 2, city)
        for x, y, size, city in zip(left.tolist(), top.tolist(), sizes.tolist(), places["city"], strict=True)
    ]
    room = sheet.box.width, sheet.box.height
    for mark, side in zip(marks, places["side"], strict=True):
        yield _dot(shapes, sheet, mark, sheet.palette.side(side))
    positions = label_positions(marks, MOST_LABELS, _LABEL_SIZE, room)
    for mark, side, position in zip(marks, places["side"], positions, strict=True):
        if position:
            yield _name(shapes, sheet, mark, sheet.palette.side(side), position)


def _sizes(plan_counts: Floats) -> Floats:
    most = max(float(plan_counts.max(initial=1)), _FULL_SCALE_PLANS)
    areas = _SMALLEST**2 + (_LARGEST**2 - _SMALLEST**2) * (plan_counts - 1) / (most - 1)
    return np.asarray(np.sqrt(areas))


def _dot(shapes: SlideShapes, sheet: Sheet, mark: Point, color: str) -> Shape:
    left, top = sheet.box.left + mark.x - mark.radius, sheet.box.top + mark.y - mark.radius
    dot = shapes.add_shape(MSO_SHAPE.OVAL, Pt(left), Pt(top), Pt(2 * mark.radius), Pt(2 * mark.radius))
    dot.name = printable(mark.text)
    fill(dot.fill, color)
    outline(dot, "paper", 0.75)
    return dot


def _name(shapes: SlideShapes, sheet: Sheet, mark: Point, color: str, position: str) -> Shape:
    left, top, right, bottom = label_box(mark, position, _LABEL_SIZE).tolist()
    box = Box(sheet.box.left + left, sheet.box.top + top, right - left, bottom - top)
    paragraph = Paragraph(mark.text, _LABEL_SIZE, color=color, align="center")
    shape = write(shapes, box, [paragraph], f"{mark.text} (name)", anchor="middle")
    shape.text_frame.word_wrap = False
    return shape
