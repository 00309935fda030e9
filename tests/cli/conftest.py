"""Stores for the commands: each test has its own, in a file, and nothing to fill it with at the first start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.empty import empty_store
from tests.store.samples import record
from ucap.cli.main import main
from ucap.store import Person, Store

Ucap = Callable[..., tuple[int, str, str]]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a new store."""
    (tmp_path / "none").mkdir()
    monkeypatch.setenv("UCAP_PLANS", str(tmp_path / "none"))
    monkeypatch.setenv("UCAP_DATABASE_URL", f"sqlite:///{tmp_path}/ucap.db")
    return f"sqlite:///{tmp_path}/ucap.db"


@pytest.fixture
def store(database: str) -> Store:
    """That store, with one plan in it."""
    store = empty_store(database)
    store.add("panjin.json", record(), Person("Anna", is_editor=True))
    return store


@pytest.fixture
def ucap(database: str, capsys: pytest.CaptureFixture[str]) -> Ucap:
    """Runs a command; gives its exit status, its standard output and its standard error."""

    def run(*arguments: object) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run
