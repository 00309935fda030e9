"""A running text by its words, as labels are looked for in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from ucap.documents.labels.tears import singular
from ucap.documents.traced import Span
from ucap.vocabulary.folding import tokens

_END = re.compile(r"(?:-(?=\s))?(?:\*(?=\s)|[†‡¹²³])?[)\]）.…,]*(?:[ \t]*[:：])?")  # ") :", "*" of "Population*"
_COLON = re.compile(r"[)\]）.…,]*[ \t]*[:：]")  # ") :"
_LINE_START = re.compile(r"(?:\A|[\n\f\t])[ \t]*\Z")
_SMALL_LETTER = re.compile(r"\s*\(?[a-z]")  # " (in km²"
_FIGURE = re.compile(
    r"\s+(?:(?:over|about|approx\w*\.?|around|ca\.?|circa|nearly|almost|some|more\s+than|[~≈><])\s*)?(?:\d|n\.?/?a\b)",
    re.I,
)  # " about 3", " n/a"
_OPENING = "(（["
_LONGEST_PUNCTUATION = 4
_INDENT = 9


class Stretch(NamedTuple):
    """Some words in a row: the index of the first, and how many."""

    first: int
    length: int

    @property
    def after(self) -> int:
        """The index of the word behind."""
        return self.first + self.length


class RunningText:
    """A text and its words, which are folded and in the singular.

    `is_wrapped` says that the line ends of the text are those of the page.
    """

    def __init__(self, text: str, *, is_wrapped: bool) -> None:
        self.text = text
        self.is_wrapped = is_wrapped
        self._tokens = tokens(text)
        self.words = [singular(token.word) for token in self._tokens]
        self._lengths = [0, *accumulate(token.end - token.start + 1 for token in self._tokens)]
        self._indices: dict[str, list[int]] = {}
        for index, word in enumerate(self.words):
            self._indices.setdefault(word, []).append(index)

    def knows(self, words: Sequence[str]) -> bool:
        """Whether each of the words stands somewhere."""
        return all(word in self._indices for word in words)

    def count_at(self, index: int, words: Sequence[str]) -> int:
        """How many of the words, from the first on, stand at `index` with no more than punctuation between them."""
        count = 0
        for word, found in zip(words, self.words[index : index + len(words)], strict=False):
            if word != found or (count and not self._is_next(index + count)):
                break
            count += 1
        return count

    def has(self, words: Sequence[str], index: int) -> bool:
        """Whether the words stand at `index`, with no more than punctuation between them."""
        return self.count_at(index, words) == len(words)

    def _is_next(self, index: int) -> bool:
        """Whether no more than punctuation stands between a word and the one before."""
        between = self.text[self._tokens[index - 1].end : self._tokens[index].start]
        return len(between.strip()) <= _LONGEST_PUNCTUATION

    def places(self, words: Sequence[str], after: int, longest_gap: int) -> Iterator[int]:
        """Where the words stand beyond the word `after`, up to so many characters away, from near to far.

        Where the text keeps the lines of the page, only beginnings of lines count.
        """
        indices = self._indices.get(words[0], [])
        for index in indices[bisect_right(indices, after) :]:
            if self._lengths[index] - self._lengths[after] > longest_gap:
                return
            if self.has(words, index) and (not self.is_wrapped or self._may_begin_line(index)):
                yield index

    def gap(self, one: Stretch, two: Stretch) -> int:
        """How many characters stand between two stretches."""
        return self._lengths[two.first] - self._lengths[one.after]

    def is_capital(self, index: int) -> bool:
        """Whether a word begins with a capital."""
        return self.text[self._tokens[index].start].isupper()

    def is_small(self, index: int) -> bool:
        """Whether a word begins with a small letter."""
        return self.text[self._tokens[index].start].islower()

    def begins_line(self, index: int) -> bool:
        """Whether a word stands at the beginning of a line, or behind the template's wording."""
        start = self.span(Stretch(index, 1))[0]
        return bool(_LINE_START.search(self.text, max(0, start - _INDENT), start))

    def _may_begin_line(self, index: int) -> bool:
        return self.begins_line(index) or self.text[self._tokens[index].start - 1] in _OPENING

    def span(self, stretch: Stretch) -> Span:
        """The range of the words with the brackets, points and the colon that belong to them, or a hyphen torn off."""
        start, last = self._tokens[stretch.first].start, self._tokens[stretch.after - 1].end
        end = _END.match(self.text, last)
        return start - (start > 0 and self.text[start - 1] in _OPENING), end.end() if end else last

    def has_colon(self, stretch: Stretch) -> bool:
        """Whether a colon stands behind the words."""
        return bool(_COLON.match(self.text, self._tokens[stretch.after - 1].end))

    def has_figure(self, stretch: Stretch) -> bool:
        """Whether a figure stands behind the words, or the statement that there is none."""
        return bool(_FIGURE.match(self.text, self._tokens[stretch.after - 1].end))

    def behind(self, stretch: Stretch, count: int) -> str:
        """So many words behind a stretch, as they are written."""
        tokens_behind = self._tokens[stretch.after : stretch.after + count]
        return self.text[tokens_behind[0].start : tokens_behind[-1].end] if tokens_behind else ""

    def goes_on_small(self, stretch: Stretch) -> bool:
        """Whether small letters follow. Values begin with capitals, so that a label before these is not complete."""
        return bool(_SMALL_LETTER.match(self.text, self.span(stretch)[1]))
