"""Headings at the start of paragraphs (`Smart City: ...`), as distinct from clauses that happen to end in a colon."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from ucap.documents.traced import Traced
from ucap.vocabulary.folding import words
from ucap.vocabulary.reference import word_list

_MAX_WORDS = 9
_HEAD = re.compile(r"(?P<head>[^\W\d_][^.:;!?\n]{1,90}?)\s?[:：](?=\s|$)")  # "Water management: "
_INNER_HEAD = re.compile(r"(?<=[.!?)”\"])\s+(?=[A-Z][^.:;!?\n]{1,90}?\s?:\s)")  # " Mobility: " behind a full stop
_LIST_SIGN = re.compile(r"\s*[(（]?(?:\d{1,2}|[A-Za-z]|[IVXivx]{1,4})[.)）]")  # "A."
_CLAUSE_WORDS = word_list("clause")
_CLAUSE_STARTS = word_list("clause-start")
_EMPTY_WORDS = word_list("empty")
_GENERIC_WORDS = word_list("generic")
_ENDINGS = re.compile(r"(?:ies|y)$|(?<=[^s])s$")  # "ies" of "cities"


def heading(text: str) -> str | None:
    """What stands before the first colon of a paragraph, if it is a heading and not a clause."""
    match = _HEAD.match(text.lstrip())
    return match["head"] if match and is_heading(match["head"]) else None


def is_heading(text: str) -> bool:
    """Whether a text reads as a heading: a few words, none of which makes a clause of it."""
    folded = words(text)
    return 0 < len(folded) <= _MAX_WORDS and folded[0] not in _CLAUSE_STARTS and not _CLAUSE_WORDS & set(folded)


def headings(text: str) -> list[str]:
    """The headings of a text: at its start, and after its full stops."""
    return [head for start in _starts(text) if (head := heading(text[start:]))]


def split_at_headings(text: Traced) -> list[Traced]:
    """The paragraphs of a text that lost its paragraph breaks, as far as headings after a full stop show them."""
    return [text.cut(start, end).strip() for start, end in pairwise([*_starts(text.text), len(text)])]


def _starts(text: str) -> list[int]:
    """Where the text begins, and where headings begin within it; one behind a list sign begins there: `A. Ports:`."""
    heads = (match for match in _INNER_HEAD.finditer(text) if heading(text[match.end() :]))
    return [0, *(match.end() for match in heads if not _LIST_SIGN.fullmatch(text, 0, match.start()))]


def is_about(head: str, themes: Iterable[str]) -> bool:
    """Whether a heading belongs to one of the themes.

    It does where the words of one are all among those of the other, or where both share a significant word.
    """
    mine = _stems(head)
    return any(_shares(mine, _stems(theme)) for theme in themes)


def _shares(one: frozenset[str], other: frozenset[str]) -> bool:
    if not one or not other:
        return False
    return one <= other or other <= one or bool((one & other) - _GENERIC_WORDS)


@lru_cache(maxsize=1024)
def _stems(text: str) -> frozenset[str]:
    significant = (word for word in words(text) if word not in _EMPTY_WORDS)
    return frozenset(_ENDINGS.sub("", word) if len(word) > 3 else word for word in significant)
