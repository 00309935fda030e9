"""A template, a logo, an emblem and a funding line for what goes to a meeting."""

import sqlalchemy as sa
from alembic import op

from ucap.store.schema import Moment

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table of branding."""
    op.create_table(
        "branding",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("part", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("made_at", Moment, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("withdrawn_by", sa.Text),
        sa.Column("withdrawn_at", Moment),
        sa.Column("withdrawn_why", sa.Text),
    )
