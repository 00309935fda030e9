"""`ucap backup` and `ucap restore`: the whole store to a zip file and back."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Ucap
from ucap.store import Person, Store


def test_a_backup_restores_to_the_same_plans(ucap: Ucap, store: Store, tmp_path: Path) -> None:
    store.correct("panjin", "/title", "Panjin", Person("Anna", is_editor=True), "shorter", seen=store.version())
    assert ucap("backup", tmp_path / "backup.zip")[0] == 0
    other = f"sqlite:///{tmp_path}/other.db"
    assert ucap("restore", tmp_path / "backup.zip", "--database", other)[1] == "1 plans restored.\n"
    assert Store.open(other, folder=None).plans() == store.plans()


def test_a_store_that_is_not_empty_is_replaced_only_when_told(ucap: Ucap, store: Store, tmp_path: Path) -> None:
    ucap("backup", tmp_path / "backup.zip")
    status, _out, err = ucap("restore", tmp_path / "backup.zip")
    assert (status, "not empty" in err) == (1, True)
    assert ucap("restore", tmp_path / "backup.zip", "--replace")[0] == 0


def test_a_backup_that_cannot_be_written_is_told(ucap: Ucap, store: Store, tmp_path: Path) -> None:
    status, _out, err = ucap("backup", tmp_path / "missing" / "backup.zip")
    assert (status, "missing" in err) == (1, True)
