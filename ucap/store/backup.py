"""The whole store in one zip file: the documents as they came, records as JSON, everything else as CSV.

It can be read without this software, and `ucap.store.restore` makes an equal store of it.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from ucap.errors import StoreUnavailable
from ucap.plain_text import guarded
from ucap.store.cells import write_csv
from ucap.store.database import Database
from ucap.store.schema import Moment, corrections, dismissals, documents, editions, log, plans
from ucap.wording import _

FORMAT = 1
"""Raised whenever an older `restore` could not read the file any more."""

TABLES = (documents, plans, editions, corrections, dismissals, log)
"""What is kept, in an order in which each table only refers to those before it."""

IN_FILES = {"documents": {"content"}, "editions": {"record", "text"}}
"""Columns that are files of their own in the zip file."""

README = """\
A backup of a U-CAP store.

documents/   the documents as they came, each in a folder named after the SHA-256 of its bytes
records/     what was read from them: PLAN/EDITION.json, one plan record each
texts/       the text that the passages of PLAN/EDITION.json index into (characters, from 0)
*.csv        the tables: which document gave which edition, who corrected or dismissed what and why, and
             the log. UTF-8; an empty cell is an unknown value; lists and values are JSON; an apostrophe
             stands before a text that a spreadsheet would take for a formula. Times are in UTC.

To make a store of it again:  python -m ucap restore FILE
"""


def backup(database: Database, path: Path) -> None:
    """Write the whole store, as it is at one moment, to a zip file. The file is there when it is complete.

    Raises:
        StoreUnavailable: the database cannot be read, or the file not written.
    """
    try:
        with _appearing(path) as stream, database.reading() as connection:
            write_backup(connection, stream)
    except OSError as error:
        raise StoreUnavailable(
            _("The backup cannot be written to {path}: {why}.").format(path=path, why=error.strerror or error)
        ) from error


def write_backup(connection: Connection, stream: BinaryIO) -> None:
    """Write the whole store as a zip file to a stream."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", README)
        made_at = datetime.now(UTC).isoformat(timespec="seconds")
        archive.writestr("backup.json", json.dumps({"format": FORMAT, "made_at": made_at}))
        for table in TABLES:
            archive.writestr(f"{table.name}.csv", "\ufeff" + _table(connection, table))
        _write_documents(connection, archive)
        _write_editions(connection, archive)


def listed_columns(table: sa.Table) -> list[sa.Column[Any]]:
    """The columns of a table that stand in its CSV file."""
    return [column for column in table.c if column.name not in IN_FILES.get(table.name, ())]


def _table(connection: Connection, table: sa.Table) -> str:
    columns = listed_columns(table)
    rows = connection.execute(sa.select(*columns).order_by(*table.primary_key.columns))
    cells = ([_cell(column, value) for column, value in zip(columns, row, strict=True)] for row in rows)
    return write_csv([column.name for column in columns], cells)


def _cell(column: sa.Column[Any], value: Any) -> str:
    if value is None and not isinstance(column.type, sa.JSON):
        return ""
    if isinstance(column.type, sa.JSON):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(column.type, Moment):
        return str(value.isoformat(timespec="microseconds"))
    return guarded(str(value))


def _write_documents(connection: Connection, archive: zipfile.ZipFile) -> None:
    query = sa.select(documents.c.sha256, documents.c.name, documents.c.content).order_by(documents.c.sha256)
    for row in connection.execution_options(yield_per=1).execute(query):
        archive.writestr(f"documents/{row.sha256}/{_file_name(row.name)}", bytes(row.content))


def _write_editions(connection: Connection, archive: zipfile.ZipFile) -> None:
    query = sa.select(editions).order_by(editions.c.plan_id, editions.c.edition)
    for row in connection.execution_options(yield_per=100).execute(query):
        archive.writestr(record_name(row.plan_id, row.edition), row.record)
        archive.writestr(text_name(row.plan_id, row.edition), bytes(row.text))


def record_name(plan_id: str, edition: int) -> str:
    """Where the record of an edition stands in the zip file."""
    return f"records/{_file_name(plan_id)}/{edition}.json"


def text_name(plan_id: str, edition: int) -> str:
    """Where the text of an edition's document stands in the zip file."""
    return f"texts/{_file_name(plan_id)}/{edition}.txt"


def _file_name(name: str) -> str:
    """The name without what some file system refuses."""
    return re.sub(r'[<>:"/\\|?*]', "_", name).rstrip(". ") or "_"


@contextmanager
def _appearing(path: Path) -> Iterator[BinaryIO]:
    """A stream whose file takes the name `path` at the end of the block, or never."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
