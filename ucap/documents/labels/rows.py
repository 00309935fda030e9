"""Which row of the template each row of a document is, decided for all of them at once.

A known label is certain. For the others three things speak: the words of the label (`lexicon`), what the cells contain
(`signs`), and the template's order. The best sequence of rows is found with a beam search, which is Viterbi's algorithm
with the rows that were taken so far in the state, since each row comes once in a plan.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest

from ucap.documents.labels.known import CONTACT, KEYS, find_label
from ucap.documents.labels.lexicon import OTHER, sense_of
from ucap.documents.labels.plans import LEAST_ROWS
from ucap.documents.labels.signs import Cells, evidence

PART_OF_SIGNS = 0.5
"""Signs go together: each speaks with so much of its weight."""
LEAST_SHOWN = -3.0
"""The most that a value speaks against its row: a short one under `Focus areas within the themes` is the focus."""
_MOST_OF_LABEL = 8.0
_KNOWN = 8.0
"""What speaks for a known label where labels have to be found in a text."""
_OTHER = 0.0
"""What speaks for a row that the template lacks, all else being silent."""
_SKIPPED = -0.35
"""Each row of the template that is left out."""
_BACK = -1.2
"""A row that stands before one that precedes it in the template."""
_ANOTHER_PLAN = -4.0
_LEAST_PLAIN, _MARGIN_OF_PLAIN, _PLAIN_WITH_SHARE = 3.0, 1.5, 1.2
_SLASH = re.compile(r"\s+[/|]\s+")  # "City / Stadt"
_LANGUAGES, _LONGEST_LABEL = 2, 200
_LEAST_SAID, _MARGIN = 2.5, 1.0
"""Of 320 labels in other words, among rows that the template lacks, those for which so much speaks were all right."""
_PASSED_OVER = 0.3
"""That a text is no label costs so much of what speaks for its being one."""
_EMPTY = -2.0
"""That nothing stands behind what may be a label."""
_BEAM = 40
MORE = "more"
TOPICS = "topics"
"""The topics of the Urban Agenda, which may have a row of their own besides that of the goals."""
_ORDER = tuple(key for row in KEYS for key in ((row, TOPICS) if row == "goals" else (row,)))
_RANKS = {key: rank for rank, key in enumerate(_ORDER)}
_LIKE_TOPICS, _UNLIKE_TOPICS = 0.5, -3.0
_MOST_OF_OTHER_WORDS = 1.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row of a document, or what may be one: its label, and the row of the template that it is certainly.

    `key` is None where it is not known, and OTHER for a known row that the template lacks. Where it is not certain that
    there is a label at all, `cost` is what that takes; such a text may as well be more of the row above.
    """

    label: str
    key: str | None = None
    cost: float | None = None


@dataclass(frozen=True, slots=True)
class Guess:
    """The row that a candidate is taken for, and the one that it is else.

    OTHER is a row that the template lacks, MORE is no row but more of the one above.
    """

    key: str
    runner_up: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What the candidates of a document are, in order, and how much speaks for it all together."""

    guesses: tuple[Guess, ...]
    score: float


CellsOf = Callable[[int, int], Cells]
"""The text of the cells of the row that one candidate begins, where another begins the next."""


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to name the rows so far: how much speaks for it, and what of the present plan is taken.

    What the cells of its last row contain counts only when it is known where they end. `cost` is what it takes that
    texts which look like labels are none.
    """

    score: float
    names: tuple[str, ...]
    taken: frozenset[str]
    last: int
    cost: float = 0.0


_START = _Way(0.0, (), frozenset(), -1)


def decide(candidates: Sequence[Candidate], cells_of: CellsOf) -> Decision:
    """What each candidate is, so that the most speaks for all of them together.

    The value of a row ends where the next one begins, which is decided, too.
    """
    weights = [_weights(candidate) for candidate in candidates]
    costs = [_PASSED_OVER * max(0.0, *(one.get(key, 0.0) for key in KEYS)) for one in weights]
    ways: list[list[_Way]] = [[_START]]
    for index, candidate in enumerate(candidates):
        before = _ended(ways, candidates[:index], costs, cells_of)
        ways.append(_best(one for way in before for one in _longer(way, candidate, weights[index])))
    whole = _ended(ways, candidates, costs, cells_of)
    guesses = (Guess(row_of(name), _runner_up(whole, index)) for index, name in enumerate(whole[0].names))
    return Decision(tuple(guesses), whole[0].score)


def _ended(
    ways: Sequence[Sequence[_Way]], candidates: Sequence[Candidate], costs: Sequence[float], cells_of: CellsOf
) -> list[_Way]:
    """The best ways in which the last row ends behind the candidates, all after its label being more of it.

    `ways` are those whose last row begins with each candidate, before them the one without any row; `costs` is what it
    takes that a candidate is no label.
    """
    end, cost = len(candidates), 0.0
    found: list[tuple[float, float, int, _Way]] = []
    for last in range(end - 1, -1, -1):
        shown = _shown(cells_of(last, end))
        nothing = 0.0 if shown or candidates[last].cost is None else _EMPTY
        for way in ways[last + 1]:
            more = shown.get(row_of(way.names[-1]), nothing)
            found.append((way.score - way.cost + more - cost, more, last, way))
        cost += costs[last]
        if candidates[last].cost is None:
            break
    else:
        found.append((-cost, 0.0, -1, _START))
    best = nlargest(_BEAM, found, key=lambda one: one[0])
    return [_with_more(way, end - 1 - last, more, sum(costs[last + 1 : end])) for _total, more, last, way in best]


def _with_more(way: _Way, count: int, shown: float, cost: float) -> _Way:
    """A way whose last row holds so many of the texts that look like labels."""
    return replace(way, score=way.score + shown, names=way.names + (MORE,) * count, cost=way.cost + cost)


def _best(ways: Iterable[_Way]) -> list[_Way]:
    return nlargest(_BEAM, ways, key=lambda way: way.score - way.cost)


def _shown(cells: Cells) -> Mapping[str, float]:
    """How much the content of cells speaks for each row; an empty cell says nothing."""
    if not any(cell.strip() for cell in cells):
        return {}
    return {key: max(LEAST_SHOWN, PART_OF_SIGNS * weight) for key, weight in evidence(cells).items()}


def row_of(name: str) -> str:
    """The row of the template for the name of one in a document."""
    return "goals" if name == TOPICS else name


def _runner_up(ways: Sequence[_Way], index: int) -> str:
    """The second-best name of a row: that of the best way which differs there."""
    mine = row_of(ways[0].names[index])
    names = (row_of(way.names[index]) for way in ways)
    return next((name for name in names if name not in (mine, MORE)), OTHER)


def is_of_topics(label: str) -> bool:
    """Whether a label of the goals speaks of the topics of the Urban Agenda alone."""
    said = sense_of(label).weights
    topics = said.get(TOPICS, 0.0)
    return topics > 0 and said.get("goals", 0.0) - topics <= _MOST_OF_OTHER_WORDS


def weights_of(label: str, cells: Cells) -> dict[str, float]:
    """How much the label's words and the content of the cells speak for each row."""
    said, shown = _said(label), _shown(cells)
    return {key: weight + shown.get(key, 0.0) for key, weight in said.items()}


def _said(label: str) -> dict[str, float]:
    """How much the label's words speak for each row; the topics are no themes."""
    said = sense_of(label).weights
    if is_of_topics(label):
        said = {**said, "themes": 0.0}
    weights = {key: min(said.get(key, 0.0), _MOST_OF_LABEL) for key in KEYS}
    return {**weights, OTHER: said.get(OTHER, 0.0) + said.get(CONTACT, 0.0) + _OTHER}


def _weights(candidate: Candidate) -> dict[str, float]:
    weights = {candidate.key: _KNOWN} if candidate.key else _said(candidate.label)
    if "goals" in weights:
        weights[TOPICS] = weights["goals"] + _UNLIKE_TOPICS
        if is_of_topics(candidate.label):
            weights[TOPICS] = max(weights["goals"], sense_of(candidate.label).weights[TOPICS]) + _LIKE_TOPICS
    return {key: weight - (candidate.cost or 0.0) for key, weight in weights.items()}


def _longer(way: _Way, candidate: Candidate, weights: dict[str, float]) -> Iterable[_Way]:
    for key, weight in weights.items():
        if key not in _RANKS:
            yield _Way(way.score + weight, (*way.names, key), way.taken, way.last, way.cost)
            continue
        rank, names = _RANKS[key], (*way.names, key)
        if key not in way.taken:
            yield _Way(way.score + weight + step(way.last, rank), names, way.taken | {key}, rank, way.cost)
        elif (candidate.key and candidate.cost is None) or (rank == 0 and len(way.taken) >= LEAST_ROWS):
            yield _Way(way.score + weight + _ANOTHER_PLAN, names, frozenset({key}), rank, way.cost)


def rank_of(key: str) -> int | None:
    """The place of a row in the template's order; None for one that it lacks."""
    return _RANKS.get(key)


def step(last: int, rank: int) -> float:
    """What it costs that a row follows another; the template's next costs nothing."""
    return _SKIPPED * (rank - last - 1) if rank > last else _BACK


def is_doubtful(label: str, key: str, cells: Cells, certain: Collection[str | None]) -> bool:
    """Whether a row that was guessed may well be another one.

    It is not where the words of its label say it and those rows that are not `certain` to be others stay well behind,
    by their words and by what the cells contain: `Main emphasis of the themes` is Key focus where the themes are known.
    """
    if is_plain(label, key) or _is_known_in_part(label, key):
        return False
    said, weights = sense_of(label).weights, weights_of(label, cells)
    others = [other for other in weights if other != key and (other == OTHER or other not in certain)]
    most_said = max((said.get(other, 0.0) for other in others), default=0.0)
    is_said = said.get(key, 0.0) >= max(_LEAST_SAID, most_said)
    return not is_said or weights[key] - max(weights[other] for other in others) < _MARGIN


def _is_known_in_part(label: str, key: str) -> bool:
    """Whether a label in two languages is known in one of them: `Schwerpunkte / Key focus of cooperation themes`."""
    known = [find_label(part) for part in _SLASH.split(label)] if len(label) <= _LONGEST_LABEL else []
    return len(known) == _LANGUAGES and {one.key for one in known if one} == {key}


def is_plain(label: str, key: str) -> bool:
    """Whether the words of a label alone leave no doubt which row it is."""
    sense = sense_of(label)
    second = max((weight for other, weight in sense.weights.items() if other not in (key, TOPICS)), default=0.0)
    weight = sense.weights.get(key, 0.0)
    is_clear = weight >= _LEAST_PLAIN and weight - second >= _MARGIN_OF_PLAIN
    return is_clear and weight * sense.share >= _PLAIN_WITH_SHARE
