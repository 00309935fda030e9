"""Making corrections and taking them back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ucap.store.cells import to_cell, unguarded
from ucap.store.conflicts import Clash, find_clash
from ucap.store.corrections import Correction, active, correction
from ucap.store.database import Database
from ucap.store.editions import record_of
from ucap.store.errors import Conflict
from ucap.store.fitting import fitting
from ucap.store.labels import label_of
from ucap.store.overlay import lay_over, said_by
from ucap.store.places import anchor_of, require_field, touched
from ucap.store.pointers import NEW_ENTRY, Json, get, split
from ucap.store.rights import Person
from ucap.store.schema import corrections
from ucap.store.writing import Writer, mark_withdrawn, require_reason, writing


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants a field to be, and why.

    `said` is what the document said when the person decided, as a cell of the list of corrections, if known.
    """

    plan_id: str
    field: str
    value: Json
    why: str
    said: str | None = None


def correct(database: Database, wish: Wish, who: Person, seen: int) -> Correction:
    """Make a correction, unless the field was changed after the data version `seen` that the person looked at.

    A refused correction is noted in the log all the same, with its value and reason.

    Raises:
        Conflict: somebody else was first; it tells who, what and why.
        Invalid: there is no such field, the value does not fit it or stands there already, or no reason is given.
        NotAllowed, NotFound, StoreUnavailable: see there.
    """
    wish = replace(wish, why=require_reason(wish.why))
    require_field(wish.field)
    with writing(database, who) as writer:
        clash = find_clash(writer.connection, wish.plan_id, wish.field, seen)
        if clash is None:
            made = insert(writer, wish)
        else:
            writer.note("correct-refused", wish.plan_id, wish.field, new=wish.value, why=wish.why, after=clash.id)
    if clash is not None:
        raise _conflict(database, clash, wish)
    return correction(database, made)


def insert(writer: Writer, wish: Wish) -> int:
    """Check a wish and keep it as a correction; returns its id.

    Raises:
        Invalid: there is no such field, or the value does not fit it or stands there already.
        NotFound: there is no such plan.
    """
    plan_id = wish.plan_id
    document = record_of(writer.connection, plan_id)
    shown, _standings = lay_over(document, active(writer.connection, plan_id))
    field, value = fitting(shown, wish.field, wish.value)
    said, record = document.model_dump(mode="json"), shown.model_dump(mode="json")
    anchor = anchor_of(said, record, field)
    old = said_by(said, field, anchor)
    if wish.said is not None and wish.said != to_cell(old):
        old = unguarded(wish.said)
    row = {"plan_id": plan_id, "field": field, "old": old, "new": value, "anchor": anchor}
    made = writer.insert_opinion(corrections, row, wish.why)
    was = None if field.endswith("/" + NEW_ENTRY) else get(record, split(field))
    writer.note("correct", plan_id, touched(field, value), correction=made, old=old, was=was, new=value, why=wish.why)
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
    return correction(database, correction_id)


def _conflict(database: Database, clash: Clash, wish: Wish) -> Conflict:
    first = None if clash.correction_id is None else correction(database, clash.correction_id)
    with database.reading() as connection:
        record = record_of(connection, wish.plan_id).model_dump(mode="json")
    return Conflict(clash.message(first.label if first else label_of(wish.field, record)), first)
