"""Activities as plans tell them, and the clues by which two that tell of one event are found.

A clue is a page, a place or a word of a telling in a month that it touches (in a year, where only that is known). It
is kept as a number, so that the clues of half a million activities are two arrays: whoever shares the number shares
the clue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas.util import hash_array

from ucap.frames.columns import LIST_SEPARATOR
from ucap.vocabulary.folding import HAN, fold

_WORD = re.compile(rf"[{HAN}]|[^\W_{HAN}]+")  # "visit", "访"
_SHORT = 3  # letters of words that mean little
_LONGEST = 12  # months, or years, that an activity is looked for in
_MOST_RECENT = 100_000  # clues, of about two thousand plans
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
    """The clues of activities, an entry for each clue in each month: `rows` of the frame, and `keys`.

    The lowest bit of a key says whether it is a word.
    """

    rows: Rows
    keys: NDArray[np.uint64]

    def of(self, wanted: NDArray[np.bool_] | Rows) -> Clues:
        """Those of the entries that are wanted: a boolean for each, or their places."""
        return Clues(self.rows[wanted], self.keys[wanted])

    @property
    def are_words(self) -> NDArray[np.bool_]:
        """Which of them are words."""
        return _are_words(self.keys)


@dataclass(frozen=True, slots=True, eq=False)
class ClueIndex:
    """The clues of all activities, found by their keys: a change shares what is in order already and copies none of it.

    An activity has a number here that stays the same while rows move; `row_of` says in which row each stands now, -1
    where it is gone. What is `ordered` by key, and what is `recent` and came since, have numbers in place of rows.
    """

    ordered: Clues
    recent: Clues
    row_of: Rows

    @classmethod
    def of(cls, clues: Clues) -> ClueIndex:
        """The index of the clues of all activities, quickly made where most of them are in the order of their keys."""
        row_count = int(clues.rows.max(initial=-1)) + 1
        return cls(clues.of(np.argsort(clues.keys, kind="stable")), joined([]), np.arange(row_count))

    @property
    def clues(self) -> Clues:
        """All of them, nearly in the order of their keys."""
        return self._now(joined([self.ordered, self.recent]))

    def with_keys(self, keys: NDArray[np.uint64], most_having: int | None = None) -> Clues:
        """Those with one of the keys, which ascend; in the order of rows.

        Words that surely more than `most_having` activities have can be left out: most that are found would be these.
        """
        firsts, ends = (np.searchsorted(self.ordered.keys, keys, side=side) for side in ("left", "right"))
        counts = ends - firsts
        if most_having is not None:
            gone_count = np.count_nonzero(self.row_of < 0)
            is_left = ~_are_words(keys) | (counts <= most_having + gone_count)
            keys, firsts, counts = keys[is_left], firsts[is_left], counts[is_left]
        places = np.arange(counts.sum()) + np.repeat(firsts - (counts.cumsum() - counts), counts)
        found = self._now(joined([self.ordered.of(places), self.recent.of(np.isin(self.recent.keys, keys))]))
        return found.of(np.argsort(found.rows, kind="stable"))

    def moved(self, moved: Rows, came: Clues) -> ClueIndex:
        """The same where the rows are now (`moved`, -1 for one that is gone), with the clues that came."""
        rows, numbers = np.unique(came.rows, return_inverse=True)
        row_of = np.concatenate([np.append(moved, -1)[self.row_of], rows])
        recent = joined([self.recent, Clues(len(self.row_of) + numbers, came.keys)])
        now = ClueIndex(self.ordered, recent, row_of)
        return now if len(recent.keys) < _MOST_RECENT else ClueIndex.of(now.clues)

    def _now(self, found: Clues) -> Clues:
        """Entries with rows in place of numbers, without those of activities that are gone."""
        now = Clues(self.row_of[found.rows], found.keys)
        return now.of(now.rows >= 0)


def _are_words(keys: NDArray[np.uint64]) -> NDArray[np.bool_]:
    return (keys & np.uint64(1)).astype(bool)


def joined(parts: Iterable[Clues]) -> Clues:
    """Clues of several parts of a frame, one after the other."""
    parts = [Clues(np.zeros(0, np.int64), np.zeros(0, np.uint64)), *parts]
    return Clues(np.concatenate([part.rows for part in parts]), np.concatenate([part.keys for part in parts]))


_COLUMNS = ("plan", "precision", "start_day", "end_day", "source", "places", "text")


def some(activities: pd.DataFrame, wanted: NDArray[np.bool_]) -> pd.DataFrame:
    """What makes a telling of the wanted activities, with their rows as the index.

    Each column is filtered: to take rows by their numbers, Arrow would first join all chunks of it.
    """
    return pd.DataFrame({name: activities[name][wanted] for name in _COLUMNS})


def clues(activities: pd.DataFrame) -> Clues:
    """The clues of the dated activities."""
    dated = some(activities, activities["start_day"].notna().to_numpy())
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
