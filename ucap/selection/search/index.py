"""An inverted index: for each folded word, where it stands in the texts; typos are forgiven.

Postings are places, numbered through all texts, so that a phrase is an intersection of shifted postings (Manning,
Raghavan, Schütze: Introduction to Information Retrieval, 2.4.2).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from ucap.vocabulary.folding import words

Numbers = NDArray[np.int32]
_REMEMBERED = 256  # terms
_SHORT = 3  # letters: "eu" is meant as the beginning of a word, not as a part of "museum"
_ALIKE = 0.76  # of the letters: "mobilty" is like "mobility" by 0.88, "xian" no more like "xuan" than by 0.75
Likely = tuple[str, float]


class Index:
    """The words of texts, which are numbered as they come."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._ids: dict[str, int] = {}
        word_ids, lengths = self._read(texts)
        # A place between two texts is left free, so that no phrase runs from one into the other.
        self._ends = np.cumsum(lengths + 1, dtype=np.int32)
        self._bounds = np.append(0, np.cumsum(np.bincount(word_ids, minlength=len(self._ids))))
        self._places = _sorted_places(word_ids, lengths)
        self._words = list(self._ids)
        # All words as one text, each on a line: a part of one is found in it at the speed of memory.
        self._lines = "\n".join(["", *self._words, ""])
        self._line_ends = np.cumsum([len(word) + 1 for word in self._words], dtype=np.int64)
        self._found = lru_cache(_REMEMBERED)(self._look_for)

    @property
    def text_count(self) -> int:
        """How many texts there are."""
        return len(self._ends)

    def search(self, wanted: tuple[str, ...], is_exact: bool) -> Numbers:
        """The numbers of the texts in which the words stand one behind the other, in the order of the texts.

        With `is_exact` the words stand as they are, else the last one, or the only one, may be a part of a longer word.
        """
        return self._found(wanted, is_exact)

    def likely(self, word: str) -> Iterator[Likely]:
        """The words of the texts that are like one, with how much they are: 1 is the same.

        Short words are too much alike to be taken for one another.
        """
        alike = process.extract_iter(word, self._words, scorer=OSA.normalized_similarity, score_cutoff=_ALIKE)
        return ((one, likeness) for one, likeness, _place in alike if min(len(word), len(one)) > _SHORT)

    def _read(self, texts: Iterable[str]) -> tuple[Numbers, Numbers]:
        """The number of the word at each place, and how many words each text has."""
        read, lengths = array("i"), array("i")
        for text in texts:
            found = words(text)
            lengths.append(len(found))
            read.extend([self._ids.setdefault(word, len(self._ids)) for word in found])
        return np.frombuffer(read, np.int32), np.frombuffer(lengths, np.int32)

    def _look_for(self, wanted: tuple[str, ...], is_exact: bool) -> Numbers:
        *before, last = wanted
        lasts = [last] if is_exact else self._words_with(last, is_alone=not before)
        found = np.concatenate([self._places[:0], *map(self._places_of, lasts)])
        for distance, word in enumerate(reversed(before), 1):
            found = found[np.isin(found, self._places_of(word) + np.int32(distance), kind="sort")]
        return np.unique(np.searchsorted(self._ends, found, side="right")).astype(np.int32)

    def _places_of(self, word: str) -> Numbers:
        at = self._ids.get(word)
        return self._places[:0] if at is None else self._places[self._bounds[at] : self._bounds[at + 1]]

    def _words_with(self, part: str, *, is_alone: bool) -> list[str]:
        """The words that `is_part` takes the part for a part of."""
        wanted = part if is_alone and len(part) > _SHORT else f"\n{part}"
        found, at = [], self._lines.find(wanted)
        while at >= 0:
            line = int(np.searchsorted(self._line_ends, at, side="right"))
            found.append(self._words[line])
            at = self._lines.find(wanted, int(self._line_ends[line]))
        return found


def _sorted_places(word_ids: Numbers, lengths: Numbers) -> Numbers:
    """The places of all words, those of the first word first; made in steps that need little memory beside them."""
    order = np.argsort(word_ids, kind="stable").astype(np.int32)
    order += np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)[order]
    return order


def is_part(part: str, word: str, *, is_alone: bool) -> bool:
    """Whether a word begins with the part; a part that is not short and stands alone may also be inside of it."""
    return part in word if is_alone and len(part) > _SHORT else word.startswith(part)
