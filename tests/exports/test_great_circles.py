"""Great circles are the shortest ways between two points, and stay on the sphere."""

import numpy as np
import pytest
from geopy.distance import geodesic, great_circle
from hypothesis import given
from hypothesis import strategies as st

from ucap.exports.geo import central_angles, great_circles, unit_vectors

POINTS = st.tuples(st.floats(-180, 180), st.floats(-89.9, 89.9))
EUROPE = st.tuples(st.floats(-25, 45), st.floats(34, 71))
CHINA = st.tuples(st.floats(73, 135), st.floats(18, 54))


def line(start, end, count=65):
    longitudes, latitudes = great_circles(np.array([start]), np.array([end]), count)
    return np.stack([longitudes[0], latitudes[0]], axis=1)


@given(POINTS, POINTS)
def test_a_line_begins_and_ends_at_its_two_points(start, end):
    points = line(start, end)
    for found, wanted in ((points[0], start), (points[-1], end)):
        assert great_circle(found[::-1], wanted[::-1]).km == pytest.approx(0, abs=0.01)


@given(POINTS, POINTS)
def test_all_points_lie_on_one_circle_around_the_centre_evenly_spaced(start, end):
    vectors = unit_vectors(line(start, end, 9))
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(9))
    steps = np.linalg.norm(np.diff(vectors, axis=0), axis=1)
    assert steps == pytest.approx(np.full(8, steps.mean()), abs=1e-6)
    normal = np.cross(vectors[0], vectors[4])
    assert vectors @ normal == pytest.approx(np.zeros(9), abs=1e-6)


EARTH_RADIUS_KM = 6371.0088


@given(EUROPE, CHINA)
def test_the_length_of_an_arc_from_europe_to_china_is_that_of_the_geodesic_within_half_a_percent(start, end):
    points = line(start, end)
    steps = [central_angles(points[i : i + 1], points[i + 1 : i + 2])[0] for i in range(len(points) - 1)]
    assert sum(steps) * EARTH_RADIUS_KM == pytest.approx(geodesic(start[::-1], end[::-1]).km, rel=0.005)


@given(POINTS, POINTS)
def test_longitudes_run_on_over_the_antimeridian(start, end):
    assert np.abs(np.diff(line(start, end)[:, 0])).max() <= 180


def test_a_line_over_the_pacific_crosses_the_antimeridian_without_a_jump():
    longitudes = line((170, 40), (-170, 40))[:, 0]
    assert longitudes[0] == pytest.approx(170)
    assert longitudes[-1] == pytest.approx(190)


@pytest.mark.parametrize(("start", "end"), [((10, 20), (10, 20)), ((0, 0), (180, 0)), ((12, 90), (40, -90))])
def test_equal_points_and_antipodes_have_a_line_too(start, end):
    assert np.isfinite(line(start, end)).all()
