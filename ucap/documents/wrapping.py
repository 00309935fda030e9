"""Lines of a page back into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from ucap.documents.lists.marks import starts_item
from ucap.documents.lists.paragraphs import ends_sentence, goes_on_with_dash
from ucap.documents.traced import Traced
from ucap.typography import width
from ucap.vocabulary.reference import word_list

_HYPHENATED = re.compile(r"[^\W\d_][-‐]$")  # "develop-", "scena‐" as typesetting programs write it
_BEFORE_HYPHEN = re.compile(r"(?P<part>[^\W\d_]+)[-‐]$")  # "munici-"
_LETTERS, _LONG_WORD = re.compile(r"[^\W\d_]+"), re.compile(r"[^\W\d_]{6,}")
_CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff01-\uff65]")
_FIRST_WORD = re.compile(r"\S+")
_MONTH = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)?\.?(?:\s*[–—-]\s*\d{1,2}(?:st|nd|rd|th)?\.?)?\s+)?(?:jan|feb|mar|mär|apr|avr|may|mai|jun|jui|jul|aug|ago|sep|set|oct|okt|ott"
    r"|nov|dec|dez|déc|dic|gen|mag|giu|lug)[^\W\d]*",
    re.IGNORECASE,
)  # "sept. ", "24-27 October"
_DATE = re.compile(rf"(?:{_MONTH.pattern}|\d{{1,2}}\.?|(?:19|20)\d\d|[\s.,/–—-]|to|bis|and|und)+", re.IGNORECASE)
# "29 Oct. – 2 Nov.", in the next line "2018", and what happened then
_LONGEST_DATE = 30
_YEAR_HEADING = re.compile(
    r"(?:[^\W\d_]{3,6}\s+)?(?:19|20)\d\d(?:\.\s*(?-i:[^\W\d_A-ZÀ-Þ]{2,6})|\s*年)?\s*[:：]?", re.IGNORECASE
)  # "Year 2019", "2019. godina", "2019年"
_DATE_LED = re.compile(
    rf"(?:{_MONTH.pattern}\.?\s+(?:del?\s+)?|(?:\d{{1,2}}[./]){{1,2}})(?:19|20)\d\d\b\.?(?:\s*[:：]|\s+(?-i:[^\W\d_a-zß-ÿ]))",
    re.IGNORECASE,
)  # "noviembre de 2019 Concurso", "22/10/2018 Firma", "March 2019:"
FULL_LINE = 0.96
"""A line is full if the next word would have made it longer than this part of the widest line."""


def words_of(text: str) -> frozenset[str]:
    """The words of a document that are long enough to have been broken elsewhere."""
    return frozenset(word.lower() for word in _LONG_WORD.findall(text))


def joined(lines: Iterable[Traced], known: Collection[str] = ()) -> Traced:
    """The lines as one; a word that was broken at its hyphen (`e-` `commerce`) is put together with it.

    The hyphen leaves a word that is among the `known` ones of the document without it: `munici-` `pal`.
    """
    words: list[list[Traced]] = []
    for line in lines:
        if words and _goes_on_with_word(words[-1][-1], line):
            before = words[-1][-1]
            is_one_word = _broken_word(before.text, line.text) in known
            words[-1][-1] = before.cut(0, len(before) - 1) if is_one_word else before
            words[-1].append(line)
        else:
            words.append([line])
    return Traced.join(Traced.join(parts, "") for parts in words)


def _broken_word(before: str, after: str) -> str:
    """The word whose parts end a line with a hyphen and begin the next; "" where there is none."""
    first, last = _BEFORE_HYPHEN.search(before), _LETTERS.match(after)
    return (first["part"] + last[0]).lower() if first and last else ""


def _goes_on_with_word(before: Traced, line: Traced) -> bool:
    """Whether a line begins with the rest of a word: with a small letter, or with what follows in the document, too.

    Chinese has no spaces between words.
    """
    if _CHINESE.match(before.text[-1:]) and _CHINESE.match(line.text[:1]):
        return True
    follows = before.text and line.text and line.spans[0][0] == before.spans[-1][1]
    return bool(_HYPHENATED.search(before.text[-2:]) and (follows or line.text[:1].islower()))


def unwrapped(lines: Sequence[Traced], widest: float, known: Collection[str] = ()) -> list[Traced]:
    """The paragraphs of lines that were broken where they reached the width `widest` (em); `known` as for `joined`.

    A line that had room for the next word ends its paragraph, unless a sentence plainly goes on; it ends an item of a
    list only where a sentence ends.
    """
    paragraphs: list[list[Traced]] = []
    dashes = {
        two.text[:1] for one, two in pairwise(lines) if starts_item(two.text) and has_room(one.text, two.text, widest)
    }
    for line in lines:
        if paragraphs and not _begins_paragraph(paragraphs[-1], line.text, widest, dashes):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [joined(paragraph, known) for paragraph in paragraphs]


def _is_unfinished(paragraph: Sequence[Traced], line: str) -> bool:
    """Whether a narrow column broke a text behind a small word, or a date from the year or the event behind it."""
    if not word_list("label-goes-on").isdisjoint(paragraph[-1].text.split()[-1:]):
        return True
    is_date = all(len(part.text) <= _LONGEST_DATE for part in paragraph) and all(
        _DATE.fullmatch(part.text) for part in paragraph
    )
    return is_date and bool(_MONTH.search(paragraph[0].text)) and not _MONTH.match(line)


def is_year_heading(line: str, before: str) -> bool:
    """Whether a line is nothing but a year, and the one before does not end in a month or a small word."""
    last = before.split()[-1:]
    is_open = not word_list("label-goes-on").isdisjoint(last) or any(map(_MONTH.match, last))
    return _YEAR_HEADING.fullmatch(line.strip()) is not None and not is_open


def has_room(before: str, line: str, widest: float) -> bool:
    """Whether the first word of a line would have had room at the end of the line before."""
    word = _FIRST_WORD.match(line)
    return width(f"{before} {word[0] if word else ''}") <= FULL_LINE * widest


def _begins_paragraph(paragraph: Sequence[Traced], line: str, widest: float, dashes: Collection[str]) -> bool:
    """Whether a line begins a paragraph; `dashes` are the signs that elsewhere begin items below lines with room."""
    before = paragraph[-1].text
    had_room = has_room(before, line, widest)
    if starts_item(line, before):
        return had_room or line[:1] in dashes or not goes_on_with_dash(paragraph[0].text, before, line)
    if _is_unfinished(paragraph, line):
        return False
    if had_room and _YEAR_HEADING.fullmatch(line.strip()):
        return True
    if _DATE_LED.match(line) and (had_room or _DATE_LED.match(paragraph[0].text)):
        return True
    goes_on = line[:1].islower() or starts_item(paragraph[0].text)
    return had_room and (ends_sentence(before) or not goes_on)
