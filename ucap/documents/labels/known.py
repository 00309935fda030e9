"""The labels of the template's rows, in all their variants, and how a text is recognised as one of them.

The variants stand in `data/reference/rows.csv`. `data/reference/extra_rows.csv` adds labels of rows that the template
lacks but that are known to occur: `row` is `contact` for the contact line and empty for all others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from ucap.vocabulary.folding import words
from ucap.vocabulary.reference import rows
from ucap.vocabulary.template import row_labels

HEAD_KEYS = ("city", "region", "country", "population", "area")
"""The rows with a column per side."""
PROSE_KEYS = ("focus", "challenges", "objectives", "results")
"""The rows of texts alone."""
KEYS = (*HEAD_KEYS, "period", "themes", "goals", "focus", "challenges", "objectives", "activities", "results")
"""All rows in the template's order."""
CONTACT = "contact"

_CHINESE = re.compile(r"[\u3400-\u9fff]+")
_NUMBER = re.compile(r"^\W*(?:\d{1,2}|[IVXivx]{1,5}|[A-Za-z]|[一二三四五六七八九十]{1,3})[.)、）:]+\s*(?=\S)")
# "3. City", "IV) City", "（二）城市"
_SLASH = re.compile(r"\s*[/|／]\s*")  # "City / 城市"
UNIMPORTANT = frozenset({"the", "of", "and", "in", "a", "e", "g"})
_LONGEST = 120
_SHORTEST_MISSPELT = 9
_CLOSE_ENOUGH = 88  # of 100: one or two wrong letters in a label of fifteen
_CLOSE_ENOUGH_WORDS = 75


@dataclass(frozen=True, slots=True)
class Label:
    """One wording of a row's label; `key` is None for a row that the template lacks.

    `can_close` says that such a row may stand behind the last one, where its label begins no result.
    """

    key: str | None
    wording: str
    can_close: bool = False


@cache
def known_labels() -> tuple[Label, ...]:
    """All label variants of the reference data."""
    template = (Label(label.row, label.label) for label in row_labels())
    extra = (Label(row["row"] or None, row["label"], row["position"] == "last") for row in rows("extra_rows"))
    return (*template, *extra)


@lru_cache(maxsize=2048)
def find_label(text: str) -> Label | None:
    """The label that `text`, the whole of a label cell, stands for; None where it is none.

    Case, punctuation, plural, small words and one or two wrong letters in a long label do not matter.
    """
    if len(text) > _LONGEST:
        return None
    for wording in dict.fromkeys([text, without_number(text)]):
        if label := _find(_folded(_CHINESE.sub(" ", wording)) or _folded(wording)):
            return label
    return None


def find_in_two_languages(text: str) -> Label | None:
    """The label that a text says twice: `City/Stadt`, `Key focus / Schwerpunkte`."""
    said = [_find(_folded(part)) for part in _SLASH.split(without_number(text))]
    is_said_twice = len(said) == 2 and all(said) and len({label.key for label in said if label}) == 1
    return said[0] if is_said_twice else None


def folded_label(text: str) -> str:
    """The words of a label that count, in the singular, without a number in front; "" for no label or a long text."""
    return _folded(without_number(text)) if len(text) <= _LONGEST else ""


def without_number(text: str) -> str:
    """A label without the number in front of it: `1. City`, `IV) Country`, `三、国家`."""
    return _NUMBER.sub("", text, count=1)


@lru_cache(maxsize=2048)
def is_label_start(text: str) -> bool:
    """Whether some label begins with these words."""
    return len(text) <= _LONGEST and _folded(text) in _beginnings()


@cache
def _beginnings() -> frozenset[str]:
    """The first words of all labels, up to the whole."""
    wordings = (folded.split() for folded in _by_words())
    return frozenset(" ".join(wording[:count]) for wording in wordings for count in range(1, len(wording) + 1))


@cache
def _by_words() -> dict[str, Label]:
    """Labels by their folded words; the first wording of several alike."""
    return {_folded(label.wording): label for label in reversed(known_labels())}


def _folded(text: str) -> str:
    counting = (word for word in words(text) if word not in UNIMPORTANT)
    return " ".join(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in counting)


def _find(folded: str) -> Label | None:
    exact = _by_words().get(folded)
    if exact or len(folded) < _SHORTEST_MISSPELT:
        return exact
    near = process.extractOne(folded, _by_words().keys(), scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)
    return _by_words()[near[0]] if near and _is_misspelt(folded, near[0]) else None


def _is_misspelt(folded: str, meant: str) -> bool:
    """Whether each word was meant by the one in its place: `cooperetion`, and not the `term` for the `theme`."""
    pairs = list(zip(folded.split(), meant.split(), strict=False))
    has_same_count = len(folded.split()) == len(meant.split())
    return not has_same_count or all(fuzz.ratio(*pair) >= _CLOSE_ENOUGH_WORDS for pair in pairs)
