"""What no rule has read: rows that the template lacks, loose text, and leftovers of rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ucap.documents.model import Cell, Document
from ucap.documents.traced import Traced
from ucap.reading.sources import Ledger


def unplaced_texts(document: Document, rows: Mapping[str, Sequence[Cell]], ledger: Ledger) -> list[tuple[Traced, str]]:
    """The texts that belong to no field, in the document's order; each whole row of them with the row's label."""
    found = [_whole_row(row.label, row.cells) for row in document.rows if row.key is None]
    leftovers = [cell.text for cells in rows.values() for cell in cells]
    for text in (*leftovers, *document.contact, *document.loose):
        found += [(part, "") for part in ledger.unread(text) if any(map(str.isalnum, part.text))]
    return sorted((item for item in found if item[0]), key=lambda item: item[0].spans[0])


def _whole_row(label: Traced, cells: Sequence[Cell]) -> tuple[Traced, str]:
    return Traced.join([label, *(cell.text for cell in cells)]), str(label).strip(" :")
