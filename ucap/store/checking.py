"""Whether what stands in the store is still what was written there: each record, each text, each document.

A changed byte may leave a valid record of another number, so that each edition carries the digest of what was written,
and each document is known by that of its bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from ucap.errors import Damaged
from ucap.plan.record import Plan
from ucap.store.schema import documents, editions
from ucap.wording import _


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
    is_as_written = record is not None and text is not None and digest == edition_digest(record, bytes(text))
    if plan is None or plan.id != plan_id or not is_as_written:
        words = _(
            "The record of {plan} (edition {edition}) is damaged in the store; all other plans are there. Its document "
            "can be read again: python -m ucap reread --keep"
        )
        raise Damaged(plan_id, edition, words.format(plan=plan_id, edition=edition))
    return plan


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


@dataclass(frozen=True, slots=True)
class Checked:
    """How many records and documents were looked at, and what is to be said of the damaged ones among them."""

    record_count: int
    document_count: int
    damaged: tuple[Damaged, ...]


def check(connection: Connection) -> Checked:
    """Look at every record, text and document, those of older editions too."""
    damaged = (*damaged_records(connection), *_damaged_documents(connection))
    return Checked(_count(connection, editions), _count(connection, documents), damaged)


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
        if not is_document_whole(row.sha256, bytes(row.content)):
            yield damaged_document(row.plan_id, row.edition, row.name)
