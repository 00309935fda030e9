"""What differs between two editions, field by field."""

from __future__ import annotations

from tests.store.samples import record
from ucap.plan.differences import differences
from ucap.plan.record import Plan


def changes(old: bytes, new: bytes) -> list[tuple[str, str, object, object]]:
    before, after = Plan.model_validate_json(old), Plan.model_validate_json(new)
    return [(one.field, one.label, one.old, one.new) for one in differences(before, after)]


def test_equal_records_do_not_differ() -> None:
    assert changes(record(), record()) == []


def test_where_a_record_came_from_is_no_difference() -> None:
    document = {"name": "a.pdf", "media_type": "application/pdf", "sha256": "0"}
    assert changes(record(), record(document=document, passages={"/title": [[0, 5]]})) == []


def test_entries_that_only_moved_do_not_differ() -> None:
    assert changes(record(), record(partners=("Stuttgart", "Barcelona"), title="Panjin – Barcelona, Stuttgart")) == []


def test_a_value_an_entry_that_came_and_one_that_went_are_told() -> None:
    new = record(partners=("Barcelona", "Rome"), title="Panjin – Barcelona, Stuttgart", focus=["Wetlands"])
    assert changes(record(), new) == [
        ("/cities/2", "Cities › Rome", None, Plan.model_validate_json(new).cities[2].model_dump()),
        ("/cities/2", "Cities › Stuttgart", Plan.model_validate_json(record()).cities[2].model_dump(), None),
        ("/europe/countries/1", "Europe › Countries › IT", None, "IT"),
        ("/europe/countries/1", "Europe › Countries › DE", "DE", None),
        ("/focus/1", "Key focus › Rice and crab farming", "Rice and crab farming", None),
    ]


def test_an_entry_that_changed_is_told_by_its_name() -> None:
    activity = {"start": "2019-09", "end": "2019-10", "text": "Visit to Brussels", "kind": "visit"}
    assert changes(record(), record(activities=[activity])) == [
        ("/activities/0/end", "Activities › Visit to Brussels › End", "2019-09", "2019-10")
    ]
