"""What a slide says, however it is drawn: the screen and PowerPoint draw the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ucap.charts.chart import Chart
from ucap.plan.record import Side
from ucap.selection.figures import KeyFigure


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list, or a cell of a table.

    `goal` is the number of the goal that it names, `side` where the cities lie that it names, `link` the address to
    which it leads.
    """

    text: str
    goal: int | None = None
    side: Side | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, which may be empty, with the entries below it.

    A single screen shows the first `most` of them; a file may go on over further slides. Where room is scarce an entry
    is cut after `line_count` lines.
    """

    heading: str
    entries: tuple[Entry, ...]
    most: int
    line_count: int = 2

    @property
    def shown(self) -> tuple[Entry, ...]:
        """The entries for a single screen."""
        return self.entries[: self.most]

    @property
    def left_out_count(self) -> int:
        """How many entries a single screen leaves out."""
        return len(self.entries) - len(self.shown)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its headings, the rows below them, and the share of the width that each column takes.

    A single screen shows the first `most` rows; a file may go on over further slides. `total` is how many rows there
    are, where these are but the first of them.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[Entry, ...], ...]
    shares: tuple[float, ...]
    most: int = 8
    total: int = 0

    def left_out_count(self, shown_count: int) -> int:
        """How many rows a single screen leaves out that shows so many."""
        return max(self.total, len(self.rows)) - shown_count


@dataclass(frozen=True, slots=True)
class Figures:
    """Key figures, large."""

    figures: tuple[KeyFigure, ...]


Column = tuple[Part, ...]
Columns = tuple[Column, ...]
Content = Chart | Figures | Grid | Columns


@dataclass(frozen=True, slots=True)
class Length:
    """Over how many slides of a file the content may go, and what the last of them says where more is left."""

    most: int = 1
    rest: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Slide:
    """A slide: its title, the one sentence that it says, what it shows for it, and a note in small print.

    `notes` gives the lines that the speaker has at hand; they are looked up when a file needs them. `section` is the
    heading under which a file lists the slide, `link` where its title leads to; one that is hidden is for the speaker,
    and no audience sees it. `code` is an address that stands beside the content, to be scanned.
    """

    name: str
    title: str
    sentence: str
    content: Content
    note: str = ""
    notes: Callable[[], Sequence[str]] = tuple
    length: Length = Length()
    section: str = ""
    link: str | None = None
    is_hidden: bool = False
    code: str | None = None


def part(heading: str, texts: Iterable[str], most: int) -> Part:
    """The texts under their heading."""
    return Part(heading, tuple(map(Entry, texts)), most)


def column(*parts: Part) -> Column:
    """The parts that have anything to say, from top to bottom."""
    return tuple(one for one in parts if one.entries)
