"""Whether a document names themes, goals and topics, declares that there are none, is silent, or was not understood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ucap.documents.model import Cell
from ucap.plan.record import GoalMention, Statement, Statements, Theme, TopicMention
from ucap.reading.blanks import blank
from ucap.vocabulary.reference import word_list

_EDGES = " \t\n.:;,()（）[]-–—/*。：；，、"
_TOPICS = re.compile(
    r"\bEU\s?UP|urban agenda|\btopics?\b|partner(?:ship|schaft|ariat|iat)|(?<!2030 )agenda(?! 2030)|议程|专题|主题",
    re.IGNORECASE,
)  # "EU UP", "Urban Agenda"
_GOALS = re.compile(
    r"\bS[DG]{2}|\bO[DS][DS]\b|\bOSS\b|\bCZR\b|\bgoals?\b|\bziele?\b|nachhaltigkeitsziel|\bobjecti|\bobietti|\bobjetiv|\bcel[eów]*\b|目标|目標",
    re.IGNORECASE,
)  # "SDGs", "Ziele"
_PARTS = re.compile(r"[\n;；:：,，]|(?<!\b[Nn][or])\.(?=\s)")  # "; ", ". ", but not the one of "No. 6"


def read_statements(
    rows: Mapping[str, Sequence[Cell]],
    themes: Sequence[Theme],
    goals: Iterable[GoalMention],
    topics: Iterable[TopicMention],
) -> Statements:
    """The statements of a document whose rows and values are known."""
    theme_text, goal_text = _text(rows.get("themes", ())), _text(rows.get("goals", ()))
    has_goals, has_topics = any(goal.stated for goal in goals), any(topic.stated for topic in topics)
    return Statements(
        themes="stated" if themes else _of_silent(theme_text),
        goals="stated" if has_goals else _of_half(goal_text, has_other=has_topics, names=_GOALS),
        topics="stated" if has_topics else _of_half(goal_text, has_other=has_goals, names=_TOPICS),
    )


def _text(cells: Sequence[Cell]) -> str:
    return "\n".join(block.text.text for cell in cells for block in cell.blocks)


def _of_silent(text: str) -> Statement:
    """The statement of a row from which nothing was read."""
    if not text.strip(_EDGES) and not _declares_none(text):
        return "missing"
    return "none" if _declares_none(text) else "unread"


def _of_half(text: str, *, has_other: bool, names: re.Pattern[str]) -> Statement:
    """The statement of goals or topics, which share a row, where the other half was or was not read.

    `names` finds the words for what was not read.
    """
    if not has_other:
        return _of_silent(text)
    if any(_declares_none(part) for part in _PARTS.split(text) if part.strip()):
        return "none"
    return "unread" if names.search(text) else "missing"


def _declares_none(text: str) -> bool:
    """Whether a text says no more than that there is nothing: `N/A`, `none`, `No SDGs are addressed`, `不适用`."""
    bare = " ".join(text.casefold().split()).strip(_EDGES.replace("/", "")).strip()
    if bare in word_list("none") or (bool(text.strip()) and not bare):
        return True
    return any(map(str.isalpha, text)) and not any(map(str.isdigit, text)) and blank(text.strip()) == "none"
