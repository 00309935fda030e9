"""How labels tear: into which lines a narrow column breaks each wording of a label."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from ucap.documents.labels.known import CONTACT, UNIMPORTANT, Label, known_labels
from ucap.documents.labels.taught import NOTHING_TAUGHT, Taught
from ucap.typography import width
from ucap.vocabulary.folding import tokens

TOLERANCE = 1.05
"""By how much an estimated width may be wrong."""
_NARROWEST_COLUMN = 7.0
_BOUNDLESS = 1e9


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """A label with its folded words, which of them have a capital, and its printed width in em.

    There is one object for each, so that they are compared, and kept in caches, by identity.
    """

    label: Label
    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    width: float
    important_count: int


@dataclass(frozen=True, slots=True)
class Tear:
    """A way to break a label into lines: after how many words each ends, and the column widths at which it happens."""

    ends: tuple[int, ...]
    narrowest: float
    widest: float


def singular(word: str) -> str:
    """A word without its plural s."""
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


@lru_cache(maxsize=16)
def labels_by_first_word(taught: Taught = NOTHING_TAUGHT) -> dict[str, list[Wording]]:
    """The labels of the template's rows by their first word, each sequence of words once."""
    wordings: dict[tuple[str, ...], Wording] = {}
    for label in (*taught.all_labels(), *known_labels()):
        if label.key and label.key != CONTACT:
            found = tokens(label.wording)
            label_words = tuple(singular(token.word) for token in found)
            capitals = tuple(label.wording[token.start].isupper() for token in found)
            important_count = sum(word not in UNIMPORTANT for word in label_words)
            wording = Wording(label, label_words, capitals, width(label.wording), important_count)
            wordings.setdefault(label_words, wording)
    by_first: dict[str, list[Wording]] = {}
    for wording in wordings.values():
        by_first.setdefault(wording.words[0], []).append(wording)
    return by_first


@cache
def tears(label: Wording) -> tuple[Tear, ...]:
    """The ways in which a narrow column breaks the label: each line takes as many words as fit."""
    found = tokens(label.label.wording)
    starts = [token.start for token in found] + [len(label.label.wording)]
    return tuple(_breaks(label.label.wording, starts, (0,), 0.0, _BOUNDLESS))


def _breaks(wording: str, starts: list[int], ends: tuple[int, ...], least: float, most: float) -> Iterator[Tear]:
    """All tears that begin with lines that end after `ends` words; the column is `least` to `most` em wide."""
    start, count = ends[-1], len(starts) - 1
    for end in range(start + 1, count + 1):
        narrowest = max(least, width(wording[starts[start] : starts[end]].rstrip()))
        widest = most if end == count else min(most, width(wording[starts[start] : starts[end + 1]].rstrip()))
        if narrowest > most * TOLERANCE:
            return
        if widest * TOLERANCE < max(narrowest, _NARROWEST_COLUMN):
            continue
        if end < count:
            yield from _breaks(wording, starts, (*ends, end), narrowest, widest)
        elif start:
            yield Tear((*ends[1:], end), narrowest / TOLERANCE, widest * TOLERANCE)
