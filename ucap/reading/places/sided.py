"""Words that say on which side what stands beside them is: `on the Chinese side`, `European cities:`, `欧方：`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ucap.documents.traced import EMPTY, Span, Traced
from ucap.gazetteer.countries import listed_countries
from ucap.gazetteer.place import side_of
from ucap.plan.record import Side
from ucap.vocabulary.folding import Token, tokens
from ucap.vocabulary.reference import word_list

_CHINESE = re.compile(
    r"(?:(?P<china>中方)|欧方|外方)(?:合作|伙伴)?(?:城市)?(?=\s?[：:）)])|(?:(?P<country>中国)|欧洲|欧盟)(?:合作|伙伴)?(?:城市|一方)?(?=\s?[：:])"
)  # "中方" of "中方：九江市", "九江市（中方）"; "欧洲城市" of "欧洲城市："
_COLON = re.compile(r"\s?[:：]")  # " :" of "Chinese side :"
_LAST_WORD = re.compile(r"(?<!\w)(?P<word>\w{1,4})\s\Z")  # "in " of "in Portugal"
_LONGEST_WITHIN = 6
_OPENING, _CLOSING = "(（[", ")）]"
_EDGES = " \t\n,;:–—-、，；："
_MOST_BEFORE = 3
"""Small words in front: `from the part of the Chinese side`."""


@dataclass(frozen=True, slots=True)
class Sided:
    """A part of a text, the side on which it is, the country if one is named, and the words that say so, if any do."""

    text: Traced
    side: Side | None = None
    said: Traced = EMPTY
    country: str | None = None


@dataclass(frozen=True, slots=True)
class SideWords:
    """Words that name a side at `text[start:end]`; with a colon they are of what stands behind them."""

    start: int
    end: int
    side: Side
    country: str | None = None


def by_side(text: Traced) -> list[Sided]:
    """The parts of a text between the words that name a side, each with these, or the text alone.

    They are of what stands before them, or behind them where the text begins with such.
    """
    named = side_words(text.text)
    if not named:
        return [Sided(text)]
    edges = [(0, 0), *(_with_brackets(text.text, one) for one in named), (len(text), len(text))]
    parts = [text.cut(one[1], two[0]).strip(_EDGES) for one, two in pairwise(edges)]
    is_before = any(map(str.isalnum, parts[0].text))
    pairs = zip(parts if is_before else parts[1:], named, strict=False)
    sided = [Sided(part, one.side, text.cut(one.start, one.end), one.country) for part, one in pairs]
    return [*sided, Sided(parts[-1])] if is_before and parts[-1] else sided


def side_words(text: str) -> list[SideWords]:
    """The words of a text that name a side, in order."""
    found = [
        *_worded(text),
        *_countries(text),
        *(SideWords(*match.span(), "china" if match.lastgroup else "europe") for match in _CHINESE.finditer(text)),
    ]
    kept: list[SideWords] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _worded(text: str) -> Iterator[SideWords]:
    """`on the Chinese side`, `lado europeu`; without a word for a side before a colon only: `Chinese cities:`."""
    for row in _rows(text):
        counting = [index for index, token in enumerate(row) if _counts(token)]
        sides: list[Side] = [side for token in row for side in _sides_of(token)]
        is_headed = _COLON.match(text, row[-1].end) is not None
        if sides and (is_headed or any(token.word in word_list("side-noun") for token in row)):
            last = -1 if is_headed else counting[-1]
            yield SideWords(row[max(0, counting[0] - _MOST_BEFORE)].start, row[last].end, sides[0])


def _rows(text: str) -> list[list[Token]]:
    """The words that may name a side, those together between which nothing but a blank or a hyphen stands."""
    rows: list[list[Token]] = []
    end = -1
    for token in tokens(text):
        if _counts(token) or token.word in word_list("side-beside"):
            if end < 0 or text[end : token.start] not in (" ", "-", "\n"):
                rows.append([])
            rows[-1].append(token)
            end = token.end
        else:
            end = -1
    return rows


def _sides_of(token: Token) -> Iterator[Side]:
    sides: tuple[Side, Side] = ("china", "europe")
    return (side for side in sides if token.word in word_list(f"side-{side}"))


def _counts(token: Token) -> bool:
    return token.word in word_list("side-noun") or any(_sides_of(token))


def _countries(text: str) -> Iterator[SideWords]:
    """A country before a colon, or behind a word that says that something is in it: `Portugal:`, `in Portugal`."""
    for country in listed_countries(text):
        within = _LAST_WORD.search(text, max(0, country.start - _LONGEST_WITHIN), country.start)
        is_within = within is not None and within["word"] in word_list("within")
        if is_within or _COLON.match(text, country.end):
            start = within.start("word") if within and is_within else country.start
            yield SideWords(start, country.end, side_of(country.value), country.value)


def _with_brackets(text: str, words: SideWords) -> Span:
    """Where words that name a side stand, with the brackets around them or the colon behind them."""
    if words.start and text[words.start - 1] in _OPENING and text[words.end : words.end + 1] in (*_CLOSING,):
        return words.start - 1, words.end + 1
    colon = _COLON.match(text, words.end)
    return words.start, colon.end() if colon else words.end
