"""The heads of the columns of a table of activities: `Nr. | Dato / Date | Activity | Output`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from ucap.documents.traced import LINE, Span, Traced
from ucap.vocabulary.reference import word_list

_HEAD_WORD = re.compile(r"[^\W\d_]+|[#№]")  # "Output", "#"
_HEAD_IN_LINE = re.compile(
    r"(?:[^\W\d_]+(?:[/-][^\W\d_]+)*|[#№])[.°]?"
    r"(?:\s?/\s?[^\W\d_]+[.°]?|\s?[(（][^\W\d_]+(?:\s[^\W\d_]+)?[)）])?(?:\s+|$)"
)  # "Nr. ", "Dato / Date ", "Wat (what) "
_ALSO = frozenset({"and", "und", "et", "y", "e", "en", "i", "og", "och", "és", "ja", "și"})
"""Words that join two others in the head of one column: `Activity and output`."""
_BEFORE = frozenset({"key", "main", "expected", "wichtigste", "principaux", "principales", "główne", "planned"})
"""Words that only begin the head of a column: `Key outputs`."""
_DATED_WITHIN = 40
"""Characters of a line within which the year stands of a date with which a row of a table begins."""
_NEAR = 40
"""Lines below its heads within which a table has two dates."""
_LANGUAGES = re.compile(r"[/(（]")  # "Datum / Date", "Wanneer (date)"
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
"""A year: `2018`."""
_LINE_END = re.compile(r"\s*\n")
_LONGEST_HEAD = 40
_LEAST_ROWS, _LEAST_COLUMNS, _MOST_COLUMNS = 2, 2, 6
_LEAST_PLAIN = 3
"""So many heads without signs between them are none of the words of a label."""


def is_short_head(text: str) -> bool:
    """Whether a text is the head of a column and no longer than such are."""
    return len(text) <= _LONGEST_HEAD and is_column_head(text)


def is_column_head(text: str) -> bool:
    """Whether a text is nothing but the head of a column, or of several: `Date`, `When / What`, `Ημερ/νία / Date`."""
    return bool(_head_words(text)) and not any(map(str.isdecimal, text))


def kind_of_column(head: str) -> str:
    """What a column holds by the words of its head: its rows' numbers, when or where something happened, what came of
    it, or the rest.

    One that holds what happened and what came of it is of the rest: `Activity and output`.
    """
    said = [word for word in _head_words(head) if word not in word_list("label-goes-on")]
    kinds = ("number", "lead", "output") if said else ()
    return next((kind for kind in kinds if word_list(f"column-head-{kind}").issuperset(said)), "")


def _head_words(head: str) -> list[str]:
    """The words of the head of a column; of one in two languages those of the known one; none where it is no head."""
    said = [[word.lower() for word in _HEAD_WORD.findall(part)] for part in _LANGUAGES.split(head)]
    return [word for part in said if word_list("column-head").issuperset(part) for word in part]


def lead_place(kinds: Sequence[str]) -> int | None:
    """Which column of a table of activities says when: its first, or the one behind the numbers; None in others."""
    place = int(kinds[:1] == ["number"])
    return place if kinds[place : place + 1] == ["lead"] else None


def heads_of(lines: Sequence[str]) -> tuple[list[str], int]:
    """What the columns of a table of activities hold whose heads no signs part, and how many lines these take.

    They are one line, `Nr. Date Activity Output`, or a line each; none where the lines do not begin with such heads.
    The kinds are `number`, `lead` (the first of these when, further ones where), `output` and "" for the rest.
    """
    heads = list(takewhile(is_short_head, lines))[: _MOST_COLUMNS + 1]
    one_line = _kinds_of_heads(_heads_in_line(lines[0])) if lines else []
    return (one_line, 1) if one_line else (found, len(heads)) if (found := _kinds_of_heads(heads)) else ([], 0)


def heads_kinds(heads: Sequence[str]) -> list[str]:
    """What the columns with these heads hold, as `heads_of` has it; none where they are not those of activities."""
    return _kinds_of_heads(heads) if all(map(is_short_head, heads)) else []


def _kinds_of_heads(heads: Sequence[str]) -> list[str]:
    kinds = [*map(kind_of_column, heads)]
    is_whole = lead_place(kinds) is not None and "" in kinds
    return kinds if is_whole and _LEAST_COLUMNS <= len(kinds) <= _MOST_COLUMNS else []


def _heads_in_line(line: str) -> list[str]:
    """The heads of columns that stand in one line: `Nr. Dato / Date Activity Key outputs`; none where others do."""
    heads: list[str] = []
    position = 0
    is_open = False
    while match := _HEAD_IN_LINE.match(line, position):
        word = match[0].strip()
        if heads and (is_open or word.lower() in _ALSO):
            heads[-1] += f" {word}"
        elif word.lower() not in _BEFORE:
            heads.append(word)
        is_open = word.lower() in _ALSO
        position = match.end()
    is_whole = position == len(line) and len(heads) > 1
    return heads if is_whole and all(map(is_column_head, heads)) else []


def run_together(lines: Sequence[Traced]) -> int:
    """At which line of a value a table of activities begins whose cells no signs part; behind the last without one."""
    texts = [line.text for line in lines]
    for index in range(len(lines)):
        kinds, count = heads_of(texts[index : index + _MOST_COLUMNS + 1])
        below = texts[index + count : index + count + _NEAR]
        if kinds and sum(bool(YEAR.search(text, 0, _DATED_WITHIN)) for text in below) >= _LEAST_ROWS:
            return index
    return len(lines)


def table_heads(text: str) -> Iterator[Span]:
    """The heads of tables of activities in a text whose cells no signs part, with the lines that they take."""
    lines = [line.span() for line in LINE.finditer(text)]
    said = [text[slice(*line)] for line in lines]
    position = 0
    while position < len(lines):
        kinds, count = heads_of(said[position : position + _MOST_COLUMNS + 1])
        below = "\n".join(said[position + count : position + count + 1 + (kinds[:1] == ["number"])])
        if len(kinds) >= _LEAST_PLAIN and YEAR.search(below, 0, _DATED_WITHIN):
            yield lines[position][0], lines[position + count - 1][1]
        position += max(1, count)


def without_heads(text: str, start: int, end: int) -> int:
    """Where a label ends to which the heads of the columns below it were added, each of them a line."""
    edges = [start, *(match.start() for match in _LINE_END.finditer(text, start, end)), end]
    lines = list(pairwise(edges))[:0:-1]
    heads = list(takewhile(lambda line: is_short_head(text[slice(*line)].strip()), lines))
    kinds = [kind_of_column(text[slice(*head)]) for head in reversed(heads)]
    is_table = len(heads) >= _LEAST_COLUMNS and lead_place(kinds) is not None
    return heads[-1][0] if is_table else end
