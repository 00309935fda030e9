"""Findings dismissed with a reason, and restored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from ucap.corrections.findings import Judged, judge
from ucap.corrections.overlay import Overlay
from ucap.errors import Conflict, NotFound
from ucap.plan.pointers import Field
from ucap.plan.record import Finding
from ucap.store.checking import intact
from ucap.store.corrections import overlay_of
from ucap.store.database import Database
from ucap.store.rights import Person
from ucap.store.schema import dismissals
from ucap.store.writing import mark_withdrawn, require_reason, writing
from ucap.wording import _


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A finding that somebody looked at and dismissed. It lapses when the value in its field changes."""

    id: int
    plan_id: str
    code: str
    field: str | None
    who: str
    when: datetime
    why: str
    withdrawn_by: str | None = None
    withdrawn_when: datetime | None = None
    withdrawn_why: str | None = None


def dismiss(database: Database, plan_id: str, finding: Finding, who: Person, why: str) -> Dismissal:
    """Dismiss an open finding.

    Raises:
        Conflict: it is not open any more.
        Invalid: no reason is given.
        NotAllowed, NotFound, StoreUnavailable: see there.
    """
    reason = require_reason(why)
    with writing(database, who) as writer:
        overlay = overlay_of(writer.connection, plan_id)
        judged = _judged(writer.connection, overlay, plan_id)
        if finding not in judged.plan.findings:
            raise _not_open(judged, finding)
        about = {"plan_id": plan_id, "code": finding.code, "field": finding.field}
        made = writer.insert_opinion(dismissals, about | _value_and_anchor(overlay, finding), reason)
        writer.note("dismiss", plan_id, finding.field, dismissal=made, code=finding.code, why=reason)
    return _one(database, made)


def restore_finding(database: Database, dismissal_id: int, who: Person, why: str) -> Dismissal:
    """Take a dismissal back, so that the finding is open again.

    Raises:
        Conflict: it was taken back before.
        Invalid: no reason is given.
        NotAllowed, NotFound, StoreUnavailable: see there.
    """
    reason = require_reason(why)
    with writing(database, who) as writer:
        row = mark_withdrawn(writer, dismissals, dismissal_id, reason)
        writer.note("restore-finding", row.plan_id, row.field, dismissal=dismissal_id, why=reason)
    return _one(database, dismissal_id)


def dismissals_of(connection: Connection, plan_id: str | None = None) -> list[Dismissal]:
    """All dismissals, those taken back too, in the order in which they were made; of one plan or of all."""
    query = sa.select(dismissals).order_by(dismissals.c.id)
    if plan_id is not None:
        query = query.where(dismissals.c.plan_id == plan_id)
    return [_dismissal(row) for row in intact(connection, query)]


def active_dismissals(connection: Connection, plan_id: str | None = None) -> dict[str, Sequence[Any]]:
    """The intact rows of the dismissals that stand, by plan."""
    by_plan: dict[str, list[Any]] = defaultdict(list)
    query = sa.select(dismissals).where(dismissals.c.withdrawn_at.is_(None)).order_by(dismissals.c.id)
    if plan_id is not None:
        query = query.where(dismissals.c.plan_id == plan_id)
    for row in intact(connection, query):
        by_plan[row.plan_id].append(row)
    return dict(by_plan)


def judge_plan(connection: Connection, plan_id: str) -> Judged:
    """The plan as it is shown, and what became of its findings.

    Raises:
        NotFound: there is no such plan.
    """
    return _judged(connection, overlay_of(connection, plan_id), plan_id)


def _judged(connection: Connection, overlay: Overlay, plan_id: str) -> Judged:
    return judge(overlay, active_dismissals(connection, plan_id).get(plan_id, ()))


def _value_and_anchor(overlay: Overlay, finding: Finding) -> dict[str, Any]:
    """What stands in the finding's field, and what finds the field again; a finding may point to nothing."""
    field = Field.parse_or_none(finding.field)
    if field is None or not field.is_in(overlay.record):
        return {"value": None, "anchor": None}
    return {"value": overlay.value(field), "anchor": overlay.anchor(field)}


def _not_open(judged: Judged, finding: Finding) -> Conflict | NotFound:
    found = next((other for other in judged.findings if other.finding == finding), None)
    if found is None:
        return NotFound(_("The plan has no such finding any more."))
    return Conflict(_("Somebody else has settled this finding since you looked."))


def _one(database: Database, dismissal_id: int) -> Dismissal:
    with database.reading() as connection:
        return _dismissal(connection.execute(sa.select(dismissals).where(dismissals.c.id == dismissal_id)).one())


def _dismissal(row: Any) -> Dismissal:
    marks = {"withdrawn_by": row.withdrawn_by, "withdrawn_when": row.withdrawn_at, "withdrawn_why": row.withdrawn_why}
    return Dismissal(row.id, row.plan_id, row.code, row.field, row.who, row.made_at, row.why, **marks)
