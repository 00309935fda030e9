"""What was changed since somebody looked, so that nobody writes over another's work unawares."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from ucap.store.pointers import Json, overlaps
from ucap.store.schema import log
from ucap.wording import _

_CHANGES = ("correct", "withdraw", "add", "reread", "restore")
"""The actions in the log that change what a plan's fields say."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A line of the log: the latest change of a field, made after somebody looked at it."""

    id: int
    action: str
    who: str
    details: Json

    @property
    def correction_id(self) -> int | None:
        """The correction that stands in the way, if it is one."""
        return self.details["correction"] if self.action == "correct" else None

    def message(self, label: str) -> str:
        """What happened, and what to do."""
        words = {"label": label, "who": self.who}
        if self.action == "correct":
            what = _("{who} has corrected {label} to “{new}” since you looked (reason: {why}).")
            words |= {"new": self.details["new"], "why": self.details["why"]}
        elif self.action == "withdraw":
            what = _("{who} has withdrawn a correction of {label} since you looked (reason: {why}).")
            words |= {"why": self.details["why"]}
        else:
            what = _("The plan was read anew since you looked, on behalf of {who}.")
        return what.format(**words) + " " + _("Your correction was not kept. Look again, then correct it if need be.")


def find_clash(connection: Connection, plan_id: str, field: str, seen: int) -> Clash | None:
    """The latest change that touches the field of the plan and is newer than the data version `seen`."""
    query = (
        sa.select(log)
        .where(log.c.version > seen, log.c.action.in_(_CHANGES))
        .where(sa.or_(log.c.plan_id == plan_id, log.c.plan_id.is_(None)))
        .order_by(log.c.id.desc())
    )
    for line in connection.execute(query):
        if overlaps(line.field, field):
            return Clash(line.id, line.action, line.who, line.details)
    return None
