"""Cells that stop in mid-sentence and go on in the next row: what goes on belongs to the first row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ucap.documents.model import Block, Cell, Row
from ucap.documents.traced import Traced
from ucap.reading.blanks import declares_none
from ucap.reading.values.dates import match_date

LONG_ROWS = ("themes", "goals", "focus", "challenges", "objectives", "activities", "results")
_PROSE_ROWS = LONG_ROWS[2:]
_SENTENCE_END = re.compile(r"[.!?。！？…:;][\"'”’»)\]]*$")  # "was signed.”"
_HANGING_WORD = re.compile(
    r"(?:\b(?:a|an|the|and|or|of|to|in|on|at|by|for|from|with|as|into|until|between|towards|through|its|their|above|such"
    r"|than|that|which|who|is|are|was|were|will|be|has|have)|[,–-])$"
)  # "exchange of", "water,"
_FRENCH_YEAR = re.compile(r"\ban [^aeiouhAEIOUH]")  # "trente diplômes par an"
_SENTENCE_BREAK = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"“‘'(]?[A-Z0-9])")


def join_continued(rows: Sequence[Row], keeps_paragraphs: bool) -> tuple[list[Row], list[tuple[str, str]]]:
    """The rows with each torn sentence made whole in the row where it began, and the keys of the rows that were torn.

    Where the shape keeps the paragraphs, the whole paragraph moves, unless it is all that the row has; where it does
    not, the sentence does.
    """
    joined, torn = list(rows), []
    indices = [i for i, row in enumerate(joined) if row.key in _PROSE_ROWS and _has_blocks(row)]
    for first, second in pairwise(indices):
        upper, lower = joined[first], joined[second]
        if _has_blocks(upper) and _is_torn(_last(upper), _first(lower)):
            joined[first], joined[second] = _moved(upper, lower, keeps_paragraphs)
            torn.append((upper.key or "", lower.key or ""))
    return joined, torn


def _is_torn(upper: Block, lower: Block) -> bool:
    """Whether one text stops in mid-sentence and the other goes on with it; a date in small letters begins an activity.

    Lists of fragments in lower case without full stops are no sentences: there a hanging word decides.
    """
    end, start = upper.text.text.rstrip(), lower.text.text.lstrip()
    if _SENTENCE_END.search(end) or declares_none(end):
        return False
    is_fragment = lower.kind != "paragraph" or upper.text.text.lstrip()[:1].islower()
    if _HANGING_WORD.search(end) and not _FRENCH_YEAR.search(f"{end[-3:]} {start[:1]}"):
        return lower.kind == "paragraph" or start[:1].islower()
    return start[:1].islower() and not is_fragment and match_date(start) is None


def _has_blocks(row: Row) -> bool:
    return any(cell.blocks for cell in row.cells)


def _moved(upper: Row, lower: Row, keeps_paragraphs: bool) -> tuple[Row, Row]:
    block = _first(lower)
    end = len(block.text)
    is_alone = sum(len(cell.blocks) for cell in lower.cells) == 1
    if (is_alone or not keeps_paragraphs) and (stop := _SENTENCE_BREAK.search(block.text.text)):
        end = stop.end()
    last = _last(upper)
    whole = Block(Traced.join([last.text, block.text.cut(0, end).strip()]), last.kind)
    rest = block.text.cut(end)
    remaining = (Block(rest, block.kind),) if rest else ()
    return _with_last(upper, whole), _with_first(lower, remaining)


def _last(row: Row) -> Block:
    return next(cell.blocks[-1] for cell in reversed(row.cells) if cell.blocks)


def _first(row: Row) -> Block:
    return next(cell.blocks[0] for cell in row.cells if cell.blocks)


def _with_last(row: Row, block: Block) -> Row:
    cells = list(row.cells)
    i = max(i for i, cell in enumerate(cells) if cell.blocks)
    cells[i] = Cell((*cells[i].blocks[:-1], block))
    return replace(row, cells=tuple(cells))


def _with_first(row: Row, blocks: tuple[Block, ...]) -> Row:
    cells = list(row.cells)
    i = next(i for i, cell in enumerate(cells) if cell.blocks)
    cells[i] = Cell((*blocks, *cells[i].blocks[1:]))
    return replace(row, cells=tuple(cells))
