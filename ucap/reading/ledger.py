"""What was read from where: each value with its passages, and what no rule has read.

What of a document is the template's own wording.

The law of nothing lost, for records: passages, unplaced text and the template's wording cover the whole document.

What no rule has read: rows that the template lacks, loose text, and leftovers of rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from ucap.documents.model import Cell, Document
from ucap.documents.traced import Span, Traced
from ucap.plan.record import Finding, Passages, Plan
from ucap.reading.findings import finding
from ucap.vocabulary.goals import goal_words
from ucap.vocabulary.reference import any_word

Value = TypeVar("Value")
State = tuple[bytes, dict[str, list[Span]], int]
_NAMES = sorted({*goal_words("name"), *goal_words("topics")}, key=len, reverse=True)
_LATIN_NAMES = "|".join(re.escape(name) for name in _NAMES if name[0] < "\u3400")
_CHINESE_NAMES = "|".join(re.escape(name) for name in _NAMES if name[0] >= "\u3400")
_COUNTED = any_word("theme-count")
_SEPARATOR = re.compile(
    rf"(?:[\W_]|\b(?:{_LATIN_NAMES})\b|{_CHINESE_NAMES}|\b{_COUNTED}\s?(?:1?\d|[A-F])\b|\b(?:[IVX]{{1,4}}|[A-Hαβγδεζηθ])[.)]|\b1?\d[°º]"
    r"|\b(?:n\s?[./]\s?a|and|und|or|with|the|of|in|sdgs?|goals?|un|eu|ue|ups?|urban|agenda|topics?|partnerships?|y|e|en|i|et|oraz"
    r"|och|og|és|și|ja|de\s+la|de\s+l['’]|der|à|em|nel|te|we?|v)\b)*+",
    re.IGNORECASE,
)  # "; and ", " (SDGs ", "Theme 2: ", "; 2° ", "Agenda Urbana de la UE: "


@dataclass(frozen=True, slots=True)
class Read(Generic[Value]):
    """A value and the texts that it was read from, each with a JSON Pointer relative to the value (`""`: all of it)."""

    value: Value
    sources: tuple[tuple[str, Traced], ...]
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a rule was not sure of: the name of a finding, and the JSON Pointer relative to the value."""

    finding: str
    pointer: str = ""
    words: tuple[tuple[str, object], ...] = ()


def is_separator(text: str) -> bool:
    """Whether a text is only signs and joining words, as they stand between values."""
    return _SEPARATOR.fullmatch(text) is not None


class Ledger:
    """Which characters of a document's text have been read, and for which values of the record."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._is_taken = bytearray(len(text))
        self._spans: dict[str, list[Span]] = {}
        self.findings: list[Finding] = []

    def state(self) -> State:
        """What has been noted so far, to come back to where a rule fails."""
        return (
            bytes(self._is_taken),
            {pointer: list(spans) for pointer, spans in self._spans.items()},
            len(self.findings),
        )

    def restore(self, state: State) -> None:
        """Forget what was noted since then."""
        taken, spans, count = state
        self._is_taken, self._spans = bytearray(taken), spans
        del self.findings[count:]

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
            values.append(self.note_read(f"{pointer}/{len(values)}", read))
        return tuple(values)

    def note_read(self, pointer: str, read: Read[Value]) -> Value:
        """The value, its passages and doubts noted under `pointer`."""
        for relative, text in read.sources:
            self.note(pointer + relative, text)
        self.findings += [finding(one.finding, pointer + one.pointer, **dict(one.words)) for one in read.doubts]
        return read.value

    def note_separators(self, pointer: str, text: Traced) -> None:
        """What is left of a cell between its values, if it is only signs and joining words, belongs to `pointer`."""
        for rest in self.unread(text):
            if is_separator(rest.text):
                self.note(pointer, rest)

    def unread(self, text: Traced) -> list[Traced]:
        """The parts of a text that have not been read, without white space, in order."""
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


def template_spans_of(document: Document) -> list[Span]:
    """Markup, title, footers, bullets, and the labels of the template's rows, in order."""
    labels = [span for row in document.rows if row.key for span in row.label.spans]
    return sorted([*document.template, *labels])


_UNPLACED = "/unplaced"


def covers(plan: Plan, document: Document) -> bool:
    """Whether every character that is not white space belongs to a field, to `unplaced` or to the template."""
    return not uncovered(plan, document)


def uncovered(plan: Plan, document: Document) -> list[Span]:
    """The ranges of the document's text, without white space, for which the record does not account."""
    taken = bytearray(len(document.text))
    for start, end in (*template_spans_of(document), *(span for spans in plan.passages.values() for span in spans)):
        taken[start:end] = b"\1" * (end - start)
    is_lost = [not taken[i] and not character.isspace() for i, character in enumerate(document.text)]
    edges = [i for i, (before, now) in enumerate(pairwise([False, *is_lost, False])) if before != now]
    return list(zip(edges[::2], edges[1::2], strict=True))


def contradictions(plan: Plan, document: Document) -> list[Span]:
    """The ranges that are unplaced and yet belong to a field or to the template."""
    is_placed = bytearray(len(document.text))
    spans = [span for pointer, spans in plan.passages.items() if not pointer.startswith(_UNPLACED) for span in spans]
    for start, end in (*spans, *template_spans_of(document)):
        is_placed[start:end] = b"\1" * (end - start)
    unplaced = [span for pointer, spans in plan.passages.items() if pointer.startswith(_UNPLACED) for span in spans]
    return [(start, end) for start, end in unplaced if any(is_placed[start:end])]


def unplaced_texts(document: Document, rows: Mapping[str, Sequence[Cell]], ledger: Ledger) -> list[tuple[Traced, str]]:
    """The texts that belong to no field, in the document's order; each whole row of them with the row's label."""
    found = [_whole_row(row.label, row.cells) for row in document.rows if row.key is None]
    leftovers = [cell.text for cells in rows.values() for cell in cells]
    for text in (*leftovers, *document.contact, *document.loose):
        found += [(part, "") for part in ledger.unread(text) if any(map(str.isalnum, part.text))]
    return sorted((item for item in found if item[0]), key=lambda item: item[0].spans[0])


def _whole_row(label: Traced, cells: Sequence[Cell]) -> tuple[Traced, str]:
    return Traced.join([label, *(cell.text for cell in cells)]), str(label).strip(" :")
