"""HTML: the rows of its tables; pages of web sites, files that Word saved, fragments."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from ucap.documents.choices import OPEN, TICKED
from ucap.documents.draft import STRUCK, Column, Draft, Manuscript, raised
from ucap.documents.encodings import clean, decode
from ucap.documents.labels.known import find_label
from ucap.documents.lists.paragraphs import Paragraph
from ucap.documents.model import BlockKind, Document
from ucap.documents.shapes.grid import documents_of_grid
from ucap.documents.shapes.html_styles import write_styles
from ucap.documents.source import Source
from ucap.documents.tables import GridRow, row_paragraphs, table_paragraphs
from ucap.errors import UnreadableDocument
from ucap.wording import _

_SIGNATURE = re.compile(r"\s*<")
_HTML_TAG = re.compile(r"<(?:!doctype\s+html|html|head|body|table)\b", re.IGNORECASE)  # "<!DOCTYPE html", "<table "
_HEAD_LENGTH = 20_000
_HEAD_BYTES = 4096
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)  # "charset=gb2312"
_SPACE = re.compile(r"[ \t\r\n\f]+")
_UNSEEN = frozenset(
    [
        *("audio", "head", "iframe", "link", "math", "meta", "noscript", "object", "script", "style", "svg"),
        *("template", "title", "video"),
    ]
)
_FURNITURE = ("nav", "header", "footer", "aside", "form")
_TABLE_PARTS = ("caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr")
_BLOCKS = frozenset(
    [
        *_FURNITURE,
        *_TABLE_PARTS,
        *("address", "article", "blockquote", "body", "center", "details", "div", "fieldset", "figcaption", "figure"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "hr", "html", "main", "p", "pre", "section", "select", "summary"),
        *("dd", "dl", "dt", "li", "ol", "option", "ul"),
    ]
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)  # "display: none"
_STRUCK_TAGS = frozenset({"s", "strike", "del"})
_STRUCK_STYLE = re.compile(r"line-through", re.IGNORECASE)
_RAISED_STYLE = re.compile(r"vertical-align\s*:\s*(?:super|text-top)", re.IGNORECASE)  # "vertical-align: super"
_BOLD = frozenset({"b", "strong", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "th", "legend", "label", "summary"})
_BOLD_CLASS = re.compile(r"label|head|title|term|question|caption|\bkey\b", re.IGNORECASE)  # "field-label"
_LIST_LEVEL = re.compile(r"\blst-\w+-(\d)\b")  # "lst-kix_a1-1": a list below items, as Google Docs saves it
_BLOCKS_OF_FIELD = 2
"""`<div class="field field--label-above">` holds a label and what it labels, as Drupal saves it."""
_SET_OFF = "\n\n\n"
_MOST_ROWS = 30
"""Rows into which a cell may reach."""
_MOST_COLUMNS = 30
_LONGEST_LABEL = 120
_MOST_CELLS, _LEAST_ROWS, _LEAST_LABELS = 3, 5, 3
"""Of rows that are no rows of a table by name: a label and a cell for each side; fewer are any list of a page."""


def is_html(source: Source) -> bool:
    """Whether the file is markup with a page, a body or a table in it."""
    head = source.text[:_HEAD_LENGTH]
    return bool(_SIGNATURE.match(head) and _HTML_TAG.search(head))


def declares_charset(source: Source) -> bool:
    """Whether the file says how its letters are stored."""
    return _CHARSET.search(source.data[:_HEAD_BYTES]) is not None


def read_html(source: Source) -> list[Document]:
    """The documents of the plans in an HTML file. Nothing that it refers to is fetched.

    Raises:
        UnreadableDocument: it is nested too deeply, or none of the template's rows is in it.
    """
    tree = _tree(source)
    page = _Page(source, _rows_of_blocks(tree))
    page.read(tree)
    draft = Draft(source, "text/html", page.manuscript.text, "html", struck=page.manuscript.struck)
    draft.leads = page.manuscript.leads
    return documents_of_grid(draft, page.parts, page.tables)


def _tree(source: Source) -> HtmlElement:
    declared = _CHARSET.search(source.data[:_HEAD_BYTES])
    text = decode(source.data, declared[1].decode("ascii") if declared else None)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = document_fromstring(clean(text).encode(), parser=parser)
    except etree.LxmlError:
        tree = None
    if tree is None or any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise UnreadableDocument(
            source.name,
            _("The HTML is nested too deeply or has a part that is too long."),
            _("Open it in a browser and print it to PDF."),
        )
    write_styles(tree)
    return tree


def _rows_of_blocks(tree: HtmlElement) -> dict[HtmlElement, list[HtmlElement]]:
    """The elements that are rows of a table but not by name, and their cells: blocks alike in one parent.

    `<div class="row"><div>City</div><div>Ghent</div><div>Foshan</div></div>`, of which at least three begin with a
    label of the template; with others of the page they are five or more.
    """
    families: list[list[HtmlElement]] = []
    for parent in tree.iter():
        alike: dict[tuple[str, str | None], list[HtmlElement]] = defaultdict(list)
        for child in parent:
            if child.tag in _BLOCKS and child.tag not in _TABLE_PARTS and _is_row(child):
                alike[child.tag, child.get("class")].append(child)
        families += (found for found in alike.values() if sum(map(_begins_with_label, found)) >= _LEAST_LABELS)
    if sum(map(len, families)) < _LEAST_ROWS:
        return {}
    return {row: cells for family in families for row, cells in zip(family, _cells(family), strict=True)}


def _cells(family: Sequence[HtmlElement]) -> list[list[HtmlElement]]:
    """Label and cells of each row; two blocks in a block behind each label are the cells of the two sides.

    `<h3>City</h3><div><div>Ghent</div><div>Foshan</div></div>`
    """
    cells = [_shown(row) for row in family]
    sides = [_shown(found[1]) for found in cells if len(found) == 2]
    if len(sides) == len(cells) and all([one.tag for one in pair] == ["div", "div"] for pair in sides):
        return [[label, *pair] for (label, _block), pair in zip(cells, sides, strict=True)]
    return cells


def _begins_with_label(row: HtmlElement) -> bool:
    return find_label(_said(_shown(row)[0])) is not None


def _is_row(block: HtmlElement) -> bool:
    """Whether a block holds two or three blocks and no text of its own, the first of them as short as a label."""
    cells = _shown(block)
    if not 2 <= len(cells) <= _MOST_CELLS or any(cell.tag not in _BLOCKS for cell in cells):
        return False
    own = (block.text or "") + "".join(cell.tail or "" for cell in block)
    return not own.strip() and 0 < len(_said(cells[0])) <= _LONGEST_LABEL


def _shown(block: HtmlElement) -> list[HtmlElement]:
    return [child for child in block if isinstance(child.tag, str) and not _is_hidden(child)]


def _said(cell: HtmlElement) -> str:
    """All text of a cell as one line."""
    return " ".join(cell.text_content().split())


class _Page:
    """Walks through a page: rows of tables that hold the template's rows, and paragraphs around them."""

    def __init__(self, source: Source, rows: Mapping[HtmlElement, Sequence[HtmlElement]]) -> None:
        self._rows = rows
        self.manuscript = Manuscript(source.name)
        self.parts: list[Paragraph | GridRow] = []
        self.tables: list[int] = []
        self._cell: Column | None = None
        self._line: list[str] = []
        self._lead: list[str] = []
        self._is_leading = True
        self._bold_depth = 0
        self._struck_depth = 0
        self._kind: BlockKind = "paragraph"
        self._depth = 0

    def read(self, element: HtmlElement) -> None:
        """All that an element shows."""
        is_bold, is_struck = element.tag in _BOLD or _is_bold_by_class(element), _is_struck(element)
        self._bold_depth += is_bold
        self._struck_depth += is_struck
        self._take_text(element.text)
        for child in element:
            if isinstance(child.tag, str) and not _is_hidden(child):
                self._read_child(child)
            self._take_text(child.tail)
        if element.tag in _BLOCKS:
            self._end_paragraph()
        self._bold_depth -= is_bold
        self._struck_depth -= is_struck

    def _read_child(self, child: HtmlElement) -> None:
        if child.tag == "br":
            self._take_text("\n")
        elif child.tag == "input":
            self._take_text(_input(child))
        elif child.tag == "sup" or _RAISED_STYLE.search(child.get("style", "")):
            self._take_text(raised(child.text_content()))
        elif child.tag not in _BLOCKS:
            self.read(child)
        else:
            self._end_paragraph()
            self._read_block(child)

    def _read_block(self, block: HtmlElement) -> None:
        if block.tag == "table" and self._cell is None:
            self._read_table(block)
        elif block.tag == "table":
            self._read_inner_table(block)
        elif block in self._rows and self._cell is None:
            self.parts.append([self._read_cell(cell) for cell in self._rows[block]])
        elif block.tag in ("ul", "ol"):
            outer, level = self._depth, _LIST_LEVEL.search(block.get("class", ""))
            self._depth = int(level[1]) + 1 if level else outer + 1
            self.read(block)
            self._depth = outer
        elif block.tag in _FURNITURE and self._cell is None:
            self.manuscript.space(_SET_OFF)
            self.read(block)
            self.manuscript.space(_SET_OFF)
        else:
            if block.tag == "li":
                self._kind = "sub-bullet" if self._depth > 1 else "bullet"
            if block.tag == "option":
                self._line.append(f"{TICKED if 'selected' in block.attrib else OPEN} ")
            self.read(block)

    def _read_table(self, table: HtmlElement) -> None:
        spans = _RowSpans()
        self.tables.append(len(self.parts))
        for row, cells in _rows(table):
            if _is_layout(row, cells):
                for cell in cells:
                    self.read(cell)
            else:
                self.parts.append(spans.aligned([self._read_cell(cell) for cell in cells], cells))

    def _read_inner_table(self, table: HtmlElement) -> None:
        """A table within a cell."""
        outer = self._cell
        inner = [[self._read_cell(cell) for cell in cells] for _row, cells in _rows(table)]
        self._cell = outer
        if outer is not None:
            outer.extend(table_paragraphs(inner, row_paragraphs))

    def _read_cell(self, element: HtmlElement) -> Column:
        self._cell = []
        self.read(element)
        self.manuscript.space("\t")
        cell, self._cell = self._cell, None
        return cell

    def _take_text(self, text: str | None) -> None:
        if not text:
            return
        text = text if text == "\n" else _SPACE.sub(" ", text)
        self._line.append(f"{STRUCK}{text}{STRUCK}" if self._struck_depth else text)
        self._is_leading = self._is_leading and (self._bold_depth > 0 or not text.strip())
        if self._is_leading:
            self._lead.append(text)

    def _end_paragraph(self) -> None:
        text = "".join(self._line).strip(" ")
        lead = "".join(self._lead)
        self._line, self._lead, self._is_leading = [], [], True
        if not text.strip():
            return
        out = self.parts if self._cell is None else self._cell
        out.extend(self.manuscript.write(text, self._kind, lead))
        self._kind = "paragraph"


def _rows(table: HtmlElement) -> Iterator[tuple[HtmlElement, list[HtmlElement]]]:
    """The rows of a table itself that are shown, each with its cells."""
    for row in table.iter("tr"):
        if next(row.iterancestors("table")) is table and not _is_hidden(row):
            yield row, [cell for cell in row if cell.tag in ("td", "th") and not _is_hidden(cell)]


def _is_struck(element: HtmlElement) -> bool:
    """Whether an element, or the row of a table that it is a cell of, is struck out."""
    row = element.getparent() if element.tag in ("td", "th") else None
    return any(
        one.tag in _STRUCK_TAGS or _STRUCK_STYLE.search(one.get("style", "")) is not None
        for one in (element, row)
        if one is not None
    )


def _is_bold_by_class(element: HtmlElement) -> bool:
    """Whether an element's class says that it is a label, and it is not one that holds a label and its value."""
    is_label = _BOLD_CLASS.search(element.get("class", "")) is not None
    return is_label and sum(child.tag in _BLOCKS for child in element) < _BLOCKS_OF_FIELD


def _input(field: HtmlElement) -> str:
    """What a field of a form shows: a box, or the text in it."""
    kind = field.get("type", "text").lower()
    if kind in ("checkbox", "radio"):
        return f"{TICKED if 'checked' in field.attrib else OPEN} "
    return field.get("value", "") if kind == "text" else ""


class _RowSpans:
    """Cells that reach into the rows below: there they are empty."""

    def __init__(self) -> None:
        self._left: dict[int, int] = {}

    def aligned(self, columns: GridRow, cells: list[HtmlElement]) -> GridRow:
        """The columns of a row, with an empty one for each cell from above."""
        row: GridRow = []
        for column, cell in zip(columns, cells, strict=True):
            self._skip(row)
            row.append(column)
            if (count := _count(cell.get("rowspan"))) > 1:
                self._left[len(row) - 1] = count - 1
        self._skip(row)
        return row

    def _skip(self, row: GridRow) -> None:
        while len(row) < _MOST_COLUMNS and self._left.get(len(row), 0) > 0:
            self._left[len(row)] -= 1
            row.append([])


def _count(attribute: str | None) -> int:
    return min(int(attribute), _MOST_ROWS) if attribute and attribute.isdecimal() and len(attribute) < 4 else 1


def _is_layout(row: HtmlElement, cells: list[HtmlElement]) -> bool:
    """Whether the row only arranges other tables: these are read instead."""
    if next(row.iter("table"), None) is None:
        return False
    return not (cells and _is_label(cells[0]))


def _is_label(cell: HtmlElement) -> bool:
    """Whether a cell that stands before a table in another one says what that is."""
    text = _said(cell)
    return bool(find_label(text)) or (0 < len(text) <= _LONGEST_LABEL and next(cell.iter("table"), None) is None)


def _is_hidden(element: HtmlElement) -> bool:
    if element.tag in _UNSEEN or "hidden" in element.attrib:
        return True
    style = element.get("style")
    return bool(style and _HIDDEN.search(style))
