"""A damaged record: the plan is read again from its document, or an earlier edition of it counts."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from ucap.errors import Damaged, Refused
from ucap.store.database import Database
from ucap.store.editions import edition_document, editions_of, record_of
from ucap.store.reader import Reader
from ucap.store.rereading import keep_changes, reread_document
from ucap.store.rights import Person
from ucap.store.schema import plans
from ucap.store.writing import writing
from ucap.wording import _


def repair(database: Database, reader: Reader, plan_id: str, who: Person) -> None:
    """Read the document of the plan's current edition again, and keep what it gives in place of the damaged record.

    Raises:
        Refused: the document cannot be read, or the plan is not found in it.
        NotAllowed, NotFound, StoreUnavailable: see there.
    """
    with database.reading() as connection:
        sha256 = edition_document(connection, plan_id)
    changes = reread_document(database, reader, sha256)
    repaired = [change for change in changes if change.kind == "repaired" and change.plan_id == plan_id]
    if not repaired:
        why = next((change.message for change in changes if change.message), "")
        words = _("{plan} cannot be read again from its document. {why}")
        raise Refused(words.format(plan=plan_id, why=why).strip())
    keep_changes(database, repaired, who)


def use_earlier(database: Database, plan_id: str, who: Person) -> int:
    """Let the newest earlier edition count whose record is whole; returns its number.

    Raises:
        Refused: there is none.
        NotAllowed, NotFound, StoreUnavailable: see there.
    """
    with writing(database, who) as writer:
        number = _earlier(writer.connection, plan_id)
        if number is None:
            raise Refused(_("{plan} has no earlier edition that can be read.").format(plan=plan_id))
        writer.connection.execute(sa.update(plans).where(plans.c.id == plan_id).values(edition=number))
        writer.note("use-earlier", plan_id, edition=number)
    return number


def _earlier(connection: Connection, plan_id: str) -> int | None:
    known = editions_of(connection, plan_id)
    current = next((one.edition for one in known if one.is_current), len(known) + 1)
    for one in reversed([one for one in known if one.edition < current]):
        try:
            record_of(connection, plan_id, one.edition)
        except Damaged:
            continue
        return one.edition
    return None
