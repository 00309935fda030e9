"""A figure seen through a lens: pixels grow, data stay."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from tests.charts.samples import goal, plan, scene, theme
from ucap.charts.catalogue import CHARTS
from ucap.charts.enlarge import enlarged


def test_all_that_is_measured_in_pixels_grows() -> None:
    """Type, marks, lines, margins, shifts and the height become twice as large."""
    figure = go.Figure(
        [{"type": "scatter", "x": [1], "y": [2], "marker": {"size": [4, 6], "line": {"width": 1}}}],
        {"height": 300, "margin": {"l": 10}, "annotations": [{"text": "a", "xshift": -5, "font": {"size": 12}}]},
    )
    large = enlarged(figure, 2)
    assert (large.layout.height, large.layout.margin.l) == (600, 20)
    assert (large.layout.annotations[0].xshift, large.layout.annotations[0].font.size) == (-10, 24)
    assert list(large.data[0].marker.size) == [8, 12]
    assert large.data[0].marker.line.width == 2


def test_data_stay_where_they_are() -> None:
    """Positions, bases and widths of bars in the unit of the data do not change."""
    figure = go.Figure([{"type": "bar", "x": [3], "y": [5], "base": [1], "width": 0.5}])
    large = enlarged(figure, 3).data[0]
    assert (list(large.x), list(large.y), list(large.base), large.width) == ([3], [5], [1], 0.5)


def test_a_shape_grows_only_along_axes_on_which_it_is_measured_in_pixels() -> None:
    """A chip of fixed size grows; the row that it is anchored to stays."""
    shape = {"type": "rect", "xsizemode": "pixel", "xanchor": 0, "x0": 1, "x1": 5, "yanchor": 7, "y0": 2, "y1": 3}
    large = enlarged(go.Figure(layout={"shapes": [shape]}), 2).layout.shapes[0]
    assert (large.x0, large.x1, large.y0, large.y1, large.yanchor) == (2, 10, 2, 3, 7)


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_can_be_enlarged(name: str) -> None:
    """At half as large again, each chart is so much higher and has the same marks."""
    figure = CHARTS[name](scene([plan("a", ["Panjin", "Rome"], goals=[goal(3)], themes=[theme("tourism")])])).figure
    large = enlarged(figure, 1.49)
    assert large.layout.height == round(1.49 * figure.layout.height)
    assert [len(trace.x) for trace in large.data] == [len(trace.x) for trace in figure.data]
