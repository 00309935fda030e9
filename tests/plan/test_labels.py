"""What the fields of a record are called."""

from __future__ import annotations

import pytest

from tests.store.samples import record
from ucap.plan.labels import field_names, label_of, label_of_pointer
from ucap.plan.pointers import Field
from ucap.plan.record import Plan

PLAN = Plan.model_validate_json(record())
RECORD = PLAN.model_dump(mode="json")


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("/period/end", "Period of cooperation › End"),
        ("/cities/1/country_code", "Cities › Barcelona › Country"),
        ("/cities/9", "Cities › 10"),
        ("/cities/-", "Cities › new entry"),
        ("/goals/0/text", "Goals › 8 › Text"),
        ("/focus/1", "Key focus › Rice and crab farming"),
        ("/activities/0/places/0", "Activities › Visit to Brussels › Places › 1"),
        ("/mayor", "mayor"),
        ("", ""),
    ],
)
def test_a_field_is_called_by_the_way_to_it(field: str, label: str) -> None:
    assert label_of(Field.parse(field), RECORD) == label
    assert label_of_pointer(field, PLAN) == label


def test_what_is_no_pointer_is_given_as_it_is_written() -> None:
    assert label_of_pointer("cities", PLAN) == "cities"
    assert label_of_pointer(None, PLAN) == ""


def test_a_long_entry_is_shortened() -> None:
    plan = Plan.model_validate_json(record(focus=["A very long paragraph about " + "wetlands " * 20]))
    assert label_of(Field(("focus", "0")), plan) == "Key focus › A very long paragraph about wetlands we…"


def test_every_field_of_a_record_has_a_name() -> None:
    def keys(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value) | {key for part in value.values() for key in keys(part)}
        return {key for part in value for key in keys(part)} if isinstance(value, list) else set()

    full = record(
        themes=[{"label": "x"}], topics=[{"topic": "x"}], findings=[{"code": "x"}], china={"population": 1}, passages={}
    )
    without = {"id", "document", "passages", "checked"}
    assert keys(Plan.model_validate_json(full).model_dump(mode="json")) - without == field_names().keys()
