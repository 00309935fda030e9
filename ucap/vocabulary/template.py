"""The wording of the summaries' template: the labels of its rows, its title, footer and contact line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ucap.vocabulary.reference import rows


@dataclass(frozen=True, slots=True)
class RowLabel:
    """A label variant of a template row; `row` is the key that the document model uses."""

    row: str
    label: str


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """A line that the template prints around the table; `kind` is `title`, `footer` or `contact`."""

    kind: str
    text: str


@cache
def row_labels() -> tuple[RowLabel, ...]:
    """All label variants, those of one row together, the rows in the template's order."""
    return tuple(RowLabel(row["row"], row["label"]) for row in rows("rows"))


@cache
def template_lines() -> tuple[TemplateLine, ...]:
    """The lines that the template prints around the table, in the variants seen."""
    return tuple(TemplateLine(row["kind"], row["line"]) for row in rows("template_lines"))
