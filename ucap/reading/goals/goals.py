"""The Sustainable Development Goals that a text cites, by number or by name.

The signs by which goals and topics are cited: `SDG 11`, `SGD4`, `EU UP`, `EU Urban Agenda Topics:`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ucap.documents.traced import Traced
from ucap.reading.goals.numbers import ANY_GOAL, GoalMark, Meaning, goal_marks, is_denied_before
from ucap.vocabulary.goals import GoalName, goal_names_in, goal_words, match_goal_name

TOPIC = re.compile(
    r"(?<![^\W_])(?:EU[\s-]*(?:UPs?|(?i:urban\s+(?:agenda|partnerships?)))|UPs?(?=[\s:]+[A-Z])|(?i:urban\s+agenda))(?![^\W_])"
    r"(?i:\s+for\s+the\s+EU)?(?i:\s+(?:topics?|themes?|partnerships?|priorit(?:y|ies)))?(?i:\s+(?:on|for))?\s*[:–-]?\s*"
)
"""The words before the name of a partnership of the Urban Agenda for the EU."""

TOPIC_IN_ROW = re.compile(
    rf"{TOPIC.pattern}|(?<![^\W_])(?i:{'|'.join(map(re.escape, goal_words('topics')))})"
    r"(?:\s+(?!SDG)[^\W\d_][^\s:：;,.\d]*){0,4}\s*[:：]\s*"
)
"""The same within the SDG row, where `Topics:` and `Agenda urbain de l'UE :` introduce them, too."""

MAY_CITE = re.compile(
    r"S[DGU][DGJ]|DSG|G[SD][DS]|S\.D|O[DS][DS]|[Ss]dg|可持续|Nachhaltigkeitsz|EU[\s-]*U|\bUPs?\b|[Uu]rban [Aa]genda"
    r"|ment [Gg]oal"
)
"""What a text has that cites goals or topics."""


_SIGNS = ' \t\n.:,;()[]–—-/•|"“”'
_MOST_OF_NAME = 0.75  # of its letters
_GAP = re.compile(r"[\s.:,;()\[\]–—/•|-]*")  # " – "
_BRACKET = re.compile(r"\s*\([^()]*\)")  # " (Good Health and Well-being)"
_PARTED = re.compile(r"\s*(?:[;；|,，、]|and\b|und\b|et\b)")
"""Between a number and a name that is another entry: `ODS 8; Acción por el clima`."""
_ANOTHER_NUMBER = re.compile(r"(?<![\w.,])(?:1[0-7]|0?[1-9])(?![\w%‰]|[.,]\d|\s%)")  # "15", not the "4.3" of a target
_NAME_BEFORE = re.compile(r"[:(\[–-]\s*$")  # ": "


@dataclass(frozen=True, slots=True)
class CitedGoal:
    """A goal as a text cites it.

    `misspelt` is the wrong spelling of the abbreviation or of the name, `named` the other goal to which the
    name beside the number belongs; `is_unsure` says that it is within a range that may be none, `left_over` are words
    beside it that are no goal's name and hold another number: `u. 15` of `SDG 9 u. 15`.
    """

    goal: int
    text: Traced
    misspelt: str | None = None
    named: int | None = None
    is_unsure: bool = False
    left_over: str | None = None


@dataclass(frozen=True, slots=True)
class StatedGoals:
    """The goals of a paragraph of the SDG row, and the passages that say which are not the plan's."""

    goals: list[CitedGoal]
    denied: list[Traced] = field(default_factory=list)


def stated_goals(text: Traced, a: Meaning | None = None) -> StatedGoals:
    """The goals of a paragraph of the SDG row, in reading order: numbers with their names, and names alone.

    `a` is what this word means between numbers, where the document's language shows that.
    """
    marks = goal_marks(text.text, is_row=True, a=a)
    others = (*TOPIC_IN_ROW.finditer(text.text), *ANY_GOAL.finditer(text.text))
    limits = sorted([mark.start for mark in marks] + [other.start() for other in others])
    cited = _with_names(text, marks, [*limits, len(text)])
    alone = _names_alone(text, [(low, high) for _, low, high, _ in cited])
    found = sorted([*cited, *alone], key=lambda item: item[1])
    denied = {goal.goal for goal, _, _, is_denied in found if is_denied}
    return StatedGoals(
        [goal for goal, _, _, is_denied in found if not is_denied and goal.goal not in denied],
        list({goal.text.spans: goal.text for goal, _, _, is_denied in found if is_denied}.values()),
    )


def mentioned_goals(text: Traced, a: Meaning | None = None) -> list[CitedGoal]:
    """The goals that running text cites by number; `a` as for `stated_goals`."""
    return [
        CitedGoal(number, text.cut(mark.start, mark.end), mark.misspelt, is_unsure=number in mark.unsure)
        for mark in goal_marks(text.text, is_row=False, a=a)
        for number in mark.numbers
    ]


_Found = tuple[CitedGoal, int, int, bool]
"""A goal, where it is cited, and whether that is to deny it."""


def _with_names(text: Traced, marks: Sequence[GoalMark], limits: Sequence[int]) -> list[_Found]:
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
        if name and name.goal not in mark.numbers and _PARTED.match(text.text, mark.end):
            name, (start, end) = None, (mark.start, mark.end)
        whole, written = text.cut(start, end), text.text[low:high]
        goals = [_cited(number, name, mark, whole, written) for number in mark.numbers]
        if name is None and start < end and _ANOTHER_NUMBER.search(text.text, mark.end, end):
            goals[-1] = replace(goals[-1], left_over=written)
        cited += [(goal, start, end, mark.is_denied) for goal in goals]
        previous_end = mark.end
    return cited


def _is_name_before(text: str, mark: GoalMark) -> bool:
    before = text[: mark.start]
    if not before.strip() or _NAME_BEFORE.search(before):
        return bool(before.strip())
    behind = goal_names_in(text[mark.end :])
    has_name_behind = bool(behind) and _GAP.fullmatch(text, mark.end, mark.end + behind[0].start) is not None
    return not has_name_behind and match_goal_name(before.strip(_SIGNS)) is not None


def _name_end(text: str, start: int, limit: int) -> int:
    """Where the name behind a number ends: with its bracket, or before the next known name, if one stands there."""
    if bracket := _BRACKET.match(text, start, limit):
        return bracket.end()
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


def _cited(number: int, name: GoalName | None, mark: GoalMark, text: Traced, name_as_written: str) -> CitedGoal:
    if name and name.goal != number:
        return CitedGoal(number, text, mark.misspelt, name.goal)
    is_misspelt = name is not None and name.exactness == "misspelt" and not _holds_name(name_as_written, number)
    wrong_name = name_as_written if is_misspelt else None
    return CitedGoal(number, text, mark.misspelt or wrong_name, is_unsure=number in mark.unsure)


def _holds_name(written: str, goal: int) -> bool:
    """Whether all but a small word of a text is a goal's right name: `Affordable and Clean Energy, to`."""
    written = " ".join(written.split())
    found = goal_names_in(written)
    right = [one for one in found if one.value.goal == goal and one.value.exactness != "misspelt"]
    return any(one.end - one.start >= _MOST_OF_NAME * len(written) for one in right)


def _names_alone(text: Traced, taken: Iterable[tuple[int, int]]) -> list[_Found]:
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
            is_denied = is_denied_before(text.text, start)
            found.append((CitedGoal(name.goal, text.cut(start, end), misspelt), start, end, is_denied))
    return found


def _gaps(text: str, taken: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """The ranges between the taken ones, each up to where a topic begins: behind it stand names of topics."""
    topics = [match.start() for match in TOPIC_IN_ROW.finditer(text)]
    position = 0
    for low, high in [*sorted(taken), (len(text), len(text))]:
        next_topic = bisect_left(topics, position)
        end = min(low, topics[next_topic]) if next_topic < len(topics) else low
        if end > position:
            yield position, end
        position = max(position, high)
