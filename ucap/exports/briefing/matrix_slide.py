"""Themes by goals as a native table."""

from __future__ import annotations

from typing import Any

import pandas as pd
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from ucap.charts.chart import Chart
from ucap.charts.palette import LIGHT
from ucap.exports.briefing.deck import Deck, describe_shape
from ucap.exports.briefing.drawing import Box, fill, paint, readable_on, tinted
from ucap.exports.briefing.writing import SMALLEST_SIZE, fitted, leave_empty
from ucap.exports.story.slide import Slide
from ucap.exports.view import View
from ucap.plain_text import printable
from ucap.vocabulary.goals import goals

_NAME_WIDTH = 312.0
_HIGHEST_ROW, _LOWEST_ROW = 24.0, 20.0
_MARGIN = 3.0
_FAINTEST = 0.15


def add_matrix(deck: Deck, _view: View, slide: Slide, chart: Chart) -> None:
    """How many plans go with each category and goal; categories without any goal are left to the notes."""
    counts = chart.table.set_index(chart.table.columns[0])
    touched = counts[counts.sum(axis=1) > 0]
    touched = touched.loc[touched.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    room = deck.room_below_sentence
    most = int(room.height // _LOWEST_ROW) - 1
    for number, start in enumerate(range(0, max(len(touched), 1), most), 1):
        native, box = deck.add_sentence(slide, number)
        _add_table(native.shapes, box, touched.iloc[start : start + most], deck, chart)


def _add_table(shapes: Any, box: Box, counts: pd.DataFrame, deck: Deck, chart: Chart) -> None:
    row_count, column_count = len(counts) + 1, len(goals()) + 1
    row_height = min(_HIGHEST_ROW, box.height / row_count)
    place = map(Pt, (box.left, box.top, box.width, row_height * row_count))
    frame = shapes.add_table(row_count, column_count, *place)
    describe_shape(frame, chart.name, chart.sentence)
    _fill_table(frame.table, counts, deck, row_height)


def _fill_table(table: Any, counts: pd.DataFrame, deck: Deck, row_height: float) -> None:
    table.horz_banding = False
    table.columns[0].width = Pt(_NAME_WIDTH)
    for index in range(1, 1 + len(goals())):
        table.columns[index].width = Pt((deck.body.width - _NAME_WIDTH) / len(goals()))
    for row in table.rows:
        row.height = Pt(row_height)
    _set(table.cell(0, 0), counts.index.name, "ink", "paper")
    for column, goal in enumerate(goals(), 1):
        _set(table.cell(0, column), str(goal.number), readable_on(goal.color), goal.color)
    most = max(int(counts.to_numpy().max(initial=0)), 1)
    for row, (name, values) in enumerate(counts.iterrows(), 1):
        room = deck.width(Box(0, 0, _NAME_WIDTH - 2 * _MARGIN, 0))
        text, _size = fitted(str(name), room, row_height, (SMALLEST_SIZE,))
        _set(table.cell(row, 0), text, "ink", "paper")
        for column, count in enumerate(values, 1):
            _set_count(table.cell(row, column), int(count), most)


def _set_count(cell: Any, count: int, most: int) -> None:
    """The more plans, the darker."""
    ground = tinted(LIGHT.neutral, _FAINTEST + (1 - _FAINTEST) * count / most) if count else "paper"
    _set(cell, str(count) if count else "", readable_on(ground) if count else "ink", ground)


def _set(cell: Any, text: str, color: str, ground: str) -> None:
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_left = cell.margin_right = Pt(_MARGIN)
    cell.margin_top = cell.margin_bottom = 0
    fill(cell.fill, ground)
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.CENTER if text.isdigit() else PP_ALIGN.LEFT
    if not text:
        leave_empty(paragraph, SMALLEST_SIZE)
        return
    run = paragraph.add_run()
    run.text = printable(text)
    run.font.size = Pt(SMALLEST_SIZE)
    paint(run.font.color, color)
