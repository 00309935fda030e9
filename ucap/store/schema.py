"""The tables of the store, and the types of their columns. `migrations/` makes them, step by step.

    documents --< editions >-- plans --< corrections
                                    \\--< dismissals
                                    \\--< removals
                                    \\--< sign_offs
                                    \\--< lessons             log          meta          kept

A document is kept as it came. Each plan that was read from it is an edition of a plan; a later document
on the same plan adds an edition, and the one that `plans.edition` names counts. A document without editions
waits: nothing was read in it. Corrections, dismissals, removals and sign-offs belong to the plan and so
outlive its editions; a plan that is removed counts nowhere. Lessons are for all documents. Nothing is ever
deleted or overwritten but `editions.record`, `editions.text` and their digest, which reading again renews, a
document that was damaged, and the marks that a correction or the like was withdrawn, with the row's digest.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import VARCHAR
from sqlalchemy.engine import Dialect

from ucap.plan.pointers import Field

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class DamagedCell(Exception):  # noqa: N818 (a state, not a mistake)
    """What stands in a cell was never written there by this product.

    Where the row has a digest it is the cell's value, so that the row alone is lost (`ucap.store.checking.intact`).
    """


def parse_json(text: str) -> Any:
    """The value of a cell of JSON, or `DamagedCell`; all tables that have such cells have digests."""
    try:
        return json.loads(text)
    except ValueError:
        return DamagedCell(text)


class Content(sa.types.TypeDecorator[bytes]):
    """Bytes that a digest tells; a cell in which a fault left something else holds none."""

    impl = sa.LargeBinary
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], bytes]:
        """In place of the database's own, which takes a number for so many bytes."""
        return lambda value: bytes(value) if isinstance(value, bytes | memoryview) else b""


class Moment(sa.types.TypeDecorator[datetime]):
    """A moment, kept as ISO 8601 in UTC, so that it reads and sorts the same in every database."""

    impl = sa.String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """The text of an aware moment."""
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """The moment, in UTC."""
        try:
            return None if value is None else datetime.fromisoformat(value)
        except (ValueError, TypeError):  # SQLite gives bytes for a text whose kind was damaged
            raise DamagedCell(value) from None


class SealedMoment(Moment):
    """A moment in a row that has a digest."""

    cache_ok = True

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """The moment, in UTC, or `DamagedCell`."""
        try:
            return super().process_result_value(value, dialect)
        except DamagedCell as damaged:
            return damaged


class Pointer(sa.types.TypeDecorator[Field]):
    """A field of a record, kept as a JSON Pointer in a row that has a digest."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Field | str | None, dialect: Dialect) -> str | None:
        """The pointer of a field."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """The field of a pointer, or `DamagedCell`."""
        try:
            return None if value is None else Field.parse(value)
        except (ValueError, TypeError):
            return DamagedCell(value)


Slug = sa.String(200).with_variant(VARCHAR(200, collation="C"), "postgresql")
"""Identifiers; they sort by code point in every database."""

documents = sa.Table(
    "documents",
    metadata,
    sa.Column("sha256", sa.String(64), primary_key=True),
    sa.Column("name", sa.Text, nullable=False, doc="as it was called when it came; for display only"),
    sa.Column("media_type", sa.Text, nullable=False),
    sa.Column("content", Content, nullable=False, doc="the bytes as they came"),
    sa.Column("received_at", Moment, nullable=False),
    sa.Column("received_by", sa.Text, nullable=False),
)

plans = sa.Table(
    "plans",
    metadata,
    sa.Column("id", Slug, primary_key=True),
    sa.Column("edition", sa.Integer, nullable=False, doc="the edition that counts"),
)

editions = sa.Table(
    "editions",
    metadata,
    sa.Column("plan_id", Slug, sa.ForeignKey(plans.c.id), primary_key=True),
    sa.Column("edition", sa.Integer, primary_key=True, autoincrement=False, doc="1, 2, ... in order of arrival"),
    sa.Column("sha256", sa.String(64), sa.ForeignKey(documents.c.sha256), nullable=False, index=True),
    sa.Column("position", sa.Integer, nullable=False, doc="which of the document's plans it is, from 0"),
    sa.Column("record", sa.Text, nullable=False, doc="the plan record as read, JSON (ucap.plan.record.Plan)"),
    sa.Column("text", Content, nullable=False, doc="the text that the passages index into, UTF-8"),
    sa.Column("read_at", Moment, nullable=False),
    sa.Column("reader", sa.Text, nullable=False, doc="version of the reader"),
    sa.Column("digest", sa.String(64), nullable=False, doc="SHA-256 of record and text (ucap.store.checking)"),
    sa.UniqueConstraint("sha256", "position"),
)


def _digest() -> sa.Column[str]:
    """The last column of a row that is checked as a whole whenever it is read."""
    return sa.Column("digest", sa.String(64), nullable=False, doc="SHA-256 of the row (ucap.store.checking)")


def _opinion() -> list[sa.Column[Any]]:
    """The last columns of what a person says of a plan: who and why, and who took it back."""
    return [
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("made_at", SealedMoment, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("withdrawn_by", sa.Text),
        sa.Column("withdrawn_at", SealedMoment),
        sa.Column("withdrawn_why", sa.Text),
        _digest(),
    ]


corrections = sa.Table(
    "corrections",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("plan_id", Slug, sa.ForeignKey(plans.c.id), nullable=False, index=True),
    sa.Column("field", Pointer, nullable=False, doc="JSON Pointer into the corrected record as it was then"),
    sa.Column("old", sa.JSON, nullable=False, doc="what the document said then"),
    sa.Column("new", sa.JSON, nullable=False),
    sa.Column("anchor", sa.JSON, nullable=False, doc="the list entries by which the field is found again"),
    *_opinion(),
)

dismissals = sa.Table(
    "dismissals",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("plan_id", Slug, sa.ForeignKey(plans.c.id), nullable=False, index=True),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("field", sa.Text, doc="the finding's field, as a JSON Pointer; null for the plan as a whole"),
    sa.Column("value", sa.JSON, nullable=False, doc="what stood there when the finding was dismissed"),
    sa.Column("anchor", sa.JSON, nullable=False),
    *_opinion(),
)

removals = sa.Table(
    "removals",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("plan_id", Slug, sa.ForeignKey(plans.c.id), nullable=False, index=True),
    *_opinion(),
)

notes = sa.Table(
    "notes",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False, doc="note, proposed, declined or view"),
    sa.Column("subject", sa.Text, nullable=False, index=True, doc="plan/ID, city/SLUG, pair/SLUG~SLUG, or a view"),
    sa.Column("day", sa.String(10), doc="the day of a proposal, ISO 8601"),
    *_opinion(),
)

branding = sa.Table(
    "branding",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("part", sa.Text, nullable=False, doc="template, logo, emblem or funding"),
    sa.Column("name", sa.Text, nullable=False, doc="as the file was called when it came; for display only"),
    sa.Column("content", Content, nullable=False, doc="the file, or the funding line in UTF-8"),
    *_opinion(),
)

kept = sa.Table(
    "kept",
    metadata,
    sa.Column("part", sa.String(40), primary_key=True),
    sa.Column("code", sa.String(64), nullable=False, doc="version of the code that made it"),
    sa.Column("version", sa.Integer, nullable=False, doc="the data version that it was made of"),
    sa.Column("line", sa.Integer, nullable=False, doc="the last line of the log then"),
    sa.Column("at", sa.String(32), nullable=False, doc="the moment of that line"),
    sa.Column("content", Content, nullable=False),
    _digest(),
)

sign_offs = sa.Table(
    "sign_offs",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("plan_id", Slug, sa.ForeignKey(plans.c.id), nullable=False, index=True),
    sa.Column("edition", sa.Integer, nullable=False, doc="the edition that was checked"),
    *_opinion(),
)

lessons = sa.Table(
    "lessons",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("wording", sa.Text, nullable=False, doc="a label as it stands in documents"),
    sa.Column("row", sa.Text, nullable=False, doc="the key of the template's row; empty for one that it lacks"),
    sa.Column("plan_id", Slug, sa.ForeignKey(plans.c.id), doc="the plan in which somebody met it"),
    *_opinion(),
)

log = sa.Table(
    "log",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("version", sa.Integer, nullable=False, doc="the data version that the change made"),
    sa.Column("at", SealedMoment, nullable=False),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("action", sa.Text, nullable=False),
    sa.Column("plan_id", Slug, index=True, doc="null where all plans are meant"),
    sa.Column("field", sa.Text),
    sa.Column("details", sa.JSON, nullable=False),
    _digest(),
)

meta = sa.Table(
    "meta",
    metadata,
    sa.Column("id", sa.Integer, sa.CheckConstraint("id = 1", name="one_row"), primary_key=True),
    sa.Column("version", sa.Integer, nullable=False, doc="counts the transactions that wrote"),
    sa.Column("is_filled", sa.Boolean, nullable=False, doc="the documents that come with the product were added"),
)
