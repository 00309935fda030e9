"""Labels in running text, also those that were torn apart.

Copied out of a table, a label of several lines stands between the lines of its value: `Key focus of cooperation` first
line of the value `themes:` second line of the value. Where a label can tear follows from the width of the label
column: each of its lines is as full as that width allows. The width is the same for all labels of a document, which
tells a label's word from the same word in the value.
"""

from __future__ import annotations

from collections.abc import Iterator

from ucap.documents.labels import KEYS
from ucap.documents.occurrences import Occurrence, occurrences

_MOST_STARTS, _MOST_COLUMNS = 100, 80
_DISORDER, _MISFIT = 2.5, 1.5

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
    """The widths of the label column that come into question."""
    widths = sorted({one.narrowest for found in starts for one in found})
    return widths[:: 1 + len(widths) // _MOST_COLUMNS] or [0.0]


def _best_chain(starts: list[list[Occurrence]], column: float) -> Chain:
    """The weightiest sequence of labels that do not overlap, in the template's order, for a label column's width."""
    best: list[Chain] = []
    for found in starts:
        best += [_longer(best, one, weight) for weight, one in _two_best(found, column)]
    return max(best, key=lambda chain: chain[0], default=(0.0, []))


def _longer(best: list[Chain], one: Occurrence, weight: float) -> Chain:
    """The weightiest of the chains that can go on with a label, with it."""
    before = max(
        ((chain[0] - _disorder(chain[1][-1], one), chain[1]) for chain in best if _fits_behind(chain[1][-1], one)),
        key=lambda chain: chain[0],
        default=(0.0, []),
    )
    return (before[0] + weight, [*before[1], one]) if before[0] > 0 else (weight, [one])


def _fits_behind(before: Occurrence, after: Occurrence) -> bool:
    return before.end <= after.start and before.label.key != after.label.key


def _disorder(before: Occurrence, after: Occurrence) -> float:
    """What it costs that a row stands before another that precedes it in the template."""
    is_ordered = KEYS.index(before.label.key or "") < KEYS.index(after.label.key or "")
    return 0.0 if is_ordered else _DISORDER


def _two_best(found: list[Occurrence], column: float) -> Iterator[tuple[float, Occurrence]]:
    """Of the labels that may begin at one place, the weightiest whole one and the weightiest torn one."""
    for is_torn in (False, True):
        weighed = [(_weight(one, column), one) for one in found if (len(one.fragments) > 1) == is_torn]
        if weighed:
            yield max(weighed, key=lambda pair: pair[0])


def _weight(occurrence: Occurrence, column: float) -> float:
    fits = occurrence.narrowest <= column < occurrence.widest
    return occurrence.weight if fits else occurrence.weight - _MISFIT


def _each_row_once(chain: list[Occurrence]) -> list[Occurrence]:
    """Of several labels of a row the weightiest."""
    by_key: dict[str | None, Occurrence] = {}
    for one in sorted(chain, key=lambda one: one.weight):
        by_key[one.label.key] = one
    return sorted(by_key.values(), key=lambda one: one.start)
