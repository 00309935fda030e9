"""The digest of each row that a person wrote and of each line of the log. What stands there counts as it is now."""

import sqlalchemy as sa
from alembic import op

from ucap.store.checking import ENTRIES, row_digest
from ucap.store.schema import DamagedCell

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the columns, and fill them; what was kept for the next start is made again."""
    op.execute("DELETE FROM kept")
    for name in ("kept", *(table.name for table in ENTRIES)):
        op.add_column(name, sa.Column("digest", sa.String(64), nullable=False, server_default=""))
    for table in ENTRIES:
        _fill(table)


def _fill(table: sa.Table) -> None:
    """A row with a cell that cannot be read gets none, and so counts as damaged."""
    connection = op.get_bind()
    there = {column["name"] for column in sa.inspect(connection).get_columns(table.name)} - {"digest"}
    columns = [column for column in table.c if column.name in there]
    change = sa.update(table).where(table.c.id == sa.bindparam("row_number")).values(digest=sa.bindparam("row_digest"))
    for rows in connection.execute(sa.select(*columns)).mappings().partitions(1000):
        filled = [{"row_number": row["id"], "row_digest": digest} for row in rows if (digest := _digest(row))]
        if filled:
            connection.execute(change, filled)


def _digest(row: sa.RowMapping) -> str:
    try:
        return row_digest(row)
    except DamagedCell:
        return ""
