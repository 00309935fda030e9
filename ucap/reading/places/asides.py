"""What a City cell says of its cities besides their names: which one leads, and of which region one is the seat.

`Changchun, Harbin (lead city)`, `Lead: Harbin`, `Guiyang, capital of Guizhou Province`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ucap.documents.traced import BLANKS, EMPTY, Span, Traced, merged, without
from ucap.gazetteer.regions import is_kind, is_region
from ucap.vocabulary.folding import HAN, words
from ucap.vocabulary.reference import word_list

_EDGE = re.compile(rf"{BLANKS}[,;/|、，；•+\n()（）\[\]【】:：]\s*|(?<!\s)\s+[–—-]\s+")  # ", ", " (", ": ", " – "
_POINTS_ON = (":", "：", "–", "—", "-")
"""Signs behind a word that belongs to the city behind them: `Lead: Harbin`."""
_CHINESE_LEAD = re.compile(r"(?:中方|欧方)?(?:牵头|领头|主导|领衔)(?:合作)?(?:城市|市|方|单位)?")
_CHINESE_SEAT = re.compile(rf"(?P<region>[{HAN}]{{2,8}}?)的?(?:省会|首府|州府)(?:城市)?")  # "贵州省省会"
_WORD = re.compile(r"\S+")
_SIGN_BELOW = re.compile(r"\s*(?P<sign>\*{1,3}|[†‡§¹²³⁴])\s*[)=:–-]?\s*(?P<said>[^\n]{2,60}?)\.?\s*")  # "* lead city"
_LONGEST_NOTE = 100
_MOST_WORDS, _MOST_OF_REGION = 8, 5
_OPENING, _CLOSING = tuple("(（[【"), tuple(")）]】")


@dataclass(frozen=True, slots=True)
class Aside:
    """What is said of the city beside it, of the one behind where `is_before`; `region` is the one that it names."""

    text: Traced
    is_before: bool = False
    region: Traced = EMPTY


@dataclass(frozen=True, slots=True)
class Asides:
    """A City cell's text without what it says besides the names: which cities lead, and whose seats they are."""

    names: Traced
    leads: tuple[Aside, ...] = ()
    seats: tuple[Aside, ...] = ()


def asides_in(text: Traced) -> Asides:
    """The asides of a City cell, set off from the names by commas, brackets, dashes or a colon."""
    parts = list(_parts(text.text))
    leads = [_aside(text, part) for part in parts if says_lead(text.text[slice(*part.span)])]
    seats = [seat for part in parts[1:] if (seat := _seat(text, part))]
    if not leads and not seats:
        return Asides(text)
    spans = merged(span for span, _ in (*leads, *seats))
    names = Traced.join((text.cut(*span).strip() for span in without([(0, len(text))], spans)), " ")
    return Asides(names, tuple(aside for _, aside in leads), tuple(aside for _, aside in seats))


def says_lead(text: str) -> bool:
    """Whether a text says no more than that a city leads: `lead city`, `chef de file`, `牵头城市`."""
    if _CHINESE_LEAD.fullmatch(text.strip()):
        return True
    said = words(text)
    lead = word_list("lead")
    return 0 < len(said) <= _MOST_WORDS and not lead.isdisjoint(said) and set(said) <= lead | word_list("lead-beside")


def sign_of_lead(line: str) -> str:
    """The sign that marks a leading city, where a line below explains it: `* lead city`; "" for another line."""
    found = _SIGN_BELOW.fullmatch(line) if len(line) <= _LONGEST_NOTE else None
    return found["sign"] if found and says_lead(found["said"]) else ""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a cell, and the signs before and behind it: the beginning and the end of the text are signs, too."""

    span: Span
    before: Span
    behind: Span
    is_first: bool
    is_bracketed: bool


def _parts(text: str) -> Iterator[_Part]:
    """The parts between the signs that set names and asides off from each other."""
    edges = [(0, 0), *(match.span() for match in _EDGE.finditer(text)), (len(text), len(text))]
    is_first = True
    for before, behind in pairwise(edges):
        if before[1] >= behind[0]:
            continue
        opening, closing = text[slice(*before)].strip(), text[slice(*behind)].strip()
        is_bracketed = opening.endswith(_OPENING) and closing.startswith(_CLOSING)
        yield _Part((before[1], behind[0]), before, behind, is_first, is_bracketed)
        is_first = False


def _aside(text: Traced, part: _Part) -> tuple[Span, Aside]:
    """What marks the lead, and the range that it takes in the cell with the sign that sets it off."""
    sign = text.text[slice(*part.behind)].strip()
    is_set_off = not part.is_bracketed and sign[:1] in _POINTS_ON
    is_before = part.is_first or is_set_off or (part.is_bracketed and _opens(text.text, part.before[0]))
    span = _with_signs(part, is_before=is_before and not part.is_bracketed)
    return span, Aside(text.cut(*span).strip(), is_before)


def _opens(text: str, position: int) -> bool:
    """Whether a bracket opens a list or stands behind a sign of one: `Changchun, (lead) Harbin`."""
    return text[:position].rstrip()[-1:] in ("", ",", ";", "/", "、", "，", "；")


def _with_signs(part: _Part, *, is_before: bool = False) -> Span:
    if part.is_bracketed:
        return part.before[0], part.behind[1]
    return (part.span[0], part.behind[1]) if is_before else (part.before[0], part.span[1])


def _seat(text: Traced, part: _Part) -> tuple[Span, Aside] | None:
    """That a city is the seat of a region: `capital of Guizhou Province`, `Baranya megye székhelye`, `贵州省省会`."""
    written = text.text[slice(*part.span)]
    start = part.span[0]
    region: Span | None
    if chinese := _CHINESE_SEAT.fullmatch(written):
        region, end = chinese.span("region"), chinese.end()
    else:
        tokens = [match.span() for match in _WORD.finditer(written)][:_MOST_WORDS]
        nouns = [at for at, span in enumerate(tokens) if not word_list("seat").isdisjoint(words(written[slice(*span)]))]
        if not nouns:
            return None
        region = _region_beside(written, tokens, nouns[0])
        goes_on = written[tokens[nouns[0]][1] :].lstrip()[:1].islower()
        if not goes_on and (region is None or region[0] > tokens[nouns[0]][0]):
            return None
        end = max(region[1], tokens[nouns[0]][1]) if region else len(written)
    whole = (part.before[0], start + end)
    if part.is_bracketed and not written[end:].strip():
        whole = _with_signs(part)
    named = text.cut(start + region[0], start + region[1]) if region else EMPTY
    return whole, Aside(text.cut(*whole).strip(), region=named)


def _region_beside(text: str, tokens: Sequence[Span], noun: int) -> Span | None:
    """The longest name of a region among the words of a text, the first of several; the seat's noun is none of it."""
    for low in range(len(tokens)):
        for high in range(min(len(tokens), low + _MOST_OF_REGION), low, -1):
            span = (tokens[low][0], tokens[high - 1][1])
            name = text[slice(*span)].strip(".")
            if not low <= noun < high and is_region(name) and not is_kind(name):
                return span
    return None
