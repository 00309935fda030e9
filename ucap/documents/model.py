"""The small document model in which all shapes meet.

A reader of one shape (tagged text, flowing text, PDF, Word, HTML, spreadsheet) turns bytes into a
`Document`; the rules of reading are then written once, over rows, cells and blocks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from ucap.documents.traced import Span, Traced

BlockKind = Literal["paragraph", "bullet", "sub-bullet"]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or list item of a cell. The bullet or number itself is not part of `text`."""

    text: Traced
    kind: BlockKind = "paragraph"


@dataclass(frozen=True)
class Cell:
    """What stands in one column of a row."""

    blocks: tuple[Block, ...] = ()

    @cached_property
    def text(self) -> Traced:
        """All blocks as one text."""
        return Traced.join(block.text for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the template, or one that the template lacks.

    `key` is the row's key in `data/reference/rows.csv` (`city`, `region`, `country`, `population`, `area`,
    `period`, `themes`, `goals`, `focus`, `challenges`, `objectives`, `activities`, `results`), or None for a row
    that the template lacks (`Mayor`). `cells` holds one cell a column where the shape keeps the columns apart (an
    empty column is an empty cell), and a single cell where the columns were lost (`is_collapsed`) or
    where the row has only one. `runner_up` is set where the row was guessed from its label's words, its content and its
    place: the row that it is else, "" for one that the template lacks.
    """

    key: str | None
    label: Traced
    cells: tuple[Cell, ...]
    is_collapsed: bool = False
    runner_up: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document as the rules of reading see it.

    Every character of `text` that is not white space belongs to exactly one of: a row's label, a block of
    a cell, `contact`, `template` (markup, bullets, title, footers: the template's own wording), or
    `loose` (text that no row holds). `struck` are the ranges that someone struck out. `text` is NFC.
    `pages` are the ranges of the pages, in order. The `shape` of a PDF whose pictures were read is `scan`; `unsure` are
    the ranges of words that were recognised with little confidence.
    `guessed_encoding` is how the letters were read where the file does not say it; `is_hidden` marks a row that its
    spreadsheet does not show. `keeps_paragraphs` is False where the shape loses the paragraph breaks.
    """

    name: str
    media_type: str
    sha256: str
    text: str
    rows: tuple[Row, ...]
    contact: tuple[Traced, ...] = ()
    template: tuple[Span, ...] = ()
    loose: tuple[Traced, ...] = ()
    pages: tuple[Span, ...] = ()
    keeps_paragraphs: bool = True
    shape: str = "tagged"
    problems: tuple[str, ...] = field(default=())
    struck: tuple[Span, ...] = ()
    guessed_encoding: str | None = None
    is_hidden: bool = False
    unsure: tuple[Span, ...] = ()
