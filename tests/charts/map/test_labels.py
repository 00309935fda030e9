"""Labels on a map never cover one another, and the most important ones come first."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from ucap.charts.map.labels import Point, ink_box, label_positions

ROOM = (400.0, 300.0)
LONG = "Agioi Anargyroi"
POINTS = st.lists(
    st.builds(Point, st.floats(5, 395), st.floats(5, 295), st.floats(3, 13), st.sampled_from(["Rome", LONG])),
    max_size=25,
)


@settings(deadline=None)
@given(POINTS)
def test_labels_overlap_neither_each_other_nor_any_point(points):
    positions = label_positions(points, len(points), 13, ROOM)
    boxes = [ink_box(point, position, 13) for point, position in zip(points, positions, strict=True) if position]
    marks = [(p.x - p.radius, p.y - p.radius, p.x + p.radius, p.y + p.radius) for p in points]
    owners = [index for index, position in enumerate(positions) if position]
    for one, box in enumerate(boxes):
        others = boxes[:one] + [np.array(mark) for index, mark in enumerate(marks) if index != owners[one]]
        for left, top, right, bottom in others:
            assert box[2] <= left or right <= box[0] or box[3] <= top or bottom <= box[1]
        assert box[0] >= 0
        assert box[2] <= ROOM[0]


def test_where_there_is_room_for_one_the_first_has_it():
    strip = (110.0, 20.0)
    positions = label_positions([Point(55, 10, 4, "Agioi"), Point(5, 10, 4, "Anargyroi")], 2, 13, strip)
    assert positions == ["middle right", ""]


def test_only_the_first_so_many_may_have_labels():
    assert label_positions([Point(20, 20, 4, "Rome"), Point(200, 200, 4, "Nice")], 1, 13, ROOM) == ["middle right", ""]


def test_labels_step_aside_for_those_that_have_room_nowhere_else():
    """On one line: the long names fit only outwards, so that the short ones must stand off from them, either way."""
    line = [Point(50, 10, 4, "Rome"), Point(330, 10, 4, "Rome"), Point(170, 10, 4, LONG), Point(185, 10, 4, LONG)]
    positions = label_positions(line, 4, 13, (400.0, 20.0))
    assert positions == ["middle left", "middle right", "middle left", "middle right"]
