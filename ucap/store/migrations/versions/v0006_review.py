"""Plans can be signed off as checked, and the reader can be taught wordings of labels."""

import sqlalchemy as sa
from alembic import op

from ucap.store.schema import Moment, Slug

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the tables of sign-offs and lessons."""
    op.create_table(
        "sign_offs",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("plan_id", Slug, sa.ForeignKey("plans.id"), nullable=False, index=True),
        sa.Column("edition", sa.Integer, nullable=False),
        *_opinion(),
    )
    op.create_table(
        "lessons",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("wording", sa.Text, nullable=False),
        sa.Column("row", sa.Text, nullable=False),
        sa.Column("plan_id", Slug, sa.ForeignKey("plans.id")),
        *_opinion(),
    )


def _opinion() -> list[sa.Column[object]]:
    return [
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("made_at", Moment, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("withdrawn_by", sa.Text),
        sa.Column("withdrawn_at", Moment),
        sa.Column("withdrawn_why", sa.Text),
    ]
