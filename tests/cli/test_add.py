"""`ucap add` keeps documents, tells what became of each, and names what it could not read."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Ucap
from tests.store.samples import packed, record
from ucap.store import Store


def test_documents_are_added_and_each_is_told(ucap: Ucap, database: str, tmp_path: Path) -> None:
    folder = tmp_path / "sent"
    folder.mkdir()
    (folder / "1 panjin.json").write_bytes(record())
    (folder / "2 newer.json").write_bytes(record(title="newer"))
    (folder / "3 copy.json").write_bytes(record())
    (folder / "4 letter.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "5.zip").write_bytes(packed(guilin__json=record("Guilin")))
    status, out, err = ucap("add", folder, folder / "5.zip", folder / "missing.pdf")
    assert out.splitlines() == [
        "1 panjin.json: panjin",
        "2 newer.json: panjin (edition 2)",
        "3 copy.json: here already, as panjin",
        "guilin.json: guilin",
    ]
    assert [line.split(":")[0] for line in err.splitlines()] == ["4 letter.txt", "missing.pdf"]
    assert status == 1
    assert [plan.id for plan in Store.open(database, folder=None).plans()] == ["guilin", "panjin"]


def test_all_well_is_status_0_and_a_store_out_of_reach_is_told(ucap: Ucap, tmp_path: Path) -> None:
    (tmp_path / "panjin.json").write_bytes(record())
    assert ucap("add", tmp_path / "panjin.json")[0] == 0
    status, _out, err = ucap("add", tmp_path / "panjin.json", "--database", "mysql://nowhere")
    assert status == 1
    assert "postgresql://" in err
    assert ucap("add")[0] == 2
