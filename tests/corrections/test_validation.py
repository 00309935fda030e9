"""What does not fit a field is told with its name, its value and what would fit."""

from __future__ import annotations

import pytest

from tests.store.samples import record
from ucap.corrections.fitting import trimmed, validated
from ucap.errors import Invalid
from ucap.plan.pointers import Field
from ucap.plan.record import Plan


def told(field: str, value: object) -> str:
    plan = Plan.model_validate_json(record()).model_dump(mode="json")
    Field.parse(field).put(plan, value)
    with pytest.raises(Invalid) as caught:
        validated(plan)
    return str(caught.value)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        (
            "/period/end",
            "May 2020",
            "Period of cooperation › End cannot be “May 2020”. "
            "Right would be a date of the calendar, such as 2019, 2019-09 or 2019-09-30.",
        ),
        ("/cities/1/latitude", 91, "Cities › Barcelona › Latitude cannot be “91”. Right would be 90.0 or less."),
        ("/cities/1/latitude", "north", "cannot be “north”. Right would be a number, such as 4102.5."),
        ("/cities/1/name", None, "Right would be a text."),
        ("/focus", "Wetlands", "Key focus cannot be “Wetlands”. Right would be a list."),
        ("/cities/-", 5, "Right would be an entry with its fields."),
        ("/china", {"mayor": "Li"}, "Right would be nothing: there is no such field."),
        ("/kind", "letter", "Right would be one of 'summary', 'pairing', 'cluster' or 'visit'."),
    ],
)
def test_each_fault_says_what_would_be_right(field: str, value: object, message: str) -> None:
    assert told(field, value).endswith(message)


def test_a_long_value_is_shortened() -> None:
    assert len(told("/period/end", "x" * 1000)) < 200


def test_texts_are_trimmed_and_empty_ones_are_no_value() -> None:
    assert trimmed(" a ") == "a"
    assert trimmed("  ") is None
    assert trimmed({"name": " Rome ", "places": [" ", "Brussels "]}) == {"name": "Rome", "places": [None, "Brussels"]}
    assert trimmed(5) == 5
