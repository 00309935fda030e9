"""Rings are cut to a rectangle."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from shapely import Polygon, box

from ucap.charts.map.basemap import clip
from ucap.charts.map.projection import Window

COORDINATES = st.tuples(st.floats(-3, 3), st.floats(-2, 2))


@given(st.lists(COORDINATES, min_size=3, max_size=3, unique=True))
def test_clipping_gives_what_an_independent_library_gives(triangle):
    assume(Polygon(triangle).area > 1e-6)
    frame = Window(-1.0, -1.0, 1.0, 1.0)
    clipped = clip(tuple(triangle), frame)
    expected = Polygon(triangle).intersection(box(-1, -1, 1, 1)).area
    assert (Polygon(clipped).area if len(clipped) > 2 else 0) == pytest.approx(expected, abs=1e-9)
