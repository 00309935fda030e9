"""The first tables."""

import sqlalchemy as sa
from alembic import op

from ucap.store.schema import Moment, Slug

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables, and the one row of `meta`."""
    _create_documents()
    _create_opinions()
    _create_log()
    op.execute("INSERT INTO meta (id, version, is_filled) VALUES (1, 0, FALSE)")


def _create_documents() -> None:
    op.create_table(
        "documents",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("received_at", Moment, nullable=False),
        sa.Column("received_by", sa.Text, nullable=False),
    )
    op.create_table("plans", sa.Column("id", Slug, primary_key=True), sa.Column("edition", sa.Integer, nullable=False))
    op.create_table(
        "editions",
        sa.Column("plan_id", Slug, sa.ForeignKey("plans.id"), primary_key=True),
        sa.Column("edition", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("sha256", sa.String(64), sa.ForeignKey("documents.sha256"), nullable=False, index=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("read_at", Moment, nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.UniqueConstraint("sha256", "position"),
    )


def _create_opinions() -> None:
    op.create_table(
        "corrections",
        *_who_and_where(),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("old", sa.JSON, nullable=False),
        sa.Column("new", sa.JSON, nullable=False),
    )
    op.create_table(
        "dismissals",
        *_who_and_where(),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("field", sa.Text),
        sa.Column("value", sa.JSON, nullable=False),
    )


def _who_and_where() -> list[sa.Column[object]]:
    return [
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("plan_id", Slug, sa.ForeignKey("plans.id"), nullable=False, index=True),
        sa.Column("anchor", sa.JSON, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("made_at", Moment, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("withdrawn_by", sa.Text),
        sa.Column("withdrawn_at", Moment),
        sa.Column("withdrawn_why", sa.Text),
    ]


def _create_log() -> None:
    op.create_table(
        "log",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("plan_id", Slug, index=True),
        sa.Column("field", sa.Text),
        sa.Column("details", sa.JSON, nullable=False),
    )
    op.create_table(
        "meta",
        sa.Column("id", sa.Integer, sa.CheckConstraint("id = 1", name="one_row"), primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("is_filled", sa.Boolean, nullable=False),
    )
