"""Lines that say whom to ask: a few words for it and an address, without a row of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ucap.documents.labels.known import CONTACT
from ucap.documents.labels.lexicon import sense_of
from ucap.documents.lists.marks import starts_item
from ucap.documents.traced import LINE, Span, Traced, without
from ucap.vocabulary.folding import fold
from ucap.vocabulary.reference import word_list

_CONTACT_LINE = re.compile(
    r"(?P<label>[^@\n]{0,60}?(?:[:：]|(?<=\s)))?\s*(?P<address>[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"(?:(?:\s?[;,/|]\s?|\s(?:and|und|et|e|y|en|og|och)\s)[\w.+-]+@[\w-]+(?:\.[\w-]+)+){0,4})[\s.;]*"
)  # "Pour en savoir plus : office@city.example; mayor@city.example"
_MAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
_PHONE = r"\+\d{2,3}[\s\d()/.-]{6,20}\d"
_WEB = r"(?:https?://|www\.)\S{3,80}"
_ADDRESS = re.compile(rf"(?<![\w.+-])(?:{_MAIL}|{_PHONE}|{_WEB})")
_ANNOUNCES = re.compile(r"[:：?？]\s*$")  # "Questions?", "Please write to:"
_NAME_ENDS = re.compile(r"[,;:：|–—(/-]\s*$|\b(?:e-?mail|tel|phone|mail)\b\.?\s*$", re.IGNORECASE)
# "Anna van Dijk, ", "City of Kiel – e-mail "
_BLANK_LINE = re.compile(r"\n[ \t\u00a0]*\n")
_TAIL = 2000
"""So many characters at the end of a document may hold whom to ask."""
_LAST_LINES = 12
_LINES_ABOVE = 4
"""The words for a contact stand so few lines above its address: the name of an office may stand between."""
_LONGEST_NAME = 110
_LINES_OF_CLOSING = 6
_SHARE, _FEW_WORDS = 0.75, 4
"""A line without a colon announces a contact where so much of it, and no more than so many words, says so."""


class ContactTail(NamedTuple):
    """Whom to ask, at the end of a text: the words that announce it, an empty range if none do, and all behind."""

    lead: Span
    start: int


def part_contact(text: Traced) -> tuple[Traced, Traced] | None:
    """The words that introduce a contact and its address, where a text is both and nothing more; None otherwise."""
    match = _CONTACT_LINE.fullmatch(text.text) if "@" in text.text else None
    if match is None:
        return None
    label = text.cut(*match.span("label")) if match["label"] else text.cut(0, 0)
    if str(label) and not _speaks_of_contact(label.text):
        return None
    return label, text.cut(match.start("address"))


def closing_at(lines: Sequence[str]) -> int:
    """Which line begins the end of a letter, behind a first one: `Kind regards`, above a name; their number if none."""
    for place in range(max(1, len(lines) - _LINES_OF_CLOSING), len(lines)):
        is_short = all(0 < len(line) <= _LONGEST_NAME for line in lines[place:])
        if is_short and fold(lines[place]).startswith(_closings()):
            return place
    return len(lines)


@cache
def _closings() -> tuple[str, ...]:
    return tuple(map(fold, word_list("letter-end")))


def contact_tail(text: str, hidden: Sequence[Span]) -> ContactTail | None:
    """Whom to ask, where the last lines of a text outside of tables say it in words that nobody knows.

    `hidden` is the template's own wording and the contact that was found by it; where there is such a contact, an
    address alone is a signature.

        Want to know more? Anna van Dijk, anna@city.example
    """
    has_contact = any("@" in text[low:high] for low, high in hidden)
    start = max(text.rfind("\t") + 1, len(text) - _TAIL)
    spans = list(without((line.span() for line in LINE.finditer(text, start)), hidden))
    lines = spans[-_LAST_LINES:]
    for index, (low, high) in enumerate(lines):
        address = _ADDRESS.search(text, low, high)
        if address is None or starts_item(text[low:high]):
            continue
        if tail := _announced(text, lines[: index + 1], address.start()):
            return tail
        if not has_contact and _stands_alone(text, (low, high), address):
            return ContactTail((low, low), low)
    return None


def _announced(text: str, lines: Sequence[Span], address: int) -> ContactTail | None:
    """The contact behind the words that announce it: in the address's line, or a few lines above.

    Words that only speak of a contact announce the address that begins the next line: `write to Ms Jensen at`.
    """
    low = lines[-1][0]
    if _speaks_of_contact(text[low:address]):
        colon = max(text.rfind(sign, low, address) for sign in ":：?？")
        return ContactTail((low, max(low, colon + 1)), low)
    is_beside = not text[low:address].strip()
    for start, end in reversed(lines[:-1][-_LINES_ABOVE:]):
        line = text[start:end]
        if starts_item(line):
            return None
        if _announces(line) or (is_beside and _speaks_of_contact(line)):
            return ContactTail((start, end), start)
        is_beside = False
    return None


def _announces(line: str) -> bool:
    sense = sense_of(line)
    is_short = sense.share >= _SHARE and len(line.split()) <= _FEW_WORDS
    return _speaks_of_contact(line) and (is_short or _ANNOUNCES.search(line) is not None)


def _stands_alone(text: str, line: Span, address: re.Match[str]) -> bool:
    """Whether a line is an address and the name of somebody: `City of Kiel, kiel@city.example`, and no sentence."""
    before, behind = text[line[0] : address.start()].strip(), text[address.end() : line[1]]
    if "@" not in address[0] or any(map(str.isalpha, _ADDRESS.sub("", behind))):
        return False
    return not before or (len(before) <= _LONGEST_NAME and _NAME_ENDS.search(before) is not None)


def _speaks_of_contact(words: str) -> bool:
    return sense_of(words).weights.get(CONTACT, 0.0) > 0
