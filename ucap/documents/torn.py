"""Labels in running text, also those that were torn apart.

Copied out of a table, a label of several lines stands between the lines of its value: `Key focus of cooperation` first
line of the value `themes:` second line of the value. Where a label can tear follows from the width of the label
column: each of its lines is as full as that width allows. The width is the same for all labels of a document, which
tells a label's word from the same word in the value.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ucap.documents.labels import KEYS
from ucap.documents.occurrences import Occurrence, occurrences

_MOST_STARTS, _MOST_COLUMNS = 100, 80
_OUT_OF_ORDER = 1.5
_DISORDER = 2.5
"""What it costs that a row stands before another that precedes it in the template."""
_RANKS: dict[str | None, int] = {key: rank for rank, key in enumerate(KEYS)}

Chain = tuple[float, list[Occurrence]]
"""A sequence of labels and what it weighs."""


def find_labels(text: str, *, is_wrapped: bool) -> list[Occurrence]:
    """The labels of the template's rows in running text, in order, each row once, without overlaps.

    `is_wrapped` says that the line ends of the text are those of the page, so that each line of a torn
    label begins one.
    """
    starts = occurrences(text, is_wrapped=is_wrapped)
    if len(starts) > _MOST_STARTS:
        heaviest = sorted(starts, key=lambda found: max(one.weight for one in found), reverse=True)
        starts = sorted(heaviest[:_MOST_STARTS], key=lambda found: found[0].start)
    chains = (_best_chain(starts, column) for column in _columns(starts))
    return _each_row_once(max(chains, key=lambda chain: chain[0])[1])


def _columns(starts: list[list[Occurrence]]) -> list[float]:
    """The widths of the label column that come into question.

    As a column widens, labels begin to fit and cease to. Just before one ceases to, no label is lost yet that fitted
    since the last one did: whatever fits in any column fits in one of these.
    """
    labels = [one for found in starts for one in found]
    edges = sorted([(one.narrowest, True) for one in labels] + [(one.widest, False) for one in labels])
    widths = [one for (one, begins), (_two, goes_on) in pairwise(edges) if begins and not goes_on]
    return widths[:: 1 + len(widths) // _MOST_COLUMNS] or [0.0]


def _best_chain(starts: list[list[Occurrence]], column: float) -> Chain:
    """The weightiest sequence of labels that do not overlap, in the template's order, for a label column's width."""
    best: list[Chain] = []
    for found in starts:
        best += [_longer(best, one, weight) for weight, one in _two_best(found, column)]
    return max(best, key=lambda chain: chain[0], default=(0.0, []))


def _longer(best: list[Chain], one: Occurrence, weight: float) -> Chain:
    """The weightiest of the chains that can go on with a label, with it."""
    start, rank = one.start, _RANKS[one.label.key]
    most, before = 0.0, []
    for weight_before, chain in best:
        last = chain[-1]
        last_rank = _RANKS[last.label.key]
        left = weight_before if last_rank < rank else weight_before - _DISORDER
        if left > most and last.end <= start and last_rank != rank:
            most, before = left, chain
    return most + weight, [*before, one]


def _two_best(found: list[Occurrence], column: float) -> Iterator[tuple[float, Occurrence]]:
    """Of the labels that may begin at one place, the weightiest whole one and the weightiest torn one."""
    for is_torn in (False, True):
        weighed = [(_weight(one, column), one) for one in found if (len(one.fragments) > 1) == is_torn]
        if weighed:
            yield max(weighed, key=lambda pair: pair[0])


def _weight(occurrence: Occurrence, column: float) -> float:
    fits = occurrence.narrowest <= column < occurrence.widest
    return occurrence.weight if fits else occurrence.weight - _OUT_OF_ORDER


def _each_row_once(chain: list[Occurrence]) -> list[Occurrence]:
    """Of several labels of a row the weightiest."""
    by_key: dict[str | None, Occurrence] = {}
    for one in sorted(chain, key=lambda one: one.weight):
        by_key[one.label.key] = one
    return sorted(by_key.values(), key=lambda one: one.start)
