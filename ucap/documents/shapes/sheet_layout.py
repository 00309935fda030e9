"""What a spreadsheet shows beside its values: hidden rows, merged cells, and lines below the plans."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Layout:
    """The numbers of the rows that a sheet hides, and its merged cells: top, left, bottom, right, counted from 1."""

    hidden: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()

    def laid_out(self, rows: list[Sequence[str]]) -> list[Sequence[str]]:
        """The rows, each merged cell's value in all of its rows."""
        filled = [list(row) for row in rows]
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
    return {
        sheet.get("name", ""): _layout(archive, posixpath.normpath(posixpath.join("/xl", targets[sheet.get(_ID)])))
        for sheet in book.iter(f"{_MAIN}sheet")
        if sheet.get(_ID) in targets
    }


def _layout(archive: Archive, part: str) -> Layout:
    root = archive.parse(part.lstrip("/"))
    if root is None:
        return Layout()
    hidden = (row.get("r", "") for row in root.iter(f"{_MAIN}row") if row.get("hidden") in ("1", "true"))
    ranges = (_RANGE.fullmatch(cell.get("ref", "")) for cell in root.iter(f"{_MAIN}mergeCell"))
    merged = ((int(one[2]), _column(one[1]), int(one[4]), _column(one[3])) for one in ranges if one)
    return Layout(
        frozenset(int(number) for number in hidden if number.isdecimal()),
        tuple(one for one in merged if 0 < one[0] <= SHEET_ROWS and one[1] <= SHEET_COLUMNS),
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
