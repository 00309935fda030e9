"""Where another plan begins in a sequence of rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

LEAST_ROWS = 5
"""A plan has so many rows of the template, also one below another plan."""


def starts_of_plans(keys: Sequence[str | None]) -> list[int]:
    """Where plans begin in a sequence of rows: where the row with which the first begins comes again.

    So many rows stand before it and behind it that each part is a plan.
    """
    first = next((index for index, one in enumerate(keys) if one), None)
    if first is None:
        return [0]
    begins = [first, *(i for i, one in enumerate(keys) if i > first and one == keys[first] and keys[i - 1] != one)]
    starts = [0]
    for begin in begins[1:]:
        if min(_count(keys[starts[-1] : begin]), _count(keys[begin:])) >= LEAST_ROWS:
            starts.append(begin)
    return starts


def _count(keys: Iterable[str | None]) -> int:
    return len({one for one in keys if one})
