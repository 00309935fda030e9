"""Plans can be removed; a document in which nothing was read is no plan any more."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

from ucap.plan.record import Plan
from ucap.store.schema import Moment, Slug

revision = "0002"
down_revision = "0001"

_EDITIONS = sa.table("editions", *map(sa.column, ("plan_id", "edition", "record")))
_PLANS = sa.table("plans", *map(sa.column, ("id", "edition")))


def upgrade() -> None:
    """Make the table of removals, and let scans that were kept as plans without content wait."""
    op.create_table(
        "removals",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("plan_id", Slug, sa.ForeignKey("plans.id"), nullable=False, index=True),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("made_at", Moment, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("withdrawn_by", sa.Text),
        sa.Column("withdrawn_at", Moment),
        sa.Column("withdrawn_why", sa.Text),
    )
    _let_scans_wait(op.get_bind())


def _let_scans_wait(connection: sa.Connection) -> None:
    """Take out the plans that say nothing; one that somebody corrected or judged stays, for it was typed in by hand."""
    texts = sa.select(_EDITIONS).where(_EDITIONS.c.record.contains("no-text-layer"))
    for row in connection.execute(texts).all():
        if _is_silent(row.record) and not _is_judged(connection, row.plan_id) and row.edition == 1:
            others = sa.select(_EDITIONS.c.edition).where(_EDITIONS.c.plan_id == row.plan_id, _EDITIONS.c.edition > 1)
            if connection.execute(others).first() is None:
                connection.execute(sa.delete(_EDITIONS).where(_EDITIONS.c.plan_id == row.plan_id))
                connection.execute(sa.delete(_PLANS).where(_PLANS.c.id == row.plan_id))


def _is_silent(record: str) -> bool:
    try:
        said: Any = json.loads(record)
        return Plan.model_validate(said).is_silent
    except ValueError:  # a damaged record is left as it is
        return False


def _is_judged(connection: sa.Connection, plan_id: str) -> bool:
    tables = (sa.table(name, sa.column("plan_id")) for name in ("corrections", "dismissals"))
    return any(connection.execute(sa.select(one.c.plan_id).where(one.c.plan_id == plan_id)).first() for one in tables)
