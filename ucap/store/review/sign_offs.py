"""Plans signed off as checked: somebody compared the plan with its document and stands for it.

A sign-off ends when the plan says something else: a newer edition, a reading that changes a field, a correction by
another person. It is then kept as withdrawn, with what ended it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from ucap.errors import Conflict, NotFound
from ucap.plan.record import Plan, PlanCheck
from ucap.store.checking import intact
from ucap.store.database import Database
from ucap.store.rights import Person
from ucap.store.schema import log, plans, sign_offs
from ucap.store.writing import Writer, mark_withdrawn, require_reason, writing
from ucap.wording import N_, _

NEWER_EDITION = N_("Another edition of the plan counts.")
READ_AGAIN = N_("The document was read again, and the plan says something else.")
CORRECTED = N_("Another person corrected the plan.")
CORRECTION_WITHDRAWN = N_("Another person withdrew a correction of the plan.")

_CHANGES = ("correct", "withdraw", "add", "reread", "restore", "use-earlier")


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who checked which edition of a plan, and when. `withdrawn_why`, where it ended by itself, is to be translated."""

    id: int
    plan_id: str
    edition: int
    who: str
    when: datetime
    why: str
    withdrawn_by: str | None = None
    withdrawn_when: datetime | None = None
    withdrawn_why: str | None = None


def sign_off(database: Database, plan_id: str, who: Person, why: str, seen: int) -> SignOff:
    """Sign a plan off as checked, unless it was changed after the data version `seen`. `why` is a remark, or empty.

    Raises:
        Conflict: the plan was changed since, or is signed off already.
        NotAllowed, NotFound, StoreUnavailable: see there.
    """
    with writing(database, who) as writer:
        edition = _edition(writer.connection, plan_id)
        _require_unchanged(writer.connection, plan_id, seen)
        standing = _standing(writer.connection, plan_id)
        if standing is not None:
            raise Conflict(_("{who} has signed {plan} off already.").format(who=standing.who, plan=plan_id))
        remark = require_reason(why) if why.strip() else ""
        made = writer.insert_opinion(sign_offs, {"plan_id": plan_id, "edition": edition}, remark)
        writer.note("sign-off", plan_id, edition=edition, why=remark)
    return next(one for one in _all(database, plan_id) if one.id == made)


def withdraw_sign_off(database: Database, plan_id: str, who: Person, why: str) -> SignOff:
    """Take back that a plan is checked.

    Raises:
        Conflict: it is not signed off.
        Invalid: no reason is given.
        NotAllowed, StoreUnavailable: see there.
    """
    reason = require_reason(why)
    with writing(database, who) as writer:
        standing = _standing(writer.connection, plan_id)
        if standing is None:
            raise Conflict(_("{plan} is not signed off.").format(plan=plan_id))
        _end(writer, standing, reason)
    return next(one for one in _all(database, plan_id) if one.id == standing.id)


def end_sign_off(writer: Writer, plan_id: str, why: str, *, edition: int | None = None) -> None:
    """End the sign-off of a plan, or of one edition of it, if there is one, since the plan changed."""
    standing = _standing(writer.connection, plan_id)
    if standing is not None and edition in (None, standing.edition):
        _end(writer, standing, why)


def end_sign_off_of_others(writer: Writer, plan_id: str, why: str) -> None:
    """The same, unless the person who changes the plan is the one who signed it off."""
    standing = _standing(writer.connection, plan_id)
    if standing is not None and standing.who != writer.who:
        _end(writer, standing, why)


def sign_offs_of(connection: Connection, plan_id: str) -> list[SignOff]:
    """All sign-offs of a plan, those that ended too, in the order in which they were given."""
    query = sa.select(sign_offs).where(sign_offs.c.plan_id == plan_id).order_by(sign_offs.c.id)
    return [_sign_off(row) for row in intact(connection, query)]


def checked_plans(connection: Connection, plan_id: str | None = None) -> dict[str, PlanCheck]:
    """By whom and when each plan that is signed off now was checked; of one plan or of all.

    Of who checked it files and answers get the name, not the e-mail address.
    """
    query = sa.select(sign_offs).where(sign_offs.c.withdrawn_at.is_(None))
    if plan_id is not None:
        query = query.where(sign_offs.c.plan_id == plan_id)
    rows = intact(connection, query)
    return {row.plan_id: PlanCheck(by=_name(row.who), on=row.made_at.date().isoformat()) for row in rows}


def _name(who: str) -> str:
    """The name in what the log calls a person: "Anna" of "Anna <anna@example.eu>"."""
    return who.partition(" <")[0]


def with_check(plan: Plan, checked: Mapping[str, PlanCheck]) -> Plan:
    """The plan with its sign-off, if it is among those that are checked."""
    check = checked.get(plan.id or "")
    return plan if check == plan.checked else plan.model_copy(update={"checked": check})


def _require_unchanged(connection: Connection, plan_id: str, seen: int) -> None:
    since = sa.select(log).where(log.c.version > seen, log.c.action.in_(_CHANGES))
    since = since.where(sa.or_(log.c.plan_id == plan_id, log.c.action == "restore")).order_by(log.c.id.desc())
    line = next(intact(connection, since), None)
    if line is not None:
        words = _("{who} has changed {plan} since you looked. Look again before you sign it off.")
        raise Conflict(words.format(who=line.who, plan=plan_id))


def _edition(connection: Connection, plan_id: str) -> int:
    edition = connection.execute(sa.select(plans.c.edition).where(plans.c.id == plan_id)).scalar_one_or_none()
    if edition is None:
        raise NotFound(_("There is no plan {plan}.").format(plan=plan_id))
    return int(edition)


def _standing(connection: Connection, plan_id: str) -> Any | None:
    query = sa.select(sign_offs).where(sign_offs.c.plan_id == plan_id, sign_offs.c.withdrawn_at.is_(None))
    return next(intact(connection, query), None)


def _end(writer: Writer, standing: Any, why: str) -> None:
    mark_withdrawn(writer, sign_offs, standing.id, why)
    writer.note("end-sign-off", standing.plan_id, edition=standing.edition, why=why)


def _all(database: Database, plan_id: str) -> list[SignOff]:
    with database.reading() as connection:
        return sign_offs_of(connection, plan_id)


def _sign_off(row: Any) -> SignOff:
    marks = {"withdrawn_by": row.withdrawn_by, "withdrawn_when": row.withdrawn_at, "withdrawn_why": row.withdrawn_why}
    return SignOff(row.id, row.plan_id, row.edition, row.who, row.made_at, row.why, **marks)
