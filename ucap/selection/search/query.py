"""What was typed into the search box: words, "exact phrases" and -words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ucap.vocabulary.folding import Token, tokens

# `air`, `"air quality"`, `-noise`, `-"air quality"`, `“air quality”`, `「空气质量」`
_CHUNK = re.compile(r'(?<!\S)(?P<minus>[-−–])?(?:["“”„«「](?P<phrase>[^"“”„«»「」]+)["“”»」]|(?P<word>\S+))')


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand one behind the other, each folded and with its range `[start, end)` of what was typed.

    With `is_exact` the words are meant as they stand, else the last one may be a part of a longer one. A plan that has
    an excluded term is not found.
    """

    tokens: tuple[Token, ...]
    is_exact: bool
    is_excluded: bool

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words."""
        return tuple(token.word for token in self.tokens)


def terms(typed: str) -> list[Term]:
    """The terms of what was typed, in their order. Chinese characters without a space between them are one phrase."""
    return list(_terms(typed))


def _terms(typed: str) -> Iterator[Term]:
    for found in _CHUNK.finditer(typed):
        kind = "phrase" if found["phrase"] else "word"
        start = found.start(kind)
        placed = tuple(Token(start + one.start, start + one.end, one.word) for one in tokens(found[kind]))
        if placed:
            yield Term(placed, kind == "phrase", bool(found["minus"]))
