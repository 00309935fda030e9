"""Passages and findings that follow the entries of a list to where these are after a correction."""

from __future__ import annotations

from ucap.store.identity import find_entry
from ucap.store.pointers import NEW_ENTRY, Json, Tokens, get, join, put, split


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
