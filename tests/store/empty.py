"""Empty stores, whose tables are copied from one that the migrations made: these take ten times as long."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg

from tests.store.postgres import find_programs
from tests.store.samples import at_its_word
from ucap.store import Store
from ucap.store.reader import Pupil

_SQLITE = "sqlite:///"
_tables: list[str] = []
"""What makes the tables in PostgreSQL, from the second store on."""


def empty_store(url: str, reader: Pupil = at_its_word) -> Store:
    """A store without plans, in a database with nothing in it."""
    if url.startswith(_SQLITE):
        path = Path(url.removeprefix(_SQLITE))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_sqlite_file())
    elif _tables:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(_tables[0])
    store = Store.open(url, folder=None, reader=reader)
    if not url.startswith(_SQLITE) and not _tables:
        _tables.append(_dumped(url))
    return store


@cache
def _sqlite_file() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ucap.db"
        Store.open(f"{_SQLITE}{path}", folder=None)
        return path.read_bytes()


def _dumped(url: str) -> str:
    command = [str(find_programs() / "pg_dump"), "--inserts", "--no-owner", url]
    told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    return "\n".join(line for line in told.splitlines() if not line.startswith(("--", "\\")))  # commands of psql
