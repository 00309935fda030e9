"""What depends on the data alone is worked out once for each state of the data."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from ucap.selection import Coverage

Result = TypeVar("Result")


def once_per_data(make: Callable[[Coverage], Result]) -> Callable[[Coverage], Result]:
    """Remember what `make` gives for each coverage, and forget it together with the coverage."""
    made: WeakKeyDictionary[Coverage, Result] = WeakKeyDictionary()

    @wraps(make)
    def remembered(coverage: Coverage) -> Result:
        if coverage not in made:
            made[coverage] = make(coverage)
        return made[coverage]

    return remembered
