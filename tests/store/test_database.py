"""A disk that is full or write-protected, a database that is away: a clear message, and work goes on afterwards."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.store.postgres import Cluster
from tests.store.processes import run_as_nobody, run_with_full_disk
from tests.store.samples import at_its_word, record
from ucap.store import Person, Store, StoreUnavailable
from ucap.store.database import Database, database_url, translated_file
from ucap.store.writing import writing

LARGE = record("Guilin", notes=["x" * 200_000])


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that other users can get to, as the folders of pytest are not."""
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o755)
        yield Path(name)
        os.chmod(name, 0o755)


@pytest.fixture
def file_store(folder: Path, anna: Person) -> Store:
    """A store in a file, with one plan."""
    store = Store.open(f"sqlite:///{folder}/ucap.db", folder=None, reader=at_its_word)
    store.add("panjin.json", record(), anna)
    return store


def message(result: object) -> str:
    """The message of a result that is `StoreUnavailable`, without the parts that differ."""
    assert isinstance(result, StoreUnavailable), result
    return str(result)


def test_a_full_disk_is_told_changes_nothing_and_work_goes_on(file_store: Store, folder: Path, anna: Person) -> None:
    size = (folder / "ucap.db").stat().st_size
    said = message(run_with_full_disk(lambda: file_store.add("guilin.json", LARGE, anna), size + 5_000))
    assert "full" in said
    assert "Nothing was changed" in said
    assert run_with_full_disk(lambda: len(file_store.plans()), size + 5_000) == 1
    assert file_store.add("guilin.json", LARGE, anna).plans == (("guilin", 1),)


def test_a_disk_that_fills_up_during_the_first_start_leaves_a_store_that_can_be_finished(folder: Path) -> None:
    (folder / "documents").mkdir()
    (folder / "documents" / "panjin.json").write_bytes(record())
    (folder / "documents" / "wuxi.json").write_bytes(record("Wuxi", notes=["x" * 500_000]))
    url = f"sqlite:///{folder}/ucap.db"

    def start() -> int:
        return len(Store.open(url, folder / "documents", reader=at_its_word).plans())

    assert "full" in message(run_with_full_disk(start, 2_000))
    assert "full" in message(run_with_full_disk(start, 300_000))
    assert start() == 2


def test_a_write_protected_file_is_read_and_not_written(file_store: Store, folder: Path, anna: Person) -> None:
    os.chmod(folder / "ucap.db", 0o444)
    os.chmod(folder, 0o777)
    assert run_as_nobody(lambda: len(file_store.plans())) == 1
    assert "write-protected" in message(run_as_nobody(lambda: file_store.add("guilin.json", LARGE, anna)))
    for file in folder.iterdir():
        os.chmod(file, 0o666)
    assert run_as_nobody(lambda: file_store.add("guilin.json", LARGE, anna)).plans == (("guilin", 1),)


def test_a_write_protected_folder_is_told(file_store: Store, folder: Path, anna: Person) -> None:
    os.chmod(folder / "ucap.db", 0o444)
    os.chmod(folder, 0o555)
    assert "write-protected" in message(run_as_nobody(lambda: file_store.add("guilin.json", LARGE, anna)))
    assert "cannot be opened" in message(run_as_nobody(lambda: Store.open(f"sqlite:///{folder}/new.db", None)))


def test_a_file_that_is_away_for_a_while_is_told_and_not_made_anew(
    file_store: Store, folder: Path, anna: Person
) -> None:
    (folder / "ucap.db").rename(folder / "elsewhere.db")
    for attempt in (file_store.version, file_store.plans, lambda: file_store.add("guilin.json", LARGE, anna)):
        with pytest.raises(StoreUnavailable, match="cannot be opened"):
            attempt()
    assert not (folder / "ucap.db").exists()
    (folder / "elsewhere.db").rename(folder / "ucap.db")
    assert len(file_store.plans()) == 1


def test_a_damaged_file_is_told_with_the_way_to_a_backup(folder: Path) -> None:
    (folder / "ucap.db").write_bytes(b"These are not the plans you are looking for." * 100)
    with pytest.raises(StoreUnavailable, match="python -m ucap restore"):
        Store.open(f"sqlite:///{folder}/ucap.db", folder=None)


def test_a_full_database_is_told_as_sqlite_tells_it(folder: Path) -> None:
    connection = sqlite3.connect(folder / "ucap.db")
    connection.execute("CREATE TABLE plans (record)")
    connection.execute("PRAGMA max_page_count = 3")
    with pytest.raises(StoreUnavailable, match="full"), translated_file("ucap.db"):
        connection.execute("INSERT INTO plans VALUES (zeroblob(100000))")


def test_a_store_that_others_keep_busy_is_told(
    file_store: Store, folder: Path, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ucap.store.database.LOCK_SECONDS", 0.05)
    other = sqlite3.connect(folder / "ucap.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreUnavailable, match="busy"):
        file_store.add("guilin.json", LARGE, anna)
    assert len(file_store.plans()) == 1
    other.execute("ROLLBACK")
    assert file_store.add("guilin.json", LARGE, anna).plans == (("guilin", 1),)


def test_a_server_whose_store_others_keep_busy_is_told(
    postgres: Cluster, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ucap.store.database.LOCK_SECONDS", 0.05)
    url = postgres.empty_database()
    store = Store.open(url, folder=None, reader=at_its_word)
    with psycopg.connect(url) as other:
        other.execute("UPDATE meta SET version = version")
        with pytest.raises(StoreUnavailable, match="busy"):
            store.add("panjin.json", record(), anna)
    assert store.add("panjin.json", record(), anna).plans == (("panjin", 1),)


@pytest.mark.parametrize("url", ["mysql://host/ucap", "sqlite://", "sqlite:///:memory:", "data/ucap.db", "postgres"])
def test_an_address_of_no_such_database_is_told_with_a_right_one(url: str) -> None:
    with pytest.raises(StoreUnavailable, match="postgresql://user:password@host/database"):
        database_url(url)


def test_a_password_is_never_told() -> None:
    with pytest.raises(StoreUnavailable) as caught:
        Store.open("postgresql://ucap:secret@127.0.0.1:1/ucap", folder=None)
    assert "secret" not in str(caught.value)
    assert "does not answer" in str(caught.value)


def test_a_database_server_that_goes_away_is_told_and_work_goes_on_when_it_is_back(
    postgres: Cluster, anna: Person
) -> None:
    store = Store.open(postgres.empty_database(), folder=None, reader=at_its_word)
    store.add("panjin.json", record(), anna)
    postgres.stop()
    try:
        for attempt in (store.version, store.plans, lambda: store.add("guilin.json", LARGE, anna)):
            with pytest.raises(StoreUnavailable, match="does not answer"):
                attempt()
    finally:
        postgres.start()
    assert len(store.plans()) == 1
    assert store.add("guilin.json", LARGE, anna).plans == (("guilin", 1),)


def test_a_connection_that_breaks_in_the_midst_of_a_change_leaves_nothing_of_it(
    postgres: Cluster, anna: Person
) -> None:
    url = postgres.empty_database()
    store = Store.open(url, folder=None, reader=at_its_word)
    store.add("panjin.json", record(), anna)
    version = store.version()

    def change() -> None:
        with writing(Database(database_url(url)), anna) as writer:
            writer.note("add", "guilin")
            postgres.disconnect_all()
            writer.note("add", "guilin")

    with pytest.raises(StoreUnavailable, match="does not answer"):
        change()
    assert store.version() == version
    assert store.add("guilin.json", LARGE, anna).plans == (("guilin", 1),)


def test_a_database_that_only_lets_read_is_told(postgres: Cluster, anna: Person) -> None:
    url = postgres.empty_database()
    store = Store.open(url, folder=None, reader=at_its_word)
    store.add("panjin.json", record(), anna)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("ALTER ROLE ucap SET default_transaction_read_only = on")
    try:
        reopened = Store.open(url, folder=None, reader=at_its_word)
        assert len(reopened.plans()) == 1
        with pytest.raises(StoreUnavailable, match="write-protected"):
            reopened.add("guilin.json", LARGE, anna)
    finally:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("SET default_transaction_read_only = off")
            connection.execute("ALTER ROLE ucap RESET default_transaction_read_only")
