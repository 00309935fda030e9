"""A store from a backup, in one transaction."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.engine import Connection

from ucap.errors import Invalid, Refused
from ucap.plain_text import unguarded
from ucap.plan.record import Plan
from ucap.store.backup import FORMAT, TABLES, listed_columns, record_name, text_name
from ucap.store.cells import read_csv
from ucap.store.database import Database
from ucap.store.rights import Person
from ucap.store.schema import Moment, corrections, dismissals, documents, editions, log, meta
from ucap.store.writing import Writer, writing
from ucap.wording import _

_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    LookupError,
    ValueError,
    EOFError,
    OSError,
    Invalid,
    exc.IntegrityError,
    exc.DataError,
)
"""What a file raises that is no backup, was cut short, or was changed so that its parts do not fit."""


def restore(database: Database, path: Path, who: Person, replace_all: bool = False) -> None:
    """Make the store equal to the backup; all of it or, if anything does not fit, none.

    Args:
        database: the database.
        path: a file that `backup` wrote.
        who: the acting person.
        replace_all: take out first what is in the store. Without it, a store that is not empty is left alone.

    Raises:
        Refused: the store is not empty, or the file is not a whole backup.
        NotAllowed, StoreUnavailable: see there.
    """
    with writing(database, who) as writer:
        if not replace_all and writer.connection.execute(sa.select(documents.c.sha256).limit(1)).first():
            raise Refused(_("The store is not empty. Restore into a new one, or say that all of it is to be replaced."))
        try:
            with zipfile.ZipFile(path) as archive:
                restored = _restore(writer, archive)
        except _DAMAGED as error:
            raise Refused(
                _("{path} is not a whole backup: {why}. Nothing was changed.").format(path=path, why=error)
            ) from error
        restored.note("restore", file=path.name)


def _restore(writer: Writer, archive: zipfile.ZipFile) -> Writer:
    _require_format(archive)
    for table in reversed(TABLES):
        writer.connection.execute(sa.delete(table))
    for table in TABLES:
        for row in _rows(archive, table):
            writer.connection.execute(sa.insert(table).values(row))
    _continue_numbers(writer.connection)
    return _continue_version(writer)


def _require_format(archive: zipfile.ZipFile) -> None:
    found = json.loads(archive.read("backup.json"))["format"]
    if found > FORMAT:
        raise ValueError(_("it was made by a newer version of this product"))


def _rows(archive: zipfile.ZipFile, table: sa.Table) -> Iterator[dict[str, Any]]:
    columns = listed_columns(table)
    names = {name.split("/")[1]: name for name in archive.namelist() if name.startswith("documents/")}
    for cells in read_csv(archive.read(f"{table.name}.csv"), [column.name for column in columns]):
        row = {column.name: _value(column, cells[column.name]) for column in columns}
        if table is documents:
            row["content"] = _document(archive, names[row["sha256"]], row["sha256"])
        elif table is editions:
            row |= _edition(archive, row["plan_id"], row["edition"])
        yield row


def _value(column: sa.Column[Any], cell: str) -> Any:
    if isinstance(column.type, sa.JSON):
        return json.loads(cell)
    if cell == "" and column.nullable:
        return None
    if isinstance(column.type, Moment):
        return datetime.fromisoformat(cell)
    return int(cell) if isinstance(column.type, sa.Integer) else unguarded(cell)


def _document(archive: zipfile.ZipFile, name: str, sha256: str) -> bytes:
    content = archive.read(name)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ValueError(_("{name} was changed").format(name=name))
    return content


def _edition(archive: zipfile.ZipFile, plan_id: str, edition: int) -> dict[str, Any]:
    record = archive.read(record_name(plan_id, edition)).decode()
    Plan.model_validate_json(record)
    return {"record": record, "text": archive.read(text_name(plan_id, edition))}


def _continue_numbers(connection: Connection) -> None:
    """Let PostgreSQL number on from the restored rows; SQLite does so by itself."""
    if connection.dialect.name != "postgresql":
        return
    for table in (corrections, dismissals, log):
        last = sa.select(sa.func.coalesce(sa.func.max(table.c.id), 0) + 1).scalar_subquery()
        sequence = sa.func.pg_get_serial_sequence(table.name, "id")
        connection.execute(sa.select(sa.func.setval(sequence, last, False)))


def _continue_version(writer: Writer) -> Writer:
    """Go on with a data version that neither the old data nor the restored had."""
    last = writer.connection.execute(sa.select(sa.func.max(log.c.version))).scalar_one() or 0
    version = max(writer.version, last + 1)
    writer.connection.execute(sa.update(meta).values(version=version, is_filled=True))
    return replace(writer, version=version)
