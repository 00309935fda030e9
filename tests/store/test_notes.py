"""Notes on plans, cities and pairs, proposals and views; and what is new."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.store.empty import empty_store
from tests.store.samples import record
from ucap.store import Conflict, Invalid, NotAllowed, Person, Store
from ucap.store.meetings.notes import NewNote

PROPOSED = NewNote("proposed", "pair/panjin~rome", "Asked at the cluster meeting", date(2026, 3, 5))


def test_a_note_says_who_wrote_what_and_when_and_is_in_the_log(store: Store, anna: Person) -> None:
    """It raises the version, so that others see it at their next step."""
    before = store.version()
    store.add_note(PROPOSED, anna)
    (note,) = store.notes("pair/panjin~rome")
    assert (note.kind, note.day, note.text, note.who) == (
        "proposed",
        "2026-03-05",
        "Asked at the cluster meeting",
        "Anna <anna@example.eu>",
    )
    assert store.notes("city/rome") == []
    assert store.version() > before
    assert store.log()[-1].action == "note"


def test_a_note_that_is_taken_back_is_gone_but_in_the_log(store: Store, anna: Person) -> None:
    """Twice is a conflict."""
    number = store.add_note(PROPOSED, anna)
    store.withdraw_note(number, anna, "Another city")
    assert store.notes() == []
    assert [entry.action for entry in store.log()] == ["note", "withdraw-note"]
    with pytest.raises(Conflict):
        store.withdraw_note(number, anna, "Again")


def test_notes_are_for_editors_and_say_something(store: Store, anna: Person) -> None:
    """Who may only look writes none; an empty one is none."""
    with pytest.raises(NotAllowed):
        store.add_note(PROPOSED, Person("Guest"))
    with pytest.raises(Invalid):
        store.add_note(NewNote("note", "city/rome", "  "), anna)
    with pytest.raises(Invalid):
        store.add_note(NewNote("note", "", "About nothing"), anna)


def test_a_backup_holds_the_notes(store: Store, anna: Person, new_url: Callable[[], str], tmp_path: Path) -> None:
    """A store made of it has them, too."""
    store.add_note(PROPOSED, anna)
    store.backup(tmp_path / "backup.zip")
    other = empty_store(new_url())
    other.restore(tmp_path / "backup.zip", anna)
    assert other.notes() == store.notes()
    other.add_note(NewNote("view", "coverage?goal=6", "Water"), anna)
    assert [note.text for note in other.notes()] == ["Asked at the cluster meeting", "Water"]


def test_what_is_new_since_a_moment_is_told_by_kind_the_newest_first(store: Store, anna: Person) -> None:
    """A plan, its newer edition, and a correction; nothing from tomorrow on."""
    store.add("panjin.json", record(), anna)
    store.add("panjin.json", record(focus=["Wetlands"]), anna)
    store.correct("panjin", "/title", "Panjin and its partners", anna, "Clearer", seen=store.version())
    now = datetime.now(UTC)
    found = store.news(now - timedelta(days=1))
    assert [(one.kind, one.plan_id) for one in found] == [
        ("correction", "panjin"),
        ("edition", "panjin"),
        ("plan", "panjin"),
    ]
    assert found[0].why == "Clearer"
    assert store.news(now + timedelta(days=1)) == []
