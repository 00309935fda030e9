"""A transaction that writes: by whom, when, as which data version, and with its lines in the log."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from ucap.store.database import Database
from ucap.store.errors import Invalid
from ucap.store.limits import REASON_CHARACTERS
from ucap.store.pointers import Json
from ucap.store.rights import Person, require_editor
from ucap.store.schema import log, meta
from ucap.wording import _


@dataclass(frozen=True, slots=True)
class Writer:
    """What a writing function needs: the connection, the new data version, the person and the moment."""

    connection: Connection
    version: int
    who: str
    now: datetime

    def note(self, action: str, plan_id: str | None = None, field: str | None = None, **details: Json) -> None:
        """Add a line to the log."""
        line = {"version": self.version, "at": self.now, "who": self.who, "action": action}
        self.connection.execute(sa.insert(log).values(**line, plan_id=plan_id, field=field, details=details))


@contextmanager
def writing(database: Database, who: Person) -> Iterator[Writer]:
    """A transaction in which the person writes: kept as a whole at the end of the block, or not at all.

    Raises:
        NotAllowed: the person may only look.
        StoreUnavailable: the database cannot be used now.
    """
    require_editor(who)
    with database.writing() as connection:
        version = connection.execute(sa.select(meta.c.version)).scalar_one()
        yield Writer(connection, version, str(who), datetime.now(UTC))


def require_reason(why: str) -> str:
    """The reason, trimmed.

    Raises:
        Invalid: there is none, or it is too long.
    """
    reason = " ".join(why.replace("\x00", "").split())
    if not reason:
        raise Invalid(_("Say in a few words why, so that others can follow it later."))
    if len(reason) > REASON_CHARACTERS:
        raise Invalid(_("The reason is longer than {limit} characters. Shorten it.").format(limit=REASON_CHARACTERS))
    return reason
