"""Lines of a page into rows: labels beside their values, between ruling lines or without them, or above them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby, pairwise

from ucap.documents.labels.known import find_label, is_label_start
from ucap.documents.lists.paragraphs import goes_on
from ucap.documents.naming import is_like_label
from ucap.documents.shapes.pdf.bands import Band, cells_of
from ucap.documents.shapes.pdf.columns import Columns
from ucap.documents.shapes.pdf.lines import GAP, Line
from ucap.documents.shapes.pdf.regions import Region
from ucap.documents.shapes.pdf.stack import Headings

# In em.
_SAME_LINE = 0.35  # words so near in height share a line
_LINE_PITCH = 1.35  # lines of a paragraph are at most so far apart
_LABEL_PITCH = 1.6  # lines of an unknown label are at most so far apart
_KNOWN_LABEL_PITCH = 3.0  # and of a known one
_FARTHEST = 4.0  # a line so far below the others is not the table's
_HALF_PITCH = 0.9
_SPACE = 0.3
# In points.
_TOLERANCE = 1.0
_LEAST_UNALIGNED = 2
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]{2}")
_CHINESE = re.compile(r"[\u3400-\u9fff]+")


@dataclass(slots=True)
class TableRow:
    """A row of the table: the lines of its label and of its value, and the upright borders within its value.

    `is_closed` says that ruling lines part it from its neighbours, `is_framed` that upright ones are drawn there, too,
    and `is_stacked` that its label stands above its value; `column` numbers the column of text.
    """

    label: list[Line]
    value: list[Line] = field(default_factory=list)
    borders: tuple[float, ...] = ()
    is_closed: bool = False
    is_framed: bool = False
    is_stacked: bool = False
    column: int = 0

    @property
    def last_page(self) -> int:
        """The page on which it ends, so far."""
        return max(line.page for line in (*self.label, *self.value))

    @property
    def label_text(self) -> str:
        """The whole label."""
        return " ".join(line.text for line in self.label)


class Table:
    """Takes the lines of a document in reading order; `rows` are the rows found so far.

    Args:
        em: the size of the print in points.
        headings: says which lines are labels that stand above their values.
        closing: where the first word of a line begins that ends the table, such as the contact's.
    """

    def __init__(self, em: float, headings: Headings, closing: Iterable[int] = ()) -> None:
        self.rows: list[TableRow] = []
        self._em, self._headings, self._closing = em, headings, set(closing)
        self._is_open = False
        self._column = 0
        self._above: Line | None = None

    def take(self, region: Region, find: Callable[[], Columns | None], bands: Sequence[Band]) -> None:
        """The lines of one region more, with the bands of its page; `find` finds its columns."""
        is_framed = any(band.borders and not band.is_divided(band.borders[0]) for band in bands)
        if region.column > self._column > 0 and self.rows and self.rows[-1].is_stacked:
            self._is_open = True  # below the contact at the foot of the column before
        self._column = region.column
        for band, group in groupby(region.lines, lambda line: _band_of(line, bands, self._em)):
            held = list(group)
            if band:
                held = [line for line in held if not self._closes(line)]
            if band and band.borders:
                self._take_band(held, band)
            elif band and (columns := find()) and self._are_cells(held, columns):
                self._take_cells(held, columns)
            elif not is_framed or self._holds_row(held, find()):
                self._take_free(held, find())
            else:
                self._is_open = False

    def _are_cells(self, lines: Sequence[Line], columns: Columns) -> bool:
        """Whether lines between two ruling lines are a row; below a label that stands above they may be underlined."""
        if _has_several_labels(_left_parts(lines, columns, self._em)):
            return False
        parts = [columns.parts(line, self._em) for line in lines]
        is_below_label = self._is_open and self.rows[-1].is_stacked
        return not is_below_label or any(part and _is_parted(*part, self._em) for part in parts)

    def _holds_row(self, lines: Sequence[Line], columns: Columns | None) -> bool:
        """Whether lines outside the frame are of the table: under a label, or overleaf in the column of values.

        Where every other row is shaded, the last row may have no line below it.
        """
        if any(find_label(line.runs(self._em)[0].text) for line in lines):
            return True
        parts = [columns.parts(line, self._em) for line in lines] if columns else []
        labels = [part[0].text for part in parts if part and part[0]]
        is_below = bool(lines) and self._is_open and bool(self.rows)
        if labels:
            is_label = partial(is_like_label, share=1) if is_below else find_label
            return any(is_label(" ".join(labels[:count])) for count in range(1, len(labels) + 1))
        is_overleaf = is_below and self.rows[-1].last_page < lines[0].page
        return is_overleaf and bool(parts) and all(parts)

    def mend_alignment(self) -> None:
        """Give lines to the row below where labels do not stand at the top of their cells but half-way down."""
        for is_free, rows in groupby(self.rows, lambda row: not (row.is_closed or row.is_stacked)):
            if is_free:
                _mend_alignment(list(rows), self._em)

    def _take_band(self, lines: Sequence[Line], band: Band) -> None:
        """The lines between two ruling lines of a table with upright borders."""
        held = [inside for line in lines if (inside := _within(line, band))]
        borders = band.borders
        labels, values = cells_of(held, borders[:1])
        if _has_several_labels(labels):
            self._take_beside(held, Columns(borders[0], borders[1] if len(borders) > 1 else None))
        else:
            self._take_row(labels, values, () if band.is_divided(borders[0]) else borders[1:], is_framed=True)

    def _take_cells(self, lines: Sequence[Line], columns: Columns) -> None:
        """The lines between two ruling lines of a table without upright borders."""
        parts = [columns.parts(line, self._em) for line in lines]
        if all(part is None for part in parts):
            self._take_stacked(lines)
            return
        kept = [part or (None, line) for part, line in zip(parts, lines, strict=True)]
        labels = [label for label, _value in kept if label]
        self._take_row(labels, [value for _label, value in kept if value], (), is_framed=False)

    def _take_row(self, labels: list[Line], values: list[Line], borders: tuple[float, ...], *, is_framed: bool) -> None:
        """A row, or more of the last one: one without a label, and one whose label goes on over a page break."""
        last = self.rows[-1] if self.rows and self._is_open else None
        if last and labels and last.is_closed and _goes_on_overleaf(last, labels):
            last.label += labels
        elif labels:
            last = TableRow(labels, borders=borders, is_closed=True, is_framed=is_framed, column=self._column)
            self.rows.append(last)
            self._is_open = True
        if last and values:
            last.value += values
            last.borders = last.borders or borders

    def _take_free(self, lines: Sequence[Line], columns: Columns | None) -> None:
        """Lines that no ruling lines part: beside each other as far as there are columns, then above each other."""
        cut = self._stack_start(lines, columns) if columns else 0
        if columns and cut:
            self._take_beside(lines[:cut], columns)
        self._take_stacked(lines[cut:])

    def _stack_start(self, lines: Sequence[Line], columns: Columns) -> int:
        """The first line from which on labels stand above their values; as many as there are lines without any."""
        parts = [columns.parts(line, self._em) for line in lines]
        both = [index for index, part in enumerate(parts) if part and _is_parted(*part, self._em)]
        if not both and self.rows and self.rows[-1].is_stacked:
            return 0
        has_values = [index for index, part in enumerate(parts) if part and part[1]]
        for index in range(both[-1] + 1 if both else 0, len(lines)):
            count = self._headings.length(lines[index:])
            below = parts[index + count : index + count + 2]
            if count and below and (None in below or index > max(has_values, default=-1)):
                return index
        return len(lines)

    def _take_stacked(self, lines: Sequence[Line]) -> None:
        """Lines of which some are labels, and those below them their values."""
        index = 0
        while index < len(lines):
            line = lines[index]
            count = self._headings.length(lines[index:])
            if self._closes(line):
                self._is_open = False
            elif count:
                self.rows.append(TableRow(list(lines[index : index + count]), is_stacked=True, column=self._column))
                self._is_open = True
            elif self._is_open and self.rows[-1].is_stacked:
                self.rows[-1].value.append(line)
            index += max(1, count)

    def _take_beside(self, lines: Sequence[Line], columns: Columns) -> None:
        """Lines with labels on the left and values on the right. One that runs across both interrupts the table."""
        for line in lines:
            parts = None if self._closes(line) else columns.parts(line, self._em)
            if parts is None or (parts[0] is None and self._is_far(line)):
                self._is_open = False
                continue
            self._take_parts(*parts, columns)

    def _take_parts(self, label: Line | None, value: Line | None, columns: Columns) -> None:
        if label and not (self._is_open and self._extends(self.rows[-1], label, columns, has_value=value is not None)):
            self.rows.append(TableRow([], [] if self._is_open else self._beside_top(label), column=self._column))
            self._is_open = True
        self._above = value if not self._is_open else None
        if label:
            self.rows[-1].label.append(label)
        if value and self._is_open:
            self.rows[-1].value.append(value)

    def _beside_top(self, label: Line) -> list[Line]:
        """The line of a value above the first label, where that stands half-way down beside it."""
        above = self._above
        is_beside = above and above.page == label.page and above.base - label.base < _HALF_PITCH * self._em
        return [above] if above and is_beside else []

    def _closes(self, line: Line) -> bool:
        return line.words[0].start in self._closing

    def _is_far(self, line: Line) -> bool:
        """Whether a line stands far below the last one of the table."""
        above = [*self.rows[-1].label, *self.rows[-1].value] if self.rows else []
        lowest = min((other.base for other in above if other.page == line.page), default=line.base)
        return lowest - line.base > _FARTHEST * self._em

    def _extends(self, row: TableRow, part: Line, columns: Columns, *, has_value: bool) -> bool:
        """Whether a line in the label column goes on with the label above it; `has_value`: whether one is beside it."""
        before, text = row.label[-1], row.label_text
        if row.is_closed or row.is_stacked or text.endswith((":", "：")):
            return False
        distance = before.base - part.base if before.page == part.page else 0.0
        if _is_cut(text, part.text) or is_label_start(_folded(f"{text} {part.text}")):
            return distance <= _KNOWN_LABEL_PITCH * self._em
        if before.page != part.page or distance > _LABEL_PITCH * self._em:
            return False
        if _is_translation(text, part.text) or not (has_value or find_label(part.text)):
            return True
        return not (find_label(text) or find_label(part.text) or self._had_room(before, part, columns))

    def _had_room(self, before: Line, part: Line, columns: Columns) -> bool:
        """Whether a line's first word would have had room behind the one above it."""
        first = part.words[0]
        widest = max(line.right for row in self.rows for line in row.label if not row.is_stacked)
        edge = min(max(widest, part.right), columns.first)
        return before.right + _SPACE * self._em + first.first_right - first.left < edge - _TOLERANCE


def _band_of(line: Line, bands: Sequence[Band], em: float) -> Band | None:
    return next((band for band in bands if band.holds(line, _SPACE * em)), None)


def _within(line: Line, band: Band) -> Line | None:
    """What of a line stands between the edges of a table."""
    words = [word for word in line.words if band.left - _TOLERANCE <= word.left and word.left <= band.right]
    return line if len(words) == len(line.words) else Line(line.page, words, line.source) if words else None


def _has_several_labels(labels: Sequence[Line]) -> bool:
    """Whether the lines of a label column are known labels of more than one row."""
    count, text = 0, ""
    for line in labels:
        if text and find_label(text) and not is_label_start(_folded(f"{text} {line.text}")):
            count, text = count + 1, ""
        text = f"{text} {line.text}".strip()
    return count > 0 and find_label(text) is not None


def _folded(label: str) -> str:
    """The Latin words of a bilingual label; a Chinese one as it is."""
    latin = _CHINESE.sub(" ", label).strip()
    return latin if any(sign.isalpha() for sign in latin) else label


def _is_translation(label: str, more: str) -> bool:
    """Whether a line says in Chinese what the label above it says in Latin letters, or the other way round."""
    chinese = [bool(_CHINESE.search(text)) for text in (label, more)]
    latin = [bool(_LATIN.search(text)) for text in (label, more)]
    return chinese != latin and chinese[0] != chinese[1] and latin[0] != latin[1]


def _is_cut(label: str, more: str) -> bool:
    """Whether a label stops within a word or before its other language, or the line below goes on with it in small
    letters, as no label begins.
    """
    return label.endswith(("-", "/", "／")) or (label[:1].isupper() and more[:1].islower())


def _is_parted(label: Line | None, value: Line | None, em: float) -> bool:
    """Whether there is a gap between a label and a value; words of one sentence may begin at the column by chance."""
    return label is not None and value is not None and value.left - label.right >= GAP * em


def _left_parts(lines: Sequence[Line], columns: Columns, em: float) -> list[Line]:
    parts = [columns.parts(line, em) for line in lines]
    return [part[0] for part in parts if part and part[0]]


def _goes_on_overleaf(row: TableRow, labels: Sequence[Line]) -> bool:
    """Whether lines go on with a label on the page before, or repeat it."""
    text, more = row.label_text, " ".join(line.text for line in labels)
    if row.label[-1].page == labels[0].page or find_label(more):
        return False
    return is_label_start(_folded(f"{text} {more}")) or (not find_label(text) and more[:1].islower())


def _mend_alignment(rows: Sequence[TableRow], em: float) -> None:
    pairs = list(pairwise(rows))
    unaligned_count = sum(_is_unaligned(row, em) for row in rows)
    if unaligned_count < _LEAST_UNALIGNED and not any(_is_beside_midst(above, below, em) for above, below in pairs):
        return
    for above, below in pairs:
        moved = _count_below_gap(above, below)
        if moved:
            above.value, below.value = above.value[:-moved], [*above.value[-moved:], *below.value]


def _is_unaligned(row: TableRow, em: float) -> bool:
    """Whether a label stands between the lines of its value."""
    label = row.label[0]
    distances = [abs(line.base - label.base) for line in row.value if line.page == label.page]
    return bool(distances) and _SAME_LINE * em < min(distances)


def _is_beside_midst(above: TableRow, below: TableRow, em: float) -> bool:
    """Whether a label stands beside the midst of a paragraph: close below the line with which its sentence goes on."""
    if not (above.value and below.value):
        return False
    one, two = above.value[-1], below.value[0]
    is_close = one.page == two.page and one.base - two.base <= _LINE_PITCH * em
    return is_close and goes_on(one.text, two.text)


def _gaps(above: TableRow, below: TableRow) -> list[float]:
    """The gaps between the lines of a row's value on the page of the next label, down to the first line beside that."""
    page = below.label[0].page
    lines = [line for line in [*above.value, *below.value[:1]] if line.page == page]
    return [one.base - two.base for one, two in pairwise(lines)] if below.value else []


def _count_below_gap(above: TableRow, below: TableRow) -> int:
    """How many of the last lines of a value stand below its widest gap beside or under its label."""
    gaps = _gaps(above, below)
    top = above.label[-1]
    beside = [line for line in above.value if line.page == top.page and line.base > top.base]
    gaps = gaps[max(0, len(beside) - 1) :] if top.page == below.label[0].page else gaps
    return len(gaps) - 1 - gaps.index(max(gaps)) if gaps else 0
