"""From what a database driver reports to what a person can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc

from ucap.store.errors import StoreUnavailable
from ucap.wording import _

_OURS = (exc.IntegrityError, exc.ProgrammingError, exc.DataError, exc.NotSupportedError)


@contextmanager
def translated(name: str) -> Iterator[None]:
    """Raise `StoreUnavailable`, which names the database `name`, for all trouble that is not a mistake of ours."""
    try:
        yield
    except exc.DatabaseError as error:
        if isinstance(error, _OURS):
            raise
        raise StoreUnavailable(_message(_kind(error.orig), name)) from error
    except (exc.InterfaceError, exc.TimeoutError) as error:
        raise StoreUnavailable(_message("", name)) from error


@contextmanager
def translated_file(name: str) -> Iterator[None]:
    """The same for the making of SQLite's file, before SQLAlchemy is asked."""
    try:
        yield
    except OSError as error:
        raise StoreUnavailable(_message("SQLITE_CANTOPEN", name)) from error
    except sqlite3.Error as error:
        raise StoreUnavailable(_message(_kind(error), name)) from error


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
    elif kind in ("SQLITE_NOTADB", "SQLITE_CORRUPT"):
        text = _("The store ({name}) is damaged. Put it aside and restore a backup: python -m ucap restore FILE")
    elif kind.startswith("SQLITE_CANTOPEN"):
        text = _("The store ({name}) cannot be opened. Check that its folder is there and may be written.")
    else:
        text = _("The database ({name}) does not answer. Nothing was changed. Try again when it is back.")
    return text.format(name=name)
