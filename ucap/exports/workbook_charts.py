"""The charts of the selection as native Excel charts, each beside the table that it is drawn from."""

from __future__ import annotations

from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from ucap.charts.chart import Chart
from ucap.charts.counts.bars import country_bars, theme_bars, topic_bars
from ucap.charts.counts.goals import goal_bars
from ucap.charts.palette import LIGHT
from ucap.charts.scene import Scene
from ucap.plain_text import printable
from ucap.vocabulary.goals import goals
from ucap.wording import _

_CHART_COLUMN = 6
_ROW_PX = 20
_BAR_PX = 24
_FRAME_PX = 110
_WIDTH_PX = 720
_OPACITY_OF_MENTIONS = 70  # per cent of transparency


def add_charts(workbook: xlsxwriter.Workbook, scene: Scene) -> None:
    """A sheet with the charts of goals, themes, topics and countries, one below the other, and what each says."""
    sheet = workbook.add_worksheet(_("Charts"))
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 1, 34)
    sheet.set_column(2, 4, 24)
    bold = workbook.add_format({"bold": True})
    row = 0
    for chart in (goal_bars(scene), theme_bars(scene), topic_bars(scene), country_bars(scene)):
        row = _add_block(workbook, sheet, row, chart, bold)


def _add_block(workbook: xlsxwriter.Workbook, sheet: Worksheet, top: int, chart: Chart, bold: Any) -> int:
    """Title, sentence, table and chart from the row `top` on; returns the row at which the next may begin."""
    sheet.write_string(top, 0, chart.title, bold)
    sheet.write_string(top + 1, 0, printable(chart.sentence))
    for column, heading in enumerate(chart.table):
        sheet.write_string(top + 2, column, heading, bold)
    for row, values in enumerate(chart.table.itertuples(index=False, name=None), top + 3):
        for column, value in enumerate(values):
            _write(sheet, row, column, value)
    height_px = _FRAME_PX + _BAR_PX * len(chart.table)
    if len(chart.table):
        sheet.insert_chart(top + 2, _CHART_COLUMN, _native(workbook, chart, top + 3, height_px))
    return top + 4 + max(len(chart.table), height_px // _ROW_PX)


def _write(sheet: Worksheet, row: int, column: int, value: object) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, printable(value))
    else:
        sheet.write_number(row, column, value)


def _native(workbook: xlsxwriter.Workbook, chart: Chart, first_row: int, height_px: int) -> Any:
    """Bars from top to bottom; the series are the columns of counts, the names the column of texts before them."""
    native = workbook.add_chart({"type": "bar", "subtype": "stacked"})
    last_row = first_row + len(chart.table) - 1
    names = [index for index, name in enumerate(chart.table) if pd.api.types.is_string_dtype(chart.table[name])][-1]
    counts = [index for index, name in enumerate(chart.table) if index > names and _is_count(chart.table[name])]
    for order, column in enumerate(counts):
        native.add_series(
            {
                "name": [_("Charts"), first_row - 1, column],
                "categories": [_("Charts"), first_row, names, last_row, names],
                "values": [_("Charts"), first_row, column, last_row, column],
                "gap": 40,
                "data_labels": {"value": True, "num_format": "0;;"},
                "fill": {"color": LIGHT.neutral},
                "points": _goal_points(order) if chart.name == "goals" else None,
            }
        )
    native.set_title({"name": chart.title, "overlay": False, "name_font": {"size": 14, "color": LIGHT.ink}})
    native.set_y_axis({"reverse": True, "line": {"none": True}, "major_tick_mark": "none"})
    native.set_x_axis({"major_gridlines": {"visible": False}, "num_format": "0", "min": 0})
    native.set_legend({"position": "bottom"} if len(counts) > 1 else {"none": True})
    native.set_size({"width": _WIDTH_PX, "height": height_px})
    return native


def _is_count(column: pd.Series) -> bool:
    return bool(pd.api.types.is_integer_dtype(column))


def _goal_points(order: int) -> list[dict[str, Any]]:
    """The official colours; those of goals that are only mentioned are lighter."""
    transparency = {"transparency": _OPACITY_OF_MENTIONS} if order else {}
    return [{"fill": {"color": goal.color, **transparency}} for goal in goals()]
