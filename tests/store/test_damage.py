"""Damage: one record, and one thing that somebody wrote, costs itself alone and is named; a damaged file says so."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.store.processes import run_as_nobody
from tests.store.samples import at_its_word, record
from ucap.store import Damaged, Person, Refused, Store, StoreUnavailable
from ucap.store.database import Database, database_url


def execute(url: str, statement: str, **values: object) -> None:
    """Change the tables behind the store's back."""
    with Database(database_url(url)).locking() as connection:
        connection.execute(sa.text(statement), values)


def damage(url: str, plan_id: str, edition: int = 1, text: str = '{"id": "panjin", "cities') -> None:
    statement = "UPDATE editions SET record = :text WHERE plan_id = :plan AND edition = :edition"
    execute(url, statement, text=text, plan=plan_id, edition=edition)


@pytest.fixture
def filled(store: Store, anna: Person) -> Store:
    """Panjin in two editions, with a correction, and Guilin."""
    store.add("panjin.json", record(), anna)
    store.add("newer.json", record(title="Panjin, revised"), anna)
    store.add("guilin.json", record("Guilin"), anna)
    store.correct("panjin", "/title", "Panjin!", anna, "louder", seen=store.version())
    return store


def named(store: Store) -> tuple[list[str | None], list[tuple[str, int]]]:
    """The plans that are there, and the records that are damaged."""
    damaged: list[Damaged] = []
    whole = [plan.id for plan in store.each_plan(damaged.append)]
    return whole, [(one.plan_id, one.edition) for one in damaged]


@pytest.mark.parametrize("text", ["", "{", '{"id": "panjin", "cities": 5}', record("Guilin").decode()])
def test_a_damaged_record_costs_itself_alone_and_is_named(filled: Store, url: str, text: str) -> None:
    damage(url, "panjin", 2, text)
    assert named(filled) == (["guilin"], [("panjin", 2)])
    assert filled.plan("guilin").id == "guilin"
    with pytest.raises(Damaged, match=r"panjin \(edition 2\) is damaged .* reread --keep"):
        filled.plan("panjin")
    assert filled.record("panjin", 1).id == "panjin"


@pytest.mark.parametrize("column", ["record", "text"])
def test_a_changed_byte_that_leaves_a_valid_record_is_noticed(
    filled: Store, url: str, anna: Person, column: str
) -> None:
    """The plan costs itself alone until its document is read again; nobody is shown another number."""
    before = filled.plans()
    new = "replace(record, '2020-11', '2029-11')" if column == "record" else ":text"
    execute(url, f"UPDATE editions SET {column} = {new} WHERE plan_id = 'guilin'", text=b"another text")
    assert named(filled) == (["panjin"], [("guilin", 1)])
    for look in (filled.plan, filled.record, filled.text):
        with pytest.raises(Damaged, match="guilin"):
            look("guilin")
    checked = filled.check()
    assert (checked.record_count, checked.document_count) == (3, 3)
    assert [str(one).partition(" is ")[0] for one in checked.damaged] == ["The record of guilin (edition 1)"]
    filled.repair("guilin", anna)
    assert filled.plans() == before
    assert filled.check().damaged == ()


def test_a_changed_byte_of_a_document_is_noticed_and_mended_by_adding_it_again(
    filled: Store, url: str, anna: Person
) -> None:
    """Even where the record is damaged too, so that it cannot be read again from the document in the store."""
    before, document = filled.plans(), filled.document("guilin")
    execute(url, "UPDATE documents SET content = :other WHERE name = 'guilin.json'", other=b"{}")
    damage(url, "guilin")
    with pytest.raises(Damaged, match=r"The document guilin\.json is damaged"):
        filled.document("guilin")
    assert [one.plan_id for one in filled.check().damaged] == ["guilin", "guilin"]
    (preview,) = filled.preview([("guilin.json", record("Guilin"))])
    assert preview.can_be_kept
    assert filled.keep(preview, anna).plans == (("guilin", 1),)
    assert filled.document("guilin") == document
    assert filled.log("guilin")[-1].action == "mend-document"
    filled.repair("guilin", anna)
    assert filled.plans() == before
    assert filled.add("guilin.json", record("Guilin"), anna).is_duplicate


@pytest.mark.parametrize("cell", ["1000000000000000", "'a text'", "0.5"])
def test_a_cell_of_bytes_that_holds_something_else_costs_itself_alone(tmp_path: Path, anna: Person, cell: str) -> None:
    """A flipped bit may change of what kind a cell is; only SQLite lets it."""
    url = f"sqlite:///{tmp_path}/store.db"
    store = Store.open(url, folder=None, reader=at_its_word)
    for name, document in (("panjin.json", record()), ("guilin.json", record("Guilin"))):
        store.add(name, document, anna)
    execute(url, f"UPDATE documents SET content = {cell} WHERE name = 'guilin.json'")
    execute(url, f"UPDATE editions SET text = {cell} WHERE plan_id = 'panjin'")
    with pytest.raises(Damaged, match=r"The document guilin\.json is damaged"):
        store.document("guilin")
    with pytest.raises(Damaged, match="panjin"):
        store.text("panjin")
    assert sorted({one.plan_id for one in store.check().damaged}) == ["guilin", "panjin"]
    execute(url, "UPDATE editions SET record = CAST(record AS BLOB) WHERE plan_id = 'guilin'")
    with pytest.raises(Damaged, match="guilin"):
        store.plan("guilin")


def test_corrections_of_a_damaged_plan_are_in_the_list_before_it_is_repaired(
    filled: Store, url: str, anna: Person
) -> None:
    """On the page, in the file, and of the plan alone; afterwards they count as they did."""
    (before,) = filled.corrections()
    damage(url, "panjin", 2)
    (waiting,) = filled.corrections("panjin")
    assert filled.corrections() == [waiting]
    assert (waiting.state, waiting.label, waiting.new, waiting.why) == ("waiting", "Title", "Panjin!", "louder")
    assert "Panjin!" in filled.corrections_csv()
    filled.repair("panjin", anna)
    assert filled.corrections() == [before]


def test_a_plan_whose_current_edition_is_not_there_is_named_and_an_earlier_one_counts(
    filled: Store, url: str, anna: Person
) -> None:
    execute(url, "UPDATE plans SET edition = 9 WHERE id = 'panjin'")
    assert named(filled) == (["guilin"], [("panjin", 9)])
    assert filled.use_earlier("panjin", anna) == 2
    assert named(filled) == (["guilin", "panjin"], [])


def test_a_flipped_byte_in_the_file_that_is_no_text_any_more_costs_one_record(tmp_path: Path, anna: Person) -> None:
    store = Store.open(f"sqlite:///{tmp_path}/ucap.db", folder=None, reader=at_its_word)
    store.add("panjin.json", record(notes=["Wetlands again"]), anna)
    store.add("guilin.json", record("Guilin"), anna)
    with sqlite3.connect(tmp_path / "ucap.db") as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = (tmp_path / "ucap.db").read_bytes()
    at = data.index(b"Wetlands again", data.index(b'"id":"panjin"'))
    (tmp_path / "ucap.db").write_bytes(data[:at] + b"\xd7" + data[at + 1 :])
    assert named(Store.open(f"sqlite:///{tmp_path}/ucap.db", folder=None)) == (["guilin"], [("panjin", 1)])


def test_a_damaged_record_is_read_again_from_its_document_and_corrections_stay(
    filled: Store, url: str, anna: Person
) -> None:
    before = filled.plan("panjin")
    damage(url, "panjin", 2)
    filled.repair("panjin", anna)
    assert filled.plan("panjin") == before
    assert filled.log("panjin")[-1].action == "reread"


def test_reading_all_documents_again_repairs_what_is_damaged(filled: Store, url: str, anna: Person) -> None:
    damage(url, "panjin", 1)
    (change,) = filled.reread()
    assert (change.kind, change.plan_id, change.edition) == ("repaired", "panjin", 1)
    filled.keep_changes([change], anna)
    assert filled.record("panjin", 1).id == "panjin"


def test_an_earlier_edition_counts_where_document_and_record_are_damaged(filled: Store, url: str, anna: Person) -> None:
    damage(url, "panjin", 2)
    execute(url, "UPDATE documents SET content = :other WHERE name = 'newer.json'", other=b"other bytes")
    with pytest.raises(Refused, match="The document is damaged in the store"):
        filled.repair("panjin", anna)
    assert filled.use_earlier("panjin", anna) == 1
    assert named(filled) == (["guilin", "panjin"], [])
    assert filled.add("third.json", record(title="Third"), anna).plans == (("panjin", 3),)


def test_without_an_earlier_edition_that_is_said(filled: Store, url: str, anna: Person) -> None:
    damage(url, "guilin")
    with pytest.raises(Refused, match="no earlier edition"):
        filled.use_earlier("guilin", anna)


def test_a_newer_edition_of_a_damaged_plan_waits_until_that_is_repaired(filled: Store, url: str, anna: Person) -> None:
    damage(url, "panjin", 2)
    (preview,) = filled.preview([("third.json", record(title="Third"))])
    assert "panjin (edition 2) is damaged" in str(preview.problem)


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE log",
        "ALTER TABLE editions RENAME COLUMN record TO records",
        "DELETE FROM meta",
        "DELETE FROM alembic_version",
        "UPDATE documents SET received_at = 'yesterday'",
    ],
)
def test_damaged_tables_are_told_with_what_helps(filled: Store, url: str, statement: str) -> None:
    execute(url, statement)
    with pytest.raises(StoreUnavailable, match=r"is damaged.*restore a backup"):
        look_at_everything(url)


def look_at_everything(url: str) -> None:
    store = Store.open(url, folder=None)
    for look in (store.version, store.plans, store.corrections, lambda: store.document("guilin"), store.log):
        look()


def test_an_emptied_file_is_not_taken_for_a_new_store(tmp_path: Path, anna: Person) -> None:
    Store.open(f"sqlite:///{tmp_path}/ucap.db", folder=None).version()
    for file in tmp_path.iterdir():
        file.write_bytes(b"") if file.name == "ucap.db" else file.unlink()
    with pytest.raises(StoreUnavailable, match="is an empty file"):
        Store.open(f"sqlite:///{tmp_path}/ucap.db", folder=None)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that other users can get to, as the folders of pytest are not."""
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o755)
        yield Path(name)


@pytest.mark.parametrize("is_in_use", [False, True])
def test_a_store_that_must_not_be_written_can_be_looked_at(folder: Path, anna: Person, is_in_use: bool) -> None:
    """Whether its log is still beside it or not, nothing is missed."""
    url = f"sqlite:///{folder}/ucap.db"
    store = Store.open(url, folder=None, reader=at_its_word)
    store.add("panjin.json", record(), anna)
    with closing(sqlite3.connect(folder / "ucap.db")) as keeps_open:
        keeps_open.execute("SELECT * FROM plans").fetchall()
        store.add("guilin.json", record("Guilin"), anna)
        if not is_in_use:
            keeps_open.close()
            assert not (folder / "ucap.db-wal").exists()
        for file in folder.iterdir():
            os.chmod(file, 0o444)
        os.chmod(folder, 0o555)
        assert run_as_nobody(lambda: [plan.id for plan in Store.open(url, folder=None).plans()]) == ["guilin", "panjin"]
        message = run_as_nobody(
            lambda: Store.open(url, folder=None, reader=at_its_word).add("b.json", record("Rome"), anna)
        )
    assert "write-protected" in str(message)
