"""Reading again: what a newer reader makes of the documents, shown before it is kept.

A damaged record: the plan is read again from its document, or an earlier edition of it counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from ucap.errors import Conflict, Damaged, Refused, UnreadableDocument
from ucap.plan.differences import Difference, differences
from ucap.plan.record import Plan
from ucap.store.adding import Progress
from ucap.store.checking import is_document_whole, whole
from ucap.store.database import Database
from ucap.store.editions import (
    edition_document,
    editions_of,
    insert_edition,
    is_same_plan,
    reading_columns,
    record_of,
)
from ucap.store.reader import Reader, Reading, telling
from ucap.store.review.sign_offs import NEWER_EDITION, READ_AGAIN, end_sign_off
from ucap.store.rights import Person
from ucap.store.schema import documents, editions, plans
from ucap.store.writing import Writer, writing
from ucap.wording import _

ChangeKind = Literal["changed", "new", "repaired", "gone", "unreadable"]


@dataclass(frozen=True, slots=True)
class Change:
    """What reading a document again changes about one plan.

    `changed`: `differences` says which fields; none of them where only the passages moved. `new`: the document holds
    a plan that was not read from it before. `repaired`: the record in the store is damaged. `gone`: a plan is not found
    in it any more; `unreadable`: nothing is (`message` says why). Both of these leave what is in the store.
    """

    kind: ChangeKind
    document_name: str
    sha256: str
    plan_id: str | None
    edition: int | None = None
    differences: tuple[Difference, ...] = ()
    message: str | None = None
    before: str | None = field(default=None, repr=False)
    reading: Reading | None = field(default=None, repr=False)


def reread(
    database: Database, reader: Reader, progress: Progress | None = None, among: Collection[str] | None = None
) -> list[Change]:
    """Read all documents again, older editions' too, and say what would change; nothing is kept.

    `among` are the SHA-256 of those that are read, if not all are.
    """
    with database.reading() as connection:
        known = connection.execute(
            sa.select(documents.c.sha256, documents.c.name).order_by(documents.c.received_at, documents.c.sha256)
        ).all()
    if among is not None:
        known = [row for row in known if row.sha256 in among]
    changes: list[Change] = []
    for done, (sha256, name) in enumerate(known):
        if progress:
            progress(done, len(known), name)
        with database.reading() as connection:
            stored, content = _stored(connection, sha256)
        changes.extend(_reread(reader, sha256, name, stored, content))
    return changes


def reread_document(database: Database, reader: Reader, sha256: str) -> list[Change]:
    """The same for one document."""
    with database.reading() as connection:
        name = connection.execute(sa.select(documents.c.name).where(documents.c.sha256 == sha256)).scalar_one()
        stored, content = _stored(connection, sha256)
    return list(_reread(reader, sha256, name, stored, content))


def keep_changes(database: Database, changes: Iterable[Change], who: Person) -> int:
    """Keep what was read again, all of it in one transaction; returns the number of plans that changed.

    Raises:
        Conflict: a plan was read again by somebody else in the meantime.
        NotAllowed, StoreUnavailable: see there.
    """
    with writing(database, who) as writer:
        return keep_all(writer, changes)


def keep_all(writer: Writer, changes: Iterable[Change]) -> int:
    """The same inside a transaction."""
    kept = 0
    for change in changes:
        if change.reading is not None:
            _keep(writer, change, change.reading)
            kept += 1
    return kept


def _stored(connection: Connection, sha256: str) -> tuple[Sequence[Any], bytes]:
    """What was read from a document, and its bytes."""
    rows = connection.execute(sa.select(editions).where(editions.c.sha256 == sha256).order_by(editions.c.position))
    content = connection.execute(sa.select(documents.c.content).where(documents.c.sha256 == sha256))
    return rows.all(), content.scalar_one()


def _reread(reader: Reader, sha256: str, name: str, stored: Sequence[Any], content: bytes) -> Iterator[Change]:
    if not is_document_whole(sha256, content):
        yield Change("unreadable", name, sha256, None, message=_damaged_document())
        return
    try:
        readings = telling(reader(name, content))
    except UnreadableDocument as error:
        yield Change("unreadable", name, sha256, None, message=f"{error.reason} {error.remedy}")
        return
    for row, reading in _matched(stored, readings):
        if row is None:
            yield Change("new", name, sha256, None, reading=reading)
        elif reading is None:
            yield Change("gone", name, sha256, row.plan_id, row.edition)
        else:
            yield from _compared(name, row, reading)


def _matched(stored: Sequence[Any], readings: Sequence[Reading]) -> Iterator[tuple[Any | None, Reading | None]]:
    """What was read then beside what is read now: by position, or by the cities if the number of plans changed."""
    if len(stored) == len(readings):
        yield from zip(stored, readings, strict=True)
        return
    remaining = {row: _plan_of(row) for row in stored}
    for reading in readings:
        row = next((row for row, plan in remaining.items() if plan and is_same_plan(plan, reading.plan)), None)
        remaining.pop(row, None)
        yield row, reading
    for row in remaining:
        yield row, None


def _compared(name: str, row: Any, reading: Reading) -> Iterator[Change]:
    before = _plan_of(row)
    if before is None:
        yield Change("repaired", name, row.sha256, row.plan_id, row.edition, before=row.record, reading=reading)
        return
    after = reading.plan.model_copy(update={"id": before.id, "document": before.document})
    if after != before or reading.text.encode() != row.text:
        found = differences(before, after)
        yield Change("changed", name, row.sha256, row.plan_id, row.edition, found, before=row.record, reading=reading)


def _plan_of(row: Any) -> Plan | None:
    """The plan of an edition's row; None where its record is damaged."""
    try:
        return whole(row.plan_id, row.edition, row.record, row.text, row.digest)
    except Damaged:
        return None


def _damaged_document() -> str:
    return _("The document is damaged in the store. Restore a backup, or add the document again.")


def _keep(writer: Writer, change: Change, reading: Reading) -> None:
    if change.plan_id is None or change.edition is None:
        _keep_new(writer, change, reading)
        return
    is_it = sa.and_(editions.c.plan_id == change.plan_id, editions.c.edition == change.edition)
    record = writer.connection.execute(sa.select(editions.c.record).where(is_it)).scalar_one_or_none()
    if record != change.before:
        raise Conflict(_("{plan} was read again by somebody else. Nothing was kept.").format(plan=change.plan_id))
    renewed = reading_columns(writer, reading, change.plan_id)
    writer.connection.execute(sa.update(editions).where(is_it).values(renewed))
    fields = [difference.field for difference in change.differences]
    writer.note("reread", change.plan_id, edition=change.edition, fields=fields)
    if change.kind == "repaired" or any(not field.startswith("/findings") for field in fields):
        end_sign_off(writer, change.plan_id, READ_AGAIN, edition=change.edition)


def _keep_new(writer: Writer, change: Change, reading: Reading) -> None:
    query = sa.select(editions.c.plan_id, editions.c.position).where(editions.c.sha256 == change.sha256)
    rows = writer.connection.execute(query).all()
    position = max((row.position for row in rows), default=-1) + 1
    insert_edition(writer, change.sha256, position, reading, {row.plan_id for row in rows})


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
        end_sign_off(writer, plan_id, NEWER_EDITION)
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


def read_waiting(database: Database, reader: Reader, sha256: str, who: Person) -> int:
    """Read a waiting document again, and keep what it says now; returns how many plans that gave.

    Raises:
        Refused: still nothing is read in it.
        NotAllowed, StoreUnavailable: see there.
    """
    changes = reread_document(database, reader, sha256)
    kept = keep_changes(database, changes, who) if any(change.reading for change in changes) else 0
    if not kept:
        why = next((change.message for change in changes if change.message), "")
        raise Refused(_("Still nothing can be read in the document. {why}").format(why=why).strip())
    return kept
