"""Whether what stands in the store is still what was written there: each record, text, document, and each entry.

A changed byte may leave a valid record of another number, so that each edition carries the digest of what was written,
each document is known by that of its bytes, and each row that a person wrote, and each line of the log, by its own.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from ucap.errors import Damaged, DamagedEntry
from ucap.plan.record import Plan
from ucap.store.schema import (
    DamagedCell,
    branding,
    corrections,
    dismissals,
    documents,
    editions,
    lessons,
    log,
    metadata,
    notes,
    removals,
    sign_offs,
)
from ucap.wording import N_, _


def edition_digest(record: str, text: bytes) -> str:
    """SHA-256, in hexadecimal digits, of an edition's record and of the text that its passages index into."""
    return hashlib.sha256(record.encode() + b"\0" + text).hexdigest()


CHECKED = (editions.c.record, editions.c.text, editions.c.digest)
"""The columns that `whole` takes after the edition's key."""


def whole(plan_id: str, edition: int, record: str | None, text: bytes | None, digest: str | None) -> Plan:
    """The plan that a record of the store holds.

    Raises:
        Damaged: record or text are not those that were written, or hold no plan, or another one.
    """
    try:
        plan = Plan.model_validate_json(record or "")
    except ValueError:
        plan = None
    is_as_written = isinstance(record, str) and text is not None and digest == edition_digest(record, text)
    if plan is None or plan.id != plan_id or not is_as_written:
        raise Damaged(plan_id, edition, record_words(plan_id, edition))
    return plan


def record_words(plan_id: str, edition: int) -> str:
    """What is to be said of a damaged record, in the language of whom it is said to now."""
    words = _(
        "The record of {plan} (edition {edition}) is damaged in the store; all other plans are there. Its document can "
        "be read again: python -m ucap reread --keep"
    )
    return words.format(plan=plan_id, edition=edition)


def is_document_whole(sha256: str, content: bytes) -> bool:
    """Whether these are the bytes by whose digest a document is known."""
    return hashlib.sha256(content).hexdigest() == sha256


def damaged_document(plan_id: str | None, edition: int | None, name: str) -> Damaged:
    """What is to be said of a document whose bytes are not those that came; nothing was read in it without a plan."""
    words = _(
        "The document {name} is damaged in the store; what was read from it ({plan}) is there. Add the document again "
        "from where it came, or restore a backup."
    )
    return Damaged(plan_id or "", edition or 0, words.format(name=name, plan=plan_id or "–"))


ENTRIES: dict[sa.Table, str] = {
    corrections: N_("Correction {number} ({plan})"),
    dismissals: N_("Dismissed finding {number} ({plan})"),
    removals: N_("Removal {number} ({plan})"),
    sign_offs: N_("Sign-off {number} ({plan})"),
    lessons: N_("Taught wording {number}"),
    notes: N_("Note {number}"),
    branding: N_("Part {number} of the look of slides"),
    log: N_("Line {number} of the log"),
}
"""The tables of what people wrote, and of the log, and how an entry of each is called."""


def row_digest(row: Mapping[str, Any] | sa.RowMapping) -> str:
    """SHA-256, in hexadecimal digits, of all that stands in a row, by the names of its columns, but its digest.

    Raises:
        DamagedCell: there is a cell in it that this product never wrote.
    """
    said = {name: value for name, value in row.items() if name != "digest"}
    return hashlib.sha256(_ENCODER.encode(said).encode()).hexdigest()


def _as_text(value: Any) -> str:
    """What JSON does not know: moments as they are kept, bytes by their digest, fields as pointers."""
    if isinstance(value, DamagedCell):
        raise value
    if isinstance(value, datetime):
        moment = value if value.tzinfo is UTC else value.astimezone(UTC)
        return moment.isoformat(timespec="microseconds")
    return hashlib.sha256(value).hexdigest() if isinstance(value, bytes | memoryview) else str(value)


_ENCODER = json.JSONEncoder(sort_keys=True, default=_as_text)


def is_as_written(row: Any) -> bool:
    """Whether a whole row of a table with digests is as it was written."""
    try:
        return bool(row.digest == row_digest(row._mapping))
    except DamagedCell:
        return False


def intact(
    connection: Connection, query: sa.Select[Any], on_damage: Callable[[DamagedEntry], None] | None = None
) -> Iterator[Any]:
    """The rows that a query for whole rows of such a table finds, but for those that are damaged.

    Args:
        connection: the connection.
        query: `sa.select(table)`, with conditions.
        on_damage: called for each damaged row.
    """
    for row in connection.execute(query):
        if is_as_written(row):
            yield row
        elif on_damage:
            on_damage(damaged_entry(next(table for table in query.get_final_froms() if table in ENTRIES), row))


def damaged_entry(table: Any, row: Any) -> DamagedEntry:
    """What is to be said of a damaged row of one of `ENTRIES`."""
    plan_id = str(row._mapping.get("plan_id") or "")
    return DamagedEntry(table.name, row.id, plan_id, entry_words(table.name, row.id, plan_id))


def entry_words(name: str, number: int, plan_id: str) -> str:
    """What is to be said of a damaged row of the table of that name, in the language of whom it is said to now."""
    table = metadata.tables[name]
    entry = _(ENTRIES[table]).format(number=number, plan=plan_id)
    if table is log:
        words = _("{entry} is damaged in the store and left out; all others are there. A backup may hold it.")
    else:
        words = _("{entry} is damaged in the store and left out; all else counts. Make it again, or restore a backup.")
    return words.format(entry=entry)


def damaged_entries(
    connection: Connection, tables: Collection[sa.Table] = tuple(ENTRIES), among: Collection[str] | None = None
) -> list[DamagedEntry]:
    """What is to be said of the damaged rows of these tables; only of those of the plans `among`, where given."""
    found: list[DamagedEntry] = []
    for table in tables:
        query = sa.select(table).order_by(table.c.id).execution_options(yield_per=500)
        if among is not None and "plan_id" in table.c:
            query = query.where(table.c.plan_id.in_(among))
        for _row in intact(connection, query, found.append):
            pass
    return found


@dataclass(frozen=True, slots=True)
class Checked:
    """How many records, documents and entries were looked at, and what is to be said of the damaged ones among them."""

    record_count: int
    document_count: int
    entry_count: int
    damaged: tuple[Damaged, ...]


def check(connection: Connection) -> Checked:
    """Look at every record, text, document and entry, those of older editions and those withdrawn too."""
    damaged = (*damaged_records(connection), *_damaged_documents(connection), *damaged_entries(connection))
    entry_count = sum(_count(connection, table) for table in ENTRIES)
    return Checked(_count(connection, editions), _count(connection, documents), entry_count, damaged)


def _count(connection: Connection, table: sa.Table) -> int:
    return int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())


def damaged_records(connection: Connection) -> Iterator[Damaged]:
    """What is to be said of the editions whose records or texts are damaged."""
    query = sa.select(editions.c.plan_id, editions.c.edition, *CHECKED).order_by(*editions.primary_key)
    for row in connection.execution_options(yield_per=100).execute(query):
        try:
            whole(*row)
        except Damaged as damaged:
            yield damaged


def _damaged_documents(connection: Connection) -> Iterator[Damaged]:
    """The same of documents, with each of the plans that were read from them."""
    query = sa.select(editions.c.plan_id, editions.c.edition, documents).outerjoin_from(documents, editions)
    for row in connection.execution_options(yield_per=1).execute(query.order_by(*editions.primary_key)):
        if not is_document_whole(row.sha256, row.content):
            yield damaged_document(row.plan_id, row.edition, row.name)
