"""The base map becomes plain rings in the plane, cut to a window."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from shapely import Polygon, box

from ucap.exports.world import Window, clip, countries, project, window

COORDINATES = st.tuples(st.floats(-3, 3), st.floats(-2, 2))


def test_the_base_map_has_closed_rings_for_china_and_italy():
    by_code = {country.code: country for country in countries()}
    for code, inside in (("CHN", (104, 35)), ("ITA", (12.5, 42.5))):
        ring = max(by_code[code].rings, key=len)
        assert ring[0] == pytest.approx(ring[-1])
        assert Polygon(ring).contains(Polygon([inside, (inside[0] + 0.1, inside[1]), (inside[0], inside[1] + 0.1)]))


def test_the_projection_keeps_the_equator_and_the_middle_meridian_straight():
    assert project(0, 0) == (0, 0)
    assert project(90, 0)[1] == 0
    assert project(0, 60)[0] == 0


def test_the_projection_keeps_areas():
    def area(longitude: float, latitude: float) -> float:
        corners = [(0, 0), (0.1, 0), (0.1, 0.1), (0, 0.1)]
        return Polygon([project(longitude + x, latitude + y) for x, y in corners]).area

    assert area(10, 60) / area(120, 0) == pytest.approx(0.5, rel=0.01)  # the cosine of 60 degrees


@given(st.lists(COORDINATES, min_size=1), st.floats(0.5, 3))
def test_a_window_holds_all_its_points_and_has_the_aspect_asked_for(points, aspect):
    frame = window(points, aspect)
    assert frame.aspect == pytest.approx(aspect)
    assert all(frame.left <= x <= frame.right and frame.bottom <= y <= frame.top for x, y in points)


@given(st.lists(COORDINATES, min_size=3, max_size=3, unique=True))
def test_clipping_gives_what_an_independent_library_gives(triangle):
    assume(Polygon(triangle).area > 1e-6)
    frame = Window(-1.0, -1.0, 1.0, 1.0)
    clipped = clip(tuple(triangle), frame)
    expected = Polygon(triangle).intersection(box(-1, -1, 1, 1)).area
    assert (Polygon(clipped).area if len(clipped) > 2 else 0) == pytest.approx(expected, abs=1e-9)
