"""Finding the phrases of a vocabulary in running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from ucap.vocabulary.folding import Token, tokens, words

Value = TypeVar("Value")
_SHORTEST_STEM = 2


class Found(NamedTuple, Generic[Value]):
    """A phrase found in the range `[start, end)` of a text, and what it stands for."""

    start: int
    end: int
    value: Value


class _Node(Generic[Value]):
    """What may follow after some words: further words, what the phrase that ends there stands for, and beginnings of
    last words by their first letters, the longest first.
    """

    __slots__ = ("following", "stems", "value")

    def __init__(self) -> None:
        self.following: dict[str, _Node[Value]] = {}
        self.stems: dict[str, list[tuple[str, Value]]] = {}
        self.value: Value | None = None

    def ending_in(self, word: str) -> Value | None:
        """What the phrase stands for that has `word` as its last."""
        node = self.following.get(word)
        if node is not None and node.value is not None:
            return node.value
        stems = self.stems.get(word[:_SHORTEST_STEM])
        return next((value for stem, value in stems if word.startswith(stem)), None) if stems else None


class Phrases(Generic[Value]):
    """Phrases and what they stand for. A phrase that ends in `*` also matches longer last words: `manufactur*`."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        self._root: _Node[Value] = _Node()
        for phrase, value in phrases:
            self._add(phrase, value)

    def _add(self, phrase: str, value: Value) -> None:
        *start, last = words(phrase)
        node = self._root
        for word in start:
            node = node.following.setdefault(word, _Node())
        if phrase.endswith("*"):
            stems = dict(node.stems.get(last[:_SHORTEST_STEM], ())) | {last: value}
            node.stems[last[:_SHORTEST_STEM]] = sorted(stems.items(), key=lambda stem: -len(stem[0]))
        else:
            node.following.setdefault(last, _Node()).value = value

    def get(self, text: str) -> Value | None:
        """What the text as a whole stands for."""
        node: _Node[Value] | None = self._root
        *start, last = words(text) or ("",)
        for word in start:
            node = node.following.get(word) if node else None
        return node.ending_in(last) if node else None

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
        """The longest phrase that begins at a word: of how many words, and what it stands for."""
        found = None
        node: _Node[Value] | None = self._root
        end = index
        while node is not None and end < len(text_tokens):
            word = text_tokens[end].word
            end += 1
            value = node.ending_in(word)
            if value is not None:
                found = end - index, value
            node = node.following.get(word)
        return found
