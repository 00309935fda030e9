"""What would harm the one at the terminal: files without end, and documents with codes that a terminal obeys."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.cli.conftest import Ucap
from tests.store.samples import at_its_word, record
from ucap.store import Person, Store
from ucap.store.database import Database, database_url

HOSTILE = Path(__file__).parents[1] / "data" / "hostile"
EVIL = "\x1b]0;pwned\x07\x1b[31mRED\x9b2J"
ANNA = Person("Anna", is_editor=True)


def is_harmless(text: str) -> bool:
    return not any(character in text for character in "\x1b\x07\x9b\x7f")


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    os.mkfifo(tmp_path / "pipe.txt")
    return tmp_path / "pipe.txt"


@pytest.mark.parametrize(
    "command", [["read"], ["findings"], ["add"], ["correct", "--read"], ["restore"], ["export", "x.pptx", "--template"]]
)
def test_pipes_and_devices_are_refused_at_once(ucap: Ucap, pipe: Path, command: list[str]) -> None:
    """Nobody writes into the pipe, and the device never ends."""
    for path in (pipe, Path("/dev/zero")):
        status, _out, err = ucap(*command, path)
        assert status in (1, 2)
        assert "pipe or device" in err


def test_a_file_of_terabytes_is_read_no_further_than_a_document_goes(ucap: Ucap, tmp_path: Path) -> None:
    with (tmp_path / "endless.txt").open("wb") as stream:
        stream.write(b"Summary")
        stream.truncate(2**40)
    status, _out, err = ucap("read", tmp_path / "endless.txt")
    assert status == 1
    assert "20 MB" in err


@pytest.mark.parametrize("command", ["read", "findings", "add"])
def test_the_codes_of_a_document_never_reach_the_terminal(ucap: Ucap, tmp_path: Path, command: str) -> None:
    (tmp_path / f"{EVIL.replace('/', '')}.txt").write_text(f"no plan {EVIL}")
    (tmp_path / "good.json").write_bytes(record(title=EVIL, notes=[EVIL], focus=[EVIL]))
    _status, out, err = ucap(command, HOSTILE / "json_ansi.json", tmp_path)
    assert is_harmless(out)
    assert is_harmless(err)
    assert "RED" in err


@pytest.mark.parametrize("command", [["list"], ["reread"], ["correct", "panjin", "/title", EVIL, "--why", "so"]])
def test_the_codes_of_a_record_never_reach_the_terminal(ucap: Ucap, database: str, command: list[str]) -> None:
    store = Store.open(database, folder=None, reader=at_its_word)
    store.add("panjin.json", record(title=EVIL, notes=[EVIL]), ANNA)
    _status, out, err = ucap(*command)
    assert is_harmless(out + err)


def test_each_hostile_file_is_read_or_refused_in_plain_words(ucap: Ucap) -> None:
    """Those that would fill the memory are tried in the separate processes and in uploads."""
    files = sorted(path for path in HOSTILE.iterdir() if "bomb" not in path.name)
    status, out, err = ucap("read", "--jobs", 1, *files)
    refused = {file.name for file in files if any(line.startswith(f"{file}: ") for line in err.splitlines())}
    assert (status, refused) == (1, {"json_ansi.json", "json_depth900.json"})
    assert len(out.splitlines()) == len(files) - len(refused)
    assert "Error" not in err
    assert is_harmless(out + err)


@pytest.fixture
def damaged(store: Store, database: str) -> Store:
    """A store with two plans, of which the record of one is damaged."""
    store.add("guilin.json", record("Guilin"), ANNA)
    with Database(database_url(database)).locking() as connection:
        connection.execute(sa.text("UPDATE editions SET record = '{' WHERE plan_id = 'panjin'"))
    return store


def test_a_damaged_record_is_named_and_all_others_are_listed_and_exported(
    damaged: Store, ucap: Ucap, tmp_path: Path
) -> None:
    for command in (["list"], ["export", tmp_path / "plans.csv"]):
        status, _out, err = ucap(*command)
        assert status == 1
        assert "The record of panjin (edition 1) is damaged" in err
    assert "Guilin" in ucap("list")[1]
    assert "Guilin" in (tmp_path / "plans.csv").read_text()


def test_a_changed_number_in_a_record_and_a_changed_document_are_named(ucap: Ucap, store: Store, database: str) -> None:
    """What stands in the store is still a valid record and a valid document, but of another year."""
    assert ucap("check") == (0, "1 records, 1 documents and 2 entries; 0 damaged\n", "")
    with Database(database_url(database)).locking() as connection:
        connection.execute(sa.text("UPDATE editions SET record = replace(record, '2020', '2029')"))
        connection.execute(sa.text("UPDATE documents SET content = :other"), {"other": record(title="Another")})
    status, out, err = ucap("check")
    assert (status, out) == (1, "1 records, 1 documents and 2 entries; 2 damaged\n")
    assert "The record of panjin (edition 1) is damaged" in err
    assert "The document panjin.json is damaged in the store" in err


def test_a_changed_correction_and_a_changed_line_of_the_log_are_named(
    ucap: Ucap, store: Store, database: str, tmp_path: Path
) -> None:
    store.correct("panjin", "/title", "Wetlands", ANNA, "as on the cover", seen=store.version())
    with Database(database_url(database)).locking() as connection:
        connection.execute(sa.text("UPDATE corrections SET new = replace(new, 'Wet', 'Dry')"))
        connection.execute(sa.text("UPDATE log SET who = 'Nobody' WHERE action = 'correct'"))
    for command in (
        ["list"],
        ["export", tmp_path / "plans.csv"],
        ["correct", "--write", tmp_path / "c.csv"],
        ["check"],
    ):
        status, _out, err = ucap(*command)
        assert status == 1
        assert "Correction 1 (panjin) is damaged in the store" in err
    assert "Line 2 of the log is damaged in the store" in err
    assert "Drylands" not in (tmp_path / "plans.csv").read_text()


def test_reading_again_from_the_command_line_repairs_a_damaged_record(damaged: Store, ucap: Ucap) -> None:
    _status, out, _err = ucap("reread", "--keep")
    assert "panjin, edition 1: read again, since its record in the store is damaged" in out
    assert ucap("list")[0] == 0
