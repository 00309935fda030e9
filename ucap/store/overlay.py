"""Corrections laid over a record, one after the other as they were made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from ucap.plan import Plan
from ucap.store.derived import forget_derived, with_derived
from ucap.store.errors import Invalid
from ucap.store.following import put_and_follow
from ucap.store.identity import find_entry
from ucap.store.places import Anchor, locate, name_of_place
from ucap.store.pointers import NEW_ENTRY, Json, Tokens, get
from ucap.store.validation import validated

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
