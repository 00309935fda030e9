"""What came into the store since a moment: plans, editions, corrections, findings that were settled, removals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from ucap.store.checking import intact
from ucap.store.schema import log

NewsKind = Literal["plan", "edition", "correction", "finding", "removal"]
MOST_NEWS = 1000
_KINDS: dict[str, NewsKind] = {
    "add": "plan",
    "correct": "correction",
    "withdraw": "correction",
    "dismiss": "finding",
    "restore-finding": "finding",
    "remove": "removal",
    "bring-back": "removal",
}


@dataclass(frozen=True, slots=True)
class News:
    """Something that happened to a plan in the store: `field` is what it is about, `why` the reason that was given."""

    id: int
    kind: NewsKind
    action: str
    plan_id: str
    field: str | None
    when: datetime
    who: str
    why: str


def news(connection: Connection, since: datetime) -> list[News]:
    """What happened since a moment, the newest first, at most `MOST_NEWS`."""
    query = sa.select(log).where(log.c.at >= since, log.c.action.in_(_KINDS), log.c.plan_id.is_not(None))
    rows = intact(connection, query.order_by(log.c.id.desc()).limit(MOST_NEWS))
    return [
        News(row.id, _kind(row), row.action, row.plan_id, row.field, row.at, row.who, str(row.details.get("why", "")))
        for row in rows
    ]


def _kind(row: sa.Row[tuple[object, ...]]) -> NewsKind:
    return "edition" if row.action == "add" and row.details.get("edition", 1) > 1 else _KINDS[row.action]
