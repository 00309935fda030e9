"""A plan as its document says it, with the corrections of it laid over one after the other as they were made.

Passages and findings follow the entries of a list to where these are after a correction, and what follows from a
corrected value is worked out again: where a city lies, under which headings a theme falls.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Protocol

from ucap.corrections.anchors import Anchor, anchor_of, locate, named, target
from ucap.corrections.fitting import coded, from_json, trimmed, validated
from ucap.errors import Invalid, Unchanged
from ucap.gazetteer.place import side_of
from ucap.plan.labels import label_of
from ucap.plan.pointers import Field, Json, find_entry
from ucap.plan.record import City, Plan
from ucap.reading.register import complete
from ucap.wording import _, in_english

State = Literal["in force", "superseded", "out of place", "withdrawn", "waiting"]
"""How a correction stands; it waits while the record that it corrects is damaged."""


class CorrectionRow(Protocol):
    """What a correction says, as it is kept."""

    @property
    def id(self) -> int: ...  # noqa: D102

    @property
    def field(self) -> Field: ...  # noqa: D102

    @property
    def old(self) -> Json: ...  # noqa: D102

    @property
    def new(self) -> Json: ...  # noqa: D102

    @property
    def anchor(self) -> Anchor | None: ...  # noqa: D102

    @property
    def withdrawn_at(self) -> datetime | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Standing:
    """How a correction stands: its state, what the document says now, and whether that changed since it was made.

    `place` is where in the plan as shown stands what it made; None where it changes nothing, or took an entry out.
    """

    state: State
    document_value: Json
    is_stale: bool
    place: Field | None


class Overlay:
    """A plan with its corrections: what the document says, what is shown, and how each correction stands.

    A correction whose field is gone, or whose value does not fit any more, is out of place and has no effect; one that
    a later one covers is superseded.

    Attributes:
        document: the plan as it was read; `said` is the same as JSON.
        plan: the plan as it is shown, with all corrections that count laid over it; `record` is the same as JSON.
        in_force: the corrections that the plan as shown owes something to, in their order.
    """

    def __init__(self, document: Plan, rows: Iterable[CorrectionRow] = ()) -> None:
        self.document = self.plan = document
        self.said = self.record = _as_json(document)
        self.in_force: list[CorrectionRow] = []
        self._states: dict[int, State] = {}
        for row in rows:
            self.lay(row)

    def lay(self, row: CorrectionRow) -> None:
        """Lay one more correction over the plan, made after the others."""
        self._states[row.id] = "withdrawn" if row.withdrawn_at else self._lay(row)

    def standing(self, row: CorrectionRow) -> Standing:
        """How one of the corrections stands."""
        value = self.document_value(row.field, row.anchor)
        return Standing(self._states[row.id], value, value != row.old, self._place(row))

    def _place(self, row: CorrectionRow) -> Field | None:
        if self._states[row.id] != "in force" or (row.field.is_entry and row.new is None):
            return None
        if not row.field.is_new_entry:
            return self.locate(row.field, row.anchor)
        number = find_entry(row.field.parent.get(self.record), row.new, 0)
        return None if number is None else row.field.parent / number

    def anchor(self, field: Field) -> Anchor | None:
        """What finds a field of the plan as shown again; None where its way goes through no list, or is a new entry."""
        return anchor_of(self.said, self.record, field)

    def locate(self, field: Field, anchor: Anchor | None) -> Field | None:
        """Where a field is in the plan as shown; None if it is not there any more."""
        return locate(self.record, field, anchor)

    def value(self, field: Field) -> Json:
        """What stands in a field of the plan as shown; None where nothing does."""
        return field.get_or_none(self.record)

    def document_value(self, field: Field, anchor: Anchor | None) -> Json:
        """What the document says in the field; None where it says nothing."""
        if anchor is not None and anchor["document"] is None:
            return None
        found = locate(self.said, field, anchor)
        return None if found is None else found.get_or_none(self.said)

    def fitted(self, field: Field, value: Json) -> tuple[Field, Json]:
        """Field and value of a new correction as they are kept; a text may be a value written as JSON.

        Raises:
            Invalid: there is no such field, or the value does not fit it.
            Unchanged: it stands there already.
        """
        try:
            return self._fitted(field, value)
        except Unchanged:
            raise
        except Invalid:
            if (written := from_json(value)) is None:
                raise
        return self._fitted(field, written)

    def _fitted(self, wanted: Field, given: Json) -> tuple[Field, Json]:
        field, value = target(self.record, wanted, trimmed(given))
        value = coded(self.record, field, value)
        changed = _as_json(self._with(field, value))
        if changed == self.record or self._has_already(field, value):
            raise Unchanged(_("{label} says so already.").format(label=label_of(field, self.record)))
        holder = field.parent.get(changed)
        if field.is_new_entry:
            return field, holder[-1]
        return field, None if isinstance(holder, list) and value is None else field.get(changed)

    def _lay(self, row: CorrectionRow) -> State:
        field = self.locate(row.field, row.anchor)
        if field is None or self._has_already(field, row.new):
            return "out of place"
        try:
            self.plan = self._with(field, row.new)
        except Invalid:
            return "out of place"
        self.record = _as_json(self.plan)
        for earlier in [one for one in self.in_force if _covers(row, one)]:
            self._states[earlier.id] = "superseded"
            self.in_force.remove(earlier)
        self.in_force.append(row)
        return "in force"

    def _with(self, field: Field, value: Json) -> Plan:
        """The plan as shown with one value replaced, and with what follows from it.

        Raises:
            Invalid: the value does not fit.
        """
        record = _as_json(self.plan)
        put_and_follow(record, field, value)
        forget_derived(record, field)
        return with_derived(validated(record), field, value)

    def _has_already(self, field: Field, value: Json) -> bool:
        """Whether a new entry is about something of which the list has an entry."""
        return field.is_new_entry and find_entry(field.parent.get(self.record), value, 0) is not None


def _as_json(plan: Plan) -> Json:
    return plan.model_dump(mode="json")


def _covers(later: CorrectionRow, earlier: CorrectionRow) -> bool:
    place = named(later.field, later.anchor)
    return not place.is_new_entry and place.contains(named(earlier.field, earlier.anchor))


def put_and_follow(record: Json, field: Field, value: Json) -> None:
    """Put the value into the record, in place, and let passages and findings point to where their entry is then.

    The passages of an entry that is gone go with it; findings on it are then about the list.

    Raises:
        LookupError: nothing can stand there.
    """
    where = _moving_list(record, field)
    before = None if where is None else list(where.get(record))
    field.put(record, value)
    after = None if where is None else where.get(record)
    if where is None or before is None or not isinstance(after, list):
        return
    moves = _moves(before, after)
    passages = ((_moved(pointer, where, moves), spans) for pointer, spans in record["passages"].items())
    record["passages"] = {pointer: spans for pointer, spans in passages if pointer is not None}
    for found in record["findings"]:
        if found["field"] is not None:
            found["field"] = _moved(found["field"], where, moves) or str(where)


def _moving_list(record: Json, field: Field) -> Field | None:
    """The list whose entries may move when the value is put there."""
    candidates = (field.parent,) if field.is_new_entry else (field, field.parent)
    return next((where for where in candidates if isinstance(where.get(record), list)), None)


def _moves(before: list[Json], after: list[Json]) -> dict[int, int]:
    """Where each entry went; an entry replaced in its place counts as the same."""
    free = dict(enumerate(after))
    moves: dict[int, int] = {}
    for index, entry in enumerate(before):
        indices = list(free)
        found = find_entry([free[i] for i in indices], entry, index)
        if found is not None:
            moves[index] = indices[found]
            del free[indices[found]]
    if len(before) == len(after):
        moves |= {index: index for index in range(len(before)) if index not in moves and index in free}
    return moves


def _moved(pointer: str, where: Field, moves: dict[int, int]) -> str | None:
    if not pointer.startswith(f"{where}/"):
        return pointer
    field, depth = Field.parse(pointer), len(where.tokens)
    if not field.first(depth + 1).is_entry:
        return pointer
    number = moves.get(int(field.tokens[depth]))
    return None if number is None else str(field.renumbered(depth, number))


_COMPLETED = ("cities", "themes", "topics", "activities")
_WHERE = ("name", "country_code", "region")
_FACTS = ("latitude", "longitude", "population")


def forget_derived(record: Json, field: Field) -> None:
    """Take out of the record, in place, what was derived from the value that was replaced."""
    if len(field.tokens) != 3:
        return
    entry, part = field.parent.get(record), field.tokens[0]
    if part == "cities" and field.name in _WHERE:
        entry |= dict.fromkeys(_FACTS if field.name == "region" else (*_FACTS, "region"))
    elif part == "themes" and field.name in ("label", "detail"):
        del entry["categories"]


def with_derived(plan: Plan, field: Field, value: Json) -> Plan:
    """The plan with what follows from the value that was put there; other entries stay as they are."""
    part = field.tokens[0]
    if part not in _COMPLETED:
        return plan
    entries = list(getattr(plan, part))
    for index in _renewed(field, value, len(entries)):
        entries[index] = _completed(plan, part, entries[index])
        if part == "cities":
            entries[index] = _placed(plan, entries[index], is_renamed=field.tokens[2:] == ("name",))
    return plan.model_copy(update={part: tuple(entries)})


def _renewed(field: Field, value: Json, count: int) -> range:
    """Which of the entries the value has replaced, or is in."""
    if len(field.tokens) == 1:
        return range(count)
    if field.is_new_entry:
        return range(count - 1, count)
    if field.is_entry and value is None:
        return range(0)
    return range(int(field.tokens[1]), int(field.tokens[1]) + 1)


def _completed(plan: Plan, name: str, entry: Any) -> Any:
    alone = Plan(cities=plan.cities).model_copy(update={name: (entry,)})
    return getattr(in_english(complete, alone), name)[0]


def _placed(plan: Plan, city: City, is_renamed: bool) -> City:
    """The city on its side; one of another name may lie in another country."""
    if is_renamed and city.latitude is None and city.country_code:
        city = _completed(plan, "cities", city.model_copy(update={"country_code": None}))
    return city.model_copy(update={"side": side_of(city.country_code)}) if city.country_code else city
