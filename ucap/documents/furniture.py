"""What stands on every page of a document, in a text that was copied out of it: page numbers, running heads and feet.

They are found by what they are: the same words near the edges of pages, numbers that count up, the programme's line in
any language.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ucap.documents.labels.known import find_label
from ucap.documents.lists.marks import starts_item
from ucap.documents.lists.paragraphs import ends_sentence
from ucap.documents.traced import Span, merged, without
from ucap.vocabulary.folding import tokens
from ucap.vocabulary.reference import word_list

_LINE = re.compile(r"[^\s](?:[^\n\f]*[^\s])?")
_CHINESE = re.compile(r"[\u3400-\u9fff]{2,8}")  # "欧盟项目" behind "A European Union Programme · "
_NUMBER = re.compile(
    r"(?:^|(?<=[\s|–—-]))(?:[^\W\d_]{1,10}\.?[ \t]*)?(?P<page>\d{1,2})"
    r"(?:[ \t]*(?:/|[^\W\d_]{1,4})[ \t]*\d{1,2})?[\s|–—-]*$"
)  # "Seite 2 von 3", "2/3", "- 2 -"
_NAMES = r"[^\W\d_a-zß-ÿ][^\W\d_]*(?:[ ,/-]+[^\W\d_a-zß-ÿ][^\W\d_]*){0,5}"
_TITLE = re.compile(
    rf"(?:IUR?C )?U-CAP(?: (?:[Ss]ummary|[Ss]ummaries|Zusammenfassung))?[ :,–—-]{{1,3}}{_NAMES} ?[–—] ?{_NAMES}"
)  # "U-CAP summary: Tartu – Yinchuan"
_APOSTROPHE = re.compile("['’]")
_LONGEST = 100
_SHORT, _FEW = 5, 3
"""Letters of the longest small word that may stand between those of the programme's line, and how many: `durch die`."""
_SENTENCE_IN = re.compile(r"[.!?;:]\s")  # "leaves the Union. A European"
_EDGE = 3
"""Lines at the beginning and the end of a document among which a running head may be."""
_FEWEST_WORDS = 3
_SHORTEST = 8
_NEXT_TO_EDGE = 2
_MOST_PAGES = 40


class Furniture(NamedTuple):
    """The ranges of a text that its pages repeat, in order; `first` are those that say it for the first time."""

    spans: list[Span]
    first: list[Span]


@dataclass(slots=True)
class _Line:
    """A line of the text: what of it is not the template's, and the page number at its end."""

    index: int
    spans: list[Span]
    words: str
    page: int | None
    has_template: bool
    is_furniture: bool = False


def programme_lines(text: str) -> Iterator[Span]:
    """Lines that name the programme or who pays for it, in any of the partners' languages; a page number may follow.

    `Ein Programm der Europäischen Union Seite 1 von 2`, `Financé par l’Union européenne`.
    """
    for line in _LINE.finditer(text):
        if len(line[0]) <= _LONGEST and "\t" not in line[0] and _is_programme(_NUMBER.sub("", line[0])):
            yield line.span()


def find_furniture(text: str, template: Sequence[Span]) -> Furniture:
    """What the pages of a text repeat besides the template's own wording, which is given."""
    lines = list(_lines(text, template))
    for line in lines:
        line.is_furniture = not line.words or (line.has_template and not line.words.strip("0123456789"))
    _take_numbers(lines)
    first = [same[0] for same in _take_repeated(lines)] + _take_titles(lines)
    spans = merged(span for line in lines if line.is_furniture for span in line.spans)
    return Furniture(spans, merged(span for line in first for span in line.spans))


def _lines(text: str, template: Sequence[Span]) -> Iterator[_Line]:
    for index, found in enumerate(_LINE.finditer(text)):
        spans = [span for span in without([found.span()], template) if text[slice(*span)].strip()]
        words = " ".join(text[low:high].strip() for low, high in spans)
        number = _NUMBER.search(words[-_LONGEST:])
        has_template = spans != [found.span()]
        yield _Line(index, spans, words, int(number["page"]) if number else None, has_template)


def _take_numbers(lines: Sequence[_Line]) -> None:
    """Take lone numbers that count the pages: from 1 or 2 on, in the first or last line or next to a foot."""
    page = 0
    for line in lines:
        if not line.words.isdecimal() or line.page is None or line.page > _MOST_PAGES:
            continue
        is_at_edge = line.is_furniture or line.index in (0, len(lines) - 1) or _is_next_to_furniture(lines, line)
        if is_at_edge and (line.page == page + 1 or (not page and line.page == 2)):
            line.is_furniture = True
            page = line.page


def _is_next_to_furniture(lines: Sequence[_Line], line: _Line, reach: int = 1) -> bool:
    around = lines[max(0, line.index - reach) : line.index + reach + 1]
    return any(other.is_furniture for other in around if other is not line)


def _take_repeated(lines: Sequence[_Line]) -> list[list[_Line]]:
    """Lines with the same words, whatever their page numbers, of which one stands at the edge of a page.

    What stands below a label is its value, on each page anew.
    """
    groups = defaultdict[str, list[_Line]](list)
    for line in lines:
        if line.words and not line.is_furniture and len(line.words) <= _LONGEST:
            groups[_NUMBER.sub("", line.words).casefold().strip(" |–—-")].append(line)
    heads = [
        same
        for words, same in groups.items()
        if len(same) > 1 and _may_be_head(words, same) and any(_is_at_edge(lines, line, words) for line in same)
        if not any(find_label(lines[line.index - 1].words) for line in same if line.index)
    ]
    for line in (line for same in heads for line in same):
        line.is_furniture = True
    return heads


def _take_titles(lines: Sequence[_Line]) -> list[_Line]:
    """Lines that name the plan and its cities alone, as a running head does, of which one page may have been copied."""
    titles = [line for line in lines if not line.is_furniture and _TITLE.fullmatch(_NUMBER.sub("", line.words))]
    for line in titles:
        line.is_furniture = True
    return titles


def _may_be_head(words: str, same: Sequence[_Line]) -> bool:
    is_text = starts_item(same[0].words) or ends_sentence(words) or find_label(words) is not None
    numbers = [line.page for line in same]
    counts = all(number is None for number in numbers) or (
        None not in numbers and all(one < two for one, two in pairwise(numbers))  # type: ignore[operator]
    )
    return len(words.split()) > 1 and len(words) >= _SHORTEST and counts and not is_text


def _is_at_edge(lines: Sequence[_Line], line: _Line, words: str) -> bool:
    """Whether a line is next to a page number or a foot; or, if it says enough, among the first or last lines."""
    if _is_next_to_furniture(lines, line, _NEXT_TO_EDGE):
        return True
    return len(tokens(words)) >= _FEWEST_WORDS and not _EDGE <= line.index < len(lines) - _EDGE


def _is_programme(line: str) -> bool:
    words = [token.word for token in tokens(_CHINESE.sub(" ", _APOSTROPHE.sub(" ", line), count=1))]
    kinds = [_kind(word) for word in words]
    is_named = {"programme-words", "europe-words"} <= set(kinds)
    others = [word for kind, word in zip(kinds, words, strict=True) if kind is None]
    are_small = len(others) <= _FEW and all(len(word) <= _SHORT for word in others)
    return is_named and are_small and not _SENTENCE_IN.search(line)


def _kind(word: str) -> str | None:
    """Which word of the programme's line a word begins as."""
    return next((name for name in _KINDS if word.startswith(tuple(word_list(name)))), None)


_KINDS = ("programme-words", "europe-words", "union-words")
