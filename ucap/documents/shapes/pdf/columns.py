"""Where the columns of a table without upright lines begin: the values, and in the head a second column of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ucap.documents.labels.known import CONTACT, HEAD_KEYS, Label, find_in_two_languages, find_label
from ucap.documents.lists.marks import starts_item
from ucap.documents.shapes.pdf.lines import GAP, Line, behind_gaps

_ALIGNED = 2.5
"""Points within which things stand below each other."""
# In em.
_OUTDENT = 0.7  # bullets stand at most so far left of the values
_BULLET_GAP = 0.5  # and a word so far from a bullet behind it
_NARROWEST = 3.0
_LEAST_LABELS = 2
_LEAST_LINES = 5
"""Lines that go on behind a gap at the same place, where no label is known."""
_CROSSING_WEIGHT = 1.5
_PARTS, _LEAST_OF_THREE = 3, 3


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns begin, in points: the first value column, and the second if there is one."""

    first: float
    second: float | None

    def parts(self, line: Line, em: float) -> tuple[Line | None, Line | None] | None:
        """What of a line stands in the label column and what in the value's; None where it runs across both."""
        words = line.words
        cut = sum(word.left < self.first - _OUTDENT * em for word in words)
        if 0 < cut < len(words):
            if not self._begins_value(Line(line.page, words[cut:], line.source), words[cut - 1].right, em):
                return None
        elif cut == len(words) and words[-1].right > self.first + em:
            return None
        label = Line(line.page, words[:cut], line.source) if cut else None
        value = Line(line.page, words[cut:], line.source) if cut < len(words) else None
        return label, value

    def _begins_value(self, rest: Line, right: float, em: float) -> bool:
        """Whether words behind others, which end at `right`, are a value: apart, aligned, or behind a bullet."""
        gap = rest.left - right
        is_behind_bullet = gap >= _BULLET_GAP * em and starts_item(rest.text)
        return gap >= GAP * em or abs(rest.left - self.first) <= _ALIGNED or is_behind_bullet


def find_columns(lines: Sequence[Line], em: float) -> Columns | None:
    """Where the columns of the table begin: known by the lines that begin with a label, or else by the gaps."""
    labelled = [(label, runs) for runs in (line.runs(em) for line in lines) if (label := _label_of(runs))]
    if len(labelled) < _LEAST_LABELS:
        return _columns_by_gaps(lines, em)
    left = commonest([runs[0].left for _label, runs in labelled])
    value = commonest([runs[1].left for _label, runs in labelled])
    labelled = [
        (label, runs)
        for label, runs in labelled
        if abs(runs[0].left - left) <= 2 * em or abs(runs[1].left - value) <= _ALIGNED
    ]
    first = min(runs[1].left for _label, runs in labelled)
    heads = [runs for label, runs in labelled if label.key in HEAD_KEYS]
    seconds = [runs[-1].left for runs in heads if len(runs) > 2]
    return Columns(first, commonest(seconds) if seconds else None if heads else _second(lines, first, em))


def has_labels_beside(lines: Sequence[Line], em: float) -> bool:
    """Whether known labels stand beside their values."""
    return sum(_label_of(line.runs(em)) is not None for line in lines) >= _LEAST_LABELS


def _label_of(runs: list[Line]) -> Label | None:
    label = find_label(runs[0].text) or find_in_two_languages(runs[0].text) if len(runs) > 1 else None
    return label if label and label.key != CONTACT else None


def commonest(positions: Sequence[float]) -> float:
    """The position near which most of the others are."""
    return max(sorted(positions), key=lambda one: sum(abs(other - one) <= _ALIGNED for other in positions))


def _columns_by_gaps(lines: Sequence[Line], em: float) -> Columns | None:
    """The columns where many lines have a gap at the same place and few run across it, or two in a short table."""
    starts = [word.left for line in lines for word in behind_gaps(line, em)]
    left = min((line.left for line in lines), default=0.0)
    places = [place for place in _clusters(starts, _LEAST_LINES) if place > left + _NARROWEST * em]
    weights = [(_weight(lines, place, em), -place) for place in places]
    weight, place = max(weights, default=(0.0, 0.0))
    if weight < _LEAST_LINES:
        return _columns_of_three(lines, em)
    first = -place
    return Columns(first, _second(lines, first, em))


def _columns_of_three(lines: Sequence[Line], em: float) -> Columns | None:
    """The columns of a short table whose lines have two gaps each, as those of the head have: a label and two sides."""
    runs = [runs for line in lines if len(runs := line.runs(em)) == _PARTS]
    if len(runs) < _LEAST_OF_THREE:
        return None
    first, second = (commonest([parts[number].left for parts in runs]) for number in (1, 2))
    aligned = sum(abs(one.left - first) <= _ALIGNED >= abs(two.left - second) for _label, one, two in runs)
    crossing = sum(word.left < place < word.right for line in lines for word in line.words for place in (first, second))
    return Columns(first, second) if aligned >= max(_LEAST_OF_THREE, 2 * crossing) else None


def _second(lines: Sequence[Line], first: float, em: float) -> float | None:
    """Where a second column of values begins, which lines further down may run across."""
    columns = Columns(first, None)
    values = [parts[1] for line in lines if (parts := columns.parts(line, em)) and parts[1]]
    starts = [word.left for value in values for word in behind_gaps(value, em)]
    places = [place for place in _clusters(starts, _LEAST_LABELS) if place > first + _NARROWEST * em]
    return max(places, key=lambda place: _weight(values[: 2 * _LEAST_LINES], place, em), default=None)


def _clusters(starts: Sequence[float], least: int) -> list[float]:
    """The places at which at least so many of the given ones are."""
    return [one for one in sorted(set(starts)) if sum(abs(other - one) <= _ALIGNED for other in starts) >= least]


def _weight(lines: Sequence[Line], place: float, em: float) -> float:
    """How much speaks for a column that begins at a place: lines with a gap there, less those that run across it."""
    weight = 0.0
    for line in lines:
        before = [word for word in line.words if word.left < place - _OUTDENT * em]
        behind = [word for word in line.words if word.left >= place - _OUTDENT * em]
        if (before and before[-1].right > place) or (
            before and behind and behind[0].left - before[-1].right < GAP * em / 2
        ):
            weight -= _CROSSING_WEIGHT
        elif before and behind and abs(behind[0].left - place) <= _ALIGNED:
            weight += 1.0
    return weight
