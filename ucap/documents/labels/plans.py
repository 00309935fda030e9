"""Where another plan begins in a sequence of rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

LEAST_ROWS = 5
"""A plan has so many rows of the template, also one below another plan."""
_LEAST_SHARED = 3
"""So many rows of a plan come again in the next one: they are of one template."""


def starts_of_plans(keys: Sequence[str | None]) -> list[int]:
    """Where plans begin in a sequence of rows: where the row with which the first begins comes again.

    So many rows stand before it and behind it that each part is a plan, and some of them are the same: a row that was
    taken for another, in the midst of a plan, begins none.
    """
    first = next((index for index, one in enumerate(keys) if one), None)
    if first is None:
        return [0]
    begins = [first, *(i for i, one in enumerate(keys) if i > first and one == keys[first] and keys[i - 1] != one)]
    starts = [0]
    for begin in begins[1:]:
        above, below = _rows(keys[starts[-1] : begin]), _rows(keys[begin:])
        if min(len(above), len(below)) >= LEAST_ROWS and len(above & below) >= _LEAST_SHARED:
            starts.append(begin)
    return starts


def _rows(keys: Iterable[str | None]) -> set[str]:
    return {one for one in keys if one}
