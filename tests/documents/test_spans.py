"""Arithmetic with ranges."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ucap.documents.traced import merged, without

ranges = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda pair: (pair[0], pair[0] + pair[1])))


def places(spans) -> set[int]:
    """All positions in the ranges."""
    return {place for start, end in spans for place in range(start, end)}


@given(ranges)
def test_merged_ranges_hold_the_same_places_in_order_without_overlap(spans):
    result = merged(spans)
    assert places(result) == places(spans)
    assert all(one[1] <= two[0] for one, two in pairwise(result))


@given(ranges, ranges)
def test_what_is_left_is_the_difference_of_the_places(spans, taken):
    left = list(without(merged(spans), merged(taken)))
    assert places(left) == places(spans) - places(taken)
