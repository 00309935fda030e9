"""The partnerships of the Urban Agenda for the EU that a text cites."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from ucap.documents.traced import Traced
from ucap.reading.goals.goals import TOPIC, TOPIC_IN_ROW
from ucap.reading.goals.numbers import GOAL_IN_ROW
from ucap.vocabulary.goals import goal_words, match_goal_name
from ucap.vocabulary.phrases import Found
from ucap.vocabulary.topics import match_topic, topics_in

_JOINED = re.compile(r"[\s,;/&•|(]*(?:and)?[\s(]*")  # " and "
_SLASH = re.compile(r"\s/\s")  # " / "
_BRACKET_AT_END = re.compile(r"\((?P<name>[^()]{3,60})\)$")  # "Jakość powietrza (Air Quality)"
_INTRODUCED = re.compile(
    rf"(?:EU\s+)?(?:urban\s+)?(?:{'|'.join(map(re.escape, goal_words('topics')))})\s+"
    r"(?:on|for|of|about|zu|für|sur|pour|su|per|sobre|para|over|voor|na\s+rzecz|pro)\s+(?:the\s+|den\s+|la\s+|le\s+)?",
    re.IGNORECASE,
)  # "Partnership on "
_CHINESE_NAME = re.compile(
    r"[ \u00a0]?[(（]?(?P<name>[\u3400-\u9fff]{2,20})[)）]?(?=\s*(?:[,;|•·，；、。.\n]|$))"
)  # " 就业与技能" up to the next sign
_LONGEST_LIST = 250
"""Characters in which running text may list topics."""
_END_IN_PROSE = re.compile(r"[).;\]]")  # ")"


@dataclass(frozen=True, slots=True)
class CitedTopic:
    """A partnership as a text cites it; `topic` is its slug."""

    topic: str
    text: Traced


def stated_topics(text: Traced) -> list[CitedTopic]:
    """The topics of a paragraph of the SDG row: those behind `EU UP` and the like, and a paragraph that is a name."""
    marks = list(TOPIC_IN_ROW.finditer(text.text))
    if not marks and not GOAL_IN_ROW.search(text.text) and (alone := match_topic(text.text)):
        return _all_named(text) or [CitedTopic(alone, text)]
    if not marks:
        return list(_named_alone(text))
    stops = sorted(mark.start() for mark in [*marks, *GOAL_IN_ROW.finditer(text.text)])
    cited: list[CitedTopic] = []
    for mark in marks:
        behind = bisect_right(stops, mark.start())
        end = stops[behind] if behind < len(stops) else len(text)
        cited += _listed(text, mark.start(), mark.end(), max(end, mark.end()))
    return cited


def _all_named(text: Traced) -> list[CitedTopic]:
    """The topics of a list without a word that says so, each of whose pieces is one: `Culture, Sustainable tourism`."""
    pieces = [text.cut(low, high).strip() for low, high in _pieces(text.text, 0, len(text))]
    topics = [match_topic(piece.text) for piece in pieces]
    is_list = len(set(topics)) > 1 and all(topics)
    return [CitedTopic(topic, piece) for topic, piece in zip(topics, pieces, strict=True) if topic] if is_list else []


def _named_alone(text: Traced) -> Iterator[CitedTopic]:
    """The pieces of a list of goals and topics that are the name of a topic, in one language or two, and of no goal."""
    whole = [text.cut(low, high) for low, high in _pieces(text.text, 0, len(text))]
    for piece in (part.strip(" .:") for one in whole for part in _without_goal(one)):
        intro = _INTRODUCED.match(piece.text)
        names = topics_in(piece.text)
        rest = len(piece) - (intro.end() if intro else 0) - sum(name.end - name.start for name in names)
        in_bracket = _BRACKET_AT_END.search(piece.text)
        if not names or (in_bracket and match_topic(in_bracket["name"])):
            names = topics_in(in_bracket["name"]) if in_bracket else []
            rest = 0
        is_one = len({name.value for name in names}) == 1 and rest < len(names)
        if is_one and not match_goal_name(piece.text):
            yield CitedTopic(names[0].value, piece)


def _without_goal(piece: Traced) -> list[Traced]:
    """The piece; where it cites a goal, what slashes part from that: `SDG 11 / Housing`.

    A word in a bracket behind a goal is that goal's: `SDG 6 (water)`, but `SDG 1 No Poverty (Urban Poverty)`.
    """
    parts = piece.between([slash.span() for slash in _SLASH.finditer(piece.text)])
    if not GOAL_IN_ROW.search(piece.text):
        return [piece]
    in_bracket = _BRACKET_AT_END.search(piece.text)
    if in_bracket and " " in in_bracket["name"] and not match_goal_name(in_bracket["name"]):
        return [piece]
    return [part for part in parts if not GOAL_IN_ROW.search(part.text)]


def mentioned_topics(text: Traced) -> list[CitedTopic]:
    """The topics that running text names right behind `EU UP`, `EU Urban Agenda` and the like."""
    cited: list[CitedTopic] = []
    for mark in TOPIC.finditer(text.text):
        limit = min(len(text), mark.end() + _LONGEST_LIST)
        stop = _END_IN_PROSE.search(text.text, mark.end(), limit)
        goal = GOAL_IN_ROW.search(text.text, mark.end(), limit)
        end = min(found.start() if found else limit for found in (stop, goal))
        cited += _right_behind(text, mark.start(), mark.end(), end)
    return cited


def _listed(text: Traced, mark: int, start: int, end: int) -> list[CitedTopic]:
    """The topics of a list; a piece that is no known name as written is matched loosely."""
    whole = match_topic(text.text[start:end])
    names = topics_in(text.text[start:end])
    if whole and len(names) < 2:
        return [CitedTopic(whole, text.cut(mark, end).strip(" ,;"))]
    cited: list[CitedTopic] = []
    for low, high in _pieces(text.text, start, end):
        topic = match_topic(text.text[low:high])
        if topic:
            cited.append(CitedTopic(topic, text.cut(mark if low == start else low, high)))
    by_piece = {topic.topic for topic in cited}
    by_name = [name for name in names if name.value not in by_piece]
    return cited + [CitedTopic(name.value, _in_both_languages(text, start, name)) for name in by_name]


def _in_both_languages(text: Traced, start: int, name: Found[str]) -> Traced:
    """The name of a topic with its Chinese one behind it, in whatever words: `Jobs and Skills 就业与技能`."""
    end = start + name.end
    chinese = _CHINESE_NAME.match(text.text, end) if text.text[end - 1].isascii() else None
    is_same = chinese is not None and match_topic(chinese["name"]) in (None, name.value)
    return text.cut(start + name.start, chinese.end() if chinese and is_same else end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    for sign in re.finditer(r"[,;|•·，；、]", text[start:end]):
        yield position, start + sign.start()
        position = start + sign.end()
    yield position, end


def _right_behind(text: Traced, mark: int, start: int, end: int) -> list[CitedTopic]:
    """The names that follow each other from `start` on, with nothing but commas and the like between them."""
    cited: list[CitedTopic] = []
    position = start
    for name in topics_in(text.text[start:end]):
        if not _JOINED.fullmatch(text.text, position, start + name.start):
            break
        position = start + name.end
        cited.append(CitedTopic(name.value, text.cut(mark if not cited else start + name.start, position)))
    if cited:
        return cited
    alone = match_topic(text.text[start:end])
    return [CitedTopic(alone, text.cut(mark, end).strip())] if alone else []
