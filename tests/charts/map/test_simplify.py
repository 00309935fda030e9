"""Fewer points, the same line."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, Point

from ucap.charts.map.basemap import simplify

COORDINATES = st.integers(-100, 100).map(lambda hundredths: hundredths / 100)
LINES = st.lists(st.tuples(COORDINATES, COORDINATES), min_size=2, max_size=40)


@given(LINES, st.floats(0.001, 0.5))
def test_every_point_left_out_lies_within_the_tolerance_of_the_line(points, tolerance):
    line = np.array(points)
    kept = simplify(line, tolerance)
    drawn = LineString(kept) if len({tuple(p) for p in kept.tolist()}) > 1 else Point(kept[0])
    assert max(drawn.distance(Point(point)) for point in points) <= tolerance + 1e-9


@given(LINES)
def test_both_ends_stay(points):
    kept = simplify(np.array(points), 0.5)
    assert tuple(kept[0]) == points[0]
    assert tuple(kept[-1]) == points[-1]


def test_points_on_a_straight_line_go():
    assert len(simplify(np.array([[0.0, 0.0], [1.0, 0.0], [2.0, 0.0]]), 0.01)) == 2
