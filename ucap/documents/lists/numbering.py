"""How the marks of a cell count: from which number on, below which items, with a label's number or letters before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from ucap.documents.lists.marks import WORD, is_day, number_of, sort_of, text_before

_LEAST_NUMBERED = 3
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")  # "2018" of "12.1 2018"
_IN_SENTENCE = re.compile(r"(?:[,:：(]|\b(?:and|or|the|und|oder|et|ou|e|o|y|i|oraz)|[和与及或、])\s*$")  # "waste and"


def counts_items(found: Iterable[Sequence[re.Match[str]]]) -> bool:
    """Whether numbers that count up from 1 to 3 or more stand before items."""
    number = 0
    for marks in found:
        for mark in marks:
            number += bool(mark["number"]) and int(mark["number"] or 0) == number + 1
    return number >= _LEAST_NUMBERED


def section_of(found: Sequence[Sequence[re.Match[str]]]) -> str:
    """The number that all items of a cell bear, as of `12.1 Train staff 12.2 Write a guide`; "" where they do not.

    Amounts of the same thing are none: `2.1 million, 2.2 million`.
    """
    first = found[0][0] if found and found[0] else None
    if first is None or first.start() > 0 or first["below"] != "1":
        return ""
    same = [mark for marks in found for mark in marks if mark["above"] == first["above"]]
    words = [WORD.match(mark.string, mark.end()) for mark in same]
    is_counted = len(same) > 1 and [int(mark["below"]) for mark in same] == list(range(1, len(same) + 1))
    is_of_one_thing = all(words) and len({word[0].lower() for word in words if word}) == 1
    is_amount = is_of_one_thing or any(map(_is_year_behind, same))
    return first["above"] if is_counted and not is_amount else ""


def _is_year_behind(mark: re.Match[str]) -> bool:
    return _YEAR.match(mark.string, mark.end()) is not None


def codes_of(found: Iterable[Sequence[re.Match[str]]]) -> frozenset[str]:
    """The letters with which items are counted, a date behind one of them: `A1 (June 2018): Visit`, `A2: Course`."""
    numbers, dated = defaultdict[str, list[tuple[int, ...]]](list), set[str]()
    for marks in found:
        for mark in marks:
            code = (mark["code"] or "").lower()
            if code and (numbers[code] or mark.start() == 0):
                numbers[code].append(tuple(map(int, mark["coded"].split("."))))
                dated |= set() if mark["undated"] else {code}
    return frozenset(code for code in dated if len(numbers[code]) > 1 and numbers[code] == sorted(set(numbers[code])))


def inner_sorts(found: Iterable[Sequence[re.Match[str]]]) -> frozenset[str]:
    """The sorts of numbers that count within paragraphs that begin with another mark: `b) Fair: (i) letter (ii) list`.

    In a sentence that counts, a sign or a small word stands before a number: `the (a) first and (b) second`.
    """
    last: dict[str, int] = {}
    counted, in_sentences = set[str](), set[str]()
    for first, *marks in filter(None, found):
        for mark in marks if first.start() == 0 else ():
            number, sort = number_of(mark), sort_of(mark)
            if number is None or sort == sort_of(first) or is_day(mark):
                continue
            if (last.get(sort), number) == (1, 2):
                counted.add(sort)
            last[sort] = number
            if _IN_SENTENCE.search(text_before(mark)):
                in_sentences.add(sort)
    return frozenset(counted - in_sentences)


def numbers_above(found: Iterable[Sequence[re.Match[str]]]) -> dict[str, int]:
    """The last number of each sort above the cell, where a paragraph begins with `4.` and `5.` comes after it."""
    first: dict[str, int] = {}
    above: dict[str, int] = {}
    for marks in found:
        for mark in marks:
            number, sort = number_of(mark), sort_of(mark)
            if number is None or is_day(mark):
                continue
            if mark.start() == 0:
                first.setdefault(sort, number)
            if number - 1 == first.get(sort):
                above[sort] = first[sort] - 1
    return above
