"""The door to the database: connections, transactions, and what is said when it cannot be used.

SQLite runs with a write-ahead log, so that readers never wait, and with `synchronous=FULL`: NORMAL would
survive a killed process too, but could lose the last additions when the power fails, and at a few writes
a minute the one `fsync` per transaction costs nothing. Each SQLite transaction opens the file again (half a
millisecond), so that a file that was moved or put back is noticed.

Transactions that write take their turn: SQLite's by BEGIN IMMEDIATE, PostgreSQL's by the lock on the one row of
`meta`, whose version each of them raises first. Transactions that read see one state throughout.

From what a database driver reports to what a person can act on.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy import event, exc
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.pool import NullPool

from ucap.errors import StoreUnavailable
from ucap.shipped import KEPT
from ucap.store.schema import DamagedCell, meta, parse_json
from ucap.wording import _

_OTHER_TABLES = ("SQLITE_ERROR", "42P01", "42703", "42P07")
"""A table or column is missing, or there already: the migrations make them all, so that it is no mistake of ours."""
_OURS = (exc.IntegrityError, exc.ProgrammingError, exc.DataError, exc.NotSupportedError)


@contextmanager
def translated(name: str) -> Iterator[None]:
    """Raise `StoreUnavailable`, which names the database `name`, for all trouble that is not a mistake of ours."""
    try:
        yield
    except exc.DatabaseError as error:
        if isinstance(error, _OURS) and _kind(error.orig) not in _OTHER_TABLES:
            raise
        raise StoreUnavailable(_message(_kind(error.orig), name)) from error
    except (exc.InterfaceError, exc.TimeoutError) as error:
        raise StoreUnavailable(_message("", name)) from error
    except (exc.NoResultFound, DamagedCell, UnicodeDecodeError) as error:
        raise StoreUnavailable(_message("SQLITE_CORRUPT", name)) from error


@contextmanager
def translated_file(name: str) -> Iterator[None]:
    """The same for the making of SQLite's file, before SQLAlchemy is asked."""
    try:
        yield
    except OSError as error:
        raise StoreUnavailable(_message("SQLITE_CANTOPEN", name)) from error
    except sqlite3.Error as error:
        raise StoreUnavailable(_message(_kind(error), name)) from error
    except UnicodeDecodeError as error:  # names of tables are damaged, which SQLite's driver cannot even say
        raise StoreUnavailable(_message("SQLITE_CORRUPT", name)) from error


def _kind(error: object) -> str:
    """SQLite's name of the error or PostgreSQL's SQLSTATE."""
    return str(getattr(error, "sqlite_errorname", None) or getattr(error, "sqlstate", None) or "")


def _message(kind: str, name: str) -> str:
    """What happened, what became of the work, what to do."""
    if kind in ("SQLITE_FULL", "53100") or kind.startswith("SQLITE_IOERR"):
        text = _("The disk of the store ({name}) is full or fails. Nothing was changed. Make room on it and try again.")
    elif kind.startswith("SQLITE_READONLY") or kind == "25006":
        text = _("The store ({name}) is write-protected. Nothing was changed. Allow writing and try again.")
    elif kind.startswith(("SQLITE_BUSY", "SQLITE_LOCKED", "40", "55P03")):
        text = _("Others keep the store ({name}) busy. Nothing was changed. Try again in a moment.")
    elif kind in ("SQLITE_NOTADB", "SQLITE_CORRUPT", *_OTHER_TABLES):
        text = _("The store ({name}) is damaged. Move it away and restore a backup: python -m ucap restore FILE")
    elif kind == "EMPTIED":
        text = _(
            "The store ({name}) is an empty file. If it was never used, delete it and start again; otherwise restore a "
            "backup: python -m ucap restore FILE"
        )
    elif kind.startswith("SQLITE_CANTOPEN"):
        text = _("The store ({name}) cannot be opened. Check that its folder is there and may be written.")
    else:
        text = _("The database ({name}) does not answer. Nothing was changed. Try again when it is back.")
    return text.format(name=name)


URL_VARIABLE = "UCAP_DATABASE_URL"
DEFAULT_PATH = KEPT / "ucap.db"
LOCK_SECONDS = 30
"""How long a transaction waits for its turn."""


def database_url(url: str | None = None) -> URL:
    """The database meant by `url`, by `UCAP_DATABASE_URL`, or else the SQLite file of the product.

    Raises:
        StoreUnavailable: the address is not one of SQLite or PostgreSQL.
    """
    text = url or os.environ.get(URL_VARIABLE) or f"sqlite:///{DEFAULT_PATH}"
    try:
        parsed = make_url(text)
    except sa.exc.ArgumentError:
        parsed = None
    if parsed is not None and parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:"):
        return parsed
    if parsed is not None and parsed.get_backend_name() == "postgresql":
        return parsed.set(drivername="postgresql+psycopg")
    raise StoreUnavailable(
        _(
            "{variable} is not the address of a database. Right would be postgresql://user:password@host/database or "
            "sqlite:////folder/ucap.db."
        ).format(variable=URL_VARIABLE)
    )


class Database:
    """One database. Safe to share between threads; processes open their own."""

    def __init__(self, url: URL) -> None:
        self.is_sqlite = url.get_backend_name() == "sqlite"
        self.name = str(url.database) if self.is_sqlite else url.render_as_string(hide_password=True)
        self._engine = _sqlite_engine(Path(self.name)) if self.is_sqlite else _postgresql_engine(url)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only reads, all of it from one state of the data.

        Raises:
            StoreUnavailable: the database cannot be used now.
        """
        options = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        with translated(self.name), self._engine.connect() as connection:
            yield connection.execution_options(**options)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes: kept as a whole at the end of the block, and not at all if anything is raised.

        Raises:
            StoreUnavailable: the database cannot be used now, or others kept it busy for too long.
        """
        with self.locking() as connection:
            connection.execute(sa.update(meta).values(version=meta.c.version + 1))
            yield connection

    @contextmanager
    def locking(self) -> Iterator[Connection]:
        """A transaction that may change the tables themselves; on SQLite, alone from the start."""
        with translated(self.name), self._engine.execution_options(writes=True).begin() as connection:
            if not self.is_sqlite:
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{LOCK_SECONDS}s'")
            yield connection


def _sqlite_engine(path: Path) -> Engine:
    _create_sqlite(path)

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            _address(path), uri=True, timeout=LOCK_SECONDS, isolation_level=None, check_same_thread=False
        )
        connection.text_factory = _text
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    engine = sa.create_engine("sqlite://", creator=connect, poolclass=NullPool, json_deserializer=parse_json)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _address(path: Path) -> str:
    """How SQLite is asked for the file: to write, or only to read where it must not be written.

    Beside a file that must not be written SQLite may not make the files of the log either. Without a log there is
    nothing in it that the file lacks, so that the file can be taken as one that nobody changes.
    """
    address = f"file:{quote(str(path.absolute()))}"
    if _is_writable(path):
        return f"{address}?mode=rw"
    log, index = path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")
    is_in_use = log.exists() and (log.stat().st_size > 0 or index.exists())
    return f"{address}?mode=ro" if is_in_use else f"{address}?mode=ro&immutable=1"


def _is_writable(path: Path) -> bool:
    """Whether the file, and files beside it, may be written; also where there is no such file just now."""
    return not path.exists() or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def _text(data: bytes) -> str:
    """A text of the file. One with damaged bytes begins with U+FFFD, so that it is no record for sure."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return "\N{REPLACEMENT CHARACTER}" + data.decode(errors="replace")


def _begin_sqlite(connection: Connection) -> None:
    """Begin as SQLite means it: Python's driver would let a transaction's first reads stand outside it."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _create_sqlite(path: Path) -> None:
    """Make the file if there is none, with a write-ahead log, which is a property of the file.

    Where several processes start at once they take turns, for SQLite does not wait to change the kind of log.

    Raises:
        StoreUnavailable: the file cannot be made; or it is there and empty, as this product never leaves it.
    """
    with translated_file(str(path)):
        if not path.exists():
            _make_sqlite(path)
        if path.stat().st_size == 0:
            raise StoreUnavailable(_message("EMPTIED", str(path)))
        if not _is_writable(path):
            return
        with closing(sqlite3.connect(path, timeout=LOCK_SECONDS)) as connection:
            deadline = time.monotonic() + LOCK_SECONDS
            while not _has_log(connection) and time.monotonic() < deadline:
                time.sleep(0.02)


def _make_sqlite(path: Path) -> None:
    """Make the file elsewhere and let it appear as a whole, so that it is never empty; others may be first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{path.name}.", dir=path.parent) as folder:
        made = Path(folder) / path.name
        with closing(sqlite3.connect(made)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
        if made.stat().st_size == 0:  # of a full disk SQLite says nothing here
            raise StoreUnavailable(_message("SQLITE_FULL", str(path)))
        with suppress(FileExistsError):
            os.link(made, path)


def _has_log(connection: sqlite3.Connection) -> bool:
    """Whether there is a write-ahead log, now that it was asked for; not if another process is at it."""
    try:
        return bool(connection.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",))
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False


def _postgresql_engine(url: URL) -> Engine:
    return sa.create_engine(url, pool_pre_ping=True, json_deserializer=parse_json, connect_args={"connect_timeout": 10})
