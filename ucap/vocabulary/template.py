"""The wording of the summaries' template: the labels of its rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ucap.vocabulary.reference import rows


@dataclass(frozen=True, slots=True)
class RowLabel:
    """A label variant of a template row; `row` is the key that the document model uses."""

    row: str
    label: str


@cache
def row_labels() -> tuple[RowLabel, ...]:
    """All label variants, those of one row together, the rows in the template's order."""
    return tuple(RowLabel(row["row"], row["label"]) for row in rows("rows"))
