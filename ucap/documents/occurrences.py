"""Where in a running text a label may stand, whole or torn into lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ucap.documents.labels import Label
from ucap.documents.tears import TOLERANCE, Tear, Wording, labels_by_first_word, singular, tears
from ucap.documents.traced import Span
from ucap.vocabulary import Token, tokens

_LABEL_END = re.compile(r"[)\]）.…,]*(?:[ \t]*[:：])?")
_COLON = re.compile(r"[)\]）.…,]*[ \t]*[:：]")
_LINE_START = re.compile(r"(?:\A|[\n\f\t])[ \t]*\Z")
_SMALL_LETTER = re.compile(r"\s*\(?[a-z]")
_LONGEST_GAP = 170
"""Characters of a value line that may stand between two lines of a label."""
_LONGEST_PUNCTUATION = 4
_BOUNDLESS = 1e9


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A label found in a text.

    Attributes:
        label: whose label it is.
        fragments: where its lines stand, the colon included; a single range if it is whole.
        weight: how much speaks for it: its words, its colon; tears speak against it.
        narrowest: the label column, in em, is at least as wide.
        widest: and narrower than this.
    """

    label: Label
    fragments: tuple[Span, ...]
    weight: float
    narrowest: float
    widest: float

    @property
    def start(self) -> int:
        """Where the label begins."""
        return self.fragments[0][0]

    @property
    def end(self) -> int:
        """Where its last line ends."""
        return self.fragments[-1][1]


def occurrences(text: str, *, is_wrapped: bool) -> list[list[Occurrence]]:
    """For each word at which labels may begin, in order, these labels.

    `is_wrapped` says that the line ends of the text are those of the page, so that each line of a torn
    label begins one.
    """
    running = _Running(text, is_wrapped)
    return [found for found in map(running.labels_at, range(len(running.tokens))) if found]


class _Running:
    """A running text by words, asked for labels word by word."""

    def __init__(self, text: str, is_wrapped: bool) -> None:
        self.text = text
        self.is_wrapped = is_wrapped
        self.tokens: list[Token] = tokens(text)
        self.words = [singular(token.word) for token in self.tokens]
        self._lengths = [0, *accumulate(token.end - token.start + 1 for token in self.tokens)]
        self._indices: dict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self.words):
            self._indices[word].append(index)

    def labels_at(self, index: int) -> list[Occurrence]:
        """The labels that may begin at a word."""
        candidates = labels_by_first_word().get(self.words[index], ())
        start = self.tokens[index].start
        if not candidates or self.text[start].islower():
            return []
        return [found for label in candidates for found in self._occurrences(label, index)]

    def _occurrences(self, label: Wording, index: int) -> Iterator[Occurrence]:
        if self._has(label.words, index):
            yield from self._whole(label, index)
        for tear in tears(label) if self._has(label.words[:1], index) else ():
            found = self._fragments(label, tear, index)
            if found:
                yield found

    def _has(self, label_words: tuple[str, ...], index: int) -> bool:
        """Whether the words stand at `index`, with no more than punctuation between them."""
        end = index + len(label_words)
        return tuple(self.words[index:end]) == label_words and all(
            len(self.text[one.end : two.start].strip()) <= _LONGEST_PUNCTUATION
            for one, two in pairwise(self.tokens[index:end])
        )

    def _whole(self, label: Wording, index: int) -> Iterator[Occurrence]:
        span, has_colon = self._span(index, len(label.words))
        at_line_start = bool(_LINE_START.search(self.text, max(0, span[0] - 9), span[0]))
        if len(label.words) == 1 and not (has_colon or at_line_start):
            return
        is_broken = "\n" in self.text[slice(*span)]
        weight = label.important_count - 0.5 * (len(label.words) == 1) + 1.5 * has_colon + 0.5 * at_line_start
        weight -= 1.0 * (not has_colon and self._goes_on(span[1]))
        yield Occurrence(label.label, (span,), weight, 0.0 if is_broken else label.width / TOLERANCE, _BOUNDLESS)

    def _goes_on(self, end: int) -> bool:
        """Whether small letters follow: values begin with capitals, so that the label may be longer."""
        return bool(_SMALL_LETTER.match(self.text, end))

    def _fragments(self, label: Wording, tear: Tear, index: int) -> Occurrence | None:
        """The label torn in the given way: each line at its nearest place, the last one at a colon if there is one."""
        if not self._has(label.words[: tear.ends[0]], index):
            return None
        places = [(index, tear.ends[0])]
        for start, end in pairwise(tear.ends):
            place = self._place_of(label, start, end, sum(places[-1]))
            if place is None or (place == places[0][1] + index):
                return None
            places.append((place, end - start))
        found = [self._span(*place) for place in places]
        spans, has_colon = tuple(span for span, _has_colon in found), found[-1][1]
        misfits = self._misfits(label, places)
        weight = label.important_count + 2.0 * has_colon - 0.5 * len(places) - 1.5 * misfits - 0.002 * self._gap(places)
        weight -= 1.0 * self._goes_on(spans[0][1]) + 0.5 * self._repeats(label, tear, places)
        return Occurrence(label.label, spans, weight, tear.narrowest, tear.widest)

    def _place_of(self, label: Wording, start: int, end: int, after: int) -> int | None:
        """The index of the word at which a line of the label stands, at `after` or later.

        It stands at `after` where the value has ended beside the lines above.
        """
        fragment = label.words[start:end]
        if self._has(fragment, after) and (label.capitals[start] or not self.text[self.tokens[after].start].isupper()):
            return after
        return self._next_place(fragment, after, is_last=end == len(label.words))

    def _next_place(self, fragment: tuple[str, ...], after: int, *, is_last: bool) -> int | None:
        """The index of the word at which the fragment stands next: beyond some of the value, at most a line of it."""
        first = None
        indices = self._indices[fragment[0]]
        for index in indices[bisect_right(indices, after) :]:
            if self._lengths[index] - self._lengths[after] > _LONGEST_GAP:
                break
            if self._has(fragment, index) and (not self.is_wrapped or self._begins_line(self.tokens[index].start)):
                if not is_last or self._span(index, len(fragment))[1]:
                    return index
                first = index if first is None else first
        return first

    def _repeats(self, label: Wording, tear: Tear, places: list[tuple[int, int]]) -> int:
        """How often the last word of a line stands before the next line, too: there it may belong."""
        return sum(
            two[0] > sum(one) and self.words[two[0] - 1] == label.words[end - 1]
            for end, (one, two) in zip(tear.ends, pairwise(places), strict=False)
        )

    def _gap(self, places: list[tuple[int, int]]) -> int:
        """How many characters of the value stand between the lines of a label."""
        return sum(self._lengths[two[0]] - self._lengths[sum(one)] for one, two in pairwise(places))

    def _misfits(self, label: Wording, places: list[tuple[int, int]]) -> int:
        """How many words have a capital where the label has none: words of the value, perhaps."""
        found = [token for index, count in places for token in self.tokens[index : index + count]]
        return sum(
            self.text[token.start].isupper() and not is_capital
            for token, is_capital in zip(found, label.capitals, strict=True)
        )

    def _begins_line(self, start: int) -> bool:
        return bool(_LINE_START.search(self.text, max(0, start - 9), start)) or self.text[start - 1 : start] in "(（"

    def _span(self, index: int, count: int) -> tuple[Span, bool]:
        """The range of `count` words with the punctuation that belongs to them, and whether a colon ends it."""
        start, last = self.tokens[index].start, self.tokens[index + count - 1].end
        if start and self.text[start - 1] in "(（[":
            start -= 1
        end = _LABEL_END.match(self.text, last)
        return (start, end.end() if end else last), bool(_COLON.match(self.text, last))
