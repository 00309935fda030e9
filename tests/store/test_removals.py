"""What counts nowhere: plans that were removed, and documents in which nothing was read."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.store.empty import empty_store
from tests.store.samples import at_its_word, record
from ucap.frames import build
from ucap.store import Conflict, Invalid, NotAllowed, NotFound, Person, Reading, Refused, Store
from ucap.store.checking import edition_digest
from ucap.store.database import Database, database_url

NO_TEXT = {"code": "no-text-layer", "severity": "error", "field": None, "message": "The pages are pictures."}
SCAN = json.dumps({"findings": [NO_TEXT]}).encode()


def recognised(name: str, data: bytes) -> list[Reading]:
    """A reader to which pictures are text: it reads a plan in every document."""
    return at_its_word(name, record())


@pytest.fixture
def panjin(store: Store, anna: Person) -> Store:
    """A store with a plan that was corrected, and removed."""
    store.add("panjin.json", record(), anna)
    store.add("guilin.json", record("Guilin"), anna)
    store.correct("panjin", "/china/population", 5, anna, "census", seen=store.version())
    store.remove("panjin", anna, "the wrong programme")
    return store


def ids(store: Store) -> list[str | None]:
    return [plan.id for plan in store.plans()]


def test_a_removed_plan_counts_nowhere_and_is_whole_again_when_it_is_brought_back(panjin: Store, anna: Person) -> None:
    """No frame has it, so that no figure and no export has; its corrections and history stay."""
    assert ids(panjin) == ["guilin"]
    assert build(panjin.each_plan()).plans["plan"].tolist() == ["guilin"]
    assert [(one.plan_id, one.who, one.why) for one in panjin.removals()] == [
        ("panjin", "Anna <anna@example.eu>", "the wrong programme")
    ]
    panjin.bring_back("panjin", anna, "it was the right one")
    assert ids(panjin) == ["guilin", "panjin"]
    assert panjin.plan("panjin").china.population == 5
    assert panjin.removals() == []
    assert [line.action for line in panjin.log("panjin")] == ["add", "correct", "remove", "bring-back"]


def test_removing_needs_a_reason_and_the_right_to(panjin: Store, anna: Person, visitor: Person) -> None:
    for refused, who, plan, why in (
        (Invalid, anna, "guilin", " "),
        (NotAllowed, visitor, "guilin", "mine"),
        (NotFound, anna, "wuxi", "not there"),
        (Conflict, anna, "panjin", "twice"),
    ):
        with pytest.raises(refused):
            panjin.remove(plan, who, why)
    with pytest.raises(NotAllowed):
        panjin.bring_back("panjin", visitor, "mine")
    with pytest.raises(Conflict, match="not removed"):
        panjin.bring_back("guilin", anna, "never was")
    assert ids(panjin) == ["guilin"]


def test_a_removal_outlives_backup_and_restore(
    panjin: Store, new_url: Callable[[], str], tmp_path: Path, anna: Person
) -> None:
    panjin.backup(tmp_path / "backup.zip")
    other = empty_store(new_url())
    other.restore(tmp_path / "backup.zip", anna)
    assert ids(other) == ["guilin"]
    assert other.removals() == panjin.removals()


def test_a_backup_that_knows_no_removals_is_restored(new_url: Callable[[], str], tmp_path: Path, anna: Person) -> None:
    """As earlier code wrote it: format 1, without `removals.csv`."""
    store = empty_store(new_url())
    store.add("panjin.json", record(), anna)
    store.backup(tmp_path / "new.zip")
    with zipfile.ZipFile(tmp_path / "new.zip") as new, zipfile.ZipFile(tmp_path / "old.zip", "w") as old:
        for name in new.namelist():
            if name == "backup.json":
                old.writestr(name, json.dumps(json.loads(new.read(name)) | {"format": 1}))
            elif name != "removals.csv":
                old.writestr(name, new.read(name))
    other = empty_store(new_url())
    other.restore(tmp_path / "old.zip", anna)
    assert ids(other) == ["panjin"]


def test_dropping_a_removed_document_again_says_so_and_a_newer_one_brings_the_plan_back(
    panjin: Store, anna: Person
) -> None:
    (same,) = panjin.preview([("panjin.json", record())])
    assert (same.duplicate_of, same.removed) == (("panjin",), ("panjin",))
    (newer,) = panjin.preview([("newer.json", record(focus=["Harbours"]))])
    assert newer.plans[0].is_removed
    panjin.keep(newer, anna)
    assert ids(panjin) == ["guilin", "panjin"]


def test_a_document_in_which_nothing_was_read_waits_and_is_no_plan(store: Store, anna: Person) -> None:
    """It is kept, named with the reason, and no change when it comes twice."""
    (previewed,) = store.preview([("scan.json", SCAN)])
    assert previewed.says_nothing
    assert previewed.can_be_kept
    assert store.keep(previewed, anna).plans == ()
    assert ids(store) == []
    assert [(one.name, one.code) for one in store.waiting()] == [("scan.json", "no-text-layer")]
    (again,) = store.preview([("scan.json", SCAN)])
    assert again.is_waiting
    assert not again.can_be_kept
    assert store.add("scan.json", SCAN, anna).is_duplicate


def test_a_waiting_document_becomes_a_plan_once_it_can_be_read(url: str, anna: Person, visitor: Person) -> None:
    store = Store.open(url, folder=None, reader=at_its_word)
    store.add("scan.json", SCAN, anna)
    (waiting,) = store.waiting()
    with pytest.raises(Refused, match="nothing can be read"):
        store.read_waiting(waiting.sha256, anna)
    later = Store.open(url, folder=None, reader=recognised)
    with pytest.raises(NotAllowed):
        later.read_waiting(waiting.sha256, visitor)
    assert later.read_waiting(waiting.sha256, anna) == 1
    assert ids(later) == ["panjin"]
    assert later.waiting() == []


def test_dropped_again_when_it_can_be_read_it_is_a_plan_too(url: str, anna: Person) -> None:
    Store.open(url, folder=None, reader=at_its_word).add("scan.json", SCAN, anna)
    later = Store.open(url, folder=None, reader=recognised)
    (previewed,) = later.preview([("scan.json", SCAN)])
    assert later.keep(previewed, anna).plans == (("panjin", 1),)
    assert later.waiting() == []


def test_a_scan_that_earlier_code_kept_as_a_plan_waits_but_one_typed_in_by_hand_stays(url: str, anna: Person) -> None:
    """The second migration takes empty plans out of a store as the first one left it."""
    store = Store.open(url, folder=None, reader=at_its_word)
    store.add("scan.json", SCAN, anna)
    store.add("typed.json", SCAN + b" ", anna)
    (first, second) = store.waiting()
    with Database(database_url(url)).writing() as connection:
        for plan_id, document in (("scan", first), ("typed", second)):
            kept = json.dumps({"id": plan_id, "findings": [NO_TEXT]})
            connection.execute(sa.text(f"INSERT INTO plans VALUES ('{plan_id}', 1)"))
            connection.execute(
                sa.text(
                    "INSERT INTO editions "
                    "VALUES (:id, 1, :sha, 0, :record, :text, '2020-01-01T00:00:00+00:00', 'x', :digest)"
                ),
                {
                    "id": plan_id,
                    "sha": document.sha256,
                    "record": kept,
                    "text": b"",
                    "digest": edition_digest(kept, b""),
                },
            )
    store.correct("typed", "/title", "Typed in by hand", anna, "read it myself", seen=store.version())
    with Database(database_url(url)).writing() as connection:
        for table in ("removals", "notes", "kept", "sign_offs", "lessons", "branding"):
            connection.execute(sa.text(f"DROP TABLE {table}"))
        for table in ("editions", "corrections", "dismissals", "log"):
            connection.execute(sa.text(f"ALTER TABLE {table} DROP COLUMN digest"))
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '0001'"))
    opened = Store.open(url, folder=None)
    assert ids(opened) == ["typed"]
    assert [one.name for one in opened.waiting()] == ["scan.json"]


def test_a_waiting_document_is_removed_and_brought_back(url: str, anna: Person, visitor: Person) -> None:
    """It waits no longer, is kept, and is not offered again when it comes twice; each step says who and why."""
    store = Store.open(url, folder=None, reader=at_its_word)
    store.add("scan.json", SCAN, anna)
    (waiting,) = store.waiting()
    with pytest.raises(NotAllowed):
        store.remove_waiting(waiting.sha256, visitor, "not ours")
    with pytest.raises(Invalid):
        store.remove_waiting(waiting.sha256, anna, " ")
    store.remove_waiting(waiting.sha256, anna, "the same as another")
    assert store.waiting() == []
    (gone,) = store.silent_documents()
    assert gone.removed is not None
    assert (gone.removed.who, gone.removed.details["why"]) == (str(anna), "the same as another")
    assert store.preview([("scan.json", SCAN)])[0].is_removed
    with pytest.raises(Conflict):
        store.remove_waiting(waiting.sha256, anna, "again")
    store.bring_back_waiting(waiting.sha256, anna, "it was needed")
    assert [one.name for one in store.waiting()] == ["scan.json"]
    with pytest.raises(Conflict):
        store.bring_back_waiting(waiting.sha256, anna, "twice")
