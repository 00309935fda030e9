"""What was made of the data, kept beside it for the next start.

It can be made again at any time, so that it is in no backup, and whoever cannot use it passes it over.
"""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from ucap.store.schema import kept, meta
from ucap.store.versions.changes import Mark


def keep_parts(connection: Connection, code: str, mark: Mark, parts: Mapping[str, bytes]) -> None:
    """Keep the parts in place of those before, made by the `code` of that version of the data of that state."""
    connection.execute(sa.select(meta.c.version).with_for_update())  # PostgreSQL: whoever keeps takes turns
    connection.execute(sa.delete(kept))
    about = {"code": code, "version": mark.version, "line": mark.line, "at": mark.at}
    for name, content in parts.items():
        connection.execute(sa.insert(kept).values(part=name, content=content, **about))


def kept_parts(connection: Connection, code: str) -> tuple[Mark, dict[str, bytes]] | None:
    """What is kept, and of which state of the data it was made; None where that was by other code."""
    first = connection.execute(sa.select(kept.c.version, kept.c.line, kept.c.at).where(kept.c.code == code)).first()
    if first is None:
        return None
    rows = connection.execute(sa.select(kept.c.part, kept.c.content).where(kept.c.code == code))
    return Mark(*first), {row.part: bytes(row.content) for row in rows}
