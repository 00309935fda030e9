"""What a slide says, however it is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ucap.charts.chart import Chart
from ucap.selection.figures import KeyFigure


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list; `goal` is the number of the goal that it names, if it names one."""

    text: str
    goal: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, which may be empty, with the first entries below it; `left_out_count` says how many there are besides.

    Where room is scarce an entry is cut after `line_count` lines.
    """

    heading: str
    entries: tuple[Entry, ...]
    left_out_count: int = 0
    line_count: int = 2


Column = tuple[Part, ...]
Columns = tuple[Column, ...]
Content = Chart | tuple[KeyFigure, ...] | Columns


@dataclass(frozen=True, slots=True, eq=False)
class Slide:
    """A slide: its title, the one sentence that it tells, what it shows for it, and a note in small print."""

    name: str
    title: str
    sentence: str
    content: Content
    note: str = ""


def part(heading: str, texts: Iterable[str], most: int) -> Part:
    """The first `most` of the texts under their heading."""
    entries = tuple(Entry(text) for text in texts)
    return Part(heading, entries[:most], max(0, len(entries) - most))


def column(*parts: Part) -> Column:
    """The parts that have anything to say, from top to bottom."""
    return tuple(one for one in parts if one.entries)
