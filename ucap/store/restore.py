"""A store from a backup, in one transaction."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.engine import Connection

from ucap.errors import Invalid, Refused
from ucap.store.backup import TABLES, require_readable, rows
from ucap.store.database import Database
from ucap.store.rights import Person, require_editor
from ucap.store.schema import documents, editions, log, meta, plans
from ucap.store.writing import Writer, writing
from ucap.wording import _

_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    OverflowError,
    RuntimeError,
    EOFError,
    OSError,
    Invalid,
    exc.IntegrityError,
    exc.DataError,
)
"""What a file raises that is no backup, was cut short, or was changed so that its parts do not fit."""


def restore(database: Database, path: Path, who: Person, replace_all: bool = False) -> None:
    """Make the store equal to the backup; all of it or, if anything does not fit, none.

    The whole file is checked before the store is touched.

    Args:
        database: the database.
        path: a file that `backup` wrote.
        who: the acting person.
        replace_all: take out first what is in the store. Without it, a store that is not empty is left alone.

    Raises:
        Refused: the store is not empty, or the file is not a whole backup.
        NotAllowed, StoreUnavailable: see there.
    """
    require_editor(who)
    with _refusing(path), _opened(path) as archive:
        _check(archive)
    with _refusing(path), _opened(path) as archive, writing(database, who) as writer:
        if not replace_all and writer.connection.execute(sa.select(documents.c.sha256).limit(1)).first():
            raise Refused(_("The store is not empty. Restore into a new one, or say that all of it is to be replaced."))
        _restore(writer, archive).note("restore", file=path.name)


def _check(archive: zipfile.ZipFile) -> None:
    """Read all of a backup, and raise one of `_DAMAGED` where it does not fit together."""
    require_readable(archive)
    for table in TABLES:
        for _row in rows(archive, table):
            pass
    known = {(row["plan_id"], row["edition"]) for row in rows(archive, editions)}
    for row in rows(archive, plans):
        if (row["id"], row["edition"]) not in known:
            raise ValueError(_("{plan} has no edition {edition}").format(plan=row["id"], edition=row["edition"]))


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Refuse the file where anything in it is not as a backup has it."""
    try:
        yield
    except _DAMAGED as error:
        why = str(error) or type(error).__name__
        words = _("{path} is not a whole backup: {why}. Nothing was changed.")
        raise Refused(words.format(path=path, why=why.rstrip("."))) from error


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    if path.exists() and not path.is_file():
        raise ValueError(_("it is a folder, pipe or device, not a file"))
    with zipfile.ZipFile(path) as archive:
        yield archive


def _restore(writer: Writer, archive: zipfile.ZipFile) -> Writer:
    for table in reversed(TABLES):
        writer.connection.execute(sa.delete(table))
    for table in TABLES:
        for row in rows(archive, table):
            writer.connection.execute(sa.insert(table).values(row))
    _continue_numbers(writer.connection)
    return _continue_version(writer)


def _continue_numbers(connection: Connection) -> None:
    """Let PostgreSQL number on from the restored rows; SQLite does so by itself."""
    if connection.dialect.name != "postgresql":
        return
    for table in (one for one in TABLES if "id" in one.c and isinstance(one.c.id.type, sa.Integer)):
        last = sa.select(sa.func.coalesce(sa.func.max(table.c.id), 0) + 1).scalar_subquery()
        sequence = sa.func.pg_get_serial_sequence(table.name, "id")
        connection.execute(sa.select(sa.func.setval(sequence, last, False)))


def _continue_version(writer: Writer) -> Writer:
    """Go on with a data version that neither the old data nor the restored had."""
    last = writer.connection.execute(sa.select(sa.func.max(log.c.version))).scalar_one() or 0
    version = max(writer.version, last + 1)
    writer.connection.execute(sa.update(meta).values(version=version, is_filled=True))
    return replace(writer, version=version)
