"""What a spreadsheet shows beside its values: hidden rows, merged cells, words that are struck out or raised within a
cell, and lines below the plans."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from ucap.documents.draft import STRUCK, raised
from ucap.documents.limits import SHEET_COLUMNS, SHEET_ROWS
from ucap.documents.shapes.archive import Archive
from ucap.vocabulary.folding import HAN, words
from ucap.vocabulary.reference import word_list

_BOOK = "xl/workbook.xml"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")
"""`A2:A3`"""
_LATIN_HEAD = re.compile(rf"\s*([^:：{HAN}]{{1,40}}|[{HAN}]{{1,8}})")  # "City", "城市"
_FEW_CELLS = 2
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
"""`B2`"""
_NOT_SET = frozenset({"0", "false"})


@dataclass(frozen=True, slots=True)
class Layout:
    """The numbers of the rows that a sheet hides; its merged cells: top, left, bottom, right, counted from 1; and the
    texts of cells, by row and column, of which a part is struck out or raised, with the signs for that."""

    hidden: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    marked: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def laid_out(self, rows: list[Sequence[str]]) -> list[Sequence[str]]:
        """The rows, the signs of struck-out and raised words in them, each merged cell's value in all of its rows."""
        filled = [list(row) for row in rows]
        for (number, column), text in self.marked.items():
            if number <= len(filled) and column <= len(filled[number - 1]):
                filled[number - 1][column - 1] = text
        for top, left, bottom, _right in self.merged:
            for row in filled[top : min(bottom, SHEET_ROWS + 1)]:
                if left <= min(len(row), len(filled[top - 1])) and not row[left - 1]:
                    row[left - 1] = filled[top - 1][left - 1]
        return list(filled)


def sheet_layouts(archive: Archive) -> dict[str, Layout]:
    """The layouts of a workbook's sheets by their titles."""
    book, relations = archive.parse(_BOOK), archive.parse("xl/_rels/workbook.xml.rels")
    if book is None or relations is None:
        return {}
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    shared = _shared(archive)
    return {
        sheet.get("name", ""): _layout(
            archive, posixpath.normpath(posixpath.join("/xl", targets[sheet.get(_ID)])), shared
        )
        for sheet in book.iter(f"{_MAIN}sheet")
        if sheet.get(_ID) in targets
    }


def _shared(archive: Archive) -> dict[str, str]:
    """The shared texts of a workbook of which a part is struck out or raised, by their numbers."""
    table = archive.parse("xl/sharedStrings.xml")
    entries = table.iterfind(f"{_MAIN}si") if table is not None else ()
    return {str(number): text for number, entry in enumerate(entries) if (text := _marked(entry))}


def _marked(entry: etree._Element) -> str | None:
    """A text of several runs with the signs of what is struck out or raised; None where nothing is."""
    runs = [(run.findtext(f"{_MAIN}t") or "", run.find(f"{_MAIN}rPr")) for run in entry.iterfind(f"{_MAIN}r")]
    shown = [_run(text, properties) for text, properties in runs]
    return "".join(shown) if shown != [text for text, _properties in runs] else None


def _run(text: str, properties: etree._Element | None) -> str:
    if properties is None or not text:
        return text
    align, strike = properties.find(f"{_MAIN}vertAlign"), properties.find(f"{_MAIN}strike")
    text = raised(text) if align is not None and align.get("val") == "superscript" else text
    is_struck = strike is not None and strike.get("val", "1") not in _NOT_SET
    return f"{STRUCK}{text}{STRUCK}" if is_struck else text


def _marked_cells(root: etree._Element, shared: Mapping[str, str]) -> Iterator[tuple[tuple[int, int], str]]:
    """The cells with such texts, which stand in the cell itself or are shared."""
    kinds = ("inlineStr", "s") if shared else ("inlineStr",)
    for cell in root.iter(f"{_MAIN}c"):
        if (kind := cell.get("t")) not in kinds:
            continue
        entry, place = cell.find(f"{_MAIN}is"), _CELL.fullmatch(cell.get("r", ""))
        text = (
            shared.get(cell.findtext(f"{_MAIN}v") or "") if kind == "s" else None if entry is None else _marked(entry)
        )
        if text and place:
            yield (int(place[2]), _column(place[1])), text


def _layout(archive: Archive, part: str, shared: Mapping[str, str]) -> Layout:
    root = archive.parse(part.lstrip("/"))
    if root is None:
        return Layout()
    hidden = (row.get("r", "") for row in root.iter(f"{_MAIN}row") if row.get("hidden") in ("1", "true"))
    ranges = (_RANGE.fullmatch(cell.get("ref", "")) for cell in root.iter(f"{_MAIN}mergeCell"))
    merged = ((int(one[2]), _column(one[1]), int(one[4]), _column(one[3])) for one in ranges if one)
    return Layout(
        frozenset(int(number) for number in hidden if number.isdecimal()),
        tuple(one for one in merged if 0 < one[0] <= SHEET_ROWS and one[1] <= SHEET_COLUMNS),
        dict(_marked_cells(root, shared)),
    )


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def is_foot(row: Sequence[str]) -> bool:
    """Whether a row is no plan but a total or a remark: `Total`, `Source: own compilation`, `注：...`."""
    cells = [cell for cell in row if cell.strip()]
    head = _LATIN_HEAD.match(cells[0]) if cells else None
    if head is None:
        return False
    is_whole = not cells[0][head.end() :].strip()
    is_remark = cells[0][head.end() :].lstrip()[:1] in (":", "：") and len(cells) <= _FEW_CELLS
    return (is_whole or is_remark) and " ".join(words(head[1])) in word_list("sheet-foot")
