"""Entries of a cell: one for each bullet or paragraph, with what stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ucap.documents.model import Cell
from ucap.documents.traced import Traced
from ucap.reading.numbers import is_not_available
from ucap.reading.sources import Read

_UNFINISHED = re.compile(r"[\w,;–-]\s*$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph or list item, and the items of the list within it."""

    text: Traced
    is_item: bool = False
    children: tuple[Traced, ...] = ()


def entries(cells: Iterable[Cell]) -> list[Entry]:
    """The entries of a row's cells, in order; cells that say `N/A` have none.

    A paragraph that begins in lower case after an unfinished one goes on with it.
    """
    found: list[Entry] = []
    for cell in cells:
        if len(cell.blocks) == 1 and is_not_available(cell.blocks[0].text.text):
            continue
        for block in cell.blocks:
            _append(found, block.text, block.kind)
    return found


def read_texts(cells: Iterable[Cell]) -> list[Read[str]]:
    """The entries as texts; the items of a list within an entry are entries of their own."""
    texts = [text for entry in entries(cells) for text in (entry.text, *entry.children)]
    return [Read(str(text), (("", text),)) for text in texts]


def _append(found: list[Entry], text: Traced, kind: str) -> None:
    last = found[-1] if found else None
    if last and kind == "sub-bullet":
        found[-1] = Entry(last.text, last.is_item, (*last.children, text))
    elif last and kind == "paragraph" and text.text[:1].islower() and _goes_on(last):
        found[-1] = _continued(last, text)
    else:
        found.append(Entry(text, kind != "paragraph"))


def _goes_on(entry: Entry) -> bool:
    return bool(_UNFINISHED.search((entry.children or (entry.text,))[-1].text))


def _continued(entry: Entry, text: Traced) -> Entry:
    if entry.children:
        *before, last = entry.children
        return Entry(entry.text, entry.is_item, (*before, Traced.join([last, text])))
    return Entry(Traced.join([entry.text, text]), entry.is_item)
