"""Reading again: what a newer reader changes is shown first, then kept."""

from __future__ import annotations

import json

import pytest

from tests.store.samples import record
from ucap.errors import UnreadableDocument
from ucap.plan.record import Plan
from ucap.store import Conflict, NotAllowed, Person, Reading, Store


def newer(name: str, data: bytes) -> list[Reading]:
    """A reader that has learnt what the regions of cities are, and reads the text in capitals."""
    plan = json.loads(data)
    for city in plan["cities"]:
        city["region"] = {"Panjin": "Liaoning", "Barcelona": "Catalonia"}.get(city["name"])
    return [Reading(Plan.model_validate(plan), data.decode().upper())]


@pytest.fixture
def panjin(store: Store, anna: Person) -> Store:
    """A store with one plan."""
    store.add("panjin.json", record(), anna)
    return store


def test_the_same_reader_changes_nothing(panjin: Store) -> None:
    assert panjin.reread() == []


def test_what_a_newer_reader_changes_is_told_and_not_kept(panjin: Store) -> None:
    version = panjin.version()
    change = panjin.reread(newer)[0]
    assert (change.kind, change.plan_id, change.edition, change.document_name) == (
        "changed",
        "panjin",
        1,
        "panjin.json",
    )
    assert [(d.label, d.old, d.new) for d in change.differences] == [
        ("Cities › Panjin › Region", None, "Liaoning"),
        ("Cities › Barcelona › Region", None, "Catalonia"),
    ]
    assert panjin.version() == version


def test_kept_changes_count_with_the_text_that_they_index_into(panjin: Store, anna: Person) -> None:
    assert panjin.keep_changes(panjin.reread(newer), anna) == 1
    assert panjin.plans()[0].cities[0].region == "Liaoning"
    assert panjin.text("panjin").startswith('{"ID": "PANJIN"')
    assert panjin.log("panjin")[-1].details["fields"] == ["/cities/0/region", "/cities/1/region"]
    assert panjin.reread(newer) == []


def test_corrections_survive_reading_again_and_tell_when_the_reader_agrees(panjin: Store, anna: Person) -> None:
    panjin.correct("panjin", "/cities/0/region", "Liaoning Province", anna, "the full name", seen=panjin.version())
    panjin.keep_changes(panjin.reread(newer), anna)
    assert panjin.plans()[0].cities[0].region == "Liaoning Province"
    assert [(c.is_stale, c.document_value) for c in panjin.corrections()] == [(True, "Liaoning")]


def test_older_editions_are_read_again_too(panjin: Store, anna: Person) -> None:
    panjin.add("newer.json", record(title="newer"), anna)
    assert [(c.plan_id, c.edition) for c in panjin.reread(newer)] == [("panjin", 1), ("panjin", 2)]


def test_a_plan_that_is_newly_found_in_a_document_is_added_beside(panjin: Store, anna: Person) -> None:
    def two(name: str, data: bytes) -> list[Reading]:
        guilin = Plan.model_validate_json(record("Guilin"))
        return [*newer(name, data), Reading(guilin, "")]

    changes = panjin.reread(two)
    assert [change.kind for change in changes] == ["changed", "new"]
    panjin.keep_changes(changes, anna)
    assert [plan.id for plan in panjin.plans()] == ["guilin", "panjin"]


def test_what_is_not_found_any_more_stays_and_is_told(panjin: Store, anna: Person) -> None:
    def blind(name: str, data: bytes) -> list[Reading]:
        raise UnreadableDocument(name, "It is dark.", "Bring a light.")

    assert [(c.kind, c.message) for c in panjin.reread(blind)] == [("unreadable", "It is dark. Bring a light.")]
    assert [(c.kind, c.plan_id) for c in panjin.reread(lambda name, data: [])] == [("gone", "panjin")]
    assert panjin.keep_changes(panjin.reread(blind), anna) == 0
    assert len(panjin.plans()) == 1


def test_changes_that_another_has_kept_meanwhile_are_not_kept_twice(panjin: Store, anna: Person, ben: Person) -> None:
    changes = panjin.reread(newer)
    panjin.keep_changes(panjin.reread(newer), anna)
    version = panjin.version()
    with pytest.raises(Conflict, match="panjin"):
        panjin.keep_changes(changes, ben)
    assert panjin.version() == version


def test_only_editors_keep_changes(panjin: Store, visitor: Person) -> None:
    with pytest.raises(NotAllowed):
        panjin.keep_changes(panjin.reread(newer), visitor)
