"""What was read from where: each value with its passages, and what no rule has read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ucap.documents.traced import Span, Traced
from ucap.plan import Passages

Value = TypeVar("Value")
_SEPARATOR = re.compile(
    r"(?:[\W_]|\b(?:and|und|or|with|the|of|in|n\s?[./]\s?a|sdgs?|goals?|un|eu|ups?|urban|agenda|topics?|partnerships?)\b)*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Read(Generic[Value]):
    """A value and the texts that it was read from, each with a JSON Pointer relative to the value (`""`: all of it)."""

    value: Value
    sources: tuple[tuple[str, Traced], ...]


class Ledger:
    """Which characters of a document's text have been read, and for which values of the record."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._is_taken = bytearray(len(text))
        self._spans: dict[str, list[Span]] = {}

    def take(self, spans: Iterable[Span]) -> None:
        """Passages that need no value: the template's own wording."""
        for start, end in spans:
            self._is_taken[start:end] = b"\1" * (end - start)

    def note(self, pointer: str, *texts: Traced) -> None:
        """`texts` were read into the value at `pointer`, a JSON Pointer into the record."""
        for text in texts:
            if text.spans:
                self.take(text.spans)
                self._spans.setdefault(pointer, []).extend(text.spans)

    def note_all(self, pointer: str, reads: Iterable[Read[Value]]) -> tuple[Value, ...]:
        """The values of a list of the record, their passages noted under `pointer`, index by index."""
        values: list[Value] = []
        for read in reads:
            for relative, text in read.sources:
                self.note(f"{pointer}/{len(values)}{relative}", text)
            values.append(read.value)
        return tuple(values)

    def note_separators(self, pointer: str, text: Traced) -> None:
        """What is left of a cell between its values, if it is only signs and joining words, belongs to `pointer`."""
        for rest in self.unread(text):
            if _SEPARATOR.fullmatch(rest.text):
                self.note(pointer, rest)

    def unread(self, text: Traced) -> list[Traced]:
        """The parts of a text that have not been read, white space aside, in order."""
        parts: list[Traced] = []
        for low, high in text.spans:
            position = low
            while (start := self._is_taken.find(0, position, high)) >= 0:
                end = self._is_taken.find(1, start, high)
                position = high if end < 0 else end
                part = Traced.of(self._text, start, position).strip()
                if part:
                    parts.append(part)
        return parts

    def passages(self) -> Passages:
        """For each pointer its ranges in order; those that touch or overlap are one."""
        return {pointer: tuple(_merged(spans)) for pointer, spans in self._spans.items()}


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
