"""Rows that come twice in a plan where they should come once, as where two plans ran together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ucap.documents.labels.known import HEAD_KEYS
from ucap.documents.labels.rows import is_of_topics
from ucap.documents.model import Document, Row
from ucap.plan.record import Finding
from ucap.reading.findings import finding, row_name
from ucap.reading.goals.citations import texts_of
from ucap.reading.goals.goals import stated_goals
from ucap.reading.goals.topics import stated_topics
from ucap.reading.missing import fields_of

_ONCE = (*HEAD_KEYS, "period")
"""Rows whose values would be added up, or contradict each other."""


def without_repeated(document: Document) -> tuple[Document, list[Finding]]:
    """The document with loose text in place of a row that comes again and of which values cannot be joined.

    The texts of the other rows are joined. Either way a finding on the row's fields says so.
    """
    seen, twice, again = set[str](), list[str](), list[Row]()
    for row in document.rows:
        if not row.key or not any(cell.blocks for cell in row.cells):
            continue
        if row.key in seen and not (row.key == "goals" and _has_topics_alone(row, document)):
            twice.append(row.key)
            again += [row] if row.key in _ONCE else []
        seen.add(row.key)
    if not again:
        return document, list(_findings(twice))
    loose = [*document.loose, *(block.text for row in again for cell in row.cells for block in cell.blocks)]
    return (
        replace(
            document,
            rows=tuple(row for row in document.rows if not any(row is other for other in again)),
            loose=tuple(sorted(loose, key=lambda text: text.spans)),
            template=(*document.template, *(span for row in again for span in row.label.spans)),
        ),
        list(_findings(twice)),
    )


def _has_topics_alone(row: Row, document: Document) -> bool:
    """Whether a row of the goals is that of the topics: by its label, or by its values and those of the other row.

    The label may say it in two languages: `EU városi agenda / Urban Agenda topics`.
    """
    if is_of_topics(str(row.label)):
        return True
    others = [other for other in document.rows if other.key == row.key and other is not row]
    return _cites(row) == (False, True) and all(_cites(other) == (True, False) for other in others)


def _cites(row: Row) -> tuple[bool, bool]:
    """Whether a row states goals, and whether it states topics."""
    texts = list(texts_of(row.cells))
    return any(stated_goals(text).goals for text in texts), any(stated_topics(text) for text in texts)


def _findings(keys: list[str]) -> Iterator[Finding]:
    for key in dict.fromkeys(keys):
        name = "row-twice" if key in _ONCE else "row-twice/joined"
        yield from (finding(name, field, row=row_name(key)) for field in fields_of(key))
