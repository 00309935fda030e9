"""The list of corrections as a CSV file, out and in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from ucap.corrections.anchors import require_field
from ucap.corrections.overlay import lay_over
from ucap.errors import Invalid, NotFound, Unchanged
from ucap.plan.entries import entry_name
from ucap.plan.pointers import get, index_position, join
from ucap.store.cells import read_csv, to_cell, unguarded, write_csv
from ucap.store.corrections import Correction, Wish, active, corrections_of, insert
from ucap.store.database import Database
from ucap.store.editions import record_of
from ucap.store.rights import Person
from ucap.store.unpacking import FILE_BYTES
from ucap.store.writing import Writer, require_reason, writing
from ucap.wording import _

_COLUMNS: dict[str, Callable[[Correction], str]] = {
    "plan": lambda made: made.plan_id,
    "field": lambda made: made.field,
    "entry": lambda made: to_cell(made.entry),
    "label": lambda made: to_cell(made.label),
    "document_said": lambda made: to_cell(made.old),
    "correction": lambda made: to_cell(made.new),
    "why": lambda made: to_cell(made.why),
    "who": lambda made: to_cell(made.who),
    "when": lambda made: made.when.isoformat(timespec="seconds"),
    "state": lambda made: made.state,
    "document_says_now": lambda made: to_cell(made.document_value),
    "withdrawn_by": lambda made: to_cell(made.withdrawn_by),
    "withdrawn_when": lambda made: made.withdrawn_when.isoformat(timespec="seconds") if made.withdrawn_when else "",
    "withdrawn_why": lambda made: to_cell(made.withdrawn_why),
}
"""`entry` is what the list entry is about whose number stands in `field`: by it the entry is found when read in."""

_REQUIRED = ("plan", "field", "correction", "why")


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a list of corrections: the ids of those made, and how many rows changed nothing."""

    made: tuple[int, ...]
    unchanged_count: int


def corrections_csv(connection: Connection) -> str:
    """All corrections, one a row, in the order in which they were made."""
    rows = ([cell(made) for cell in _COLUMNS.values()] for made in corrections_of(connection))
    return write_csv(list(_COLUMNS), rows)


def import_corrections(database: Database, data: bytes, who: Person) -> Imported:
    """Make the corrections of a list: all of them or, if one does not fit, none. Withdrawn ones are left out.

    They become the acting person's; who made them first is told in their reason.

    Raises:
        Invalid: the file is not such a list, or rows do not fit; the message names them all.
        NotAllowed, StoreUnavailable: see there.
    """
    if len(data) > FILE_BYTES:
        raise Invalid(_("The file is larger than {limit} MB.").format(limit=FILE_BYTES // 2**20))
    rows = read_csv(data, _REQUIRED)
    with writing(database, who) as writer:
        outcomes = [_outcome(writer, row) for row in rows if any(row.values()) and not row.get("withdrawn_by")]
        faults = list(_faults(outcomes))
        if faults:
            raise Invalid("\n".join([_("Nothing was imported."), *faults]))
    made = tuple(outcome for outcome in outcomes if isinstance(outcome, int))
    return Imported(made, len(outcomes) - len(made))


def _outcome(writer: Writer, row: Mapping[str, str]) -> int | Invalid | NotFound:
    try:
        return _import(writer, row)
    except (Invalid, NotFound) as error:
        return error


def _faults(outcomes: list[int | Invalid | NotFound]) -> Iterator[str]:
    for number, outcome in enumerate(outcomes, start=1):
        if not isinstance(outcome, int | Unchanged):
            yield _("Correction {number}: {fault}").format(number=number, fault=outcome)


def _import(writer: Writer, row: Mapping[str, str]) -> int:
    why = require_reason(_reason(writer, row))
    field = _field(writer.connection, row)
    return insert(writer, Wish(row["plan"], field, unguarded(row["correction"]), why, row.get("document_said")))


def _reason(writer: Writer, row: Mapping[str, str]) -> str:
    why, first = unguarded(row["why"]), unguarded(row.get("who", ""))
    if not why.strip() or first in ("", writer.who):
        return why
    return _("{why} (first made by {who}, {when})").format(why=why, who=first, when=row.get("when", ""))


def _field(connection: Connection, row: Mapping[str, str]) -> str:
    """The field, with the number at which its entry stands here."""
    tokens = require_field(row["field"])
    shown, _standings = lay_over(record_of(connection, row["plan"]), active(connection, row["plan"]))
    record, name = shown.model_dump(mode="json"), unguarded(row.get("entry", ""))
    try:
        position = index_position(record, tokens)
    except LookupError:
        return row["field"]
    if not name or position is None or not tokens[position].isdigit():
        return row["field"]
    names = [entry_name(entry) for entry in get(record, tokens[:position])]
    number = int(tokens[position])
    if number < len(names) and names[number] == name:
        return row["field"]
    if name not in names:
        raise NotFound(_("{plan} has no entry “{entry}”.").format(plan=row["plan"], entry=name))
    return join(*tokens[:position], names.index(name), *tokens[position + 1 :])
