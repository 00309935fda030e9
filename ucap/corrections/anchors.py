"""Where in a record a correction belongs, also after entries of its list have moved, come or gone.

A field is a JSON Pointer with at most one number in it: what lies deeper is corrected as a whole list. A hyphen
in place of the number is the place after the last entry, as in RFC 6901. With a field whose way leads through an
entry of a list goes an *anchor*: the entry as the document had it and as it was shown; by these it is found again.
"""

from __future__ import annotations

from typing import TypedDict

from ucap.errors import Invalid
from ucap.plan.entries import entry_name, find_entry
from ucap.plan.pointers import NEW_ENTRY, Json, Tokens, get, index_position, join, split
from ucap.wording import _

_FIXED = {"id", "document", "passages", "findings"}
"""What is not said by the document, and so not corrected."""


class Anchor(TypedDict):
    """An entry of a list, as the document has it (None if it has no such entry) and as it was shown."""

    document: Json
    shown: Json


def target(shown: Json, field: str, value: Json) -> tuple[str, Json]:
    """The field that is corrected, and to what, where a user wants `field` of the shown record to be `value`.

    Raises:
        Invalid: there is no such field, or it is not corrected.
    """
    tokens = require_field(field)
    try:
        get(shown, tokens[:-1] if tokens[-1] == NEW_ENTRY else tokens)
        outer = index_position(shown, tokens)
        if outer is None or outer == len(tokens) - 1:
            return field, value
        inner = index_position(get(shown, tokens[: outer + 1]), tokens[outer + 1 :])
    except LookupError:
        raise _no_such_field(field) from None
    if inner is None:
        return field, value
    return _whole_list(shown, tokens, outer + 1 + inner, value)


def require_field(field: str) -> Tokens:
    """The tokens of a field that may be corrected, if the record has it.

    Raises:
        Invalid: it is no JSON Pointer, or points to what is never corrected.
    """
    tokens = split(field) if field.startswith("/") else ("",)
    if tokens[0] == "" or tokens[0] in _FIXED:
        raise _no_such_field(field)
    return tokens


def anchor_of(document: Json, shown: Json, field: str) -> Anchor | None:
    """What finds the field again; None where its way leads through no list, or to a new entry."""
    tokens = split(field)
    position = index_position(shown, tokens)
    if position is None or tokens[position] == NEW_ENTRY:
        return None
    entry = get(shown, tokens[: position + 1])
    entries = get(document, tokens[:position])
    index = find_entry(entries, entry, int(tokens[position]))
    return Anchor(document=None if index is None else entries[index], shown=entry)


def locate(record: Json, field: str, anchor: Anchor | None) -> Tokens | None:
    """Where the field is in the record now; None if it is not there any more."""
    try:
        tokens = split(field)
        if anchor is not None:
            tokens = _found(record, tokens, anchor)
        get(record, tokens[:-1] if tokens[-1] == NEW_ENTRY else tokens)
    except (LookupError, ValueError):
        return None
    return tokens


def touched(field: str, value: Json) -> str:
    """The part of the record that a correction of `field` to `value` touches.

    Where an entry comes or goes that is the list: the numbers of its other entries may change.
    """
    *way, last = split(field)
    return join(*way) if last == NEW_ENTRY or (last.isdigit() and value is None) else field


def name_of_place(field: str, anchor: Anchor | None) -> Tokens:
    """The field with its entry called by name instead of number: the same wherever the entry stands."""
    tokens = split(field)
    if anchor is None:
        return tokens
    name = entry_name(anchor["shown"] if anchor["document"] is None else anchor["document"])
    return tuple(f"={name}" if token.isdigit() else token for token in tokens)


def _whole_list(shown: Json, tokens: Tokens, position: int, value: Json) -> tuple[str, Json]:
    """The list that holds the entry, with the entry replaced, removed (by None) or added."""
    entries = list(get(shown, tokens[:position]))
    if tokens[position] == NEW_ENTRY:
        entries.append(value)
    elif value is None:
        del entries[int(tokens[position])]
    else:
        entries[int(tokens[position])] = value
    return join(*tokens[:position]), entries


def _found(record: Json, tokens: Tokens, anchor: Anchor) -> Tokens:
    position = index_position(record, tokens)
    if position is None:
        raise LookupError(tokens)
    entries = get(record, tokens[:position])
    for wanted in (anchor["shown"], anchor["document"]):
        index = None if wanted is None else find_entry(entries, wanted, int(tokens[position]))
        if index is not None:
            return (*tokens[:position], str(index), *tokens[position + 1 :])
    raise LookupError(tokens)


def _no_such_field(field: str) -> Invalid:
    return Invalid(_("{field} is not a field that can be corrected.").format(field=field))
