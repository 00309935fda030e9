"""One event told by several plans is one event.

Two activities tell of one event if different plans tell them (a plan tells an event once), their dates overlap at
the same precision, and

- they cite the same page, and have the same dates or similar texts; or
- they share a place, and have the same days or similar texts; or
- their texts are very similar and share several words that few others of the month have, and at most one of them
  names a place.

Activities are compared month by month (year by year where only the year is known), and only where one of these may
hold, so that the work grows with the number of activities and not with its square.

Activities as plans tell them, prepared for comparison.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd
from rapidfuzz import fuzz

from ucap.frames.columns import LIST_SEPARATOR
from ucap.vocabulary.folding import HAN, fold

_WORD = re.compile(rf"[{HAN}]|[^\W_{HAN}]+")
_SHORT = 3  # letters of words that mean little
_LONGEST = 12  # months, or years, that an activity is looked for in


@dataclass(slots=True, eq=False)  # not frozen: half a million are made, and each lives for a moment
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


def by_month(activities: pd.DataFrame) -> Iterator[list[Telling]]:
    """The dated activities in groups of those that may overlap: by each month, or year, that they touch.

    Where only the year is known, by year. A group of one is left out.
    """
    groups: dict[tuple[str, int], list[int]] = defaultdict(list)
    is_year = activities["precision"] == "year"
    for unit, dated in (("M", activities[~is_year]), ("Y", activities[is_year])):
        for row, start, end in _spans(dated[dated["start_day"].notna()], unit):
            for period in range(start, min(end, start + _LONGEST - 1) + 1):
                groups[unit, period].append(row)
    for _, rows in sorted(groups.items()):
        if len(rows) > 1:
            yield list(_tellings(activities.loc[rows]))


def _spans(activities: pd.DataFrame, unit: str) -> Iterator[tuple[int, int, int]]:
    """The row of each activity, and the first and last day, month or year (`D`, `M`, `Y`) since 1970 it touches."""
    first, last = (activities[day].to_numpy(f"datetime64[{unit}]").astype(int) for day in ("start_day", "end_day"))
    return zip(activities.index.tolist(), first.tolist(), last.tolist(), strict=True)


def _tellings(activities: pd.DataFrame) -> Iterator[Telling]:
    told = (activities[name].fillna("") for name in ("source", "places", "text"))
    columns = zip(_spans(activities, "D"), activities["plan"], activities["precision"], *told, strict=True)
    for (row, start, end), plan, precision, source, places, text in columns:
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


_SIMILAR = 60  # token set ratio, of 100
_VERY_SIMILAR = 75
_SEVERAL_WORDS = 3
_FEW_OTHERS = 12
_MOST_COMPARED = 20  # of those that share a page, a place or a word

Likeness = tuple[bool, bool, float]


def events(activities: pd.DataFrame) -> pd.Series:
    """The id of the event that each activity tells of: `plan/position` of the first activity that tells of it."""
    known = _Events()
    for month in by_month(activities):
        _Month(month, known).link()
    ids = activities["plan"] + "/" + activities["position"].astype("str")
    return ids.take([known.of(row) for row in range(len(activities))]).reset_index(drop=True)


class _Events:
    """The events found so far, each known by the row of the first activity that tells of it."""

    def __init__(self) -> None:
        self._first: dict[int, int] = {}
        self._plans: dict[int, set[str]] = defaultdict(set)

    def of(self, row: int) -> int:
        return self._first.get(row, row)

    def join(self, telling: Telling, other: Telling) -> None:
        event = self.of(other.row)
        self._first[telling.row] = event
        self._plans[event] |= {telling.plan, other.plan}

    def is_joined(self, telling: Telling) -> bool:
        return telling.row in self._first or telling.row in self._plans

    def is_told_by(self, plan: str, other: Telling) -> bool:
        return plan == other.plan or plan in self._plans.get(self.of(other.row), ())


class _Month:
    """The tellings of a month (or year), and by which pages, places and words they may be found."""

    def __init__(self, tellings: list[Telling], known: _Events) -> None:
        self._tellings = tellings
        self._known = known
        self._by_page_or_place: dict[str, list[Telling]] = defaultdict(list)
        self._by_word: dict[str, list[Telling]] = defaultdict(list)
        counted = Counter(word for telling in tellings for word in telling.words)
        self._rare_words = {word for word, count in counted.items() if 1 < count <= _FEW_OTHERS}

    def link(self) -> None:
        """Join each telling to the likeliest event that earlier ones tell of."""
        for telling in self._tellings:
            if not self._known.is_joined(telling):
                found = [
                    (alike, -other.row, other) for other in self._others(telling) if (alike := likeness(telling, other))
                ]
                if found:
                    self._known.join(telling, max(found)[2])
            for clue in _pages_and_places(telling):
                self._by_page_or_place[clue].append(telling)
            for word in telling.words & self._rare_words:
                self._by_word[word].append(telling)

    def _others(self, telling: Telling) -> Iterator[Telling]:
        """The tellings that may be of the same event: of the same page or place, or with several of its rare words."""
        others = {
            other.row: other
            for clue in _pages_and_places(telling)
            for other in self._by_page_or_place[clue][:_MOST_COMPARED]
        }
        shared = Counter(other for word in telling.words & self._rare_words for other in self._by_word[word])
        others |= {other.row: other for other, count in shared.items() if count >= _SEVERAL_WORDS}
        return (other for other in others.values() if not self._known.is_told_by(telling.plan, other))


def _pages_and_places(telling: Telling) -> list[str]:
    """Under what a telling is kept; only those of the same precision can be of the same event."""
    page = [f"{telling.precision} page {telling.source}"] if telling.source else []
    return [*page, *(f"{telling.precision} place {place}" for place in telling.places)]


def likeness(one: Telling, other: Telling) -> Likeness | None:
    """How alike two tellings are: same page, shared place, similarity of the texts (0 to 100).

    None if they tell of different events.
    """
    if one.precision != other.precision or one.start > other.end or other.start > one.end:
        return None
    shares_page = bool(one.source) and one.source == other.source
    shares_place = bool(one.places & other.places)
    if not (shares_page or shares_place) and one.places and other.places:
        return None
    has_same_dates = (one.start, one.end) == (other.start, other.end)
    is_surely_one = has_same_dates and (shares_page or (shares_place and one.precision == "day"))
    least = 0 if is_surely_one else _SIMILAR if shares_page or shares_place else _VERY_SIMILAR
    similarity = fuzz.token_set_ratio(one.text, other.text, score_cutoff=least)
    return (shares_page, shares_place, similarity) if similarity >= least else None
