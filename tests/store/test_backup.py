"""The whole store in a zip file, readable without this software, and an equal store from it."""

from __future__ import annotations

import csv
import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from tests.store.empty import empty_store
from tests.store.samples import record
from ucap.plan.record import Finding
from ucap.store import Damaged, NotAllowed, Person, Refused, Store, StoreUnavailable
from ucap.store.backup import TABLES
from ucap.store.database import Database, database_url

OPEN_END = {"code": "period-open", "severity": "note", "field": "/period", "message": "The period has no end."}


def fill(store: Store, who: Person) -> None:
    """A store in which everything has happened once."""
    store.add("panjin.json", record(findings=[OPEN_END]), who)
    store.add("newer: a?.json", record(findings=[OPEN_END], title="=Panjin\x00 “revised”"), who)
    store.add("guilin.json", record("Guilin"), who)
    store.correct("panjin", "/cities/1", None, who, "left", seen=store.version())
    made = store.correct("panjin", "/china/population", 5, who, "@home", seen=store.version())
    store.withdraw(made.id, who, "a joke")
    store.dismiss("panjin", Finding(**OPEN_END), who, "runs on")


def tables(url: str) -> dict[str, list[Any]]:
    """All that the tables hold."""
    with Database(database_url(url)).reading() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(sa.select(table).order_by(*table.primary_key))]
            for table in TABLES
        }


def test_a_store_restored_from_its_backup_is_equal(new_url: Callable[[], str], tmp_path: Path, anna: Person) -> None:
    first, second = new_url(), new_url()
    store = empty_store(first)
    fill(store, anna)
    store.backup(tmp_path / "backup.zip")
    other = empty_store(second)
    other.restore(tmp_path / "backup.zip", anna)
    before, after = tables(first), tables(second)
    assert after["log"].pop()[4] == "restore"
    assert after == before
    assert other.plans() == store.plans()


def test_work_goes_on_in_a_restored_store(new_url: Callable[[], str], tmp_path: Path, anna: Person) -> None:
    store = empty_store(new_url())
    fill(store, anna)
    store.backup(tmp_path / "backup.zip")
    other = empty_store(new_url())
    other.restore(tmp_path / "backup.zip", anna)
    assert other.version() > store.version()
    made = other.correct("guilin", "/title", "Guilin", anna, "shorter", seen=other.version())
    assert made.id == 3


def test_a_backup_can_be_read_without_this_software(store: Store, tmp_path: Path, anna: Person) -> None:
    fill(store, anna)
    store.backup(tmp_path / "backup.zip")
    with zipfile.ZipFile(tmp_path / "backup.zip") as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name) for name in archive.namelist()}
    assert "python -m ucap restore" in files["README.txt"].decode()
    documents = {name.rsplit("/", 1)[1]: data for name, data in files.items() if name.startswith("documents/")}
    assert documents.keys() == {"panjin.json", "newer_ a_.json", "guilin.json"}
    assert documents["panjin.json"] == record(findings=[OPEN_END])
    assert json.loads(files["records/panjin/1.json"])["id"] == "panjin"
    log = list(csv.DictReader(io.StringIO(files["log.csv"].decode("utf-8-sig"), newline="")))
    assert [line["action"] for line in log] == ["add", "add", "add", "correct", "correct", "withdraw", "dismiss"]


def test_a_backup_is_complete_or_not_there(store: Store, tmp_path: Path, anna: Person) -> None:
    fill(store, anna)
    with pytest.raises(StoreUnavailable, match="backup"):
        store.backup(tmp_path / "missing" / "backup.zip")
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreUnavailable, match="backup"):
        store.backup(tmp_path / "folder")
    assert os.listdir(tmp_path / "folder") == []


def test_a_store_that_is_not_empty_is_left_alone_unless_told(store: Store, tmp_path: Path, anna: Person) -> None:
    store.add("panjin.json", record(), anna)
    store.backup(tmp_path / "backup.zip")
    store.add("guilin.json", record("Guilin"), anna)
    version = store.version()
    with pytest.raises(Refused, match="not empty"):
        store.restore(tmp_path / "backup.zip", anna)
    assert store.version() == version
    store.restore(tmp_path / "backup.zip", anna, replace_all=True)
    assert [plan.id for plan in store.plans()] == ["panjin"]
    assert store.version() > version


def changed(path: Path, target: Path, name: str, data: bytes | None) -> None:
    """The zip file with one of its files changed, or left out."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as archive:
        for member in source.namelist():
            if member.startswith(name) and data is None:
                continue
            archive.writestr(member, data if member.startswith(name) and data is not None else source.read(member))


@pytest.mark.parametrize(
    "damage",
    [
        ("documents/", b"other bytes"),
        ("documents/", None),
        ("records/panjin/1.json", b"{"),
        ("records/panjin/1.json", None),
        ("plans.csv", b"id,edition\r\nwrong,1\r\n"),
        ("log.csv", b"id\r\n1\r\n"),
        ("backup.json", b'{"format": 99}'),
        ("backup.json", None),
        ("backup.json", b"[1]"),
        ("backup.json", b'{"format": "one"}'),
        ("backup.json", b"[" * 100_000),
        ("records/panjin/1.json", record("Guilin")),
        ("records/panjin/1.json", record(title="Another title")),
        ("plans.csv", b"id,edition\r\npanjin,1\r\nguilin,7\r\n"),
        ("plans.csv", b"id,edition\r\n" + b"x" * 100_000 + b",1\r\n"),
        ("plans.csv", b"id,edition\r\npanjin," + b"9" * 30 + b"\r\n"),
    ],
)
def test_a_backup_that_was_changed_is_refused_as_a_whole(
    store: Store, new_url: Callable[[], str], tmp_path: Path, anna: Person, damage: tuple[str, bytes | None]
) -> None:
    fill(store, anna)
    store.backup(tmp_path / "backup.zip")
    changed(tmp_path / "backup.zip", tmp_path / "changed.zip", *damage)
    other = empty_store(new_url())
    version = other.version()
    with pytest.raises(Refused, match="not a whole backup"):
        other.restore(tmp_path / "changed.zip", anna)
    assert (other.version(), other.plans()) == (version, [])


def test_a_backup_from_before_there_were_digests_can_be_restored(
    store: Store, new_url: Callable[[], str], tmp_path: Path, anna: Person
) -> None:
    fill(store, anna)
    store.backup(tmp_path / "backup.zip")
    with zipfile.ZipFile(tmp_path / "backup.zip") as archive:
        lines = archive.read("editions.csv").decode().splitlines()
    assert lines[0].endswith(",digest")
    older = "".join(line.rpartition(",")[0] + "\r\n" for line in lines)
    changed(tmp_path / "backup.zip", tmp_path / "older.zip", "editions.csv", older.encode())
    other = empty_store(new_url())
    other.restore(tmp_path / "older.zip", anna)
    assert other.plans() == store.plans()
    assert other.check().damaged == ()


def test_what_is_no_backup_is_refused(store: Store, tmp_path: Path, anna: Person) -> None:
    (tmp_path / "letter.zip").write_bytes(b"Dear all")
    for name in ("letter.zip", "nothing.zip"):
        with pytest.raises(Refused, match="not a whole backup"):
            store.restore(tmp_path / name, anna)


def test_only_editors_restore(store: Store, tmp_path: Path, visitor: Person) -> None:
    store.backup(tmp_path / "backup.zip")
    with pytest.raises(NotAllowed):
        store.restore(tmp_path / "backup.zip", visitor, replace_all=True)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_backup_packed_in_another_way_is_refused(
    store: Store, new_url: Callable[[], str], tmp_path: Path, anna: Person, method: int
) -> None:
    """Python does not bound these while unpacking."""
    fill(store, anna)
    store.backup(tmp_path / "backup.zip")
    with (
        zipfile.ZipFile(tmp_path / "backup.zip") as source,
        zipfile.ZipFile(tmp_path / "x.zip", "w", method) as archive,
    ):
        for member in source.namelist():
            archive.writestr(member, source.read(member))
    with pytest.raises(Refused, match="packed in another way"):
        empty_store(new_url()).restore(tmp_path / "x.zip", anna)


def test_an_encrypted_backup_and_one_of_an_unknown_compression_are_refused(
    store: Store, tmp_path: Path, anna: Person
) -> None:
    store.backup(tmp_path / "backup.zip")
    data = (tmp_path / "backup.zip").read_bytes()
    at = data.rindex(b"PK\x01\x02")
    for offset, value in ((8, 1), (10, 77)):
        (tmp_path / "x.zip").write_bytes(data[: at + offset] + bytes([value]) + data[at + offset + 1 :])
        with pytest.raises(Refused, match="encrypted, or packed in another way"):
            store.restore(tmp_path / "x.zip", anna)


def test_a_backup_of_blank_lines_without_end_is_refused_before_they_are_read(
    store: Store, tmp_path: Path, anna: Person
) -> None:
    store.backup(tmp_path / "backup.zip")
    with zipfile.ZipFile(tmp_path / "backup.zip") as source:
        members = {name: source.read(name) for name in source.namelist()}
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data + (b"\n" * 300_000_000 if name == "log.csv" else b""))
    with pytest.raises(Refused, match=r"log.csv grows beyond all measure"):
        store.restore(tmp_path / "x.zip", anna)


def test_a_backup_of_a_damaged_record_does_not_report_success_and_can_be_restored_and_repaired(
    store: Store, url: str, new_url: Callable[[], str], tmp_path: Path, anna: Person
) -> None:
    fill(store, anna)
    before = store.plans()
    with Database(database_url(url)).locking() as connection:
        connection.execute(sa.text("UPDATE editions SET record = '{' WHERE plan_id = 'panjin'"))
    with pytest.raises(Damaged, match=r"was written\. The record of panjin"):
        store.backup(tmp_path / "backup.zip")
    other = empty_store(new_url())
    other.restore(tmp_path / "backup.zip", anna)
    assert [plan.id for plan in other.each_plan(lambda damaged: None)] == ["guilin"]
    other.repair("panjin", anna)
    assert other.plans() == before


def test_a_backup_of_a_damaged_document_is_not_written(store: Store, url: str, tmp_path: Path, anna: Person) -> None:
    fill(store, anna)
    with Database(database_url(url)).locking() as connection:
        connection.execute(sa.text("UPDATE documents SET content = :other WHERE name = 'guilin.json'"), {"other": b"x"})
    with pytest.raises(StoreUnavailable, match="does not give back the table documents"):
        store.backup(tmp_path / "backup.zip")
    assert list(tmp_path.glob("*.zip")) == []
