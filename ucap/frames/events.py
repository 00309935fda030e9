"""One event told by several plans is one event.

Two activities tell of one event if different plans tell them (a plan tells an event once), their dates overlap at
the same precision, and

- they cite the same page, and have the same dates or similar texts; or
- they share a place, and have the same days or similar texts; or
- their texts are very similar and share several words, and at most one of them names a place.

Activities are compared month by month (year by year where only the year is known), and only where they share a
page, a place or a word that few others have, so that the work grows with the number of activities and not with
its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pandas as pd
from rapidfuzz import fuzz

from ucap.frames.columns import LIST_SEPARATOR
from ucap.vocabulary import key

_SIMILAR = 60  # token set ratio, of 100
_VERY_SIMILAR = 75
_FEWEST_SHARED_WORDS = 3
_SHORTEST_WORD = 4
_COMMON_WORD = 12  # a word that more tellings of a month have tells no event from another
_MOST_COMPARED = 50


class Telling(NamedTuple):
    """An activity as one plan tells it; `start` and `end` are days since 1970, `text` and `places` folded."""

    row: int
    plan: str
    precision: str
    start: int
    end: int
    source: str
    places: frozenset[str]
    text: str

    @property
    def words(self) -> frozenset[str]:
        """The words that can tell one event from another."""
        return frozenset(word for word in self.text.split() if len(word) >= _SHORTEST_WORD)


def events(activities: pd.DataFrame) -> pd.Series:
    """The id of the event that each activity tells of: `plan/position` of the first activity that tells of it."""
    first_telling: dict[int, int] = {}
    for month in _by_month(activities):
        _link(month, first_telling)
    ids = activities["plan"] + "/" + activities["position"].astype("str")
    rows = [first_telling.get(row, row) for row in range(len(activities))]
    return ids.take(rows).reset_index(drop=True)


def likeness(one: Telling, other: Telling) -> tuple[bool, bool, float] | None:
    """How alike two tellings are: same page, shared place, similarity of the texts (0 to 100).

    None if they tell of different events.
    """
    if one.plan == other.plan or one.precision != other.precision or one.start > other.end or other.start > one.end:
        return None
    has_same_dates = (one.start, one.end) == (other.start, other.end)
    shares_source = bool(one.source) and one.source == other.source
    shares_place = bool(one.places & other.places)
    similarity = fuzz.token_set_ratio(one.text, other.text)
    if similarity < _SIMILAR and not (has_same_dates and (shares_source or (shares_place and one.precision == "day"))):
        return None
    if not (shares_source or shares_place) and not _have_same_words(one, other, similarity):
        return None
    return shares_source, shares_place, similarity


def _have_same_words(one: Telling, other: Telling, similarity: float) -> bool:
    names_one_place_at_most = not (one.places and other.places)
    has_enough_words = len(one.words & other.words) >= _FEWEST_SHARED_WORDS
    return names_one_place_at_most and has_enough_words and similarity >= _VERY_SIMILAR


def _link(month: list[Telling], first_telling: dict[int, int]) -> None:
    """Join the tellings of one month to the events that earlier ones tell of, each to the likeliest."""
    seen: dict[str, list[Telling]] = defaultdict(list)
    told_by: dict[int, set[str]] = defaultdict(set)
    for telling, clues in _with_clues(month):
        if telling.row not in first_telling:
            event = _likeliest(telling, _candidates(clues, seen), first_telling, told_by)
            if event is not None:
                first_telling[telling.row] = event
        told_by[first_telling.get(telling.row, telling.row)].add(telling.plan)
        for clue in clues:
            seen[clue].append(telling)


def _likeliest(
    telling: Telling, candidates: Iterable[Telling], first_telling: dict[int, int], told_by: dict[int, set[str]]
) -> int | None:
    """The event of the candidate that is most alike, among the events that the telling's plan does not tell of yet."""
    found: list[tuple[tuple[bool, bool, float], int]] = []
    for candidate in candidates:
        event = first_telling.get(candidate.row, candidate.row)
        alike = None if telling.plan in told_by[event] else likeness(telling, candidate)
        if alike:
            found.append((alike, -event))
    return -max(found)[1] if found else None


def _candidates(clues: list[str], seen: dict[str, list[Telling]]) -> Iterable[Telling]:
    return {telling.row: telling for clue in clues for telling in seen[clue][:_MOST_COMPARED]}.values()


def _with_clues(month: list[Telling]) -> Iterator[tuple[Telling, list[str]]]:
    """Each telling with what may lead to others of its event: its page, its places, its words that few others have."""
    word_count: dict[str, int] = defaultdict(int)
    for telling in month:
        for word in telling.words:
            word_count[word] += 1
    for telling in month:
        words = [word for word in telling.words if 1 < word_count[word] <= _COMMON_WORD]
        source = [f"source {telling.source}"] if telling.source else []
        yield telling, [*source, *(f"place {place}" for place in telling.places), *words]


def _by_month(activities: pd.DataFrame) -> Iterator[list[Telling]]:
    """The dated tellings in groups of those that may overlap: by each month, or year, that they touch."""
    dated = activities[activities["start_day"].notna()]
    groups: dict[tuple[str, int], list[int]] = defaultdict(list)
    for unit, rows in (("M", dated[dated["precision"] != "year"]), ("Y", dated[dated["precision"] == "year"])):
        starts = rows["start_day"].to_numpy(f"datetime64[{unit}]").astype(int).tolist()
        ends = rows["end_day"].to_numpy(f"datetime64[{unit}]").astype(int).tolist()
        for row, start, end in zip(rows.index.tolist(), starts, ends, strict=True):
            for period in range(start, min(end, start + 11) + 1):
                groups[unit, period].append(row)
    for _, rows in sorted(groups.items()):
        if len(rows) > 1:
            yield list(_tellings(activities.loc[rows]))


def _tellings(activities: pd.DataFrame) -> Iterator[Telling]:
    columns = [activities[name].to_numpy("datetime64[D]").astype(int) for name in ("start_day", "end_day")]
    told = (activities[name].fillna("") for name in ("source", "places", "text"))
    rows = zip(activities.index, activities["plan"], activities["precision"], *columns, *told, strict=True)
    for row, plan, precision, start, end, source, places, text in rows:
        folded_places = frozenset(key(place) for place in places.split(LIST_SEPARATOR) if place)
        yield Telling(row, plan, precision, int(start), int(end), source, folded_places, key(text))
