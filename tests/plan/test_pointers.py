"""JSON Pointers: split and joined, read and written, compared."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.records import plan_named
from ucap.plan.pointers import Field

RECORD = {"title": "Panjin", "cities": [{"name": "Panjin"}, {"name": "Rome"}], "a/b": {"~": [1, 2]}}


@given(st.lists(st.text()))
def test_a_pointer_taken_apart_and_put_together_is_the_same(tokens: list[str]) -> None:
    assert Field.parse(str(Field(tuple(tokens)))) == Field(tuple(tokens))


@pytest.mark.parametrize(
    ("pointer", "value"),
    [("/title", "Panjin"), ("/cities/1/name", "Rome"), ("/cities/0", {"name": "Panjin"}), ("/a~1b/~0/1", 2)],
)
def test_a_pointer_names_a_value(pointer: str, value: object) -> None:
    assert Field.parse(pointer).get(RECORD) == value


@pytest.mark.parametrize(
    "pointer",
    ["/nothing", "/cities/2", "/cities/-1", "/cities/x", "/cities/١", "/title/0", "/cities/0/name/0"],
)
def test_where_nothing_can_stand_nothing_is_read_or_written(pointer: str) -> None:
    with pytest.raises(LookupError):
        Field.parse(pointer).get(RECORD)
    with pytest.raises(LookupError):
        Field.parse(pointer).put(deepcopy(RECORD), 1)


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
    Field.parse(pointer).put(record, value)
    assert record == after


def test_the_first_number_of_a_pointer_is_found() -> None:
    assert Field.parse("/cities/1/name").list_position(RECORD) == 1
    assert Field.parse("/a~1b/~0/1").list_position(RECORD) == 2
    assert Field.parse("/title").list_position(RECORD) is None
    assert list(Field.parse("/lists/0/1").list_positions({"lists": [["a", "b"]]})) == [1, 2]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("/cities", "/cities/1", True),
        ("/cities/1", "/cities", True),
        ("/cities/1", "/cities/1", True),
        ("/cities/1", "/cities/10", False),
        ("/cities", "/cities2", False),
        ("", "/cities", True),
    ],
)
def test_pointers_overlap_when_one_contains_the_other(one: str, other: str, expected: bool) -> None:
    assert Field.parse(one).overlaps(Field.parse(other)) is expected


def test_a_plan_is_read_like_its_json() -> None:
    plan = plan_named("panjin")
    for pointer in ("/title", "/cities/1/name", "/activities/0/start", "/cities/99", "/title/0", "/colour"):
        field = Field.parse(pointer)
        assert field.get_or_none(plan) == field.get_or_none(plan.model_dump(mode="json"))


@pytest.mark.parametrize(
    ("pointer", "is_in"),
    [("/cities/1", True), ("/cities/-", True), ("/cities/2", False), ("/title/-", False), ("/mayor", False)],
)
def test_a_field_is_in_a_record_that_has_it_or_a_list_for_it(pointer: str, is_in: bool) -> None:
    assert Field.parse(pointer).is_in(RECORD) is is_in


@pytest.mark.parametrize("text", [None, "", "cities", "cities/0"])
def test_what_is_no_pointer_names_no_field(text: str | None) -> None:
    assert Field.parse_or_none(text) is None
