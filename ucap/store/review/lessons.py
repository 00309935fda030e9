"""What this store taught its reader: wordings of labels, each with the row of the template that it stands for.

A lesson counts from the next reading on, for documents that come and for those that are read again. Of two lessons on
the same words the later one counts; none is ever deleted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from ucap.documents.labels.known import folded_label
from ucap.documents.labels.taught import Taught
from ucap.errors import Invalid, Unchanged
from ucap.plain_text import printable
from ucap.store.checking import intact
from ucap.store.database import Database
from ucap.store.rereading import Change, keep_all
from ucap.store.rights import Person
from ucap.store.schema import editions, lessons
from ucap.store.writing import Writer, mark_withdrawn, require_reason, writing
from ucap.vocabulary.folding import fold
from ucap.wording import N_, _

_TAUGHT_AGAIN = N_("The wording was taught again.")


@dataclass(frozen=True, slots=True)
class Lesson:
    """A wording of a label and the key of the row that it stands for; "" is a row that the template lacks.

    `plan_id` is the plan in which somebody met it, where that is known.
    """

    id: int
    wording: str
    row: str
    plan_id: str | None
    who: str
    when: datetime
    why: str
    withdrawn_by: str | None = None
    withdrawn_when: datetime | None = None
    withdrawn_why: str | None = None


@dataclass(frozen=True, slots=True)
class NewLesson:
    """A lesson to be given; the reason may be empty."""

    wording: str
    row: str
    plan_id: str | None = None
    why: str = ""


def lessons_of(connection: Connection) -> list[Lesson]:
    """All lessons, withdrawn ones too, in the order in which they were given."""
    return [_lesson(row) for row in intact(connection, sa.select(lessons).order_by(lessons.c.id))]


def taught(connection: Connection) -> Taught:
    """What the reader of this store knows by lessons now."""
    return Taught.of({row.wording: row.row for row in _standing(connection) if _is_label(row.wording, row.row)})


def taught_also(known: Taught, wordings: Mapping[str, str | None]) -> Taught:
    """What a reader would know with these wordings too, those without a row forgotten.

    Raises:
        Invalid: a row is none of the template's, or a wording has no word.
    """
    for wording, row in wordings.items():
        _require_label(wording, row or "")
    changed = {folded_label(wording) for wording in wordings}
    kept = {wording: row for wording, row in known.labels if folded_label(wording) not in changed}
    return Taught.of(kept | {in_one_line(wording): row for wording, row in wordings.items() if row is not None})


def documents_with(connection: Connection, wordings: Iterable[str]) -> set[str]:
    """The SHA-256 of the documents in whose texts the words of a wording occur, so that it may change their reading."""
    wanted = [folded_label(wording).split() for wording in wordings]
    query = sa.select(editions.c.sha256, editions.c.text).execution_options(yield_per=100)
    return {row.sha256 for row in connection.execute(query) if _has_any(row.text, wanted)}


def teach(database: Database, lesson: NewLesson, who: Person, changes: Iterable[Change] = ()) -> Lesson:
    """Teach the reader a wording, and keep what it changes in documents that were read again with it.

    Raises:
        Conflict: a plan was read again by somebody else in the meantime.
        Invalid: the row is none of the template's, or the wording has no word.
        Unchanged: it is known so already.
        NotAllowed, StoreUnavailable: see there.
    """
    with writing(database, who) as writer:
        made = give(writer, lesson)
        keep_all(writer, changes)
    return _one(database, made)


def give(writer: Writer, lesson: NewLesson) -> int:
    """The same inside a transaction, without changes; returns the id of the lesson."""
    wording, row = in_one_line(lesson.wording), lesson.row
    _require_label(wording, row)
    alike = [one for one in _standing(writer.connection) if folded_label(one.wording) == folded_label(wording)]
    if any(one.row == row for one in alike):
        raise Unchanged(_("“{wording}” is taught so already.").format(wording=wording))
    for one in alike:
        mark_withdrawn(writer, lessons, one.id, _TAUGHT_AGAIN)
    made = writer.insert_opinion(lessons, {"wording": wording, "row": row, "plan_id": lesson.plan_id}, lesson.why)
    writer.note("teach", lesson=made, wording=wording, row=row)
    return made


def forget(database: Database, lesson_id: int, who: Person, why: str, changes: Iterable[Change] = ()) -> Lesson:
    """Withdraw a lesson, and keep what that changes in documents that were read again without it.

    Raises:
        Conflict: it was withdrawn before, or a plan was read again by somebody else in the meantime.
        Invalid: no reason is given.
        NotAllowed, NotFound, StoreUnavailable: see there.
    """
    reason = require_reason(why)
    with writing(database, who) as writer:
        row = mark_withdrawn(writer, lessons, lesson_id, reason)
        writer.note("forget", lesson=lesson_id, wording=row.wording, why=reason)
        keep_all(writer, changes)
    return _one(database, lesson_id)


def in_one_line(wording: str) -> str:
    """A wording as it is kept: in one line, its control characters as pictures."""
    return " ".join(printable(wording).split())


def _require_label(wording: str, row: str) -> None:
    if not _is_label(wording, row):
        words = _("“{wording}” cannot be taught: it needs words, 120 letters at most, and a row of the template.")
        raise Invalid(words.format(wording=wording))


def _is_label(wording: str, row: str) -> bool:
    """Whether a reader can be taught so; a backup that somebody edited may hold anything."""
    try:
        Taught.of({wording: row})
    except ValueError:
        return False
    return True


def _has_any(text: bytes, wanted: Iterable[Collection[str]]) -> bool:
    """Whether all the words of one of the labels occur in a text, which may be more than the label does."""
    folded = fold(text.decode(errors="replace"))
    return any(all(word in folded for word in words) for words in wanted)


def _standing(connection: Connection) -> list[Any]:
    return list(intact(connection, sa.select(lessons).where(lessons.c.withdrawn_at.is_(None))))


def _one(database: Database, lesson_id: int) -> Lesson:
    with database.reading() as connection:
        return _lesson(connection.execute(sa.select(lessons).where(lessons.c.id == lesson_id)).one())


def _lesson(row: Any) -> Lesson:
    marks = {"withdrawn_by": row.withdrawn_by, "withdrawn_when": row.withdrawn_at, "withdrawn_why": row.withdrawn_why}
    return Lesson(row.id, row.wording, row.row, row.plan_id, row.who, row.made_at, row.why, **marks)
