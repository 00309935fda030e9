"""Word files (.docx): the rows of their tables. Deleted and hidden text is no text; macros and links are left alone.

The text of a paragraph of a Word file, as Word shows it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from lxml import etree

from ucap.documents.draft import STRUCK, Column, Draft, Manuscript, raised
from ucap.documents.labels.known import find_label
from ucap.documents.lists.paragraphs import Paragraph
from ucap.documents.model import BlockKind, Document
from ucap.documents.shapes.archive import Archive, damaged, is_archive
from ucap.documents.shapes.grid import documents_of_grid
from ucap.documents.shapes.word_boxes import OFF, W, check_box, field_box, symbol
from ucap.documents.shapes.word_styles import hand_down, run_styles
from ucap.documents.source import Source
from ucap.documents.tables import GridRow, row_paragraphs, table_paragraphs

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TEXTS = frozenset({f"{W}t", f"{_MATH}t"})
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_BOX = f"{W}txbxContent"
_UNSEEN = frozenset(
    [
        *(f"{W}{name}" for name in ("del", "moveFrom", "delText", "instrText", "rt", "pPr", "rPr")),
        f"{_COMPATIBILITY}Fallback",
    ]
)


def text_of(paragraph: etree._Element) -> str:
    """The text of a paragraph without its text boxes, deleted and hidden runs; line breaks are `\\n`."""
    return "".join(_pieces(paragraph))


def lead_of(paragraph: etree._Element) -> str:
    """What of the beginning of a paragraph is bold; all of it where it is a heading."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    if style is not None and _HEADING.match(style.get(f"{W}val", "")):
        return text_of(paragraph)
    parts = []
    for run in paragraph.iter(f"{W}r"):
        text = "".join(_pieces(run))
        if text.strip() and not _is_set(run, "b"):
            break
        parts.append(text)
    return "".join(parts)


def boxes_in(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The contents of the text boxes that are anchored in a paragraph, each once."""
    for child in paragraph:
        if child.tag == _BOX:
            yield child
        elif child.tag not in _UNSEEN:
            yield from boxes_in(child)


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in _TEXTS:
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == f"{W}sym":
            yield symbol(child.get(f"{W}font", ""), child.get(f"{W}char", ""))
        elif child.tag == f"{W}sdt" and (box := check_box(child)):
            yield box
        elif child.tag == f"{W}fldChar":
            yield field_box(child)
        elif child.tag not in _UNSEEN and child.tag != _BOX and not _is_set(child, "vanish"):
            yield from _run(child) if child.tag == f"{W}r" else _pieces(child)


def _run(run: etree._Element) -> Iterator[str]:
    """The text of a run; raised digits as such, struck-out words between two signs that say so."""
    is_struck = _is_set(run, "strike") or _is_set(run, "dstrike")
    text = "".join(_pieces(run))
    text = raised(text) if _is_raised(run, text) else text
    yield f"{STRUCK}{text}{STRUCK}" if is_struck and text else text


def _is_raised(run: etree._Element, text: str) -> bool:
    """Whether a run is superscript, or a short number that stands higher than the line: a year may do so by chance."""
    align, position = (run.find(f"{W}rPr/{W}{name}") for name in ("vertAlign", "position"))
    if align is not None and align.get(f"{W}val") == "superscript":
        return True
    height = position.get(f"{W}val", "") if position is not None else ""
    return height.isdecimal() and int(height) >= _RAISED_BY and _FOOTNOTE_NUMBER.fullmatch(text) is not None


def _is_set(element: etree._Element, name: str) -> bool:
    """Whether an element is a run with a property, as for hidden or struck-out text."""
    found = element.find(f"{W}rPr/{W}{name}") if element.tag == f"{W}r" else None
    return found is not None and found.get(f"{W}val") not in OFF


_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MAIN_PART = "word/document.xml"
_HEADING = re.compile(r"heading|title|berschrift|titre|titolo|标题", re.IGNORECASE)  # "Heading 2", "Überschrift 1"
_LONGEST_LABEL = 120
_RAISED_BY = 4
"""Half points above the line: two points."""
_FOOTNOTE_NUMBER = re.compile(r"\s*\d{1,2}\)?\s*")  # "1"
_SET_OFF = "\n\n\n"


def is_word(source: Source) -> bool:
    """Whether the file is a zip archive with the main part of a Word document."""
    return is_archive(source) and _MAIN_PART in Archive(source)


def read_word(source: Source) -> list[Document]:
    """The documents of the plans in a Word file.

    Raises:
        UnreadableDocument: it is damaged or far too large, or none of the template's rows is in it.
    """
    archive = Archive(source)
    main = archive.parse(_MAIN_PART)
    styles = run_styles(archive.parse("word/styles.xml"))
    if main is not None:
        hand_down(styles, main)
    body = main.find(f"{W}body") if main is not None else None
    if body is None:
        raise damaged(source.name)
    file = _WordFile(source, _list_styles(archive))
    margins = [*file.aside(_parts(archive, "header"))]
    file.read(body)
    margins += file.aside(_parts(archive, "footer"))
    list(file.aside(_parts(archive, "footnotes")))
    draft = Draft(source, _MEDIA_TYPE, file.manuscript.text, "word", struck=file.manuscript.struck)
    draft.leads = file.manuscript.leads
    draft.margins = [span for paragraph in margins for span in paragraph.text.spans]
    return documents_of_grid(draft, file.parts, file.tables)


def _parts(archive: Archive, kind: str) -> Iterator[etree._Element]:
    """The roots of the parts of a kind that the main part refers to."""
    folder, name = posixpath.split(_MAIN_PART)
    relations = archive.parse(f"{folder}/_rels/{name}.rels")
    for relation in relations if relations is not None else ():
        if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") != "External":
            part = archive.parse(posixpath.normpath(posixpath.join(folder, relation.get("Target", ""))))
            if part is not None:
                yield part


def _list_styles(archive: Archive) -> dict[str, int]:
    """The paragraph styles that make list items, with the item's level; `ListBullet2` is one of level 1."""
    numbering = archive.parse("word/numbering.xml")
    styles: dict[str, int] = {}
    for level in numbering.iter(f"{W}lvl") if numbering is not None else ():
        style = level.find(f"{W}pStyle")
        if style is not None and (name := style.get(f"{W}val", "")):
            is_inner = level.get(f"{W}ilvl", "0") != "0" or name[-1] in "23456789"
            styles[name] = 1 if is_inner else 0
    return styles


class _WordFile:
    """Walks through the parts of a Word file: rows of tables, and paragraphs around them."""

    def __init__(self, source: Source, list_styles: dict[str, int]) -> None:
        self.manuscript = Manuscript(source.name)
        self.parts: list[Paragraph | GridRow] = []
        self.tables: list[int] = []
        self._list_styles = list_styles
        self._cell: Column | None = None

    def aside(self, roots: Iterator[etree._Element]) -> list[Paragraph]:
        """The paragraphs of headers, footers or notes, which belong to no row."""
        self._cell = []
        for root in roots:
            self.manuscript.space(_SET_OFF)
            self.read(root)
            self.manuscript.space(_SET_OFF)
        paragraphs, self._cell = self._cell, None
        return paragraphs

    def read(self, container: etree._Element) -> None:
        """The paragraphs and tables in a body, a cell or a text box."""
        for block in _blocks(container):
            if block.tag == f"{W}tbl":
                self._read_table(block)
                continue
            out = self.parts if self._cell is None else self._cell
            text = text_of(block)
            if text.strip():
                out.extend(self.manuscript.write(text, self._kind(block), lead_of(block)))
            for box in boxes_in(block):
                self.read(box)

    def _kind(self, paragraph: etree._Element) -> BlockKind:
        """Whether a paragraph is a list item, by its own numbering or its style's."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return "paragraph"
        number, level = (_value(properties.find(f"{W}numPr/{W}{name}")) for name in ("numId", "ilvl"))
        if number == "0":
            return "paragraph"
        style_level = self._list_styles.get(_value(properties.find(f"{W}pStyle")) or "")
        if number is None and style_level is None:
            return "paragraph"
        is_inner = level not in (None, "0") if number else bool(style_level)
        return "sub-bullet" if is_inner else "bullet"

    def _read_table(self, table: etree._Element) -> None:
        rows = [list(_blocks(row)) for row in _blocks(table) if row.find(f"{W}trPr/{W}del") is None]
        if self._cell is not None:
            inner = [[self._read_inner(cell) for cell in cells] for cells in rows]
            self._cell.extend(table_paragraphs(inner, row_paragraphs))
            return
        self.tables.append(len(self.parts))
        for cells in rows:
            if _is_layout(cells):
                for cell in cells:
                    self.read(cell)
            else:
                self.parts.append([self._read_cell(cell) for cell in cells])

    def _read_inner(self, cell: etree._Element) -> Column:
        """The paragraphs of a cell in a table within a cell."""
        outer, self._cell = self._cell, []
        self.read(cell)
        column, self._cell = self._cell, outer
        return column

    def _read_cell(self, cell: etree._Element) -> Column:
        self._cell = []
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        if merge is None or merge.get(f"{W}val") == "restart":
            self.read(cell)
        self.manuscript.space("\t")
        column, self._cell = self._cell, None
        return column


def _blocks(container: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs, tables, rows and cells right below, those in content controls and insertions included."""
    for child in container:
        if child.tag in (f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"):
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml", f"{W}moveTo", f"{W}footnote"):
            yield from _blocks(child)


def _is_layout(cells: list[etree._Element]) -> bool:
    """Whether a row only arranges other tables: these are read instead."""
    if not any(cell.find(f"{W}tbl") is not None for cell in cells):
        return False
    label = " ".join(text_of(paragraph) for paragraph in cells[0].iter(f"{W}p")).strip()
    holds_table = cells[0].find(f"{W}tbl") is not None
    return find_label(label) is None and (holds_table or not 0 < len(label) <= _LONGEST_LABEL)


def _value(element: etree._Element | None) -> str | None:
    return element.get(f"{W}val") if element is not None else None
