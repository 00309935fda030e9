"""Damage to what people wrote and to the log: a changed byte costs that one entry, which is named; all else goes on."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from tests.effort import IS_ENDURANCE
from tests.store.empty import empty_store
from tests.store.samples import at_its_word, record
from ucap.current import current, renewed
from ucap.plan.record import Finding
from ucap.store import Damaged, DamagedEntry, Person, Refused, Store
from ucap.store.checking import ENTRIES, row_digest
from ucap.store.database import Database, database_url
from ucap.store.meetings.notes import NewNote
from ucap.store.review.lessons import NewLesson
from ucap.store.schema import Content, Moment, corrections, log, notes

OPEN_END = Finding(code="period-open", severity="note", field="/period", message="The period has no end.")
TABLES = [table.name for table in ENTRIES]
SECOND = 2


@pytest.fixture
def filled(store: Store, anna: Person, ben: Person) -> Store:
    """Three plans, and twice of each kind of thing that people write."""
    for number, city in enumerate(("Panjin", "Guilin", "Weihai")):
        store.add(f"{number}.json", record(city, findings=[OPEN_END.model_dump()]), anna)
    for plan, title in (("panjin", "Wetlands"), ("guilin", "Rivers")):
        made = store.correct(plan, "/title", title, anna, "2 of 3", seen=store.version())
        store.dismiss(plan, OPEN_END, anna, "runs on")
        store.sign_off(plan, anna, "read twice", seen=store.version())
        store.teach(NewLesson(f"Scope of {plan}", "focus", why="as Ben says"), anna)
        store.add_note(NewNote("note", f"plan/{plan}", f"Ring {plan}"), anna)
        store.remove("weihai", anna, "a test")
        store.bring_back("weihai", ben, "no test")
    store.withdraw(made.id, anna, "a slip")
    store.choose_branding("funding", "", b"Funded", anna)
    store.choose_branding("funding", "", b"Funded by all", ben)
    return store


def execute(url: str, statement: str, **values: object) -> None:
    with Database(database_url(url)).locking() as connection:
        connection.execute(sa.text(statement), values)


def another(table: sa.Table, column: sa.Column[Any], value: Any) -> Any:
    """Another value for a cell that could be right."""
    if column is table.c.id:
        return 99
    if isinstance(column.type, sa.Integer):
        return value + 1
    if isinstance(column.type, Moment):
        return datetime(2001, 2, 3, tzinfo=UTC)
    if isinstance(column.type, Content):
        return b"Funded by nobody"
    known = {"plan_id": "panjin", "field": "/focus", "day": "2001-02-03", "digest": "0" * 64}
    return known.get(column.name, "another text")


def change(url: str, table: sa.Table, column: sa.Column[Any]) -> Any:
    """Give a cell of the table's second row another value; returns what stood there."""
    with Database(database_url(url)).locking() as connection:
        row = connection.execute(sa.select(table).where(table.c.id == SECOND)).one()
        new = {column: another(table, column, row._mapping[column])}
        connection.execute(sa.update(table).where(table.c.id == SECOND).values(new))
    return row._mapping[column]


def put_back(url: str, table: sa.Table, column: sa.Column[Any], value: Any) -> None:
    number = 99 if column is table.c.id else SECOND
    with Database(database_url(url)).locking() as connection:
        connection.execute(sa.update(table).where(table.c.id == number).values({column: value}))


def look_at_everything(store: Store) -> list[Any]:
    """All that the store answers; what does not fail is given back in an order to be compared."""
    ids = [plan.id or "" for plan in store.each_plan()]
    made = current(store)
    looks: list[Callable[[], Any]] = [
        *(store.plans, store.corrections, store.dismissals, store.removals, store.notes, store.lessons, store.branding),
        *(store.log, store.corrections_csv, store.lessons_csv, store.correction_counts, store.silent_documents),
        *(lambda one=one: (store.findings(one), store.sign_offs(one), store.log(one)) for one in ids),  # type: ignore[misc]
        lambda: store.news(datetime(2020, 1, 1, tzinfo=UTC)),
        lambda: renewed(store, made).frames.fingerprint,
    ]
    return [look() for look in looks]


def named(store: Store) -> list[tuple[str, int]]:
    return [(one.table, one.number) for one in store.check().damaged if isinstance(one, DamagedEntry)]


@pytest.mark.parametrize("table", ENTRIES, ids=TABLES)
def test_another_value_in_any_cell_costs_its_entry_alone_and_is_named(filled: Store, url: str, table: sa.Table) -> None:
    """What is left is what there would be without that entry.

    What is looked at is not the database's: on PostgreSQL some columns are enough, and `make endure` takes all.
    """
    found = {}
    for column in list(table.c)[:: 1 if url.startswith("sqlite") or IS_ENDURANCE else 4]:
        before = change(url, table, column)
        assert named(filled) == [(table.name, 99 if column is table.c.id else SECOND)], column
        found[column.name] = look_at_everything(filled)
        put_back(url, table, column, before)
    assert named(filled) == []
    execute(url, f"DELETE FROM {table} WHERE id = {SECOND}")
    without = look_at_everything(filled)
    assert [name for name, seen in found.items() if seen != without] == []


@pytest.mark.parametrize("statement", ["SET new = '{'", "SET made_at = 'yesterday'", "SET field = 'title'"])
def test_a_cell_that_says_nothing_any_more_costs_its_entry_alone(filled: Store, url: str, statement: str) -> None:
    if "new = " in statement and url.startswith("postgresql"):
        return  # PostgreSQL takes nothing but JSON there
    execute(url, f"UPDATE corrections {statement} WHERE id = 1")
    (damaged,) = filled.damaged_entries()
    said = "Correction 1 (panjin) is damaged in the store and left out; all else counts."
    assert str(damaged) == f"{said} Make it again, or restore a backup."
    assert [made.id for made in filled.corrections()] == [2]
    assert filled.plan("panjin").title != "Wetlands"
    look_at_everything(filled)


def test_a_damaged_entry_cannot_be_withdrawn_for_then_it_would_count_as_written(
    filled: Store, url: str, anna: Person
) -> None:
    execute(url, "UPDATE corrections SET why = '3 of 3' WHERE id = 1")
    with pytest.raises(DamagedEntry, match=r"Correction 1 \(panjin\) is damaged"):
        filled.withdraw(1, anna, "wrong")
    assert named(filled) == [("corrections", 1)]


def test_work_goes_on_beside_a_damaged_entry(filled: Store, url: str, anna: Person) -> None:
    for table in ENTRIES:
        change(url, table, table.c.who)
    made = filled.correct("guilin", "/title", "Rivers again", anna, "2 of 3", seen=filled.version())
    filled.withdraw(made.id, anna, "a slip")
    filled.dismiss("guilin", OPEN_END, anna, "runs on")
    filled.sign_off("guilin", anna, "read again", seen=filled.version())
    filled.teach(NewLesson("Scope of guilin", "focus"), anna)
    filled.add_note(NewNote("note", "plan/guilin", "Ring again"), anna)
    filled.remove("weihai", anna, "a test")
    filled.choose_branding("funding", "", b"Funded again", anna)
    assert len(named(filled)) == len(TABLES)


def test_frames_name_the_entry_at_the_start_and_once_its_plan_is_read_again(
    filled: Store, url: str, anna: Person
) -> None:
    made = current(filled)
    execute(url, "UPDATE corrections SET new = '\"Wet lands\"' WHERE id = 1")
    filled.correct("panjin", "/title", "Wetlands again", anna, "as in the text", seen=filled.version())
    for now in (renewed(filled, made), current(filled)):
        assert [(one.table, one.number, one.plan_id) for one in now.damaged_entries] == [("corrections", 1, "panjin")]
        assert not now.damaged
    filled.correct("guilin", "/title", "Rivers again", anna, "as in the text", seen=filled.version())
    assert len(renewed(filled, now).damaged_entries) == 1


def test_a_changed_byte_in_the_file_itself_is_noticed(tmp_path: Path, anna: Person) -> None:
    """Of a correction, and of the line of the log on it."""
    store = Store.open(f"sqlite:///{tmp_path}/ucap.db", folder=None, reader=at_its_word)
    store.add("panjin.json", record(), anna)
    store.correct("panjin", "/title", "Harbour of 1987", anna, "as on the cover", seen=store.version())
    with closing(sqlite3.connect(tmp_path / "ucap.db")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = (tmp_path / "ucap.db").read_bytes()
    places = [at for at in range(len(data)) if data.startswith(b"Harbour of 1987", at)]
    found = set()
    for at in places:
        (tmp_path / "ucap.db").write_bytes(data[:at] + data[at:].replace(b"1987", b"1988", 1))
        found |= set(named(Store.open(f"sqlite:///{tmp_path}/ucap.db", folder=None)))
    assert found == {("corrections", 1), ("log", 2)}


def test_a_backup_leaves_a_damaged_entry_out_and_says_so(
    filled: Store, url: str, new_url: Callable[[], str], tmp_path: Path, anna: Person
) -> None:
    for table in ENTRIES:
        change(url, table, table.c.who)
    with pytest.raises(Damaged, match=r"(?s)was written\. Correction 2 .*Note 2 .*Line 2 of the log") as raised:
        filled.backup(tmp_path / "backup.zip")
    assert len(str(raised.value).splitlines()) == len(TABLES)
    other = empty_store(new_url())
    other.restore(tmp_path / "backup.zip", anna)
    assert named(other) == []
    assert (other.plans(), other.corrections(), other.notes()) == (
        filled.plans(),
        filled.corrections(),
        filled.notes(),
    )


@pytest.mark.parametrize("table", [one for one in TABLES if one != "branding"])
def test_a_backup_with_a_changed_entry_is_refused(
    filled: Store, new_url: Callable[[], str], tmp_path: Path, anna: Person, table: str
) -> None:
    """Even where the digest was taken out."""
    filled.backup(tmp_path / "backup.zip")
    with zipfile.ZipFile(tmp_path / "backup.zip") as source, zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        for name in source.namelist():
            data = source.read(name)
            if name == f"{table}.csv":
                lines = data.decode().splitlines()
                lines[1] = lines[1].replace("Anna", "Hanna", 1)
                if table in ("corrections", "log"):
                    lines[1] = lines[1].rpartition(",")[0] + ","
                data = "\r\n".join(lines).encode()
            archive.writestr(name, data)
    other = empty_store(new_url())
    with pytest.raises(Refused, match=rf"row 1 of {table}\.csv was changed"):
        other.restore(tmp_path / "x.zip", anna)
    assert (other.plans(), other.version()) == ([], 0)


def test_what_earlier_code_wrote_gets_digests_once_and_is_not_changed(filled: Store, url: str) -> None:
    before = look_at_everything(filled)
    with Database(database_url(url)).locking() as connection:
        for table in (*TABLES, "kept"):
            connection.execute(sa.text(f"ALTER TABLE {table} DROP COLUMN digest"))
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '0007'"))
    again = Store.open(url, folder=None, reader=at_its_word)
    assert look_at_everything(again) == before
    assert named(again) == []
    change(url, notes, notes.c.why)
    assert named(again) == [("notes", 2)]


def test_what_is_kept_for_the_next_start_is_not_used_once_it_is_damaged(store: Store, url: str, anna: Person) -> None:
    store.keep_parts("code", store.mark(), {"one": b"1", "two": b"2"})
    assert store.kept_parts("code") is not None
    execute(url, "UPDATE kept SET content = :other WHERE part = 'two'", other=b"3")
    assert store.kept_parts("code") is None


def test_the_digest_is_over_names_and_values_whatever_their_order(store: Store) -> None:
    assert row_digest({"id": 1, "who": "Anna"}) == row_digest({"who": "Anna", "digest": "x", "id": 1})
    assert row_digest({"id": 1, "who": "1"}) != row_digest({"id": "1", "who": 1})
    assert {corrections, log} < ENTRIES.keys()
