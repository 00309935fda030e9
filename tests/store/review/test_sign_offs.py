"""Plans signed off as checked, and what ends that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.empty import empty_store
from tests.store.samples import at_its_word, record
from ucap.errors import Conflict, Invalid, NotAllowed, NotFound
from ucap.plan.record import Plan, PlanCheck
from ucap.reading import read
from ucap.store import Person, Reading, Store
from ucap.store.versions.changes import Mark


@pytest.fixture
def checked(store: Store, anna: Person) -> Store:
    """A store whose plan panjin Anna has checked."""
    store.add("panjin.json", record(), anna)
    store.sign_off("panjin", anna, seen=store.version())
    return store


def ended(store: Store) -> str | None:
    return store.sign_offs("panjin")[-1].withdrawn_why


def test_a_plan_says_who_checked_it_and_when(checked: Store) -> None:
    day = checked.sign_offs("panjin")[0].when.date().isoformat()
    assert checked.plan("panjin").checked == PlanCheck(by="Anna", on=day), "the address stays in the store"
    assert checked.plans() == [checked.plan("panjin")]
    assert checked.changes(Mark(0)).plans == {"panjin": checked.plan("panjin")}
    assert checked.record("panjin").checked is None, "the document says no such thing"
    assert [line.action for line in checked.log("panjin")] == ["add", "sign-off"]


def test_a_correction_by_another_ends_it_and_one_of_ones_own_does_not(
    checked: Store, anna: Person, ben: Person
) -> None:
    checked.correct("panjin", "/title", "Panjin and its partners", anna, "a slip", seen=checked.version())
    assert checked.plan("panjin").checked
    made = checked.correct("panjin", "/title", "Panjin", ben, "shorter", seen=checked.version())
    assert checked.plan("panjin").checked is None
    assert ended(checked) == "Another person corrected the plan."
    checked.sign_off("panjin", anna, seen=checked.version())
    checked.withdraw(made.id, ben, "the long one was right")
    assert ended(checked) == "Another person withdrew a correction of the plan."


def test_a_newer_edition_ends_it(checked: Store, anna: Person) -> None:
    checked.add("later.json", record(focus=["Wetlands", "Rice"]), anna)
    assert checked.plan("panjin").checked is None
    assert ended(checked) == "Another edition of the plan counts."


def test_a_reading_ends_it_only_where_the_plan_says_something_else(checked: Store, anna: Person) -> None:
    def careful(name: str, data: bytes) -> list[Reading]:
        found = at_its_word(name, data)[0]
        return [Reading(found.plan.model_copy(update={"passages": {"/title": ((0, 1),)}}), found.text)]

    def careless(name: str, data: bytes) -> list[Reading]:
        return [Reading(found.plan.model_copy(update={"focus": ()}), found.text) for found in at_its_word(name, data)]

    checked.keep_changes(checked.reread(careful), anna)
    assert checked.plan("panjin").checked
    checked.keep_changes(checked.reread(careless), anna)
    assert checked.plan("panjin").checked is None
    assert "read again" in str(ended(checked))


def test_nobody_signs_off_what_was_changed_since_they_looked(store: Store, anna: Person, ben: Person) -> None:
    store.add("panjin.json", record(), anna)
    seen = store.version()
    store.correct("panjin", "/title", "Panjin", ben, "shorter", seen=seen)
    with pytest.raises(Conflict, match=r"Ben.*changed panjin since you looked"):
        store.sign_off("panjin", anna, seen=seen)
    assert store.sign_offs("panjin") == []


def test_it_is_given_once_and_can_be_taken_back_with_a_reason(checked: Store, ben: Person) -> None:
    with pytest.raises(Conflict, match=r"Anna.*signed panjin off already"):
        checked.sign_off("panjin", ben, seen=checked.version())
    with pytest.raises(Invalid):
        checked.withdraw_sign_off("panjin", ben, " ")
    checked.withdraw_sign_off("panjin", ben, "page 2 was missing")
    assert checked.plan("panjin").checked is None
    assert ended(checked) == "page 2 was missing"
    with pytest.raises(Conflict, match="not signed off"):
        checked.withdraw_sign_off("panjin", ben, "again")


def test_only_editors_sign_off_and_only_plans_that_are_there(store: Store, anna: Person, visitor: Person) -> None:
    with pytest.raises(NotAllowed):
        store.sign_off("panjin", visitor, seen=0)
    with pytest.raises(NotFound):
        store.sign_off("panjin", anna, seen=0)


def test_a_backup_brings_sign_offs_and_lessons_back(
    checked: Store, new_url: Callable[[], str], anna: Person, tmp_path: Path
) -> None:
    checked.import_lessons(b"wording,row\n=Zulu Matters,none\n", anna)
    checked.backup(tmp_path / "store.zip")
    other = empty_store(new_url())
    other.restore(tmp_path / "store.zip", anna)
    assert other.plans() == checked.plans()
    assert other.sign_offs("panjin") == checked.sign_offs("panjin")
    assert other.lessons() == checked.lessons()
    other.withdraw_sign_off("panjin", anna, "to see numbers go on")
    assert other.sign_off("panjin", anna, seen=other.version()).id == 2


def test_a_record_file_cannot_call_its_plan_checked(checked: Store) -> None:
    file = checked.plan("panjin").model_dump_json().encode()
    assert Plan.model_validate_json(file).checked
    assert read("panjin.json", file)[0].checked is None
