"""Corrections: made, withdrawn, listed. They lie over the record; what the document says stays beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from ucap.plan import Plan
from ucap.store.database import Database
from ucap.store.editions import record_of
from ucap.store.identity import entry_name
from ucap.store.labels import label_of
from ucap.store.overlay import Standing, State, lay_over, said_by
from ucap.store.pointers import Json
from ucap.store.schema import corrections


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction, and how it stands.

    `field` is a JSON Pointer into the record as it was shown, and `entry` names the entry of a list that it
    goes through. `old` is what the document said then, `document_value` what it says now; `is_stale` where the two
    differ, so that somebody should look again.
    """

    id: int
    plan_id: str
    field: str
    entry: str | None
    label: str
    old: Json
    new: Json
    who: str
    when: datetime
    why: str
    state: State
    document_value: Json
    is_stale: bool
    withdrawn_by: str | None = None
    withdrawn_when: datetime | None = None
    withdrawn_why: str | None = None


def corrections_of(connection: Connection, plan_id: str | None = None) -> list[Correction]:
    """All corrections, withdrawn ones too, in the order in which they were made; of one plan or of all."""
    query = sa.select(corrections).order_by(corrections.c.id)
    if plan_id is not None:
        query = query.where(corrections.c.plan_id == plan_id)
    by_plan: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(query):
        by_plan[row.plan_id].append(row)
    found = [made for plan, rows in by_plan.items() for made in _of_plan(record_of(connection, plan), rows)]
    return sorted(found, key=lambda made: made.id)


def correction(database: Database, correction_id: int) -> Correction:
    """The correction of that id."""
    with database.reading() as connection:
        plan_id = connection.execute(
            sa.select(corrections.c.plan_id).where(corrections.c.id == correction_id)
        ).scalar_one()
        return next(made for made in corrections_of(connection, plan_id) if made.id == correction_id)


def active(connection: Connection, plan_id: str) -> Sequence[Any]:
    """The rows of the plan's corrections that were not withdrawn, as they were made."""
    query = sa.select(corrections).where(corrections.c.plan_id == plan_id, corrections.c.withdrawn_at.is_(None))
    return connection.execute(query.order_by(corrections.c.id)).all()


def all_active(connection: Connection) -> dict[str, list[Any]]:
    """The same for all plans that have any."""
    by_plan: dict[str, list[Any]] = defaultdict(list)
    query = sa.select(corrections).where(corrections.c.withdrawn_at.is_(None)).order_by(corrections.c.id)
    for row in connection.execute(query):
        by_plan[row.plan_id].append(row)
    return by_plan


def _of_plan(document: Plan, rows: Iterable[Any]) -> list[Correction]:
    rows = list(rows)
    _plan, standings = lay_over(document, [row for row in rows if row.withdrawn_at is None])
    said = document.model_dump(mode="json")
    return [_correction(row, standings.get(row.id) or _withdrawn(said, row), said) for row in rows]


def _withdrawn(said: Json, row: Any) -> Standing:
    value = said_by(said, row.field, row.anchor)
    return Standing("withdrawn", value, value != row.old)


def _correction(row: Any, standing: Standing, said: Json) -> Correction:
    values = {name: getattr(row, name) for name in ("id", "plan_id", "field", "old", "new", "who", "why")}
    marks = {"withdrawn_by": row.withdrawn_by, "withdrawn_when": row.withdrawn_at, "withdrawn_why": row.withdrawn_why}
    return Correction(
        **values,
        **marks,
        entry=entry_name(row.anchor["shown"]) if row.anchor else None,
        label=label_of(row.field, said, row.anchor and row.anchor["shown"]),
        when=row.made_at,
        state=standing.state,
        document_value=standing.document_value,
        is_stale=standing.is_stale,
    )
