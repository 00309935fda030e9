"""Cities that a text names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NamedCity:
    """A city named at `text[start:end]`: its usual English name, and whether it is one of the plan's own."""

    start: int
    end: int
    name: str
    country_code: str
    region: str | None = None
    is_own: bool = False


FindCities = Callable[[str], list[NamedCity]]
"""From a text to the cities that it names, in reading order."""
