"""Which of the stretches that may be labels are some, decided for the whole text at once.

From their words, from what the value up to the next label contains, and from the template's order: the best way through
the text is found with a beam search, as in `rows`, where it is known what a label is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from ucap.documents.labels.lexicon import OTHER, sense_of
from ucap.documents.labels.plans import LEAST_ROWS
from ucap.documents.labels.rows import LEAST_SHOWN, PART_OF_SIGNS, TOPICS, rank_of, step
from ucap.documents.labels.signs import evidence
from ucap.documents.labels.stretches import Stretch
from ucap.documents.traced import Span, without

_SAYS_SOMETHING = re.compile(r"\w")
_EVIDENCE, _FIRST_EVIDENCE = 500, 150
"""Characters of a value that are looked at, and while it is not known where it ends."""
_BEAM, _BEAM_OF_STATE = 80, 2
_MIXED = -3.0
"""That some labels of several lines stand above their values, and others beside them."""
_EMPTY = -4.0
"""A label without a value."""
_TOPICS_AGAIN, _ANOTHER_PLAN = -12.0, -4.0


@dataclass(frozen=True, slots=True)
class Way:
    """Stretches that are taken for labels, in order, and their rows.

    Attributes:
        score: how much speaks for them together; the value of the last is added when it is known where it ends.
        names: the row of each.
        stretches: the labels.
        taken: the rows that the present plan has.
        last: the place of its last row in the template's order.
        is_torn: whether labels of several lines stand beside their values; None where there is none yet.
    """

    score: float
    names: tuple[str, ...]
    stretches: tuple[Stretch, ...]
    taken: frozenset[str]
    last: int
    is_torn: bool | None


def best_way(text: str, stretches: Sequence[Stretch]) -> Way:
    """The way to take some of the stretches for labels for which the most speaks."""
    ways = [Way(0.0, (), (), frozenset(), -1, None)]
    for start, group in groupby(stretches, key=lambda one: one.start):
        found = list(group)
        free = [way for way in ways if not way.stretches or way.stretches[-1].end <= start]
        settled = [_settled(text, way, start) for way in free]
        longer = (one for way in settled for stretch in found for one in _longer(way, stretch))
        ways = _pruned(text, [*ways, *longer])
    return max((_settled(text, way, len(text)) for way in ways), key=lambda way: way.score)


def _settled(text: str, way: Way, end: int) -> Way:
    """A way with the last value, which ends at `end`."""
    return replace(way, score=way.score + _value_weight(text, way, end))


def _pruned(text: str, ways: Sequence[Way]) -> list[Way]:
    """The best ways, few of each that end alike."""
    alike: dict[object, list[tuple[float, Way]]] = {}
    weights: dict[object, float] = {}
    for way in ways:
        end, start = (way.stretches[-1].end, way.stretches[-1].start) if way.stretches else (0, -1)
        last = (way.stretches[-1:], way.names[-1:])
        if last not in weights:
            weights[last] = _value_weight(text, way, end + _FIRST_EVIDENCE)
        score = way.score + weights[last]
        alike.setdefault((start, end, way.names[-1:], way.taken, way.is_torn), []).append((score, way))
    kept = [one for some in alike.values() for one in sorted(some, key=lambda one: -one[0])[:_BEAM_OF_STATE]]
    return [way for _score, way in sorted(kept, key=lambda one: -one[0])[:_BEAM]]


def _value_weight(text: str, way: Way, end: int) -> float:
    """What the last value speaks for its row if it ends at `end`."""
    if not way.stretches:
        return 0.0
    stretch, name = way.stretches[-1], way.names[-1]
    shown = _shown(text, stretch.fragments, min(end, stretch.end + _EVIDENCE))
    if not shown:
        return _EMPTY
    return 0.0 if name == OTHER else shown["goals" if name == TOPICS else name]


@lru_cache(maxsize=4096)
def _shown(text: str, fragments: tuple[Span, ...], end: int) -> Mapping[str, float]:
    """What the text between and behind the lines of a label speaks for each row; nothing if there is none."""
    pieces = without([(fragments[0][0], end)], fragments)
    value = "".join(text[slice(*piece)] for piece in pieces).strip()
    if not _SAYS_SOMETHING.search(value):
        return {}
    return {key: max(LEAST_SHOWN, PART_OF_SIGNS * weight) for key, weight in evidence((value,)).items()}


def _longer(way: Way, stretch: Stretch) -> Iterator[Way]:
    """A way with one label more, once for each row that it may be; the value of its last label counts already."""
    score, is_torn = way.score, way.is_torn
    if stretch.is_broken:
        score += _MIXED * (is_torn is not None and is_torn != stretch.is_torn)
        is_torn = stretch.is_torn
    stretches = (*way.stretches, stretch)
    for key, weight in stretch.weights.items():
        total, names, rank = score + weight, (*way.names, key), rank_of(key)
        if rank is None:
            yield Way(total, names, stretches, way.taken, way.last, is_torn)
        elif key not in way.taken:
            total += step(way.last, rank) + _TOPICS_AGAIN * (key == TOPICS and _has_topics(way))
            yield Way(total, names, stretches, way.taken | {key}, rank, is_torn)
        elif rank == 0 and len(way.taken) >= LEAST_ROWS:
            yield Way(total + _ANOTHER_PLAN, names, stretches, frozenset({key}), rank, is_torn)


def _has_topics(way: Way) -> bool:
    """Whether the last row is that of the goals, and its label speaks of the topics, too."""
    return way.names[-1:] == ("goals",) and bool(sense_of(way.stretches[-1].label).weights.get(TOPICS))
