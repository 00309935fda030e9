"""Entries of a cell: one for each bullet or paragraph, with what stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ucap.documents.model import Block, Cell
from ucap.documents.traced import Traced
from ucap.reading.blanks import declares_none
from ucap.reading.ledger import Read
from ucap.reading.values.dates import match_date
from ucap.reading.values.numbers import is_not_available

_UNFINISHED = re.compile(r"[\w,;–-]$")  # "water and"


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph or list item, and the items of the list within it."""

    text: Traced
    is_item: bool = False
    children: tuple[Traced, ...] = ()


@dataclass(slots=True)
class _Draft:
    """An entry in the making: its parts, and those of each of its children."""

    parts: list[Traced]
    is_item: bool
    children: list[list[Traced]] = field(default_factory=list)

    def last(self) -> list[Traced]:
        """The parts of what stands last in the entry."""
        return self.children[-1] if self.children else self.parts

    def entry(self) -> Entry:
        """The entry, whole."""
        return Entry(Traced.join(self.parts), self.is_item, tuple(map(Traced.join, self.children)))


def entries(cells: Iterable[Cell]) -> list[Entry]:
    """The entries of a row's cells, in order; cells that say `N/A` have none, nor do items with `-` or `/` below them.

    A paragraph that begins in lower case after an unfinished one goes on with it, unless both begin with a date:
    `3-7 de junio de 2019 Visita`, `noviembre de 2019 Concurso`.
    """
    drafts: list[_Draft] = []
    for cell in cells:
        if len(cell.blocks) == 1 and is_not_available(cell.blocks[0].text.text):
            continue
        for block in cell.blocks:
            _append(drafts, block)
    return [draft.entry() for draft in drafts]


def read_texts(cells: Iterable[Cell]) -> list[Read[str]]:
    """The entries as texts; the items of a list within an entry are entries of their own."""
    texts = [text for entry in entries(cells) for text in (entry.text, *entry.children)]
    return [Read(str(text), (("", text),)) for text in texts]


def _append(drafts: list[_Draft], block: Block) -> None:
    last = drafts[-1] if drafts else None
    if last and block.kind == "sub-bullet":
        last.children += [] if declares_none(block.text.text) else [[block.text]]
    elif last and block.kind == "paragraph" and _goes_on(drafts[-2:], block.text):
        last.last().append(block.text)
    else:
        drafts.append(_Draft([block.text], block.kind != "paragraph"))


def _goes_on(drafts: Sequence[_Draft], text: Traced) -> bool:
    """Whether a text goes on with the last of the entries; the date of the last may be an entry of its own."""
    is_small = text.text[:1].islower() and _is_unfinished(drafts[-1].last()[-1])
    return is_small and not (_begins_with_date(text) and any(_begins_with_date(draft.parts[0]) for draft in drafts))


def _begins_with_date(text: Traced) -> bool:
    date = match_date(text.text)
    return date is not None and not date.has_preposition


def _is_unfinished(text: Traced) -> bool:
    return _UNFINISHED.search(text.text[-8:].rstrip()) is not None
