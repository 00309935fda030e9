"""Activities as plans tell them, prepared for comparison."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from ucap.frames.columns import LIST_SEPARATOR
from ucap.vocabulary import fold
from ucap.vocabulary.folding import HAN

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
