"""A transaction that writes: by whom, when, as which data version, and with its lines in the log.

The log: who did what when. Each change of the store is at least one line; nothing is ever taken out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from ucap.errors import Conflict, DamagedEntry, Invalid, NotFound
from ucap.plain_text import encodable
from ucap.plan.pointers import Field, Json
from ucap.store.checking import damaged_entry, intact, is_as_written, row_digest
from ucap.store.database import Database
from ucap.store.rights import Person, require_editor
from ucap.store.schema import log, meta
from ucap.store.unpacking import REASON_CHARACTERS
from ucap.wording import _


@dataclass(frozen=True, slots=True)
class Writer:
    """What a writing function needs: the connection, the new data version, the person and the moment."""

    connection: Connection
    version: int
    who: str
    now: datetime

    def note(self, action: str, plan_id: str | None = None, field: Field | str | None = None, **details: Json) -> None:
        """Add a line to the log."""
        about = {"plan_id": plan_id, "field": None if field is None else str(field)}
        line = {"version": self.version, "at": self.now, "who": self.who, "action": action}
        self._write(log, sa.insert(log).values(**line, **about, details=details, digest=""))

    def insert_opinion(self, table: sa.Table, row: dict[str, Any], why: str) -> int:
        """Keep a correction or dismissal as the person's; returns its id."""
        said = {"who": self.who, "made_at": self.now, "why": why, "digest": ""}
        return int(self._write(table, sa.insert(table).values(**row, **said)).id)

    def mark_withdrawn(self, table: sa.Table, number: int, why: str) -> None:
        """Mark an entry, which was looked at before, as withdrawn by the person."""
        marks = {"withdrawn_by": self.who, "withdrawn_at": self.now, "withdrawn_why": why}
        self._write(table, sa.update(table).where(table.c.id == number).values(marks))

    def _write(self, table: sa.Table, statement: sa.Insert | sa.Update) -> Any:
        """Write one row and, over what the database then holds of it, its digest; returns the row."""
        row = self.connection.execute(statement.returning(*table.c)).one()
        digest = row_digest(row._mapping)
        self.connection.execute(sa.update(table).where(table.c.id == row.id).values(digest=digest))
        return row


@contextmanager
def writing(database: Database, who: Person) -> Iterator[Writer]:
    """A transaction in which the person writes: kept as a whole at the end of the block, or not at all.

    Raises:
        NotAllowed: the person may only look.
        StoreUnavailable: the database cannot be used now.
    """
    require_editor(who)
    with database.writing() as connection:
        version = connection.execute(sa.select(meta.c.version)).scalar_one()
        yield Writer(connection, version, str(who), datetime.now(UTC))


def mark_withdrawn(writer: Writer, table: sa.Table, number: int, why: str) -> Any:
    """Mark a correction or dismissal as withdrawn; returns its row as it was.

    Raises:
        Conflict: it was withdrawn before.
        DamagedEntry: it is not as it was written; what is in its place now must not get a digest.
        NotFound: there is none of this number.
    """
    row = writer.connection.execute(sa.select(table).where(table.c.id == number)).one_or_none()
    if row is None:
        raise NotFound(_("There is no entry {number} that could be withdrawn.").format(number=number))
    if not is_as_written(row):
        raise damaged_entry(table, row)
    if row.withdrawn_at is not None:
        raise Conflict(_("{who} has withdrawn it before: {why}").format(who=row.withdrawn_by, why=row.withdrawn_why))
    writer.mark_withdrawn(table, number, why)
    return row


def require_reason(why: str) -> str:
    """The reason, trimmed.

    Raises:
        Invalid: there is none, or it is too long.
    """
    reason = " ".join(encodable(why).replace("\x00", "").split())
    if not reason:
        raise Invalid(_("Say briefly why, so that others can understand it later."))
    if len(reason) > REASON_CHARACTERS:
        raise Invalid(_("The reason is longer than {limit} characters. Shorten it.").format(limit=REASON_CHARACTERS))
    return reason


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A line of the log.

    `action` is `add`, `wait` (a document in which nothing was read), `correct`, `correct-refused` (somebody else was
    first), `withdraw`, `dismiss`, `restore-finding`, `remove`, `bring-back`, `sign-off`, `end-sign-off`, `teach`,
    `forget`, `remove-document`, `bring-back-document` (one that waits), `reread`, `mend-document`, `use-earlier`,
    `fill` (the first start) or `restore` (a backup). `details`
    depends on it.
    """

    id: int
    version: int
    when: datetime
    who: str
    action: str
    plan_id: str | None
    field: str | None
    details: Json


def log_entries(
    connection: Connection,
    plan_id: str | None = None,
    on_damage: Callable[[DamagedEntry], None] | None = None,
    actions: Collection[str] | None = None,
) -> list[LogEntry]:
    """All lines, or those of a plan, or those with one of the `actions`, the oldest first; but for damaged ones."""
    query = sa.select(log).order_by(log.c.id)
    if plan_id is not None:
        query = query.where(log.c.plan_id == plan_id)
    if actions is not None:
        query = query.where(log.c.action.in_(actions))
    return [
        LogEntry(row.id, row.version, row.at, row.who, row.action, row.plan_id, row.field, row.details)
        for row in intact(connection, query, on_damage)
    ]
