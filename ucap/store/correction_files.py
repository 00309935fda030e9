"""The list of corrections as a CSV file, out and in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from sqlalchemy.engine import Connection

from ucap.corrections.anchors import parse_field
from ucap.corrections.overlay import Overlay
from ucap.errors import Invalid, NotFound, Unchanged
from ucap.plain_text import unguarded
from ucap.plan.pointers import Field, entry_name
from ucap.store.cells import read_csv, to_cell, write_csv
from ucap.store.corrections import Correction, Wish, corrections_of, insert, overlay_of
from ucap.store.database import Database
from ucap.store.rights import Person
from ucap.store.unpacking import FILE_BYTES
from ucap.store.writing import Writer, require_reason, writing
from ucap.wording import _, ngettext

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
_TOLD_FAULTS = 50
_REMEMBERED = 200  # plans, so that the rows of one do not each read its record
Overlays = Callable[[str], Overlay]


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

    They become the acting person's; their reason says who made them first.

    Raises:
        Invalid: the file is not such a list, or rows do not fit; the message names the first of them.
        NotAllowed, StoreUnavailable: see there.
    """
    if len(data) > FILE_BYTES:
        raise Invalid(_("The file is larger than {limit} MB.").format(limit=FILE_BYTES // 2**20))
    rows = read_csv(data, _REQUIRED)
    with writing(database, who) as writer:
        overlays = lru_cache(_REMEMBERED)(partial(overlay_of, writer.connection))
        outcomes = [
            _outcome(writer, overlays, row) for row in rows if any(row.values()) and not row.get("withdrawn_by")
        ]
        faults = list(_faults(outcomes))
        if faults:
            raise Invalid("\n".join([_("Nothing was imported."), *_first(faults)]))
    made = tuple(outcome for outcome in outcomes if isinstance(outcome, int))
    return Imported(made, len(outcomes) - len(made))


def _outcome(writer: Writer, overlays: Overlays, row: Mapping[str, str]) -> int | Invalid | NotFound:
    try:
        return _import(writer, overlays, row)
    except (Invalid, NotFound) as error:
        return error


def _faults(outcomes: list[int | Invalid | NotFound]) -> Iterator[str]:
    for number, outcome in enumerate(outcomes, start=1):
        if not isinstance(outcome, int | Unchanged):
            yield _("Correction {number}: {fault}").format(number=number, fault=outcome)


def _first(faults: list[str]) -> list[str]:
    """The first faults, and how many more there are."""
    rest = len(faults) - _TOLD_FAULTS
    if rest <= 0:
        return faults
    more = ngettext("and {count} more that does not fit.", "and {count} more that do not fit.", rest)
    return [*faults[:_TOLD_FAULTS], more.format(count=rest)]


def _import(writer: Writer, overlays: Overlays, row: Mapping[str, str]) -> int:
    why, field = require_reason(_reason(writer, row)), parse_field(row["field"])
    overlay = overlays(row["plan"])
    here = _renumbered(overlay, field, unguarded(row.get("entry", "")))
    wish = Wish(row["plan"], here, unguarded(row["correction"]), why, row.get("document_said"))
    return insert(writer, overlay, wish)


def _reason(writer: Writer, row: Mapping[str, str]) -> str:
    why, first = unguarded(row["why"]), unguarded(row.get("who", ""))
    if not why.strip() or first in ("", writer.who):
        return why
    return _("{why} (first made by {who}, {when})").format(why=why, who=first, when=row.get("when", ""))


def _renumbered(overlay: Overlay, field: Field, name: str) -> Field:
    """The field, with the number at which the entry of that name stands here.

    Raises:
        NotFound: the plan has no such entry.
    """
    try:
        position = field.list_position(overlay.record)
    except LookupError:
        return field
    if not name or position is None or not field.tokens[position].isdigit():
        return field
    names = [entry_name(entry) for entry in field.first(position).get(overlay.record)]
    number = int(field.tokens[position])
    if number < len(names) and names[number] == name:
        return field
    if name not in names:
        raise NotFound(_("{plan} has no entry “{entry}”.").format(plan=overlay.plan.id, entry=name))
    return field.renumbered(position, names.index(name))
