"""Documents and what was read from them, in and out of the tables.

Which entry of a list is which, and which plan is which: by what they are about, not by where they stand.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from ucap.errors import Damaged, NotFound
from ucap.plan.record import Plan
from ucap.reading.identity import plan_id, slug
from ucap.store.checking import CHECKED, damaged_document, edition_digest, is_document_whole, whole
from ucap.store.reader import Reading, reader_version
from ucap.store.review.sign_offs import NEWER_EDITION, end_sign_off
from ucap.store.schema import documents, editions, plans
from ucap.store.writing import Writer
from ucap.wording import _

_ID_CHARACTERS = 100


def base_id(plan: Plan) -> str:
    """The plan's id without the number that distinguishes it from others of the same lead city."""
    after_lead = plan_id(plan.cities)
    given = slug(plan.id or "") or after_lead or slug(plan.title or "") or _document_slug(plan)
    is_numbered = after_lead and re.fullmatch(re.escape(after_lead) + r"-\d{1,3}", given)
    return (after_lead if after_lead and is_numbered else given)[:_ID_CHARACTERS]


def _document_slug(plan: Plan) -> str:
    name = plan.document.name.rpartition(".")[0] if plan.document else ""
    return slug(name) or "plan"


def free_id(base: str, taken: Collection[str]) -> str:
    """`panjin`, or else the first of `panjin-2`, `panjin-3`, ... that is not taken."""
    number = 1
    while (name := base if number == 1 else f"{base}-{number}") in taken:
        number += 1
    return name


def is_same_plan(known: Plan, new: Plan) -> bool:
    """Whether `new` is an edition of the plan `known`.

    A plan that is called after its lead city is recognised by that city and its partners; a partner may have
    joined or left, but not one for another: those are two plans of the same city. An id given by hand says it.
    """
    after_lead = plan_id(new.cities)
    if known.kind != new.kind:
        return False
    if after_lead is None or base_id(new) != after_lead:
        return new.id is not None and known.id == base_id(new)
    return plan_id(known.cities) == after_lead and _agree(_partners(known), _partners(new))


def _partners(plan: Plan) -> set[str]:
    lead = next((city for city in plan.cities if city.lead), plan.cities[0])
    return {city.name for city in plan.cities} - {lead.name}


def _agree(one: set[str], other: set[str]) -> bool:
    return one == other or bool(one and other and (one <= other or other <= one))


_CHUNK = 500
"""Records fetched at a time."""

CURRENT = sa.and_(plans.c.id == editions.c.plan_id, plans.c.edition == editions.c.edition)


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document as it came."""

    sha256: str
    name: str
    media_type: str
    content: bytes
    received_at: datetime
    received_by: str


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document without its bytes, and the ids of the plans that were read from it."""

    sha256: str
    name: str
    media_type: str
    size_bytes: int
    received_at: datetime
    received_by: str
    plan_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """One document's word on a plan. Numbers count from 1 in order of arrival; the current one is the newest."""

    plan_id: str
    edition: int
    is_current: bool
    document_name: str
    sha256: str
    position: int
    received_at: datetime
    received_by: str
    read_at: datetime
    reader: str


Records = Iterator[tuple[str, Plan | Damaged]]


def current_records(connection: Connection, among: sa.Select[tuple[str]] | None = None) -> Records:
    """Id and record, as read, of each plan, sorted by id; where the record is damaged, what is to be said of that.

    `among` are the ids of those that are asked for, all without it.
    """
    columns = (plans.c.id, plans.c.edition, *CHECKED)
    query = sa.select(*columns).outerjoin(editions, CURRENT).order_by(plans.c.id)  # a plan without its edition, too
    query = query if among is None else query.where(plans.c.id.in_(among))
    for row in connection.execution_options(yield_per=_CHUNK).execute(query):
        try:
            yield row.id, whole(*row)
        except Damaged as damaged:
            yield row.id, damaged


def record_of(connection: Connection, plan_id: str, edition: int | None = None) -> Plan:
    """The plan as read from the current document, or from that of another edition.

    Raises:
        Damaged: it cannot be read any more.
        NotFound: there is none.
    """
    return whole(*_edition(connection, plan_id, edition, *CHECKED))


def text_of(connection: Connection, plan_id: str, edition: int | None = None) -> str:
    """The text that the passages of that record index into.

    Raises:
        Damaged: it is not as it was read any more, or the record is not.
        NotFound: there is none.
    """
    row = _edition(connection, plan_id, edition, *CHECKED)
    whole(*row)
    return str(row.text, "utf-8")


def document_of(connection: Connection, plan_id: str, edition: int | None = None) -> StoredDocument:
    """The document that the plan was read from.

    Raises:
        Damaged: its bytes are not those that came any more.
        NotFound: there is none.
    """
    found = _edition(connection, plan_id, edition, editions.c.sha256)
    row = connection.execute(sa.select(documents).where(documents.c.sha256 == found.sha256)).one()
    if not is_document_whole(row.sha256, row.content):
        raise damaged_document(plan_id, found.edition, row.name)
    return StoredDocument(**row._mapping)


def edition_document(connection: Connection, plan_id: str) -> str:
    """The SHA-256 of the document of the plan's current edition.

    Raises:
        NotFound: there is no such plan.
    """
    return str(_edition(connection, plan_id, None, editions.c.sha256).sha256)


def editions_of(connection: Connection, plan_id: str) -> list[Edition]:
    """All editions of a plan, the oldest first.

    Raises:
        NotFound: there is no such plan.
    """
    columns = [column for column in editions.c if column.name not in ("record", "text", "digest")]
    about = (documents.c.name.label("document_name"), documents.c.received_at, documents.c.received_by)
    query = sa.select(*columns, *about, (plans.c.edition == editions.c.edition).label("is_current"))
    query = query.join(documents).join(plans).where(editions.c.plan_id == plan_id).order_by(editions.c.edition)
    rows = connection.execute(query).all()
    if not rows:
        raise no_such_plan(plan_id)
    return [Edition(**row._mapping) for row in rows]


def all_documents(connection: Connection) -> list[KnownDocument]:
    """All documents, in the order in which they came."""
    given: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(sa.select(editions.c.sha256, editions.c.plan_id).order_by(editions.c.position)):
        given[row.sha256].append(row.plan_id)
    columns = [column for column in documents.c if column.name != "content"]
    size = sa.func.length(documents.c.content).label("size_bytes")
    query = sa.select(*columns, size).order_by(documents.c.received_at, documents.c.sha256)
    return [KnownDocument(**row._mapping, plan_ids=tuple(given[row.sha256])) for row in connection.execute(query)]


def plans_of_document(connection: Connection, sha256: str) -> list[tuple[str, int]]:
    """Plan id and edition number of all that was read from a document, in its order; empty if it is not known."""
    query = sa.select(editions.c.plan_id, editions.c.edition).where(editions.c.sha256 == sha256)
    return [tuple(row) for row in connection.execute(query.order_by(editions.c.position))]


def is_known(connection: Connection, sha256: str) -> bool:
    """Whether the document is in the store, and whole."""
    content = connection.execute(sa.select(documents.c.content).where(documents.c.sha256 == sha256)).scalar()
    return content is not None and is_document_whole(sha256, content)


def place(connection: Connection, plan: Plan, taken: set[str]) -> tuple[str, Plan | None]:
    """The id under which a newly read plan goes, and the plan of which it is a new edition, if it is one.

    `taken` are the ids that other plans of the same document have.

    Raises:
        Damaged: the record of a plan that it may be an edition of cannot be read.
    """
    base = base_id(plan)
    alike = sa.or_(plans.c.id == base, sa.and_(plans.c.id > base + "-", plans.c.id < base + "."))
    columns = (plans.c.id, editions.c.edition, *CHECKED)
    query = sa.select(*columns).join(editions, CURRENT).where(alike).order_by(plans.c.id)
    known = {row.id: whole(*row) for row in connection.execute(query)}
    for known_id, candidate in known.items():
        if known_id not in taken and is_same_plan(candidate, plan):
            return known_id, candidate
    return free_id(base, known.keys() | taken), None


def insert_document(writer: Writer, document: StoredDocument) -> None:
    """Keep a document as it came."""
    names = ("sha256", "name", "media_type", "content", "received_at", "received_by")
    writer.connection.execute(sa.insert(documents).values({name: getattr(document, name) for name in names}))


def mend_document(writer: Writer, sha256: str, content: bytes) -> bool:
    """Put the bytes of a document in place of damaged ones; False if it is not in the store."""
    is_it = documents.c.sha256 == sha256
    is_there = writer.connection.execute(sa.update(documents).where(is_it).values(content=content)).rowcount == 1
    if is_there:
        for plan_id, edition in plans_of_document(writer.connection, sha256):
            writer.note("mend-document", plan_id, edition=edition, sha256=sha256)
    return is_there


def insert_edition(writer: Writer, sha256: str, position: int, reading: Reading, taken: set[str]) -> tuple[str, int]:
    """Keep what was read as a new plan, or as the newest edition of a known one; returns its id and number."""
    plan_id, known = place(writer.connection, reading.plan, taken)
    number = 1 if known is None else len(editions_of(writer.connection, plan_id)) + 1
    if known is None:
        writer.connection.execute(sa.insert(plans).values(id=plan_id, edition=number))
    else:
        writer.connection.execute(sa.update(plans).where(plans.c.id == plan_id).values(edition=number))
        end_sign_off(writer, plan_id, NEWER_EDITION)
    row = {"plan_id": plan_id, "edition": number, "sha256": sha256, "position": position}
    writer.connection.execute(sa.insert(editions).values(**row, **reading_columns(writer, reading, plan_id)))
    writer.note("add", plan_id, edition=number, sha256=sha256)
    return plan_id, number


def reading_columns(writer: Writer, reading: Reading, plan_id: str) -> dict[str, object]:
    """The columns that reading again renews."""
    record, text = reading.plan.model_copy(update={"id": plan_id}).model_dump_json(), reading.text.encode()
    read = {"record": record, "text": text, "digest": edition_digest(record, text)}
    return read | {"read_at": writer.now, "reader": reader_version(reading.taught)}


def no_such_plan(plan_id: str) -> NotFound:
    """The error for an id that no plan has."""
    return NotFound(_("There is no plan {plan}.").format(plan=plan_id))


def _edition(connection: Connection, plan_id: str, edition: int | None, *columns: sa.Column[Any]) -> Any:
    """The row of an edition: its key, then the columns asked for."""
    query = sa.select(editions.c.plan_id, editions.c.edition, *columns).where(editions.c.plan_id == plan_id)
    query = query.join(plans, CURRENT) if edition is None else query.where(editions.c.edition == edition)
    row = None if "\0" in plan_id else connection.execute(query).one_or_none()  # which PostgreSQL would not even take
    if row is None:
        raise no_such_plan(plan_id)
    return row
