"""The map's projection keeps areas, and its frames hold Europe and China."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.charts.samples import scene
from ucap.charts.map.panels import MERIDIANS, windows
from ucap.charts.map.projection import Window, project, widened

CENTRAL_MERIDIAN = 55.0


def area(longitude, latitude, size=0.1):
    x, y = project(
        [longitude, longitude + size, longitude + size, longitude],
        [latitude, latitude, latitude + size, latitude + size],
        CENTRAL_MERIDIAN,
    )
    return 0.5 * abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1)))


@given(st.floats(-100, 200), st.floats(-70, 70))
def test_equal_areas_of_the_globe_are_equal_on_the_map(longitude, latitude):
    expected = np.radians(0.1) * (np.sin(np.radians(latitude + 0.1)) - np.sin(np.radians(latitude)))
    assert area(longitude, latitude) == pytest.approx(expected, rel=1e-3)


def test_the_middle_meridian_and_the_equator_are_straight():
    assert project([CENTRAL_MERIDIAN] * 3, [-60, 0, 60], CENTRAL_MERIDIAN)[0] == pytest.approx([0, 0, 0])
    assert project([-20, 55, 130], [0, 0, 0], CENTRAL_MERIDIAN)[1] == pytest.approx([0, 0, 0])


@pytest.mark.parametrize(
    ("side", "place"),
    [
        ("europe", (-9.1, 38.7)),
        ("europe", (23.7, 38.0)),
        ("europe", (12.6, 55.7)),
        ("china", (121.5, 31.2)),
        ("china", (110.3, 20.0)),
        ("china", (126.6, 45.8)),
        ("china", (103.8, 36.1)),
    ],
)
def test_each_side_shows_the_cities_that_usually_take_part(side, place):
    longitudes, latitudes = np.array([place]).T
    assert windows(scene([]).coverage)[side].holds(*project(longitudes, latitudes, MERIDIANS[side])).all()


def test_a_window_is_widened_only_for_what_lies_outside():
    window = Window(0, 0, 2, 1)
    assert widened(window, np.array([1.0]), np.array([0.5])) == window
    wide = widened(window, np.array([1.0, 3.0]), np.array([0.5, 0.5]))
    assert wide.right > 3
    assert wide.holds(np.array([0.0, 3.0]), np.array([0.5, 0.5])).all()
