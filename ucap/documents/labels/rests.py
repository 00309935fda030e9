"""The rest of a label that a narrow column broke, where nothing but its words shows it.

    What the action plan sets - Put one product made of seaweed on the shelves of both
    out to do countries
    - Share the wind measurements of two harbours

The first line of the value is full, so that the next line holds more of it, behind the rest of the label. Where the
first line is not full, the rest may stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ucap.documents.bullets import starts_item
from ucap.documents.labels.lexicon import sense_of, spans_of_label_words
from ucap.documents.labels.tears import TOLERANCE
from ucap.documents.traced import Span
from ucap.typography import width
from ucap.vocabulary.reference import word_list

_WORD = re.compile(r"\S+")
_ITEM = re.compile(r"[•●▪→➔►*–-](?=\s)|\d{1,2}[.)](?=\s)")  # "• ", "2) "
_MOST_WORDS, _MOST_LINES = 6, 3
_FULL = 0.85
_SHARE_OF_WIDTHS = 0.75
_LEAST = 0.5
_OF_ROW, _COMMON, _STRANGE = 1.5, 0.4, -1.5
_BEHIND_OPEN, _ENDS_OPEN = 2.0, -2.0
_BEFORE_ITEM, _BEFORE_CAPITAL, _BEFORE_SMALL, _ALONE = 4.0, 0.7, -0.3, 0.5


@dataclass(frozen=True, slots=True)
class Page:
    """A text whose line ends are those of the page, and the widths of its lines and of its column of labels, in em."""

    text: str
    widest_line: float
    widest_label: float

    @classmethod
    def of(cls, text: str, labels: list[Span]) -> Page:
        """The page of a text in which these labels begin lines."""
        widths = sorted(width(text[slice(*label)]) for label in labels if begins_line(text, label))
        widest = widths[min(len(widths) - 1, int(len(widths) * _SHARE_OF_WIDTHS))] if widths else 0.0
        return cls(text, max(width(line.strip("\f ")) for line in text.split("\n")), widest)

    def rests_of(self, label: Span) -> tuple[Span, ...]:
        """Where the other lines of a label stand that begins a line, and whose value stands beside it."""
        rests: list[Span] = []
        line = label if begins_line(self.text, label) else None
        while line and len(rests) < _MOST_LINES and (line := self._rest(line)):
            rests.append(line)
        return tuple(rests)

    def _rest(self, label: Span) -> Span | None:
        end = self.text.find("\n", label[1])
        if end < 0 or not self.text[label[1] : end].strip():
            return None
        stop = self.text.find("\n", end + 1)
        line = (end + 1, len(self.text) if stop < 0 else stop)
        words = list(_WORD.finditer(self.text, *line))[: _MOST_WORDS + 1]
        if not words or starts_item(self.text[words[0].start() : line[1]]):
            return None
        before = self.text[slice(*label)]
        if width(f"{before} {words[0][0]}") * TOLERANCE <= self.widest_label:
            return None
        start = self.text.rfind("\n", 0, label[0]) + 1
        is_full = width(self.text[start:end]) >= _FULL * self.widest_line
        is_open = before.split()[-1].casefold() in word_list("label-goes-on")
        if not (is_open or words[0][0][0].islower()):
            return None
        weighed = list(self._weighed(line, words, is_full=is_full))
        best, rest = max(weighed, default=(0.0, line))
        return rest if best + _BEHIND_OPEN * is_open >= _LEAST else None

    def _weighed(self, line: Span, words: list[re.Match[str]], *, is_full: bool) -> Iterator[tuple[float, Span]]:
        """For each number of words how much speaks for it that they are the rest, and where that stands."""
        known = [(line[0] + low, line[0] + high) for low, high in spans_of_label_words(self.text[slice(*line)])]
        weight = 0.0
        for number, word in enumerate(words[:_MOST_WORDS], 1):
            weight += _weight(self.text, word.span(), known)
            rest = (words[0].start(), word.end())
            if width(self.text[slice(*rest)]) > self.widest_label * TOLERANCE or (number == len(words) and is_full):
                return
            ends_open = word[0].casefold() in word_list("label-goes-on")
            yield weight + _ENDS_OPEN * ends_open + _behind(self.text, word.end(), line[1]), rest


def begins_line(text: str, span: Span) -> bool:
    """Whether nothing stands before a range in its line."""
    return not text[text.rfind("\n", 0, span[0]) + 1 : span[0]].strip()


def _weight(text: str, word: Span, known: list[Span]) -> float:
    found = next((span for span in known if span[0] < word[1] and word[0] < span[1]), None)
    if found is None:
        return _STRANGE
    return _OF_ROW if sense_of(text[slice(*found)]).weights else _COMMON


def _behind(text: str, position: int, end: int) -> float:
    """What the text behind speaks for the end of a label there."""
    behind = text[position:end].lstrip()
    if not behind:
        return _ALONE
    if _ITEM.match(behind):
        return _BEFORE_ITEM
    return _BEFORE_SMALL if behind[0].islower() else _BEFORE_CAPITAL
