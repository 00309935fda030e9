"""The columns of the spreadsheet in which plans can be sent, one row a plan.

They stand in `data/reference/sheet_columns.csv`: heading, row of the summary's template, side where the row has a
column per side, and what the template's reader is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ucap.documents.labels import find_label
from ucap.vocabulary import Side, key
from ucap.vocabulary.reference import rows

_SIDES: dict[Side, re.Pattern[str]] = {
    "china": re.compile(r"\b(?:china|chinese|cn)\b|中国|中方", re.IGNORECASE),
    "europe": re.compile(r"\b(?:europe|european|eu)\b(?! urban agenda)|欧洲|欧方", re.IGNORECASE),
}
_LONGEST = 80
_BRACKETS = re.compile(r"[()（）\[\]]\s*[()（）\[\]]")


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its heading; the row of the template it stands for, and the side; what to write in it."""

    heading: str
    key: str | None
    side: Side | None
    explanation: str = ""
    example: str = ""


@cache
def sheet_columns() -> tuple[SheetColumn, ...]:
    """The columns of the template that the product writes."""
    return tuple(
        SheetColumn(row["column"], row["row"], _side(row["side"]), row["explanation"], row["example"])
        for row in rows("sheet_columns")
    )


def find_column(heading: str) -> SheetColumn | None:
    """The column that a heading stands for: one of the template, or a label of the summary with or without a side."""
    if len(heading) > _LONGEST:
        return None
    known = _by_heading().get(key(heading))
    if known:
        return known
    side = next((side for side, words in _SIDES.items() if words.search(heading)), None)
    bare = _BRACKETS.sub("", _SIDES[side].sub("", heading)) if side else heading
    label = find_label(heading) or find_label(bare)
    return SheetColumn(heading, label.key, side) if label else None


@cache
def _by_heading() -> dict[str, SheetColumn]:
    return {key(column.heading): column for column in sheet_columns()}


def _side(written: str) -> Side | None:
    return "china" if written == "china" else "europe" if written == "europe" else None
