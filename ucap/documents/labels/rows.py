"""Which row of the template each row of a document is, decided for all of them at once.

A known label is certain. For the others three things speak: the words of the label (`lexicon`), what the cells contain
(`signs`), and the template's order. The best sequence of rows is found with a beam search, which is Viterbi's algorithm
with the rows that were taken so far in the state, since each row comes once in a plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ucap.documents.labels.known import CONTACT, KEYS
from ucap.documents.labels.lexicon import OTHER, sense_of
from ucap.documents.labels.plans import LEAST_ROWS
from ucap.documents.labels.signs import Cells, evidence

PART_OF_SIGNS = 0.5
"""Signs go together: each speaks with so much of its weight."""
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
_BEAM = 40
MORE = "more"
_TOPICS = "topics"
"""The topics of the Urban Agenda, which may have a row of their own besides that of the goals."""
_ORDER = tuple(key for row in KEYS for key in ((row, _TOPICS) if row == "goals" else (row,)))
_RANKS = {key: rank for rank, key in enumerate(_ORDER)}
_LIKE_TOPICS, _UNLIKE_TOPICS = 0.5, -3.0
_MOST_OF_OTHER_WORDS = 1.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row of a document: its label, the text of its cells, and the row of the template that it is certainly.

    `key` is None where it is not known, and OTHER for a known row that the template lacks. Where it is not certain that
    there is a label at all, `cost` is what that takes; such a text may as well be more of the row above.
    """

    label: str
    cells: Cells
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


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to name the rows so far: how much speaks for it, and what of the present plan is taken."""

    score: float
    names: tuple[str, ...]
    taken: frozenset[str]
    last: int


def decide(candidates: Sequence[Candidate]) -> Decision:
    """What each candidate is, so that the most speaks for all of them together."""
    ways = [_Way(0.0, (), frozenset(), -1)]
    for candidate in candidates:
        weights = _weights(candidate)
        longer = (one for way in ways for one in _longer(way, candidate, weights))
        ways = sorted(longer, key=lambda way: -way.score)[:_BEAM]
    guesses = (Guess(_row_of(name), _runner_up(ways, index)) for index, name in enumerate(ways[0].names))
    return Decision(tuple(guesses), ways[0].score)


def _row_of(name: str) -> str:
    """The row of the template for the name of one in a document."""
    return "goals" if name == _TOPICS else name


def _runner_up(ways: Sequence[_Way], index: int) -> str:
    """The second-best name of a row: that of the best way which differs there."""
    mine = _row_of(ways[0].names[index])
    names = (_row_of(way.names[index]) for way in ways)
    return next((name for name in names if name not in (mine, MORE)), OTHER)


def is_of_topics(label: str) -> bool:
    """Whether a label of the goals speaks of the topics of the Urban Agenda alone."""
    said = sense_of(label).weights
    topics = said.get(_TOPICS, 0.0)
    return topics > 0 and said.get("goals", 0.0) - topics <= _MOST_OF_OTHER_WORDS


def weights_of(label: str, cells: Cells) -> dict[str, float]:
    """How much the label's words and the content of the cells speak for each row; the topics are no themes."""
    said = sense_of(label).weights
    if is_of_topics(label):
        said = {**said, "themes": 0.0}
    shown = evidence(cells) if any(cell.strip() for cell in cells) else {}
    weights = {key: min(said.get(key, 0.0), _MOST_OF_LABEL) + PART_OF_SIGNS * shown.get(key, 0.0) for key in KEYS}
    return {**weights, OTHER: said.get(OTHER, 0.0) + said.get(CONTACT, 0.0) + _OTHER}


def _weights(candidate: Candidate) -> dict[str, float]:
    weights = {candidate.key: _KNOWN} if candidate.key else weights_of(candidate.label, candidate.cells)
    if "goals" in weights:
        weights[_TOPICS] = weights["goals"] + _UNLIKE_TOPICS
        if is_of_topics(candidate.label):
            weights[_TOPICS] = max(weights["goals"], sense_of(candidate.label).weights[_TOPICS]) + _LIKE_TOPICS
    if candidate.cost is None:
        return weights
    return {MORE: 0.0, **{key: weight - candidate.cost for key, weight in weights.items()}}


def _longer(way: _Way, candidate: Candidate, weights: dict[str, float]) -> Iterable[_Way]:
    for key, weight in weights.items():
        if key not in _RANKS:
            yield _Way(way.score + weight, (*way.names, key), way.taken, way.last)
            continue
        rank, names = _RANKS[key], (*way.names, key)
        if key not in way.taken:
            yield _Way(way.score + weight + _step(way.last, rank), names, way.taken | {key}, rank)
        elif (candidate.key and candidate.cost is None) or (rank == 0 and len(way.taken) >= LEAST_ROWS):
            yield _Way(way.score + weight + _ANOTHER_PLAN, names, frozenset({key}), rank)


def _step(last: int, rank: int) -> float:
    """What it costs that a row follows another; the template's next costs nothing."""
    return _SKIPPED * (rank - last - 1) if rank > last else _BACK


def is_plain(label: str, key: str) -> bool:
    """Whether the words of a label alone leave no doubt which row it is."""
    sense = sense_of(label)
    second = max((weight for other, weight in sense.weights.items() if other not in (key, _TOPICS)), default=0.0)
    weight = sense.weights.get(key, 0.0)
    is_clear = weight >= _LEAST_PLAIN and weight - second >= _MARGIN_OF_PLAIN
    return is_clear and weight * sense.share >= _PLAIN_WITH_SHARE
