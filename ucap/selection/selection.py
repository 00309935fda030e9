"""What the filters say."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any, get_args

from ucap.frames.columns import YesNo
from ucap.plan.record import ActivityKind, Kind
from ucap.vocabulary.filters import FILTERS, LINKS, FilterName, Link, Value

_GOALS = range(1, 18)
_YEARS = range(1, 10000)
CLOSED: dict[str, tuple[Value, ...] | range] = {
    "goals": _GOALS,
    "years": _YEARS,
    "activity_kinds": get_args(ActivityKind),
    "plan_kinds": get_args(Kind),
    "checks": get_args(YesNo),
}
"""The permitted values of filters that do not depend on the data."""


class SelectionError(ValueError):
    """A selection that cannot be. The message names every filter at fault, what was found and what would be right."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What the filters say: within one filter any value matches, between filters all must; an empty one says nothing.

    Cities are labels as in the column `city`, countries ISO 3166 codes, categories and topics slugs, `plans` ids.
    Values are kept sorted and once each, so that equal selections are equal. With `is_stated_only`, goals and
    topics count only where the SDG row states them. Of `text`, all words must occur in a plan. `link` says which pairs
    of the plans are shown; it chooses no plans.

    Raises:
        SelectionError: a value that its filter cannot have.
    """

    chinese_cities: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    european_cities: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    goals: tuple[int, ...] = ()
    is_stated_only: bool = False
    topics: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    activity_kinds: tuple[str, ...] = ()
    plan_kinds: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    text: str = ""
    plans: tuple[str, ...] = ()
    link: Link = "paired"

    def __post_init__(self) -> None:
        """Check the values and bring them into order."""
        faults = [fault for name in FILTERS if (fault := _fault(name, getattr(self, name)))]
        if not isinstance(self.text, str):
            faults.append(f"text is {self.text!r}; right would be words")
        if self.link not in LINKS:
            faults.append(f"link is {self.link!r}; right would be {_in_words(LINKS)}")
        if faults:
            raise SelectionError("; ".join(faults))
        for name in FILTERS:
            object.__setattr__(self, name, tuple(sorted(set(getattr(self, name)))))
        object.__setattr__(self, "is_stated_only", bool(self.is_stated_only))
        object.__setattr__(self, "text", " ".join(unicodedata.normalize("NFC", self.text).split()))

    def __bool__(self) -> bool:
        """Whether any filter says anything."""
        return any(getattr(self, field.name) != field.default for field in fields(self))

    def values(self, name: FilterName) -> tuple[Value, ...]:
        """The values of one filter."""
        chosen: tuple[Value, ...] = getattr(self, name)
        return chosen

    def with_values(self, name: FilterName, values: Iterable[Value]) -> Selection:
        """The same with other values of one filter; none clears it."""
        return self._changed(**{name: tuple(values)})

    def toggled(self, name: FilterName, value: Value) -> Selection:
        """The same with a value added to a filter, or taken from it if it was there: what a click on a mark does."""
        return self.with_values(name, set(self.values(name)) ^ {value})

    def without(self, name: str, value: Value | None = None) -> Selection:
        """The same without one value of a filter, or without the filter (`text`, `is_stated_only`, `link` too)."""
        if name == "link":
            return self._changed(link="paired")
        if name == "text":
            return self._changed(text="")
        if name == "is_stated_only":
            return self._changed(is_stated_only=False)
        remaining = () if value is None else tuple(one for one in getattr(self, name) if one != value)
        return self._changed(**{name: remaining})

    def _changed(self, **changes: Any) -> Selection:
        return replace(self, **changes)


def _fault(name: FilterName, values: Any) -> str | None:
    """What is wrong with the values of a filter, if anything is."""
    if isinstance(values, str) or not isinstance(values, Iterable):
        return f"{name} is {values!r}; right would be a list of values"
    kind, right = (int, "whole numbers") if FILTERS[name].is_number else (str, "texts")
    wrong = [value for value in values if not isinstance(value, kind) or isinstance(value, bool) or value == ""]
    if wrong:
        return f"{name} has {wrong[0]!r}; right would be {right}"
    permitted = CLOSED.get(name)
    unknown = [value for value in values if permitted is not None and value not in permitted]
    return f"{name} has {unknown[0]!r}; right would be {_in_words(permitted)}" if unknown and permitted else None


def _in_words(permitted: tuple[Value, ...] | range) -> str:
    if isinstance(permitted, range):
        return f"{permitted.start} to {permitted.stop - 1}"
    return f"one of {', '.join(map(str, permitted))}"
