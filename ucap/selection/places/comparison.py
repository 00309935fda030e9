"""Several parts of the plans side by side: what each touches, what they share, and where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ucap.plan.words import value_words
from ucap.selection.coverage import Coverage
from ucap.selection.gaps import GapVocabulary
from ucap.selection.matrix import Mask
from ucap.vocabulary.filters import Value
from ucap.wording import _, format_list, format_number

MOST_PARTS = 4
_MOST_NAMED = 6


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A part of the plans that is compared with others: what it is called, and which plans it is."""

    label: str
    plans: Mask


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """How many plans of each part touch each value of a vocabulary that any of them touches.

    `counts` has a row per value, in words, and a column (int64) per part, by its label; values that most parts share
    come first. `values` are those of the rows. `shared` and `differing` say the same in a sentence each.
    """

    counts: pd.DataFrame
    values: tuple[Value, ...]
    shared: str
    differing: str


def compare(coverage: Coverage, parts: Sequence[Part], vocabulary: GapVocabulary) -> Comparison:
    """The parts in one vocabulary: what is stated or mentioned."""
    counted = {part.label: coverage.counts(part.plans, vocabulary) for part in parts}
    counts = pd.DataFrame(counted)
    counts = counts[counts.sum(axis=1) > 0]
    order = np.lexsort((-counts.sum(axis=1), -(counts > 0).sum(axis=1)))
    counts = counts.iloc[order]
    values = tuple(counts.index)
    counts.index = pd.Index([value_words(vocabulary, value) for value in counts.index], dtype="object")
    return Comparison(counts, values, _shared(counts), _differing(counts))


def _shared(counts: pd.DataFrame) -> str:
    """What all parts touch, or which of them are silent."""
    silent = [label for label in counts if not counts[label].any()]
    if silent:
        return _("Nothing is named by: {parts}.").format(parts=format_list(silent))
    values = counts.index[(counts > 0).all(axis=1)].tolist()
    if not values:
        return _("They share none.")
    return _("Shared: {values}.").format(values=some_of(values))


def _differing(counts: pd.DataFrame) -> str:
    """What one part alone touches."""
    differences = []
    for label in counts:
        others = counts.drop(columns=label)
        own = counts.index[(counts[label] > 0) & (others == 0).all(axis=1)].tolist()
        if own:
            differences.append(_("{part} alone: {values}").format(part=label, values=some_of(own)))
    return (
        _("{statements}.").format(statements=_("; ").join(differences))
        if differences
        else _("None of them is touched by one alone.")
    )


def some_of(values: Sequence[str]) -> str:
    """The first few, and how many more there are."""
    rest = len(values) - _MOST_NAMED
    named = list(values[:_MOST_NAMED])
    return format_list([*named, _("{count} more").format(count=format_number(rest))] if rest > 0 else named)
