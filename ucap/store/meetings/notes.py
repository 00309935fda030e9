"""Notes on a plan, a city or a pair; who was proposed to meet, or declined; and views that are kept under a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from ucap.errors import Invalid
from ucap.store.checking import intact
from ucap.store.database import Database
from ucap.store.rights import Person
from ucap.store.schema import notes
from ucap.store.writing import mark_withdrawn, require_reason, writing
from ucap.wording import _

NoteKind = Literal["note", "proposed", "declined", "view"]
NOTE_KINDS: tuple[NoteKind, ...] = get_args(NoteKind)
_SUBJECT_CHARACTERS = 8000


@dataclass(frozen=True, slots=True)
class Note:
    """What a person keeps for a meeting.

    `subject` is what it is about: `plan/ID`, `city/SLUG` or `pair/SLUG~SLUG`; of a view the address, its page and query
    (`coverage?goal=6`). `day` is that of a proposal (ISO 8601), `text` the note, or the name of a view.
    """

    id: int
    kind: NoteKind
    subject: str
    day: str | None
    text: str
    who: str
    when: datetime


@dataclass(frozen=True, slots=True)
class NewNote:
    """A note before it is kept; `day` is that of a proposal."""

    kind: NoteKind
    subject: str
    text: str
    day: date | None = None


def add_note(database: Database, new: NewNote, who: Person) -> int:
    """Keep a note; returns its number.

    Raises:
        Invalid: there is no such kind, no text, or no subject.
        NotAllowed, StoreUnavailable: see there.
    """
    if new.kind not in NOTE_KINDS or not 0 < len(new.subject) <= _SUBJECT_CHARACTERS:
        raise Invalid(_("A note says what it is about: a plan, a city, a pair or a view."))
    words, day = require_reason(new.text), new.day.isoformat() if new.day else None
    with writing(database, who) as writer:
        row = {"kind": new.kind, "subject": new.subject, "day": day}
        number = writer.insert_opinion(notes, row, words)
        writer.note("note", _plan_id(new.subject), note=number, **row, text=words)
        return number


def withdraw_note(database: Database, number: int, who: Person, why: str) -> None:
    """Take a note back; it stays in the log.

    Raises:
        Conflict: it was taken back before.
        Invalid: no reason is given.
        NotAllowed, NotFound, StoreUnavailable: see there.
    """
    reason = require_reason(why)
    with writing(database, who) as writer:
        row = mark_withdrawn(writer, notes, number, reason)
        writer.note("withdraw-note", _plan_id(row.subject), note=number, why=reason)


def standing_notes(connection: Connection, subject: str | None = None) -> list[Note]:
    """The notes that nobody took back, or those on one subject, the oldest first."""
    query = sa.select(notes).where(notes.c.withdrawn_at.is_(None)).order_by(notes.c.id)
    if subject is not None:
        query = query.where(notes.c.subject == subject)
    return [
        Note(row.id, row.kind, row.subject, row.day, row.why, row.who, row.made_at) for row in intact(connection, query)
    ]


def _plan_id(subject: str) -> str | None:
    kind, _slash, name = subject.partition("/")
    return name if kind == "plan" else None
