"""What the words of an unknown label speak for: `How many inhabitants` for the population.

`data/reference/label_words.csv` holds the words of labels in the partners' languages, each with the row of the template
that it speaks for and how strongly, on the scale of natural logarithms of odds. A word of the row `other` speaks for a
row that the template lacks, one without a row is common in labels and speaks for none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from ucap.documents.labels.known import find_label, without_number
from ucap.documents.lists.marks import starts_item
from ucap.vocabulary.folding import fold, tokens
from ucap.vocabulary.phrases import Found, Phrases
from ucap.vocabulary.reference import rows

OTHER = "other"
"""The name of all rows that the template lacks."""

_OF = re.compile(
    r"\b(?:of|within|in|each|for|der|des|innerhalb|pro|d[eou]s?|dans|dei|delle|di|nei|nelle|van|binnen|w|we|v|inom|för|til|af)\b"
)
"""Between the focus and the themes whose it is: `Focus areas within the themes`, `Axe principal des thèmes`."""
_COMPOUND = re.compile(
    r"\b(samenwerkings|samarbets|samarbejds|samarbeids|yhteistyö|koostöö|kooperations|projekt|project|haupt|hoofd|huvud|hoved|pää|pea)"
    r"(?=[^\W\d_]{3})",
    re.IGNORECASE,
)
"""The first part of compounds in labels: `Samarbetsmål`, `Hauptfokus`, `Koostöövaldkonnad`."""
_APOSTROPHE = re.compile("['’]")
_LONGEST = 150
_SHORTEST_MISSPELT = 6
_CLOSE_ENOUGH = 86  # of 100: one wrong letter in a word of seven
_SHARE_OF_MISSPELT = 0.7
_SHARE_OF_LABEL = 0.9

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Sense:
    """What a text says as a label.

    Attributes:
        weights: for each row of which it has words, how much these speak for it.
        share: the part of its words that occur in labels, 0 to 1.
    """

    weights: Weights
    share: float

    @property
    def most(self) -> float:
        """How much its words speak for the row for which they speak most; 0 where they speak for none."""
        return max(self.weights.values(), default=0.0)

    @property
    def row(self) -> str | None:
        """The row for which its words speak most, the first of several; None where they speak for none."""
        return max(self.weights, key=lambda row: self.weights[row], default=None)


NO_SENSE = Sense({}, 0.0)


@lru_cache(maxsize=4096)
def sense_of(text: str) -> Sense:
    """What the words of a label speak for; nothing if it is longer than any label.

    A compound that is not known by itself is taken apart: `Samenwerkingsthema's` are themes.
    """
    if len(text) > _LONGEST:
        return NO_SENSE
    text = without_number(text)
    apart = _COMPOUND.sub(r"\1 ", text)
    whole = _sense(text)
    return whole if whole.weights or apart == text else _sense(apart)


def _sense(text: str) -> Sense:
    words = tokens(text)
    found = list(_phrases().find(text))
    known = [any(one.start <= word.start < one.end for one in found) for word in words]
    weights: Counter[str] = Counter()
    for phrase in dict.fromkeys(one.value for one in found):
        weights.update(dict(phrase))
    if _is_focus_of_themes(text, found):
        del weights["themes"]
    count = float(sum(known))
    for word in (word.word for word, is_known in zip(words, known, strict=True) if not is_known):
        if near := _misspelt(word):
            weights.update({row: weight * _SHARE_OF_MISSPELT for row, weight in near})
            count += _SHARE_OF_MISSPELT
    return Sense(weights, count / len(words) if words else 0.0)


def _is_focus_of_themes(text: str, found: Sequence[Found[tuple[tuple[str, float], ...]]]) -> bool:
    """Whether the themes stand there as what has the focus; in `Themes and their focus` they are meant themselves."""
    places: dict[str, Found[tuple[tuple[str, float], ...]]] = {}
    for one in found:
        places |= {row: one for row, _weight in one.value if row not in places}
    focus, themes = places.get("focus"), places.get("themes")
    return bool(focus and themes and focus.end < themes.start and _OF.search(fold(text[focus.end : themes.start])))


def says_again(text: str, row: str | None, below: str) -> bool:
    """Whether a text in the line of a `row`'s label is that label in other words, above what stands `below`.

    `our objectives` behind `Tavoitteet:`. With a capital it may as well be the first entry, `Barriers to cooperation`,
    unless it is a known label or a list stands below.
    """
    sense = sense_of(text)
    if not text or row is None or sense.row != row or sense.share < _SHARE_OF_LABEL:
        return False
    known = find_label(text)
    return text[0].islower() or starts_item(below.lstrip()) or (known is not None and known.key == row)


def spans_of_label_words(text: str) -> list[tuple[int, int]]:
    """Where the words and phrases of labels stand in a text, in order; `d'habitants` is two words."""
    return [(one.start, one.end) for one in _phrases().find(_APOSTROPHE.sub(" ", text))]


def _misspelt(word: str) -> tuple[tuple[str, float], ...]:
    """What the word speaks for that was meant by one with a wrong letter."""
    if len(word) < _SHORTEST_MISSPELT or not word.isalpha():
        return ()
    near = process.extractOne(word, _single_words().keys(), scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)
    return _single_words()[near[0]] if near else ()


@cache
def _by_words() -> dict[str, tuple[tuple[str, float], ...]]:
    """For each word or phrase the rows that it speaks for."""
    found: dict[str, dict[str, float]] = {}
    for line in rows("label_words"):
        weights = found.setdefault(line["words"], {})
        if line["row"]:
            weights[line["row"]] = max(float(line["weight"]), weights.get(line["row"], 0.0))
    return {words: tuple(weights.items()) for words, weights in found.items()}


@cache
def _phrases() -> Phrases[tuple[tuple[str, float], ...]]:
    return Phrases(_by_words().items())


@cache
def _single_words() -> dict[str, tuple[tuple[str, float], ...]]:
    """The single words that are long enough to be known with a wrong letter, folded."""
    long = ((fold(words), rows) for words, rows in _by_words().items() if len(words) >= _SHORTEST_MISSPELT)
    return {word: rows for word, rows in long if word.isalpha()}
