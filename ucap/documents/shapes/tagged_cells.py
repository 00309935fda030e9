"""What stands in a cell of tagged text, or in a line of it: paragraphs between HTML-like tags, often unclosed."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from ucap.documents.draft import Column, raised
from ucap.documents.encodings import clean
from ucap.documents.lists.marks import starts_item
from ucap.documents.lists.paragraphs import Paragraph, soft_lines
from ucap.documents.model import BlockKind
from ucap.documents.tables import GridRow, is_date, names_place, row_paragraphs, table_paragraphs, whole
from ucap.documents.traced import Span, Traced
from ucap.plain_text import INLINE_TAGS, TAG

_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_TOKEN = re.compile(rf"{TAG.pattern}|{_ENTITY.pattern}", re.IGNORECASE)
_STRUCK_TAGS = frozenset({"s", "strike", "del"})
_IS_INLINE = re.compile(INLINE_TAGS, re.IGNORECASE)
_TABLE_TAGS = frozenset({"table", "tr", "td", "th"})
_DATE_AND_TEXT = 2


def cell_of(text: str, start: int, end: int) -> CellText:
    """What stands in a range of a tagged text."""
    cell = CellText(text)
    for token in _TOKEN.finditer(text, start, end):
        cell.take(start, token.start())
        start = token.end()
        if token["name"]:
            cell.tag(token["name"].lower(), token.span(), is_end=bool(token["end"]))
        else:
            cell.entity(*token.span())
    cell.take(start, end)
    cell.end_paragraph()
    cell.end_table()
    return cell


class CellText:
    """Collects a cell's text between the tags into paragraphs; `tags` are where these and entities' ends stand."""

    def __init__(self, text: str) -> None:
        self.paragraphs: Column = []
        self._text = text
        self._lines: list[list[Traced]] = [[]]
        self._depth = 0
        self._is_item = False
        self._is_raised = False
        self._is_struck = False
        self._rows: list[GridRow] | None = None
        self.struck: list[Span] = []
        self.tags: list[Span] = []

    def take(self, start: int, end: int) -> None:
        """Text between tags."""
        if self._is_struck:
            self.struck += [(start, end)] if self._text[start:end].strip() else []
            return
        text = Traced.of(self._text, start, end)
        self._lines[-1].append(replace(text, text=raised(text.text)) if self._is_raised else text)

    def entity(self, start: int, end: int) -> None:
        """A character written as an entity stands where the entity begins."""
        self.tags.append((start + 1, end))
        character = clean(html.unescape(self._text[start:end]))[:1] or " "
        self._lines[-1].append(Traced(character, ((start, start + 1),), (0,)))

    def tag(self, name: str, span: Span, is_end: bool) -> None:
        """A tag, which may end a line, paragraph or cell."""
        self.tags.append(span)
        if name == "sup":
            self._is_raised = not is_end
        if name in _STRUCK_TAGS:
            self._is_struck = not is_end
        if name in _TABLE_TAGS:
            self._table_tag(name, is_end)
            return
        if _IS_INLINE.fullmatch(name):
            return
        if name == "br":
            self._lines.append([])
            return
        self.end_paragraph()
        if name in ("ul", "ol"):
            self._depth = max(0, self._depth + (-1 if is_end else 1))
        self._is_item = name == "li" and not is_end

    def _table_tag(self, name: str, is_end: bool) -> None:
        """A tag of a table within the cell; those that end its cells and rows may be missing."""
        self.end_paragraph()
        self._is_item = False
        if name == "table":
            self.end_table()
            self._rows = None if is_end else []
        elif not is_end and name == "tr":
            self._rows = [*(self._rows or []), []]
        elif not is_end:
            self._rows = self._rows or [[]]
            self._rows[-1].append([])

    def end_table(self) -> None:
        """Take the rows of a table within the cell, if there is one, for paragraphs of the cell."""
        rows, self._rows = self._rows, None
        self.paragraphs += table_paragraphs([row for row in rows if row], _row) if rows else []

    def end_paragraph(self) -> None:
        """Take what was collected for a paragraph."""
        lines = [line for parts in self._lines if (line := Traced.join(parts, "").strip())]
        kind: BlockKind = ("sub-bullet" if self._depth > 1 else "bullet") if self._is_item else "paragraph"
        if self._depth and lines and starts_item(lines[0].text):
            kind = "bullet" if kind == "paragraph" else kind
        out = self._rows[-1][-1] if self._rows and self._rows[-1] else self.paragraphs
        out += soft_lines(lines, kind)
        self._lines = [[]]


def _row(cells: GridRow) -> Column:
    """A row of a table within a cell as one paragraph; as an item, where a date stands before two other cells."""
    filled = [cell for cell in cells if cell]
    lead = whole(filled[0]).text if filled else ""
    if is_date(lead) and (len(filled) > _DATE_AND_TEXT or (len(filled) == _DATE_AND_TEXT and names_place(lead))):
        return row_paragraphs(cells)
    text = whole([paragraph for cell in filled for paragraph in cell])
    return [Paragraph(text)] if text else []
