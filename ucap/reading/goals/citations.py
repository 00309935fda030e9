"""Goals and topics of the whole document: stated in the SDG row, or mentioned in another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ucap.documents.model import Cell
from ucap.documents.traced import Traced
from ucap.plan.record import Finding, GoalMention, TopicMention
from ucap.reading.blanks import blank, declares_none
from ucap.reading.findings import finding, row_name, shortened
from ucap.reading.goals.goals import MAY_CITE, CitedGoal, StatedGoals, mentioned_goals, stated_goals
from ucap.reading.goals.numbers import meaning_of_a
from ucap.reading.goals.topics import mentioned_topics, stated_topics
from ucap.reading.ledger import Read, is_separator
from ucap.reading.lists import entries

_NUMBER = re.compile(r"(?<!\d)(?:1[0-7]|0?[1-9])(?!\d)")  # "11"
_OTHER_ROWS = ("themes", "focus", "challenges", "objectives", "activities", "results")


@dataclass(frozen=True, slots=True)
class Citations:
    """The goals and topics of a document, one entry each, stated ones first."""

    goals: tuple[Read[GoalMention], ...]
    topics: tuple[Read[TopicMention], ...]
    findings: tuple[Finding, ...]
    denied: tuple[Traced, ...] = ()
    """What the SDG row says of goals that are not the plan's."""


def read_citations(rows: Mapping[str, Sequence[Cell]]) -> Citations:
    """The goals and topics that the rows cite. Each counts once, as stated if it stands in the SDG row."""
    goals: dict[int, Read[GoalMention]] = {}
    topics: dict[str, Read[TopicMention]] = {}
    findings: list[Finding] = []
    denied: list[Traced] = []
    a = meaning_of_a(" ".join(cell.text.text for cells in rows.values() for cell in cells))
    for key in ("goals", *_OTHER_ROWS):
        is_stated = key == "goals"
        cells = rows.get(key, ())
        if not is_stated and not MAY_CITE.search(" ".join(cell.text.text for cell in cells)):
            continue
        for text in texts_of(cells):
            stated = stated_goals(text, a) if is_stated else StatedGoals(mentioned_goals(text, a))
            denied += stated.denied
            for goal in stated.goals:
                _cite_goal(goal, key, goals, findings)
            for topic in stated_topics(text) if is_stated else mentioned_topics(text):
                mention = TopicMention(topic=topic.topic, stated=is_stated, text=str(topic.text))
                topics[topic.topic] = _cited(topics.get(topic.topic), mention, topic.text)
    return Citations(tuple(goals.values()), tuple(topics.values()), tuple(findings), tuple(denied))


def unread_goals(rest: Iterable[Traced], citations: Citations) -> Iterator[Finding]:
    """A finding for each number that the SDG row leaves over, and for the row's text where it states nothing at all.

    Args:
        rest: what of the row belongs to no value.
        citations: what was read from it.
    """
    states_something = any(goal.value.stated for goal in citations.goals) or any(
        topic.value.stated for topic in citations.topics
    )
    denied = [span for text in citations.denied for span in text.spans]
    for text in rest:
        if any(start < text.spans[-1][1] and text.spans[0][0] < end for start, end in denied):
            yield finding("goal-unread/denied", "/goals", text=str(text))
        elif blank(text.text) != "none" and (_NUMBER.search(text.text) or not states_something):
            yield finding("goal-unread", "/goals", text=shortened(str(text)))


def names_none(text: str) -> bool:
    """Whether a text says of goals or topics that there are none: `Urban Agenda topics: none so far`."""
    head, sign, said = text.replace("：", ":").rpartition(":")
    return bool(sign) and is_separator(head) and declares_none(said)


def texts_of(cells: Sequence[Cell]) -> Iterator[Traced]:
    """The texts of all entries of a row, the items of lists within them included."""
    for entry in entries(cells):
        yield entry.text
        yield from entry.children


def _cite_goal(cited: CitedGoal, key: str, goals: dict[int, Read[GoalMention]], findings: list[Finding]) -> None:
    is_new = cited.goal not in goals
    mention = GoalMention(goal=cited.goal, stated=key == "goals", text=str(cited.text))
    goals[cited.goal] = _cited(goals.get(cited.goal), mention, cited.text)
    field = f"/goals/{list(goals).index(cited.goal)}"
    if cited.misspelt:
        findings.append(finding("goal-misspelt", field, written=cited.misspelt, goal=cited.goal))
    if cited.named:
        findings.append(finding("goal-name-mismatch", field, written=str(cited.text), named=cited.named))
    if cited.is_unsure:
        findings.append(finding("goal-unread/range", field, text=str(cited.text)))
    if cited.left_over:
        findings.append(finding("goal-unread", "/goals", text=shortened(cited.left_over)))
    if is_new and key != "goals":
        findings.append(finding("goal-not-in-row", field, goal=cited.goal, row=row_name(key)))


def _cited(known: Read | None, mention: GoalMention | TopicMention, text: Traced) -> Read:  # type: ignore[type-arg]
    """The first mention counts; the passages of those in the same sort of row are added to it."""
    if known is None:
        return Read(mention, (("", text),))
    return Read(known.value, (*known.sources, ("", text))) if known.value.stated == mention.stated else known
