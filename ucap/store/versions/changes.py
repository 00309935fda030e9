"""What changed in the store since a state that somebody knows: the plans to look at again, and no others.

What was made of the data, kept beside it for the next start. It can be made again at any time, so that it is in no
backup, and whoever cannot use it passes it over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from ucap.errors import Damaged, DamagedEntry, NotFound
from ucap.plan.record import Plan
from ucap.store.checking import intact, is_as_written, row_digest
from ucap.store.dismissals import judge_plan
from ucap.store.removals import removed_ids
from ucap.store.review.sign_offs import checked_plans, with_check
from ucap.store.schema import kept, log, meta

_MOST = 2000
"""Plans that are looked at one by one; where more changed, reading all is quicker."""
_OF_NO_PLAN = ("fill", "wait", "note", "withdraw-note", "teach", "forget")
"""Actions without a plan that change none; any other may have changed all."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A state of the data: its version, and the last line of the log with its moment (ISO 8601), if there is one."""

    version: int
    line: int = 0
    at: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """Plans as they are at a state: None for one that counts no more, `Damaged` where the record cannot be read."""

    mark: Mark
    plans: dict[str, Plan | Damaged | None] = field(default_factory=dict)


def mark_of(connection: Connection) -> Mark:
    """The state of the data now."""
    version = int(connection.execute(sa.select(meta.c.version)).scalar_one())
    last = connection.execute(_moments().order_by(log.c.id.desc()).limit(1)).first()
    return Mark(version, last.id, last.at) if last else Mark(version)


def changes_since(connection: Connection, known: Mark, also: Iterable[str] = ()) -> Changes | None:
    """The plans that changed since a state, and those that are asked for `also`.

    None where reading all plans is right: the log does not go on from that state (a backup was restored, or the
    database is another), all plans may have changed, very many did, or a line is damaged.
    """
    if known.line and connection.execute(_moments().where(log.c.id == known.line)).first() != (known.line, known.at):
        return None
    damaged: list[DamagedEntry] = []
    query = sa.select(log).where(log.c.id > known.line).execution_options(yield_per=500)
    lines = {(line.plan_id, line.action) for line in intact(connection, query, damaged.append)}
    ids = {plan_id for plan_id, _action in lines if plan_id is not None} | set(also)
    if damaged or len(ids) > _MOST or any(one is None and action not in _OF_NO_PLAN for one, action in lines):
        return None
    removed = removed_ids(connection)
    return Changes(mark_of(connection), {one: None if one in removed else _now(connection, one) for one in ids})


def _moments() -> sa.Select[tuple[int, str]]:
    """Number and moment of lines of the log, as text."""
    return sa.select(log.c.id, sa.type_coerce(log.c.at, sa.String).label("at"))


def _now(connection: Connection, plan_id: str) -> Plan | Damaged | None:
    try:
        return with_check(judge_plan(connection, plan_id).plan, checked_plans(connection, plan_id))
    except Damaged as damaged:
        return damaged
    except NotFound:
        return None


def keep_parts(connection: Connection, code: str, mark: Mark, parts: Mapping[str, bytes]) -> None:
    """Keep the parts in place of those before, made by the `code` of that version of the data of that state."""
    connection.execute(sa.select(meta.c.version).with_for_update())  # PostgreSQL: whoever keeps takes turns
    connection.execute(sa.delete(kept))
    about = {"code": code, "version": mark.version, "line": mark.line, "at": mark.at}
    for name, content in parts.items():
        row = {"part": name, "content": content, **about}
        connection.execute(sa.insert(kept).values(**row, digest=row_digest(row)))


def kept_parts(connection: Connection, code: str) -> tuple[Mark, dict[str, bytes]] | None:
    """What is kept, and of which state of the data it was made; None where that was by other code, or is damaged."""
    rows = connection.execute(sa.select(kept).where(kept.c.code == code)).all()
    if not rows or not all(map(is_as_written, rows)):
        return None
    mark = Mark(rows[0].version, rows[0].line, rows[0].at)
    return mark, {row.part: row.content for row in rows}
