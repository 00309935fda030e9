"""The width of the column in which labels were torn."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ucap.documents.labels.known import Label
from ucap.documents.labels.search import Occurrence, _columns


def fits(label: Occurrence, column: float) -> bool:
    return label.narrowest <= column < label.widest


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 20)), max_size=30))
def test_labels_that_fit_in_some_column_fit_in_one_that_is_tried(ranges: list[tuple[int, int]]) -> None:
    labels = [Occurrence(Label("city", "City"), ((0, 4),), 1.0, low, low + extent) for low, extent in ranges]
    tried = _columns([labels])
    for column in range(20):
        fitting = [label for label in labels if fits(label, column)]
        assert any(all(fits(label, other) for label in fitting) for other in tried)
