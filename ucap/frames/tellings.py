"""Activities as plans tell them, and the clues by which two that tell of one event are found.

A clue is a page, a place or a word of a telling in a month that it touches (in a year, where only that is known). It
is kept as a number, so that the clues of half a million activities are two arrays: whoever shares the number shares
the clue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, zip_longest

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas.util import hash_array

from ucap.frames.columns import LIST_SEPARATOR
from ucap.vocabulary.folding import HAN, fold

_WORD = re.compile(rf"[{HAN}]|[^\W_{HAN}]+")  # "visit", "访"
_SHORT = 3  # letters of words that mean little
_LONGEST = 12  # months, or years, that an activity is looked for in
_FIRST_BITS = 16
_AT_A_TIME = 20_000  # bounds the memory for their words
_YEARS = 1 << 20  # added to a year, so that it is no month

Rows = NDArray[np.int64]


@dataclass(slots=True, eq=False)
class Telling:
    """An activity as one plan tells it.

    `row` is its row in the frame, `start` and `end` are days since 1970; `places` and `text` are folded, and `words`
    are those of the text that are long enough to mean something.
    """

    row: int
    plan: str
    precision: str
    start: int
    end: int
    source: str
    places: frozenset[str]
    text: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Clues:
    """The clues of activities, an entry for each clue in each month: `rows` (ascending) of the frame, and `keys`.

    The lowest bit of a key says whether it is a word.
    """

    rows: Rows
    keys: NDArray[np.uint64]

    def of(self, wanted: NDArray[np.bool_]) -> Clues:
        """Those of the entries that are wanted."""
        return Clues(self.rows[wanted], self.keys[wanted])

    def with_keys(self, keys: NDArray[np.uint64]) -> Clues:
        """Those with one of the keys; of millions most are ruled out by the first bits of theirs."""
        are_begun = np.zeros(1 << _FIRST_BITS, dtype=bool)
        are_begun[keys >> np.uint64(64 - _FIRST_BITS)] = True
        near = np.flatnonzero(are_begun[self.keys >> np.uint64(64 - _FIRST_BITS)])
        return Clues(self.rows[near], self.keys[near]).of(np.isin(self.keys[near], keys))

    def of_rows(self, rows: Rows) -> Clues:
        """Those of a few rows, which ascend."""
        firsts, ends = (np.searchsorted(self.rows, rows, side=side) for side in ("left", "right"))
        places = np.concatenate([np.arange(0), *map(np.arange, firsts, ends)])
        return Clues(self.rows[places], self.keys[places])

    def moved(self, moved: Rows, came: Clues) -> Clues:
        """These where the rows are now (`moved`, -1 for one that is gone), and those that came."""
        rows, keys = moved[self.rows], self.keys
        is_gone = rows < 0
        if is_gone.any():
            rows, keys = rows[~is_gone], keys[~is_gone]
        # Few plans come, each in one place: what lies between is copied whole.
        places, firsts = np.unique(np.searchsorted(rows, came.rows), return_index=True)
        pairs = ((rows, came.rows), (keys, came.keys))
        parts = (zip_longest(np.split(old, places), np.split(new, firsts[1:]), fillvalue=new[:0]) for old, new in pairs)
        return Clues(*(np.concatenate([*chain.from_iterable(one)]) for one in parts))

    @property
    def are_words(self) -> NDArray[np.bool_]:
        """Which of them are words."""
        return (self.keys & np.uint64(1)).astype(bool)


def joined(parts: Iterable[Clues]) -> Clues:
    """Clues of several parts of a frame, one after the other."""
    parts = list(parts)
    return Clues(np.concatenate([part.rows for part in parts]), np.concatenate([part.keys for part in parts]))


def clues(activities: pd.DataFrame) -> Clues:
    """The clues of the dated activities."""
    dated = activities[activities["start_day"].notna()]
    starts = range(0, max(len(dated), 1), _AT_A_TIME)
    return joined(_clues_of(dated.iloc[start : start + _AT_A_TIME]) for start in starts)


def _clues_of(dated: pd.DataFrame) -> Clues:
    found = [(place, clue) for place, telling in enumerate(tellings(dated)) for clue in _clues(telling)]
    places, keys = np.array([place for place, _ in found], dtype=np.int64), _numbers([clue for _, clue in found])
    firsts, counts = (values[places] for values in _periods(dated))
    within = np.arange(counts.sum()) - np.repeat(counts.cumsum() - counts, counts)
    periods = np.repeat(firsts, counts) + within
    rows = dated.index.to_numpy(np.int64)[places]
    return Clues(np.repeat(rows, counts), _in_period(np.repeat(keys, counts), periods))


def _clues(telling: Telling) -> Iterator[str]:
    """Only those of the same precision can be of the same event; a word counts in the month, whatever the precision."""
    if telling.source:
        yield f"{telling.precision} page {telling.source}"
    yield from (f"{telling.precision} place {place}" for place in sorted(telling.places))
    yield from sorted(telling.words)


def _numbers(found: list[str]) -> NDArray[np.uint64]:
    """A number for each clue, odd for words, the same in every process."""
    texts = np.array(found, dtype=object)
    is_word = np.array([" " not in text for text in found], dtype=np.uint64)
    return np.asarray((hash_array(texts, categorize=True) & ~np.uint64(1)) | is_word, dtype=np.uint64)


def _in_period(keys: NDArray[np.uint64], periods: Rows) -> NDArray[np.uint64]:
    """A number for a clue in a month: the upper bits are mixed with the month, the lowest bit stays."""
    mixed = (keys ^ (periods.astype(np.uint64) << np.uint64(20))) * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(29)
    return np.where(keys & np.uint64(1), mixed | np.uint64(1), mixed & ~np.uint64(1))


def _periods(activities: pd.DataFrame) -> tuple[Rows, Rows]:
    """The first month, or year, that each activity touches, and how many it is looked for in."""
    is_year = (activities["precision"] == "year").to_numpy()
    months, years = _spans(activities, "M"), _spans(activities, "Y")
    first, last = (np.where(is_year, years[end] + _YEARS, months[end]) for end in (0, 1))
    return first, np.minimum(last - first + 1, _LONGEST)


def _spans(activities: pd.DataFrame, unit: str) -> tuple[Rows, Rows]:
    """The first and the last day, month or year (`D`, `M`, `Y`) since 1970 that each activity touches."""
    first, last = (activities[day].to_numpy(f"datetime64[{unit}]").astype(int) for day in ("start_day", "end_day"))
    return first, last


def tellings(activities: pd.DataFrame) -> Iterator[Telling]:
    """The dated activities of a part of the frame, whose index says where they stand in it."""
    told = (activities[name].fillna("") for name in ("source", "places", "text"))
    days = (days.tolist() for days in _spans(activities, "D"))
    columns = (activities.index.tolist(), activities["plan"], activities["precision"], *days, *told)
    for row, plan, precision, start, end, source, places, text in zip(*columns, strict=True):
        words = _WORD.findall(fold(text))
        yield Telling(
            row=row,
            plan=plan,
            precision=precision,
            start=start,
            end=end,
            source=source,
            places=frozenset(fold(place) for place in places.split(LIST_SEPARATOR) if place),
            text=" ".join(words),
            words=frozenset(word for word in words if len(word) > _SHORT),
        )
