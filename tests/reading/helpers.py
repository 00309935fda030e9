"""Small makers of the document model, for tests that need one paragraph or one row."""

from __future__ import annotations

from ucap.documents.model import Block, BlockKind, Cell, Row
from ucap.documents.traced import EMPTY, Traced


def traced(text: str) -> Traced:
    """The text as if it were a whole document."""
    return Traced.of(text, 0, len(text))


def cell(*texts: str, kind: BlockKind = "paragraph") -> Cell:
    """A cell with one block per text."""
    return Cell(tuple(Block(traced(text), kind) for text in texts))


def row(key: str | None, *texts: str, kind: BlockKind = "paragraph", label: str = "") -> Row:
    """A row of one cell with one block per text."""
    return Row(key, traced(label) if label else EMPTY, (cell(*texts, kind=kind),))
