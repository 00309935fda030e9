"""Lines of a page into the rows of the table: labels on the left, values in one column or two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ucap.documents.bullets import goes_on, starts_item
from ucap.documents.labels.known import CONTACT, HEAD_KEYS, Label, find_label, is_label_start
from ucap.documents.shapes.pdf.lines import Line

_ALIGNED = 2.5
"""Points within which things stand below each other."""
# In em.
_OUTDENT = 0.7  # bullets stand at most so far left of the values
_SAME_LINE = 0.35  # words so near in height share a line
_GAP = 0.9  # words so far apart do not follow each other
_LINE_PITCH = 1.35  # lines of a paragraph are at most so far apart
_LABEL_PITCH = 1.6  # lines of an unknown label are at most so far apart
_KNOWN_LABEL_PITCH = 3.0  # and of a known one
_LEAST_LABELS = 2
_LEAST_UNALIGNED = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns begin, in points: the first value column, and the second if there is one."""

    first: float
    second: float | None


@dataclass(slots=True)
class TableRow:
    """A row of the table: the lines of its label and of its value."""

    label: list[Line]
    value: list[Line] = field(default_factory=list)

    @property
    def label_text(self) -> str:
        """The whole label."""
        return " ".join(line.text for line in self.label)


def find_columns(lines: Iterable[Line], em: float) -> Columns | None:
    """Where the columns of the table begin, told from the lines that begin with a label; None without a table."""
    labelled = [(label, runs) for runs in (line.runs(em) for line in lines) if (label := _label_of(runs))]
    if len(labelled) < _LEAST_LABELS:
        return None
    left = _commonest([runs[0].left for _label, runs in labelled])
    labelled = [(label, runs) for label, runs in labelled if abs(runs[0].left - left) <= 2 * em]
    first = min(runs[1].left for _label, runs in labelled)
    seconds = [runs[-1].left for label, runs in labelled if label.key in HEAD_KEYS and len(runs) > 2]
    return Columns(first, _commonest(seconds) if seconds else None)


def _label_of(runs: list[Line]) -> Label | None:
    label = find_label(runs[0].text) if len(runs) > 1 else None
    return label if label and label.key != CONTACT else None


def _commonest(positions: Sequence[float]) -> float:
    """The position near which most of the others are."""
    return max(sorted(positions), key=lambda one: sum(abs(other - one) <= _ALIGNED for other in positions))


def table_rows(lines: Iterable[Line | None], columns: Columns, em: float) -> list[TableRow]:
    """The rows of the table in order. Where None stands among the lines the table is interrupted."""
    rows: list[TableRow] = []
    is_open = False
    for line in lines:
        parts = _parts(line, columns, em) if line else None
        if line is None or parts is None:
            is_open = is_open and line is not None
            continue
        label, value = parts
        if label and not (is_open and _extends(rows[-1], label, em)):
            rows.append(TableRow([]))
            is_open = True
        if label:
            rows[-1].label.append(label)
        if value and is_open:
            rows[-1].value.append(value)
    _mend_alignment(rows, em)
    return rows


def _parts(line: Line, columns: Columns, em: float) -> tuple[Line | None, Line | None] | None:
    """What of a line stands in the label column and what in the value's; None where it runs across both."""
    words = line.words
    cut = sum(word.left < columns.first - _OUTDENT * em for word in words)
    if 0 < cut < len(words):
        if not _begins_value(Line(line.page, words[cut:], line.source), words[cut - 1].right, columns, em):
            return None
    elif cut == len(words) and words[-1].right > columns.first + em:
        return None
    label = Line(line.page, words[:cut], line.source) if cut else None
    value = Line(line.page, words[cut:], line.source) if cut < len(words) else None
    return label, value


def _begins_value(rest: Line, right: float, columns: Columns, em: float) -> bool:
    """Whether words behind others, which end at `right`, are a value: apart, aligned, or behind a hanging bullet."""
    return rest.left - right >= _GAP * em or abs(rest.left - columns.first) <= _ALIGNED or starts_item(rest.text)


def _extends(row: TableRow, part: Line, em: float) -> bool:
    """Whether a line in the label column goes on with the label above it."""
    before, text = row.label[-1], row.label_text
    if text.endswith((":", "：")):
        return False
    distance = before.base - part.base if before.page == part.page else 0.0
    if is_label_start(f"{text} {part.text}"):
        return distance <= _KNOWN_LABEL_PITCH * em
    return (
        before.page == part.page and distance <= _LABEL_PITCH * em and not (find_label(text) or find_label(part.text))
    )


def sides(lines: Sequence[Line], columns: Columns) -> list[list[Line]]:
    """A value by columns: one for each side, or a single one where nothing tells them apart."""
    if columns.second is None:
        return [list(lines)]
    edge = columns.second - _ALIGNED
    cuts = [sum(word.left < edge for word in line.words) for line in lines]
    left = [Line(line.page, line.words[:cut], line.source) for line, cut in zip(lines, cuts, strict=True) if cut]
    right = [
        Line(line.page, line.words[cut:], line.source)
        for line, cut in zip(lines, cuts, strict=True)
        if cut < len(line.words)
    ]
    return [left, right]


def _mend_alignment(rows: list[TableRow], em: float) -> None:
    """Give lines to the row below where labels do not stand at the top of their cells but half-way down."""
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
