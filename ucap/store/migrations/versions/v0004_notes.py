"""Notes on plans, cities and pairs, proposals, and saved views."""

import sqlalchemy as sa
from alembic import op

from ucap.store.schema import Moment

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table of notes."""
    op.create_table(
        "notes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False, index=True),
        sa.Column("day", sa.String(10)),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("made_at", Moment, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("withdrawn_by", sa.Text),
        sa.Column("withdrawn_at", Moment),
        sa.Column("withdrawn_why", sa.Text),
    )
