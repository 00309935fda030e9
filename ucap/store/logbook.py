"""The log: who did what when. Each change of the store is at least one line; nothing is ever taken out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from ucap.store.pointers import Json
from ucap.store.schema import log


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A line of the log.

    `action` is `add`, `correct`, `correct-refused` (somebody else was first), `withdraw`, `dismiss`, `restore-finding`,
    `reread`, `fill` (the first start) or `restore` (a backup). `details` depends on it.
    """

    id: int
    version: int
    when: datetime
    who: str
    action: str
    plan_id: str | None
    field: str | None
    details: Json


def log_entries(connection: Connection, plan_id: str | None = None) -> list[LogEntry]:
    """All lines, or those of a plan, the oldest first."""
    query = sa.select(log).order_by(log.c.id)
    if plan_id is not None:
        query = query.where(log.c.plan_id == plan_id)
    return [
        LogEntry(row.id, row.version, row.at, row.who, row.action, row.plan_id, row.field, row.details)
        for row in connection.execute(query)
    ]
