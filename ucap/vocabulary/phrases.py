"""Finding the phrases of a vocabulary in running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from ucap.vocabulary.folding import Token, tokens, words

Value = TypeVar("Value")
_SHORTEST_PREFIX = 2


class Found(NamedTuple, Generic[Value]):
    """A phrase found in the range `[start, end)` of a text, and what it stands for."""

    start: int
    end: int
    value: Value


class Phrases(Generic[Value]):
    """Phrases and what they stand for. A phrase that ends in `*` also matches longer last words: `manufactur*`."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        self._values: dict[tuple[str, ...], Value] = {}
        self._prefixes: dict[tuple[str, ...], Value] = {}
        self._longest: dict[str, int] = {}
        for phrase, value in phrases:
            self._add(phrase, value)

    def _add(self, phrase: str, value: Value) -> None:
        phrase_words = words(phrase)
        if phrase.endswith("*"):
            self._prefixes[phrase_words] = value
        else:
            self._values[phrase_words] = value
        first = phrase_words[0][:_SHORTEST_PREFIX]
        self._longest[first] = max(self._longest.get(first, 0), len(phrase_words))

    def get(self, text: str) -> Value | None:
        """What the text as a whole stands for."""
        return self._lookup(words(text))

    def find(self, text: str) -> Iterator[Found[Value]]:
        """All phrases in a text from left to right, the longest where several start at one word."""
        text_tokens = tokens(text)
        index = 0
        while index < len(text_tokens):
            found = self._match(text_tokens, index)
            if found is None:
                index += 1
                continue
            length, value = found
            yield Found(text_tokens[index].start, text_tokens[index + length - 1].end, value)
            index += length

    def _match(self, text_tokens: list[Token], index: int) -> tuple[int, Value] | None:
        longest = self._longest.get(text_tokens[index].word[:_SHORTEST_PREFIX], 0)
        phrase = tuple(token.word for token in text_tokens[index : index + longest])
        for length in range(len(phrase), 0, -1):
            value = self._lookup(phrase[:length])
            if value is not None:
                return length, value
        return None

    def _lookup(self, phrase: tuple[str, ...]) -> Value | None:
        value = self._values.get(phrase)
        if value is not None or not phrase:
            return value
        *start, last = phrase
        for length in range(len(last), _SHORTEST_PREFIX - 1, -1):
            value = self._prefixes.get((*start, last[:length]))
            if value is not None:
                return value
        return None
