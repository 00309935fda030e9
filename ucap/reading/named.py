"""Cities that a text names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ucap.gazetteer import Place


@dataclass(frozen=True, slots=True)
class NamedCity:
    """A city named at `text[start:end]`, and whether it is one of the plan's own."""

    start: int
    end: int
    place: Place
    is_own: bool = False

    @property
    def name(self) -> str:
        """Its usual English name."""
        return self.place.name


FindCities = Callable[[str], list[NamedCity]]
"""From a text to the cities that it names, in reading order."""
