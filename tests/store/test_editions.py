"""Which plan is which, and which entry of a list."""

from __future__ import annotations

import pytest

from tests.store.samples import record
from ucap.plan.pointers import find_entry
from ucap.plan.record import Plan
from ucap.store.editions import base_id, free_id, is_same_plan


def plan(*arguments: object, **changes: object) -> Plan:
    return Plan.model_validate_json(record(*arguments, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("new", "is_same"),
    [
        (plan(), True),
        (plan(partners=("Stuttgart", "Barcelona")), True),
        (plan(partners=("Barcelona", "Stuttgart", "Rome")), True),
        (plan(partners=("Stuttgart",)), True),
        (plan(partners=("Barcelona", "Rome")), False),
        (plan(partners=("Rome",)), False),
        (plan(partners=()), False),
        (plan("Guilin"), False),
        (plan(kind="visit"), False),
        (plan(id="panjin-2"), True),
    ],
)
def test_an_edition_has_the_lead_city_and_no_partner_for_another(new: Plan, is_same: bool) -> None:
    assert is_same_plan(plan(), new) is is_same


def test_an_id_given_by_hand_says_which_plan_it_is() -> None:
    assert is_same_plan(plan(id="expo-2023"), plan(id="expo-2023", partners=("Rome",)))
    assert not is_same_plan(plan(id="expo-2023"), plan(id="expo-2024"))


def test_the_number_of_a_second_plan_is_not_part_of_its_name() -> None:
    assert base_id(plan(id="panjin-2")) == "panjin"
    assert base_id(plan(id="expo-2")) == "expo-2"
    assert base_id(plan(id=None)) == "panjin"
    assert base_id(Plan(title="Study visit, July 2023")) == "study-visit-july-2023"
    assert base_id(Plan()) == "plan"


@pytest.mark.parametrize(
    ("given", "expected"), [("../../Expo 2023", "expo-2023"), ("盘锦", "panjin"), ("x" * 500, "x" * 100)]
)
def test_an_id_is_plain_and_short_whatever_a_record_file_says(given: str, expected: str) -> None:
    assert base_id(plan(id=given)) == expected


def test_a_free_id_is_the_first_that_is_not_taken() -> None:
    assert free_id("panjin", set()) == "panjin"
    assert free_id("panjin", {"panjin", "panjin-2"}) == "panjin-3"


def test_an_entry_is_found_where_it_equals_before_where_it_is_alike_and_near_before_far() -> None:
    rome, other_rome = {"name": "Rome", "region": "Lazio"}, {"name": "Rome", "region": None}
    assert find_entry([other_rome, rome], rome, 0) == 1
    assert find_entry([{"name": "Bonn"}, other_rome], rome, 0) == 1
    assert find_entry(["a", "b", "a"], "a", 2) == 2
    assert find_entry(["a"], "b", 0) is None
