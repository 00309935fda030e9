"""Labels above their values: lines that are a label, as its words or its print shows, and the lines below them.

Print counts where most known labels are set in another print than the text, or where no label is known at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import groupby, takewhile

from ucap.documents.labels.known import CONTACT, find_label
from ucap.documents.lists.marks import starts_item
from ucap.documents.shapes.pdf.lines import Line

Print = tuple[str, float]
"""A font and its size in points."""

_MOST_LINES = 4
"""Lines of a label."""
_LEAST_KNOWN = 3
_LEAST_LABELS = 5
_MOST_WORDS = 16
_YEAR = re.compile(r"\W*(?:[^\W\d]+ )?(?:19|20)\d\d\W*")  # "2019", "Year 2018:"
_TEXT_SHARE = 0.25
"""A line of text, and not of signs alone, is so much as wide as its column."""
_MOST_SHARE = 0.5
"""Of the lines at most so many are labels."""


class Headings:
    """Which lines are labels, or go on with one, in text whose labels stand above their values.

    Args:
        lines: all lines of the document in reading order.
        print_of: the print of a line's first word.
    """

    def __init__(self, lines: Sequence[Line], print_of: Callable[[Line], Print | None]) -> None:
        self._lines, self._print_of = lines, print_of

    def length(self, lines: Sequence[Line]) -> int:
        """How many of the first lines are a label; 0 where they begin with none."""
        if not self._print:
            return _known_length(lines)
        if known := _known_length(list(takewhile(self._is_in_print, lines[:_MOST_LINES]))):
            return known
        if not self._is_in_label(lines[0]):
            return 0
        count = next((index for index, line in enumerate(lines) if index and not self._is_in_label(line)), len(lines))
        ends = (index for index in range(1, count) if _parts_labels(lines[index - 1], lines[index]))
        return next(ends, count) if count <= _MOST_LINES else 1

    def are_columns(self, left: Sequence[Line], right: Sequence[Line]) -> bool:
        """Whether lines on the left have labels with values below them, and so no values beside them on the right."""
        index = rows = labels = texts = 0
        is_below_label = False
        widest = max((line.right - line.left for line in left), default=0.0)
        while index < len(left):
            length = self.length(left[index:])
            is_text = not length and left[index].right - left[index].left >= _TEXT_SHARE * widest
            rows += is_text and is_below_label
            is_below_label = bool(length)
            labels, texts = labels + length, texts + is_text
            index += max(1, length)
        return bool(right) and rows >= _LEAST_KNOWN and texts >= labels

    def are_sides(self, left: Sequence[Line], right: Sequence[Line]) -> bool:
        """Whether lines on the right have no labels and stand beside the values below those on the left: two sides."""
        labels: set[float] = set()
        index = 0
        while index < len(left):
            length = self.length(left[index:])
            labels.update(line.base for line in left[index : index + length])
            index += max(1, length)
        values = {line.base for line in left} - labels
        has_labels = any(self.length(right[index:]) for index in range(len(right)))
        return len(labels) >= _LEAST_KNOWN and not has_labels and all(line.base in values for line in right)

    def _is_in_label(self, line: Line) -> bool:
        return self._is_in_print(line) and not _YEAR.fullmatch(line.text)

    def _is_in_print(self, line: Line) -> bool:
        return self._print_of(line) == self._print

    @cached_property
    def _print(self) -> Print | None:
        """The print of labels, where they have one of their own."""
        prints = [self._print_of(line) for line in self._lines]
        known = Counter(
            print_
            for index, print_ in enumerate(prints)
            if print_ and _known_length(self._lines[index : index + _MOST_LINES])
        )
        if known.total() >= _LEAST_KNOWN:
            likely = known.most_common(1)[0][0]
            return likely if self._is_apart(prints, likely) else None
        fitting = [print_ for print_ in Counter(filter(None, prints)) if self._is_apart(prints, print_)]
        bold = [print_ for print_ in fitting if "bold" in print_[0].lower()]
        return max(bold or fitting, key=prints.count, default=None)

    def _is_apart(self, prints: Sequence[Print | None], print_: Print) -> bool:
        """Whether lines of a print stand one by one, short, between lines of another."""
        groups = [
            (is_label, list(group))
            for is_label, group in groupby(zip(prints, self._lines, strict=True), key=lambda item: item[0] == print_)
        ]
        labels = [[line for _print, line in group] for is_label, group in groups if is_label]
        share = sum(map(len, labels)) / len(prints)
        is_plain = all(len(label) > _MOST_LINES or not starts_item(label[0].text) for label in labels)
        return len(labels) >= _LEAST_LABELS and share <= _MOST_SHARE and is_plain


def _parts_labels(before: Line, line: Line) -> bool:
    """Whether a line in the print of labels begins another label than the line before."""
    return before.text.endswith((":", "：")) or before.page != line.page


def _known_length(lines: Sequence[Line]) -> int:
    """How many of the first lines are a known label as a whole."""
    text, length = "", 0
    for count, line in enumerate(lines[:_MOST_LINES], 1):
        if text and _YEAR.fullmatch(line.text):
            break
        text = f"{text} {line.text}" if text else line.text
        found = find_label(text)
        if found and found.key != CONTACT:
            length = count
        if len(text.split()) > _MOST_WORDS or line.page != lines[0].page:
            break
    return length
