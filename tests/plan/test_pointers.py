"""JSON Pointers: taken apart and put together, read and written, compared."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ucap.plan.pointers import get, index_position, join, overlaps, put, split

RECORD = {"title": "Panjin", "cities": [{"name": "Panjin"}, {"name": "Rome"}], "a/b": {"~": [1, 2]}}


@given(st.lists(st.text(), min_size=1))
def test_a_pointer_taken_apart_and_put_together_is_the_same(tokens: list[str]) -> None:
    assert split(join(*tokens)) == tuple(tokens)


@pytest.mark.parametrize(
    ("pointer", "value"),
    [("/title", "Panjin"), ("/cities/1/name", "Rome"), ("/cities/0", {"name": "Panjin"}), ("/a~1b/~0/1", 2)],
)
def test_a_pointer_names_a_value(pointer: str, value: object) -> None:
    assert get(RECORD, split(pointer)) == value


@pytest.mark.parametrize(
    "pointer",
    ["/nothing", "/cities/2", "/cities/-1", "/cities/x", "/cities/١", "/title/0", "/cities/0/name/0"],
)
def test_where_nothing_can_stand_nothing_is_read_or_written(pointer: str) -> None:
    with pytest.raises(LookupError):
        get(RECORD, split(pointer))
    with pytest.raises(LookupError):
        put(deepcopy(RECORD), split(pointer), 1)


@pytest.mark.parametrize(
    ("pointer", "value", "after"),
    [
        ("/a", 2, {"a": 2, "b": [1, 2, 3]}),
        ("/a", None, {"a": None, "b": [1, 2, 3]}),
        ("/b/1", 9, {"a": 1, "b": [1, 9, 3]}),
        ("/b/0", None, {"a": 1, "b": [2, 3]}),
        ("/b/-", 4, {"a": 1, "b": [1, 2, 3, 4]}),
        ("/b", [], {"a": 1, "b": []}),
    ],
)
def test_a_value_is_replaced_an_entry_removed_or_added(pointer: str, value: object, after: object) -> None:
    record: dict[str, Any] = {"a": 1, "b": [1, 2, 3]}
    put(record, split(pointer), value)
    assert record == after


def test_the_first_number_of_a_pointer_is_found() -> None:
    assert index_position(RECORD, split("/cities/1/name")) == 1
    assert index_position(RECORD, split("/a~1b/~0/1")) == 2
    assert index_position(RECORD, split("/title")) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("/cities", "/cities/1", True),
        ("/cities/1", "/cities", True),
        ("/cities/1", "/cities/1", True),
        ("/cities/1", "/cities/10", False),
        ("/cities", "/cities2", False),
        (None, "/cities", True),
    ],
)
def test_pointers_overlap_when_one_contains_the_other(one: str | None, other: str, expected: bool) -> None:
    assert overlaps(one, other) is expected
