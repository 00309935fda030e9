"""The Sustainable Development Goals that a text cites, by number or by name.

The signs by which goals and topics are cited: `SDG 11`, `SGD4`, `EU UP`, `EU Urban Agenda Topics:`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ucap.documents.traced import Traced
from ucap.vocabulary import GoalName, goal_names_in, match_goal_name
from ucap.vocabulary.folding import HAN

_DIGITS = r"(?:1[0-7]|0?[1-9])(?!\d)(?:\.[\da-d]{1,2}\b)?"
_SDG = r"(?P<word>(?-i:S[DGU][DGJ]|DSG|GSD|GDS|S\.D\.G\.|ODS)(?:['’]?s)?|sustainable\s+development\s+goals?)"
_SPACE = r"(?:\s?(?:goals?|no\.?|nr\.?|n[°º]|number|#))?[\s.:_–-]{0,3}"
_NEXT = r"\s?(?:,|;|/|&|\+|-|–|and|to)\s?(?:and\s)?"
_LAST = rf"{_DIGITS}(?!\s?[%.,]\d)"

GOAL_IN_PROSE = re.compile(
    rf"(?<![^\W_]){_SDG}{_SPACE}(?P<number>{_DIGITS})(?P<more>(?:{_NEXT}{_LAST})*)", re.IGNORECASE
)
"""A goal cited by number; `word` is how the abbreviation is spelt, `more` the numbers that go on from there."""

GOAL_IN_ROW = re.compile(
    rf"(?<![^\W_])(?:{_SDG}|goals?|[{HAN}]{{0,9}}目标){_SPACE}(?P<number>{_DIGITS})(?P<more>(?:{_NEXT}(?:SDGs?\s?)?{_LAST})*)",
    re.IGNORECASE,
)
"""The same within the SDG row, where `Goal 4` is one, too."""

ANY_GOAL = re.compile(rf"(?<![^\W_]){_SDG}{_SPACE}\d+", re.IGNORECASE)
"""Whatever looks like a goal's number, whether there is such a goal or not."""

RIGHT_SPELLINGS = frozenset({"sdg", "sdgs", "sdg's", "sdg’s", "ods", "s.d.g."})

TOPIC = re.compile(
    r"(?<![^\W_])(?:EU[\s-]*(?:UPs?|(?i:urban\s+(?:agenda|partnerships?)))|UPs?(?=[\s:]+[A-Z])|(?i:urban\s+agenda))(?![^\W_])"
    r"(?i:\s+for\s+the\s+EU)?(?i:\s+(?:topics?|themes?|partnerships?|priorit(?:y|ies)))?(?i:\s+(?:on|for))?\s*[:–-]?\s*"
)
"""The words before the name of a partnership of the Urban Agenda for the EU."""

MAY_CITE = re.compile(r"S[DGU][DGJ]|DSG|G[SD][DS]|S\.D|ODS|EU[\s-]*U|\bUPs?\b|[Uu]rban [Aa]genda|ment [Gg]oal")
"""What a text has that cites goals or topics."""


_SIGNS = ' \t\n.:,;()[]–—-/•|"“”'
_GAP = re.compile(r"[\s.:,;()\[\]–—/•|-]*")
_NUMBER = re.compile(r"(?P<dash>(?:[–-]|to\b)\s?)?(?:SDGs?\s?)?(?P<number>\d+)(?:\.\w+)?", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"[:(\[–-]\s*$")


@dataclass(frozen=True, slots=True)
class CitedGoal:
    """A goal as a text cites it.

    `misspelt` is the wrong spelling of the abbreviation or of the name, `named` the other goal to which the
    name beside the number belongs.
    """

    goal: int
    text: Traced
    misspelt: str | None = None
    named: int | None = None


@dataclass(frozen=True, slots=True)
class _Mark:
    """A goal's number in the text, with the further numbers that are joined to it."""

    start: int
    end: int
    numbers: tuple[int, ...]
    misspelt: str | None


def stated_goals(text: Traced) -> list[CitedGoal]:
    """The goals of a paragraph of the SDG row, in reading order: numbers with their names, and names alone."""
    marks = _marks(text.text, GOAL_IN_ROW)
    others = (*TOPIC.finditer(text.text), *ANY_GOAL.finditer(text.text))
    limits = sorted([mark.start for mark in marks] + [other.start() for other in others])
    cited = _with_names(text, marks, [*limits, len(text)])
    taken = [span for _, *span in cited]
    alone = _names_alone(text, [(low, high) for low, high in taken])
    return [goal for goal, *_ in sorted([*cited, *alone], key=lambda item: item[1])]


def mentioned_goals(text: Traced) -> list[CitedGoal]:
    """The goals that running text cites by number."""
    return [
        CitedGoal(number, text.cut(mark.start, mark.end), mark.misspelt)
        for mark in _marks(text.text, GOAL_IN_PROSE)
        for number in mark.numbers
    ]


def _marks(text: str, pattern: re.Pattern[str]) -> list[_Mark]:
    return [_mark(match, is_row=pattern is GOAL_IN_ROW) for match in pattern.finditer(text)]


def _mark(match: re.Match[str], is_row: bool) -> _Mark:
    """In running text a number behind `SDG 9,` is the goal's only where the word is plural: `SDGs 3, 4 and 9`."""
    word = (match["word"] or "").lower()
    is_right = not word or word in RIGHT_SPELLINGS or " " in word
    is_list = is_row or word.endswith("s") or (match["more"] or " ").strip()[:1] in "/&+"
    more = match["more"] if is_list else ""
    end = match.end() if is_list else match.start("more")
    return _Mark(
        match.start(),
        end,
        tuple(_numbers(match["number"] + more)),
        None if is_right else match.string[match.start() : end].strip(),
    )


def _numbers(written: str) -> list[int]:
    """The goals of a list of numbers: `3, 4 and 11.2`, `9–11` and `9 to 11` with all between."""
    numbers: list[int] = []
    for match in _NUMBER.finditer(written):
        number = int(match["number"])
        first = numbers[-1] + 1 if match["dash"] and numbers and numbers[-1] < number else number
        numbers += range(first, number + 1)
    return numbers


def _with_names(text: Traced, marks: Sequence[_Mark], limits: Sequence[int]) -> list[tuple[CitedGoal, int, int]]:
    """Each number with the name on the side where this paragraph's names stand."""
    is_name_before = bool(marks) and _is_name_before(text.text, marks[0])
    cited, previous_end = [], 0
    for mark in marks:
        limit = limits[bisect_left(limits, mark.end)]
        low, high = (previous_end, mark.start) if is_name_before else (mark.end, _name_end(text.text, mark.end, limit))
        low, high = _trimmed(text.text, low, high)
        name = match_goal_name(text.text[low:high]) if len(mark.numbers) == 1 else None
        start, end = (min(low, mark.start), max(high, mark.end)) if high > low else (mark.start, mark.end)
        end += text.text[end : end + 1] == ")" and "(" in text.text[start:end]
        whole, written = text.cut(start, end), text.text[low:high]
        cited += [(_cited(number, name, mark, whole, written), start, end) for number in mark.numbers]
        previous_end = mark.end
    return cited


def _is_name_before(text: str, mark: _Mark) -> bool:
    before = text[: mark.start]
    if not before.strip() or _NAME_BEFORE.search(before):
        return bool(before.strip())
    behind = goal_names_in(text[mark.end :])
    has_name_behind = bool(behind) and _GAP.fullmatch(text, mark.end, mark.end + behind[0].start) is not None
    return not has_name_behind and match_goal_name(before.strip(_SIGNS)) is not None


def _name_end(text: str, start: int, limit: int) -> int:
    """Where the name behind a number ends: before the next known name, if a known one stands right there."""
    names = goal_names_in(text[start:limit])
    if len(names) < 2 or _GAP.fullmatch(text, start, start + names[0].start) is None:
        return limit
    return start + names[0].end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _SIGNS:
        start += 1
    while end > start and text[end - 1] in _SIGNS.replace(".", ""):
        end -= 1
    return start, end


def _cited(number: int, name: GoalName | None, mark: _Mark, text: Traced, name_as_written: str) -> CitedGoal:
    if name and name.goal != number:
        return CitedGoal(number, text, mark.misspelt, name.goal)
    wrong_name = name_as_written if name and name.exactness == "misspelt" else None
    return CitedGoal(number, text, mark.misspelt or wrong_name)


def _names_alone(text: Traced, taken: Iterable[tuple[int, int]]) -> list[tuple[CitedGoal, int, int]]:
    """Goals cited by name only, in what numbers and topics leave over."""
    found = []
    for low, high in _gaps(text.text, taken):
        names = [(low + start, low + end, name) for start, end, name in goal_names_in(text.text[low:high])]
        start, end = _trimmed(text.text, low, high)
        whole = match_goal_name(text.text[start:end])
        rest = text.text[start : names[0][0]] + text.text[names[-1][1] : end] if names else text.text[start:end]
        if whole and any(map(str.isalpha, rest)) and {name.goal for *_, name in names} <= {whole.goal}:
            names = [(start, end, whole)]
        for start, end, name in names:
            misspelt = text.text[start:end] if name.exactness == "misspelt" else None
            found.append((CitedGoal(name.goal, text.cut(start, end), misspelt), start, end))
    return found


def _gaps(text: str, taken: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """The ranges between the taken ones, each up to where a topic begins: behind it stand names of topics."""
    topics = [match.start() for match in TOPIC.finditer(text)]
    position = 0
    for low, high in [*sorted(taken), (len(text), len(text))]:
        next_topic = bisect_left(topics, position)
        end = min(low, topics[next_topic]) if next_topic < len(topics) else low
        if end > position:
            yield position, end
        position = max(position, high)
