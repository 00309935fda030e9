"""Plans that count nowhere: those that were added by mistake and removed, with a reason, and brought back.

Documents in which nothing was read, which wait until a copy with text comes or they can be read; they can be removed,
too. The log says so: no plan belongs to them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from ucap.errors import Conflict, Damaged
from ucap.store.checking import intact
from ucap.store.database import Database
from ucap.store.editions import all_documents, editions_of, record_of
from ucap.store.rights import Person
from ucap.store.schema import removals
from ucap.store.writing import LogEntry, Writer, log_entries, mark_withdrawn, require_reason, writing
from ucap.wording import _


@dataclass(frozen=True, slots=True)
class Removal:
    """A plan that somebody removed; its title is that of its record, or its id where that is damaged."""

    id: int
    plan_id: str
    title: str
    who: str
    when: datetime
    why: str


@dataclass(frozen=True, slots=True)
class WaitingDocument:
    """A document in which nothing was read. `code` is that of the finding which says why, if there is one.

    `removed` is the line of the log by which somebody removed it; None where it waits.
    """

    sha256: str
    name: str
    received_at: datetime
    received_by: str
    code: str | None
    removed: LogEntry | None = None


_REMOVE, _BRING_BACK = "remove-document", "bring-back-document"
_STANDING = removals.c.withdrawn_at.is_(None)


def removed_ids(connection: Connection) -> set[str]:
    """The ids of the plans that are removed."""
    return {row.plan_id for row in intact(connection, sa.select(removals).where(_STANDING))}


def standing_removals(connection: Connection) -> list[Removal]:
    """The plans that are removed, in the order in which they were."""
    rows = list(intact(connection, sa.select(removals).where(_STANDING).order_by(removals.c.id)))
    titles = {row.plan_id: _title(connection, row.plan_id) for row in rows}
    return [Removal(row.id, row.plan_id, titles[row.plan_id], row.who, row.made_at, row.why) for row in rows]


def remove(database: Database, plan_id: str, who: Person, why: str) -> None:
    """Have a plan count nowhere any more; its documents, corrections and history are kept.

    Raises:
        Conflict: it is removed already.
        Invalid: no reason is given.
        NotAllowed, NotFound, StoreUnavailable: see there.
    """
    reason = require_reason(why)
    with writing(database, who) as writer:
        editions_of(writer.connection, plan_id)
        if _standing(writer.connection, plan_id) is not None:
            raise Conflict(_("{plan} is removed already.").format(plan=plan_id))
        writer.insert_opinion(removals, {"plan_id": plan_id}, reason)
        writer.note("remove", plan_id, why=reason)


def bring_back(database: Database, plan_id: str, who: Person, why: str) -> None:
    """Have a plan that was removed count again.

    Raises:
        Conflict: it is not removed.
        Invalid: no reason is given.
        NotAllowed, StoreUnavailable: see there.
    """
    reason = require_reason(why)
    with writing(database, who) as writer:
        if not bring_back_if_removed(writer, plan_id, reason):
            raise Conflict(_("{plan} is not removed.").format(plan=plan_id))


def bring_back_if_removed(writer: Writer, plan_id: str, why: str) -> bool:
    """The same inside a transaction; returns whether the plan was removed."""
    number = _standing(writer.connection, plan_id)
    if number is None:
        return False
    mark_withdrawn(writer, removals, number, why)
    writer.note("bring-back", plan_id, why=why)
    return True


def silent_documents(connection: Connection) -> list[WaitingDocument]:
    """The documents in which nothing was read, those that were removed too, in the order in which they came."""
    lines = log_entries(connection, actions=("wait", _REMOVE, _BRING_BACK))
    codes = {line.details["sha256"]: line.details["code"] for line in lines if line.action == "wait"}
    # The last word on a document counts.
    last = {line.details["sha256"]: line for line in lines if line.action in (_REMOVE, _BRING_BACK)}
    removed = {sha256: line for sha256, line in last.items() if line.action == _REMOVE}
    return [
        WaitingDocument(
            one.sha256, one.name, one.received_at, one.received_by, codes.get(one.sha256), removed.get(one.sha256)
        )
        for one in all_documents(connection)
        if not one.plan_ids
    ]


def remove_waiting(database: Database, sha256: str, who: Person, why: str) -> None:
    """Have a document in which nothing was read wait no longer; it is kept, and can be brought back.

    Raises:
        Conflict: it does not wait: there is none, it was read since, or it is removed already.
        Invalid: no reason is given.
        NotAllowed, StoreUnavailable: see there.
    """
    _say_of_waiting(database, sha256, who, require_reason(why), _REMOVE)


def bring_back_waiting(database: Database, sha256: str, who: Person, why: str) -> None:
    """Have a document that was removed wait again.

    Raises:
        Conflict: it is not removed.
        Invalid: no reason is given.
        NotAllowed, StoreUnavailable: see there.
    """
    _say_of_waiting(database, sha256, who, require_reason(why), _BRING_BACK)


def _say_of_waiting(database: Database, sha256: str, who: Person, why: str, action: str) -> None:
    with writing(database, who) as writer:
        found = next((one for one in silent_documents(writer.connection) if one.sha256 == sha256), None)
        if found is None or (found.removed is None) is (action == _BRING_BACK):
            raise Conflict(_("The document is not there any more as it was shown; it may have been read since."))
        writer.note(action, sha256=sha256, why=why)


def _standing(connection: Connection, plan_id: str) -> int | None:
    query = sa.select(removals).where(_STANDING, removals.c.plan_id == plan_id)
    return next((row.id for row in intact(connection, query)), None)


def _title(connection: Connection, plan_id: str) -> str:
    try:
        return record_of(connection, plan_id).title or plan_id
    except Damaged:
        return plan_id
