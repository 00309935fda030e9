"""Corrections: made, withdrawn, listed. The record as read stays as it is, and what the document says stays in view.

Nobody writes over another's work unawares: what was changed since somebody looked is said first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from ucap.corrections.anchors import touched
from ucap.corrections.overlay import Overlay, Standing, State
from ucap.errors import Conflict
from ucap.plain_text import unguarded
from ucap.plan.labels import label_of
from ucap.plan.pointers import Field, Json, entry_name
from ucap.plan.record import Plan
from ucap.plan.words import in_words, place_words
from ucap.store.cells import to_cell
from ucap.store.checking import intact
from ucap.store.database import Database
from ucap.store.editions import current_records, record_of
from ucap.store.review.sign_offs import CORRECTED, CORRECTION_WITHDRAWN, end_sign_off_of_others
from ucap.store.rights import Person
from ucap.store.schema import corrections, log
from ucap.store.writing import Writer, mark_withdrawn, require_reason, writing
from ucap.wording import _


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction, and how it stands.

    `field` is a JSON Pointer into the record as it was shown, and `entry` names the entry of a list that it
    goes through; `place` points to what it made of the record as shown now, None where there is nothing of it.
    `old` is what the document said then, `document_value` what it says now; `is_stale` where the two
    differ, so that somebody should look again.
    """

    id: int
    plan_id: str
    field: str
    entry: str | None
    label: str
    old: Json
    new: Json
    who: str
    when: datetime
    why: str
    state: State
    document_value: Json
    is_stale: bool
    place: str | None = None
    withdrawn_by: str | None = None
    withdrawn_when: datetime | None = None
    withdrawn_why: str | None = None


def corrections_of(connection: Connection, plan_id: str | None = None) -> list[Correction]:
    """All corrections, withdrawn ones too, in the order in which they were made; of one plan or of all.

    Those of a plan whose record is damaged wait until it is there again: what the document says is not known.
    """
    found: list[Correction] = []
    waiting = rows_by_plan(connection, plan_id)
    asked = sa.select(corrections.c.plan_id)
    if plan_id is not None:
        asked = asked.where(corrections.c.plan_id == plan_id)
    for corrected, record in current_records(connection, asked) if waiting else ():
        if isinstance(record, Plan):
            rows = waiting.pop(corrected, [])  # there are none where all that were made are damaged
            overlay = Overlay(record, rows)
            found += [_correction(row, overlay.standing(row), overlay.document) for row in rows]
    found += [_correction(row, _waiting(row)) for rows in waiting.values() for row in rows]
    return sorted(found, key=lambda made: made.id)


def correction_counts(connection: Connection) -> dict[str, int]:
    """How many corrections, of those that nobody withdrew, each plan has that has any."""
    query = sa.select(corrections).where(corrections.c.withdrawn_at.is_(None))
    return Counter(row.plan_id for row in intact(connection, query))


def _waiting(row: Any) -> Standing:
    return Standing("withdrawn" if row.withdrawn_at else "waiting", None, is_stale=False, place=None)


def correction(database: Database, correction_id: int) -> Correction:
    """The correction of that id."""
    with database.reading() as connection:
        plan_id = connection.execute(
            sa.select(corrections.c.plan_id).where(corrections.c.id == correction_id)
        ).scalar_one()
        return next(made for made in corrections_of(connection, plan_id) if made.id == correction_id)


def overlay_of(connection: Connection, plan_id: str) -> Overlay:
    """The plan as its current document says it, with all of its corrections.

    Raises:
        NotFound: there is no such plan.
    """
    return Overlay(record_of(connection, plan_id), rows_by_plan(connection, plan_id).get(plan_id, ()))


def rows_by_plan(connection: Connection, plan_id: str | None = None) -> dict[str, list[Any]]:
    """The intact rows of the table, withdrawn ones too, in the order in which they were made; of one plan or of all."""
    query = sa.select(corrections).order_by(corrections.c.id)
    if plan_id is not None:
        query = query.where(corrections.c.plan_id == plan_id)
    by_plan: dict[str, list[Any]] = defaultdict(list)
    for row in intact(connection, query):
        by_plan[row.plan_id].append(row)
    return by_plan


def _correction(row: Any, standing: Standing, document: Plan | None = None) -> Correction:
    values = {name: getattr(row, name) for name in ("id", "plan_id", "old", "new", "who", "why")}
    marks = {"withdrawn_by": row.withdrawn_by, "withdrawn_when": row.withdrawn_at, "withdrawn_why": row.withdrawn_why}
    return Correction(
        **values,
        **marks,
        field=str(row.field),
        entry=entry_name(row.anchor["shown"]) if row.anchor else None,
        label=label_of(row.field, document, row.anchor and row.anchor["shown"], place_words),
        when=row.made_at,
        state=standing.state,
        document_value=standing.document_value,
        is_stale=standing.is_stale,
        place=None if standing.place is None else str(standing.place),
    )


_CHANGES = ("correct", "withdraw", "add", "reread", "restore")
"""The actions in the log that change what a plan's fields say."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A line of the log: the latest change of a field, made after somebody looked at it."""

    id: int
    action: str
    who: str
    details: Json
    field: str | None = None

    @property
    def correction_id(self) -> int | None:
        """The correction that stands in the way, if it is one."""
        return self.details["correction"] if self.action == "correct" else None

    def message(self, label: str) -> str:
        """What happened, and what to do."""
        words = {"label": label, "who": self.who}
        if self.action == "correct":
            what = _("{who} has corrected {label} to “{new}” since you looked (reason: {why}).")
            new = in_words(self.details["new"], Field.parse(self.field or "").kind)
            words |= {"new": new, "why": self.details["why"]}
        elif self.action == "withdraw":
            what = _("{who} has withdrawn a correction of {label} since you looked (reason: {why}).")
            words |= {"why": self.details["why"]}
        else:
            what = _("The plan was read again since you looked, on behalf of {who}.")
        return what.format(**words) + " " + _("Your correction was not kept. Look again, then correct it if need be.")


def find_clash(connection: Connection, plan_id: str, field: Field, seen: int) -> Clash | None:
    """The latest change that touches the field of the plan and is newer than the data version `seen`."""
    query = (
        sa.select(log)
        .where(log.c.version > seen, log.c.action.in_(_CHANGES))
        .where(sa.or_(log.c.plan_id == plan_id, log.c.plan_id.is_(None)))
        .order_by(log.c.id.desc())
    )
    for line in intact(connection, query):
        if Field.parse(line.field or "").overlaps(field):
            return Clash(line.id, line.action, line.who, line.details, line.field)
    return None


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants a field to be, and why.

    `said` is what the document said when the person decided, as a cell of the list of corrections, if known.
    """

    plan_id: str
    field: Field
    value: Json
    why: str
    said: str | None = None


def correct(database: Database, wish: Wish, who: Person, seen: int) -> Correction:
    """Make a correction, unless the field was changed after the data version `seen` that the person looked at.

    A refused correction is noted in the log all the same, with its value and reason.

    Raises:
        Conflict: somebody else was first; it says who, what and why.
        Invalid: the record has no such field, the value does not fit it or stands there already, or no reason is given.
        NotAllowed, NotFound, StoreUnavailable: see there.
    """
    wish = replace(wish, why=require_reason(wish.why))
    with writing(database, who) as writer:
        clash = find_clash(writer.connection, wish.plan_id, wish.field, seen)
        if clash is None:
            made = insert(writer, overlay_of(writer.connection, wish.plan_id), wish)
        else:
            writer.note("correct-refused", wish.plan_id, wish.field, new=wish.value, why=wish.why, after=clash.id)
    if clash is not None:
        raise _conflict(database, clash, wish)
    return correction(database, made)


def insert(writer: Writer, overlay: Overlay, wish: Wish) -> int:
    """Check a wish for the plan of the overlay, keep it as a correction and lay it over; returns its id.

    Raises:
        Invalid: there is no such field, or the value does not fit it or stands there already.
    """
    field, value = overlay.fitted(wish.field, wish.value)
    anchor = overlay.anchor(field)
    old = overlay.document_value(field, anchor)
    if wish.said is not None and wish.said != to_cell(old):
        old = unguarded(wish.said)
    row = {"plan_id": wish.plan_id, "field": field, "old": old, "new": value, "anchor": anchor}
    made = writer.insert_opinion(corrections, row, wish.why)
    details = {"correction": made, "old": old, "was": overlay.value(field), "new": value, "why": wish.why}
    overlay.lay(writer.connection.execute(sa.select(corrections).where(corrections.c.id == made)).one())
    writer.note("correct", wish.plan_id, touched(field, value), **details)
    end_sign_off_of_others(writer, wish.plan_id, CORRECTED)
    return made


def withdraw(database: Database, correction_id: int, who: Person, why: str) -> Correction:
    """Take a correction back; what the document says, or an earlier correction, counts again.

    Raises:
        Conflict: it was withdrawn before.
        Invalid: no reason is given.
        NotAllowed, NotFound, StoreUnavailable: see there.
    """
    reason = require_reason(why)
    with writing(database, who) as writer:
        row = mark_withdrawn(writer, corrections, correction_id, reason)
        writer.note("withdraw", row.plan_id, touched(row.field, row.new), correction=correction_id, why=reason)
        end_sign_off_of_others(writer, row.plan_id, CORRECTION_WITHDRAWN)
    return correction(database, correction_id)


def _conflict(database: Database, clash: Clash, wish: Wish) -> Conflict:
    first = None if clash.correction_id is None else correction(database, clash.correction_id)
    with database.reading() as connection:
        label = first.label if first else label_of(wish.field, record_of(connection, wish.plan_id), called=place_words)
    return Conflict(clash.message(label), first)
