"""JSON Pointers (RFC 6901) into a record that was dumped to dictionaries, lists and scalars."""

from __future__ import annotations

from typing import Any

Json = Any
"""What `json.loads` returns."""

NEW_ENTRY = "-"
"""The place after the last entry of a list (RFC 6901, section 4)."""

Tokens = tuple[str, ...]
"""A pointer, taken apart."""


def split(pointer: str) -> Tokens:
    """The tokens of a pointer: `/cities/0/name` is `("cities", "0", "name")`.

    Raises:
        ValueError: it does not begin with a slash.
    """
    if not pointer.startswith("/"):
        raise ValueError(pointer)
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in pointer[1:].split("/"))


def join(*tokens: str | int) -> str:
    """The pointer made of the tokens."""
    return "".join("/" + str(token).replace("~", "~0").replace("/", "~1") for token in tokens)


def get(record: Json, tokens: Tokens) -> Json:
    """What stands there.

    Raises:
        LookupError: nothing can stand there.
    """
    for token in tokens:
        record = record[_index(record, token)] if isinstance(record, list) else _member(record, token)
    return record


def put(record: Json, tokens: Tokens, value: Json) -> None:
    """Replace, in place, what stands there. In a list None removes the entry, and the hyphen stands for a new one.

    Raises:
        LookupError: nothing can stand there.
    """
    holder, last = get(record, tokens[:-1]), tokens[-1]
    if not isinstance(holder, list):
        _member(holder, last)
        holder[last] = value
    elif last == NEW_ENTRY:
        holder.append(value)
    elif value is None:
        del holder[_index(holder, last)]
    else:
        holder[_index(holder, last)] = value


def index_position(record: Json, tokens: Tokens) -> int | None:
    """Which of the tokens counts the entries of a list; None if none does.

    Raises:
        LookupError: nothing can stand there.
    """
    for position in range(len(tokens)):
        if isinstance(get(record, tokens[:position]), list):
            return position
    return None


def overlaps(one: str | None, other: str | None) -> bool:
    """Whether one of the two contains the other; None is the whole record."""
    if one is None or other is None:
        return True
    shorter, longer = sorted((one + "/", other + "/"), key=len)
    return longer.startswith(shorter)


def _index(entries: list[Json], token: str) -> int:
    if not (token.isascii() and token.isdigit()) or int(token) >= len(entries):
        raise LookupError(token)
    return int(token)


def _member(record: Json, token: str) -> Json:
    if not isinstance(record, dict) or token not in record:
        raise LookupError(token)
    return record[token]
