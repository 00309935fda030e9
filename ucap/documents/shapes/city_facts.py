"""Facts below the name of each city, in place of a table.

    Linköping
    Province: Östergötland
    Population: 158 520

    Hefei
    Province: Anhui
    Population: 7.97 million

Each kind of fact is a row of the template, with a cell for each city.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from ucap.documents.draft import DraftRow
from ucap.documents.labels.known import HEAD_KEYS
from ucap.documents.labels.several import row_named
from ucap.documents.lists.paragraphs import Paragraph
from ucap.documents.traced import Span, Traced
from ucap.gazetteer.countries import listed_countries

_FACT = re.compile(r"(?P<label>[^\n:：\t]{2,60}(?:[:：]|(?=\t)))\s*(?P<value>[^\n]*[^\s])")  # "Population: 158 520"
_NAME = re.compile(r"[^\W\d_][^\n\d:：;；.!?。]{0,58}[^\s\d:：;；,，.!?。–—-]")  # "Linköping", "City of Hefei (Anhui)"
_LONGEST_VALUE, _LONGEST_NONE = 120, 20
_LEAST_FACTS, _LEAST_CITIES = 2, 2
_MOST_UNKNOWN = 4
"""Facts of a city that the template lacks, such as its mayor."""


@dataclass(frozen=True, slots=True)
class CityTable:
    """What a text says of cities one by one: the range that it takes, and the rows of the template that it has."""

    span: Span
    rows: tuple[DraftRow, ...]


@dataclass(frozen=True, slots=True)
class _Fact:
    """A line: the words before its colon, none before a name alone, what stands behind it, and its row."""

    label: Span
    value: Span
    key: str | None


@dataclass(slots=True)
class _City:
    name: _Fact
    facts: list[_Fact] = field(default_factory=list)

    @property
    def keys(self) -> set[str]:
        """The rows of the template that its facts are."""
        return {fact.key for fact in self.facts if fact.key}

    @property
    def is_told(self) -> bool:
        """Whether enough is said of it, and at once below its name."""
        return len(self.keys) >= _LEAST_FACTS and self.facts[0].key is not None


def city_facts(text: str, lines: Sequence[Span]) -> list[CityTable]:
    """The facts below the names of cities in lines of a text."""
    return one_by_one(lines, lambda position: facts_of_cities(text, lines, position))


def one_by_one(lines: Sequence[Span], read: Callable[[int], tuple[int, Iterable[DraftRow]]]) -> list[CityTable]:
    """What is said of cities in lines, of which it is `read` how many from one on say it, and their rows."""
    found: list[CityTable] = []
    position = 0
    while position < len(lines):
        used, rows = read(position)
        if used:
            found.append(CityTable((lines[position][0], lines[position + used - 1][1]), tuple(rows)))
        position += max(1, used)
    return found


def facts_of_cities(text: str, lines: Sequence[Span], position: int) -> tuple[int, list[DraftRow]]:
    """How many lines from one on are facts below the names of cities, and their rows.

    At least two cities follow each other, and what is said of the first is said of the others, a figure among it: an
    address has none.
    """
    cities: list[_City] = []
    first = position
    while city := _city(text, lines, position):
        if cities and len(city.keys & cities[0].keys) < _LEAST_FACTS:
            break
        cities.append(city)
        position += 1 + len(city.facts)
    if not cities or not cities[0].keys & set(HEAD_KEYS[3:]):
        return 0, []
    of_others = {text[slice(*fact.label)] for city in cities[:-1] for fact in city.facts}
    while cities[-1].facts[-1].key is None and text[slice(*cities[-1].facts[-1].label)] not in of_others:
        cities[-1].facts.pop()
        position -= 1
    return (position - first, list(_rows(text, cities))) if len(cities) >= _LEAST_CITIES else (0, [])


def _city(text: str, lines: Sequence[Span], position: int) -> _City | None:
    """The city whose name is a line, if enough of the lines below it are facts of the template's first rows.

    A fact that is said again is one of the next city, whose name stands in the line before.
    """
    name = _name(text, lines[position]) if position < len(lines) else None
    if name is None:
        return None
    city = _City(name)
    unknown_count = 0
    for index in range(position + 1, len(lines)):
        fact = _fact(text, lines[index])
        unknown_count += fact is not None and fact.key is None
        if fact is None or unknown_count > _MOST_UNKNOWN or not _is_said(fact.key, text[slice(*fact.value)]):
            break
        if fact.key in city.keys:
            last = city.facts.pop()
            return city if last.key is None and city.is_told else None
        city.facts.append(fact)
    return city if city.is_told else None


def _name(text: str, line: Span) -> _Fact | None:
    """A line that may be the name of a city, alone or behind words that say which: `Chinese partner city: Jinan`."""
    fact = _fact(text, line)
    value = fact.value if fact else line
    if not _NAME.fullmatch(text, *value) or (fact and fact.key not in (None, HEAD_KEYS[0])):
        return None
    start = value[0]
    return _Fact(fact.label if fact else (start, start), value, HEAD_KEYS[0]) if text[start].isupper() else None


def _fact(text: str, line: Span) -> _Fact | None:
    found = _FACT.fullmatch(text, *line)
    if found is None:
        return None
    return _Fact(found.span("label"), found.span("value"), row_named(found["label"]))


def _is_said(key: str | None, value: str) -> bool:
    """Whether a value is one of its row: a figure or a few words in place of it, a country, the name of a region."""
    if key == HEAD_KEYS[2]:
        return bool(listed_countries(value))
    if key in HEAD_KEYS[3:]:
        return may_be_figure(value)
    return key in (None, HEAD_KEYS[1]) and len(value) <= _LONGEST_VALUE


def may_be_figure(text: str) -> bool:
    """Whether a text has digits, or is as short as `not available` in place of a figure."""
    return any(map(str.isdecimal, text)) or len(text) <= _LONGEST_NONE


def _rows(text: str, cities: Sequence[_City]) -> Iterator[DraftRow]:
    """The rows in the order in which the first city has them; each fact that the template lacks is a row of its own."""
    own = count()
    facts: dict[str | int, list[_Fact]] = {}
    for fact in (fact for city in cities for fact in (city.name, *city.facts)):
        facts.setdefault(fact.key or next(own), []).append(fact)
    for said in facts.values():
        label = Traced.join(Traced.of(text, *fact.label) for fact in said)
        yield DraftRow(said[0].key, label, [[Paragraph(Traced.of(text, *fact.value))] for fact in said])
