"""The digest of each edition, by which a changed byte is noticed. What stands in the store counts as it is now."""

import hashlib

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_EDITIONS = sa.table(
    "editions",
    sa.column("plan_id", sa.Text),
    sa.column("edition", sa.Integer),
    sa.column("record", sa.Text),
    sa.column("text", sa.LargeBinary),
    sa.column("digest", sa.Text),
)


def upgrade() -> None:
    """Add the column, and fill it from record and text."""
    op.add_column("editions", sa.Column("digest", sa.String(64), nullable=False, server_default=""))
    connection, columns = op.get_bind(), _EDITIONS.c
    for plan_id, edition in connection.execute(sa.select(columns.plan_id, columns.edition)).all():
        is_it = sa.and_(columns.plan_id == plan_id, columns.edition == edition)
        record, text = connection.execute(sa.select(columns.record, columns.text).where(is_it)).one()
        digest = hashlib.sha256(record.encode() + b"\0" + bytes(text)).hexdigest()
        connection.execute(sa.update(_EDITIONS).where(is_it).values(digest=digest))
