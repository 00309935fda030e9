"""Corrections laid over a record, one after the other as they were made.

Passages and findings that follow the entries of a list to where these are after a correction.

What follows from a corrected value: where a city lies, under which headings a theme falls.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from ucap.corrections.anchors import Anchor, locate, name_of_place
from ucap.corrections.validation import validated
from ucap.errors import Invalid
from ucap.gazetteer import side_of
from ucap.plan.entries import find_entry
from ucap.plan.pointers import NEW_ENTRY, Json, Tokens, get, join, put, split
from ucap.plan.record import City, Plan
from ucap.reading.register import complete
from ucap.wording import in_english


def put_and_follow(record: Json, tokens: Tokens, value: Json) -> None:
    """Put the value into the record, in place, and let passages and findings point to where their entry is then.

    The passages of an entry that is gone go with it; findings on it are then about the list.

    Raises:
        LookupError: nothing can stand there.
    """
    where = _moving_list(record, tokens)
    before = None if where is None else list(get(record, where))
    put(record, tokens, value)
    after = None if where is None else get(record, where)
    if where is None or before is None or not isinstance(after, list):
        return
    moves = _moves(before, after)
    passages = ((_moved(field, where, moves), spans) for field, spans in record["passages"].items())
    record["passages"] = {field: spans for field, spans in passages if field is not None}
    for found in record["findings"]:
        if found["field"] is not None:
            found["field"] = _moved(found["field"], where, moves) or join(*where)


def _moving_list(record: Json, tokens: Tokens) -> Tokens | None:
    """The list whose entries may move when the value is put there."""
    candidates = (tokens[:-1],) if tokens[-1] == NEW_ENTRY else (tokens, tokens[:-1])
    return next((where for where in candidates if isinstance(get(record, where), list)), None)


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


def _moved(field: str, where: Tokens, moves: dict[int, int]) -> str | None:
    if not field.startswith(join(*where) + "/"):
        return field
    tokens, depth = split(field), len(where)
    if not tokens[depth].isdigit():
        return field
    index = moves.get(int(tokens[depth]))
    return None if index is None else join(*where, index, *tokens[depth + 1 :])


_COMPLETED = ("cities", "themes", "topics", "activities")
_WHERE = ("name", "country_code", "region")
_FACTS = ("latitude", "longitude", "population")


def forget_derived(record: Json, tokens: Tokens) -> None:
    """Take out of the record, in place, what was derived from the value that was replaced."""
    if len(tokens) != 3:
        return
    entry = get(record, tokens[:2])
    if tokens[0] == "cities" and tokens[2] in _WHERE:
        entry |= dict.fromkeys(_FACTS if tokens[2] == "region" else (*_FACTS, "region"))
    elif tokens[0] == "themes" and tokens[2] in ("label", "detail"):
        del entry["categories"]


def with_derived(plan: Plan, tokens: Tokens, value: Json) -> Plan:
    """The plan with what follows from the value that was put there; other entries stay as they are."""
    if tokens[0] not in _COMPLETED:
        return plan
    entries = list(getattr(plan, tokens[0]))
    for index in _touched(tokens, value, len(entries)):
        entries[index] = _completed(plan, tokens[0], entries[index])
        if tokens[0] == "cities":
            entries[index] = _placed(plan, entries[index], is_renamed=tokens[2:] == ("name",))
    return plan.model_copy(update={tokens[0]: tuple(entries)})


def _touched(tokens: Tokens, value: Json, count: int) -> range:
    if len(tokens) == 1:
        return range(count)
    if len(tokens) == 2 and value is None:
        return range(0)
    if tokens[1] == NEW_ENTRY:
        return range(count - 1, count)
    return range(int(tokens[1]), int(tokens[1]) + 1)


def _completed(plan: Plan, name: str, entry: Any) -> Any:
    alone = Plan(cities=plan.cities).model_copy(update={name: (entry,)})
    return getattr(in_english(complete, alone), name)[0]


def _placed(plan: Plan, city: City, is_renamed: bool) -> City:
    """The city on its side; one of another name may lie in another country."""
    if is_renamed and city.latitude is None and city.country_code:
        city = _completed(plan, "cities", city.model_copy(update={"country_code": None}))
    return city.model_copy(update={"side": side_of(city.country_code)}) if city.country_code else city


State = Literal["in force", "superseded", "out of place", "withdrawn"]


class Change(Protocol):
    """What a correction says, as it is kept."""

    @property
    def id(self) -> int: ...  # noqa: D102

    @property
    def field(self) -> str: ...  # noqa: D102

    @property
    def old(self) -> Json: ...  # noqa: D102

    @property
    def new(self) -> Json: ...  # noqa: D102

    @property
    def anchor(self) -> Anchor | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Standing:
    """How a correction stands: its state, what the document says now, and whether that changed since it was made."""

    state: State
    document_value: Json
    is_stale: bool


def lay_over(plan: Plan, changes: Sequence[Change]) -> tuple[Plan, dict[int, Standing]]:
    """The plan with the changes laid over it in their order, and how each of them stands.

    A change whose field is gone, or whose value does not fit any more, is out of place and has no effect; one that
    a later change covers is superseded.
    """
    document = plan.model_dump(mode="json")
    standings: dict[int, Standing] = {}
    in_force: list[Change] = []
    for change in changes:
        changed = _changed(plan, change)
        state: State = "out of place" if changed is None else "in force"
        if changed is not None:
            plan = changed
            covered = [earlier for earlier in in_force if _covers(change, earlier)]
            standings |= {earlier.id: _superseded(standings[earlier.id]) for earlier in covered}
            in_force.append(change)
        said = said_by(document, change.field, change.anchor)
        standings[change.id] = Standing(state, said, said != change.old)
    return plan, standings


def said_by(document: Json, field: str, anchor: Anchor | None) -> Json:
    """What the record as read has in the field; None where it has nothing."""
    if anchor is not None and anchor["document"] is None:
        return None
    tokens = locate(document, field, anchor)
    return None if tokens is None or tokens[-1] == NEW_ENTRY else get(document, tokens)


def apply(plan: Plan, tokens: Tokens, value: Json) -> Plan:
    """The plan with one value replaced, and with what follows from it.

    Passages and findings go along with the entries that they belong to.

    Raises:
        Invalid: the value does not fit.
    """
    record = plan.model_dump(mode="json")
    put_and_follow(record, tokens, value)
    forget_derived(record, tokens)
    return with_derived(validated(record), tokens, value)


def is_there_already(record: Json, tokens: Tokens, value: Json) -> bool:
    """Whether a new entry is about something of which the list has an entry."""
    return tokens[-1] == NEW_ENTRY and find_entry(get(record, tokens[:-1]), value, 0) is not None


def _changed(plan: Plan, change: Change) -> Plan | None:
    record = plan.model_dump(mode="json")
    tokens = locate(record, change.field, change.anchor)
    if tokens is None or is_there_already(record, tokens, change.new):
        return None
    try:
        return apply(plan, tokens, change.new)
    except Invalid:
        return None


def _covers(later: Change, earlier: Change) -> bool:
    place, other = name_of_place(later.field, later.anchor), name_of_place(earlier.field, earlier.anchor)
    return place[-1] != NEW_ENTRY and other[: len(place)] == place


def _superseded(standing: Standing) -> Standing:
    return Standing("superseded", standing.document_value, standing.is_stale)
