"""Goals and themes as native charts, which PowerPoint can edit."""

from __future__ import annotations

from typing import Any

import pandas as pd
from lxml import etree
from pptx.chart.chart import Chart as NativeChart
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.util import Pt

from ucap.charts.chart import Chart
from ucap.charts.palette import LIGHT
from ucap.exports.briefing.deck import Deck, describe_shape
from ucap.exports.briefing.drawing import fill, paint, readable_on, tinted
from ucap.exports.briefing.writing import SMALLEST_SIZE
from ucap.exports.story.slide import Slide
from ucap.exports.view import View
from ucap.plain_text import printable
from ucap.vocabulary.goals import goals
from ucap.wording import _

_MENTIONED = 0.35
# Where the bars stand, as shares of the chart: left of them are the names, below them the legend.
_PLOT_HEIGHT = 0.92
_PLOT = {"xMode": "edge", "yMode": "edge", "x": 0.4, "y": 0.0, "w": 0.56, "h": _PLOT_HEIGHT}
# The gap between two bars in hundredths of a bar, which PowerPoint allows up to 500; a bar is at most so many points.
_LEAST_GAP, _LARGEST_GAP, _THICKEST_BAR = 35, 500, 28


def add_goals(deck: Deck, _view: View, slide: Slide, chart: Chart) -> None:
    """All 17 goals in their official colours, stated and mentioned separately."""
    names = [f"{goal.number}  {_(goal.name)}" for goal in goals()]
    native = _add_bars(deck, slide, chart.table.iloc[:, 2:4].set_axis(names))
    for series, share in zip(native.plots[0].series, (1.0, _MENTIONED), strict=True):
        fill(series.format.fill, tinted(LIGHT.neutral, share))
        for index, (goal, count) in enumerate(zip(goals(), series.values, strict=True)):
            _paint_point(series.points[index], tinted(goal.color, share), bool(count))
    native.has_legend = True
    native.legend.position = XL_LEGEND_POSITION.BOTTOM
    native.legend.include_in_layout = False
    native.legend.font.size = Pt(SMALLEST_SIZE)


def add_themes(deck: Deck, _view: View, slide: Slide, chart: Chart) -> None:
    """The categories of themes by number of plans; those that no plan names are in the table of gaps."""
    counted = chart.table.iloc[:, :2].set_index(chart.table.columns[0])
    counted = counted[counted.iloc[:, 0] > 0] if counted.iloc[:, 0].any() else counted
    native = _add_bars(deck, slide, counted, XL_CHART_TYPE.BAR_CLUSTERED)
    plot = native.plots[0]
    fill(plot.series[0].format.fill, "neutral")
    plot.has_data_labels = True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = "0;;", False
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    plot.data_labels.font.size = Pt(SMALLEST_SIZE)


def _add_bars(deck: Deck, slide: Slide, counts: pd.DataFrame, kind: Any = XL_CHART_TYPE.BAR_STACKED) -> NativeChart:
    """A slide with horizontal bars: a row for each row of `counts`, the first at the top, a series for each column."""
    data = CategoryChartData(number_format="0")
    data.categories = [printable(str(name)) for name in counts.index]
    for name in counts:
        data.add_series(name, counts[name].tolist())
    native, box = deck.add_sentence(slide)
    place = map(Pt, (box.left, box.top, box.width, box.height))
    frame = native.shapes.add_chart(kind, *place, data)
    describe_shape(frame, slide.name, slide.sentence)
    native = frame.chart
    native.has_title = native.has_legend = False
    row = box.height * _PLOT_HEIGHT / max(len(counts), 1)
    native.plots[0].gap_width = round(min(max(_LEAST_GAP, (row / _THICKEST_BAR - 1) * 100), _LARGEST_GAP))
    native.plots[0].overlap = 100
    _quiet_axes(native)
    _give_names_room(native)
    return native


def _quiet_axes(native: NativeChart) -> None:
    """Names without line and ticks, in the order of the table; no scale, since each bar bears its number."""
    names, scale = native.category_axis, native.value_axis
    names.reverse_order = True
    names.has_major_gridlines = scale.has_major_gridlines = False
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.format.line.fill.background()
    _show_all_names(names)
    names.tick_labels.font.size = Pt(SMALLEST_SIZE)
    # Upright by their own wish: only then LibreOffice draws those whose lines, of tall Chinese fonts, would touch.
    names._element.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}").set("rot", "0")
    scale.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    scale.major_tick_mark = XL_TICK_MARK.NONE
    scale.format.line.fill.background()
    scale.minimum_scale = 0


def _give_names_room(native: NativeChart) -> None:
    """A column of fixed width for the names (`c:manualLayout`), so that programs wrap none of them."""
    layout = etree.Element(qn("c:layout"))
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    etree.SubElement(manual, qn("c:layoutTarget"), val="inner")
    for name, value in _PLOT.items():
        etree.SubElement(manual, qn(f"c:{name}"), val=str(value))
    area = native._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    area.insert(0, layout)


def _show_all_names(axis: Any) -> None:
    """Keep programs from leaving out every other name where they think it tight (`c:tickLblSkip`)."""
    skip = etree.Element(qn("c:tickLblSkip"), val="1")
    axis._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)


def _paint_point(point: Any, color: str, has_label: bool) -> None:
    """A bar in its own colour, with its number in whatever is readable on it."""
    fill(point.format.fill, color)
    if has_label:
        font = point.data_label.font
        font.size, font.bold = Pt(SMALLEST_SIZE), True
        paint(font.color, readable_on(color))
