"""Intervals are packed into as few lanes as can be, and never overlap."""

from hypothesis import given
from hypothesis import strategies as st

from ucap.charts.time.swimlanes import lanes

INTERVALS = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda one: (one[0], one[0] + one[1])))


@given(INTERVALS)
def test_no_two_intervals_of_a_lane_overlap(intervals):
    found = lanes([start for start, _ in intervals], [end for _, end in intervals])
    for one, (start, end) in enumerate(intervals):
        for other, (other_start, other_end) in enumerate(intervals[:one]):
            assert found[one] != found[other] or end <= other_start or other_end <= start


@given(INTERVALS)
def test_there_are_as_many_lanes_as_intervals_that_share_a_moment(intervals):
    found = lanes([start for start, _ in intervals], [end for _, end in intervals])
    depth = max((sum(s <= moment < e for s, e in intervals) for moment in range(71)), default=0)
    assert max(found, default=-1) + 1 == depth


def test_intervals_that_touch_share_a_lane():
    assert lanes([0, 5, 2], [5, 9, 6]) == [0, 0, 1]
