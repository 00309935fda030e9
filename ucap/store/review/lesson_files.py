"""The list of lessons as a CSV file, out and in: what one store was taught, another can be taught at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy.engine import Connection

from ucap.errors import Invalid, Unchanged
from ucap.plain_text import unguarded
from ucap.store.cells import read_csv, to_cell, write_csv
from ucap.store.correction_files import Imported
from ucap.store.database import Database
from ucap.store.review.lessons import Lesson, NewLesson, give, lessons_of
from ucap.store.rights import Person
from ucap.store.unpacking import FILE_BYTES
from ucap.store.writing import Writer, writing
from ucap.wording import _

NO_ROW = "none"
"""How the file, and the command line, call a row that the template lacks."""

_COLUMNS: dict[str, Callable[[Lesson], str]] = {
    "wording": lambda lesson: to_cell(lesson.wording),
    "row": lambda lesson: lesson.row or NO_ROW,
    "plan": lambda lesson: to_cell(lesson.plan_id),
    "who": lambda lesson: to_cell(lesson.who),
    "when": lambda lesson: _moment(lesson.when),
    "why": lambda lesson: to_cell(lesson.why),
    "withdrawn_by": lambda lesson: to_cell(lesson.withdrawn_by),
    "withdrawn_when": lambda lesson: _moment(lesson.withdrawn_when),
    "withdrawn_why": lambda lesson: to_cell(lesson.withdrawn_why),
}


def _moment(when: datetime | None) -> str:
    return when.isoformat(timespec="seconds") if when else ""


def lessons_csv(connection: Connection) -> str:
    """All lessons, one a row, in the order in which they were given."""
    rows = ([cell(lesson) for cell in _COLUMNS.values()] for lesson in lessons_of(connection))
    return write_csv(list(_COLUMNS), rows)


def import_lessons(database: Database, data: bytes, who: Person) -> Imported:
    """Teach what a list says: all of it or, if a row does not fit, nothing. Withdrawn lessons are left out.

    They become the acting person's; what each says of its origin is kept as its reason. Documents are not read again.

    Raises:
        Invalid: the file is not such a list, or rows do not fit; the message names them all.
        NotAllowed, StoreUnavailable: see there.
    """
    if len(data) > FILE_BYTES:
        raise Invalid(_("The file is larger than {limit} MB.").format(limit=FILE_BYTES // 2**20))
    rows = [row for row in read_csv(data, ("wording", "row")) if any(row.values()) and not row.get("withdrawn_by")]
    with writing(database, who) as writer:
        outcomes = [_outcome(writer, row) for row in rows]
        faults = list(_faults(outcomes))
        if faults:
            raise Invalid("\n".join([_("Nothing was imported."), *faults]))
    made = tuple(outcome for outcome in outcomes if isinstance(outcome, int))
    return Imported(made, len(outcomes) - len(made))


def _outcome(writer: Writer, row: Mapping[str, str]) -> int | Invalid:
    said = unguarded(row["row"]).strip()
    try:
        if not said:
            raise Invalid(_("The row is not given; “{none}” is one that the template lacks.").format(none=NO_ROW))
        lesson = NewLesson(unguarded(row["wording"]), "" if said == NO_ROW else said, why=_origin(writer, row))
        return give(writer, lesson)
    except Invalid as error:
        return error


def _origin(writer: Writer, row: Mapping[str, str]) -> str:
    """The reason that the row gives and, where it was somebody else, who taught it first."""
    why, first = unguarded(row.get("why", "")), unguarded(row.get("who", ""))
    if first in ("", writer.who):
        return why
    return _("{why} (first taught by {who}, {when})").format(why=why, who=first, when=row.get("when", "")).strip()


def _faults(outcomes: Sequence[int | Invalid]) -> Iterator[str]:
    for number, outcome in enumerate(outcomes, start=1):
        if not isinstance(outcome, int | Unchanged):
            yield _("Wording {number}: {fault}").format(number=number, fault=outcome)
