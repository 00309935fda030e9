"""Where in a record a correction belongs, also after entries of its list have moved, come or gone.

The field of a correction has at most one number in it: what lies deeper is corrected as a whole list. A hyphen
in place of the number is the place after the last entry. With a field that goes through an entry of a list goes an
*anchor*: the entry as the document had it and as it was shown; by these it is found again.
"""

from __future__ import annotations

from typing import TypedDict

from ucap.errors import Invalid
from ucap.plan.pointers import NEW_ENTRY, Field, Json, entry_name, find_entry
from ucap.wording import _

_FIXED = {"id", "document", "passages", "findings", "checked"}
"""What is not said by the document, and so not corrected."""


class Anchor(TypedDict):
    """An entry of a list, as the document has it (None if it has no such entry) and as it was shown."""

    document: Json
    shown: Json


def parse_field(pointer: str) -> Field:
    """The field of that name, if it is one that may be corrected in records that have it.

    Raises:
        Invalid: it is no JSON Pointer, or points to what is never corrected.
    """
    field = Field.parse_or_none(pointer)
    if field is None or not field.tokens[0] or field.tokens[0] in _FIXED:
        raise _no_such_field(pointer)
    return field


def target(shown: Json, field: Field, value: Json) -> tuple[Field, Json]:
    """The field that is corrected, and to what, where a user wants `field` of the shown record to be `value`.

    Raises:
        Invalid: there is no such field.
    """
    if not field.is_in(shown):
        raise _no_such_field(str(field))
    inner = list(field.list_positions(shown))[1:]
    return _whole_list(shown, field, inner[0], value) if inner else (field, value)


def anchor_of(document: Json, shown: Json, field: Field) -> Anchor | None:
    """What finds the field again; None where it goes through no list, or is a new entry."""
    position = field.list_position(shown)
    if position is None or field.tokens[position] == NEW_ENTRY:
        return None
    entry = field.first(position + 1).get(shown)
    entries = field.first(position).get(document)
    index = find_entry(entries, entry, int(field.tokens[position]))
    return Anchor(document=None if index is None else entries[index], shown=entry)


def locate(record: Json, field: Field, anchor: Anchor | None) -> Field | None:
    """Where the field is in the record now; None if it is not there any more."""
    try:
        found = field if anchor is None else _found(record, field, anchor)
    except LookupError:
        return None
    return found if found.is_in(record) else None


def touched(field: Field, value: Json) -> Field:
    """The part of the record that a correction of the field to `value` touches.

    Where an entry comes or goes that is the list: the numbers of its other entries may change.
    """
    return field.parent if field.is_new_entry or (field.is_entry and value is None) else field


def named(field: Field, anchor: Anchor | None) -> Field:
    """The field with its entry called by name instead of number: the same wherever the entry stands."""
    if anchor is None:
        return field
    name = entry_name(anchor["shown"] if anchor["document"] is None else anchor["document"])
    return Field(tuple(f"={name}" if token.isdigit() else token for token in field.tokens))


def _whole_list(shown: Json, field: Field, position: int, value: Json) -> tuple[Field, Json]:
    """The list that holds the entry, with the entry replaced, removed (by None) or added."""
    whole = field.first(position)
    entries = list(whole.get(shown))
    Field(field.tokens[position:]).put(entries, value)
    return whole, entries


def _found(record: Json, field: Field, anchor: Anchor) -> Field:
    """Where the entry of the anchor stands in the record.

    Raises:
        LookupError: it is not there.
    """
    position = field.list_position(record)
    if position is None:
        raise LookupError(field)
    entries = field.first(position).get(record)
    for wanted in (anchor["shown"], anchor["document"]):
        index = None if wanted is None else find_entry(entries, wanted, int(field.tokens[position]))
        if index is not None:
            return field.renumbered(position, index)
    raise LookupError(field)


def _no_such_field(pointer: str) -> Invalid:
    return Invalid(_("{field} is not a field that can be corrected.").format(field=pointer))
