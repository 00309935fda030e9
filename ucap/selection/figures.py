"""The key figures of a selection."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from ucap.frames.frames import Frames
from ucap.selection.evidence import EvidenceKind
from ucap.vocabulary.goals import goals
from ucap.wording import _, aside, format_number, labelled, ngettext


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number with its words, e.g. "12" and "plans". `evidence` is the kind of evidence that stands behind it."""

    name: str
    count: int
    number: str
    words: str
    evidence: EvidenceKind


def key_figures(frames: Frames, met: Frames | None = None) -> list[KeyFigure]:
    """Plans, pairs, cities, countries, activities, goals of 17, findings; what several plans report counts once.

    Pairs that have only met are counted apart, where `met` holds any: the same frames with those pairs alone.
    """
    pairs = frames.pairs
    met_pairs = pairs[pairs["link"] == "met"] if met is None else met.pairs
    met_count = _pair_count(met_pairs)
    goal_count = frames.goals["goal"].nunique()
    of_goals = _("of {total} goals").format(total=len(goals()))
    return [
        _figure("plans", len(frames.plans), lambda n: ngettext("plan", "plans", n), "plan"),
        _figure("pairs", _pair_count(pairs[pairs["link"] == "paired"]), _pair_words, "pair"),
        *([_figure("met", met_count, _met_words, "pair")] if met_count else []),
        _figure("cities", frames.cities["city"].nunique(), lambda n: ngettext("city", "cities", n), "city"),
        _figure(
            "countries",
            frames.cities["country_code"].replace({"HK": "CN", "MO": "CN"}).nunique(),
            lambda n: ngettext("country", "countries", n),
            "country",
        ),
        _figure(
            "activities",
            frames.activities["event"].nunique(),
            lambda n: activities_words(n, repeated_count(frames)),
            "activity",
        ),
        _figure("goals", goal_count, lambda n: of_goals, "goal"),
        _figure("findings", len(frames.findings), lambda n: ngettext("finding", "findings", n), "finding"),
    ]


def activities_words(count: int, several: int) -> str:
    """The word for so many activities, and how many of them several plans speak of, each plan in a row of its own."""
    words = ngettext("activity", "activities", count)
    if not several:
        return words
    twice = ngettext("{count} in several plans", "{count} in several plans", several)
    return aside(words, twice.format(count=format_number(several)))


def repeated_count(frames: Frames) -> int:
    """How many activities stand in more than one row, since several plans speak of them."""
    return int((frames.activities["event"].value_counts() > 1).sum())


def rows_sentence(frames: Frames) -> str:
    """How many rows the table of activities has, and how many activities those are."""
    rows, count = len(frames.activities), frames.activities["event"].nunique()
    words = ngettext("{rows} row", "{rows} rows", rows).format(rows=format_number(rows))
    counted = _("{count} {activities}.").format(
        count=format_number(count), activities=activities_words(count, repeated_count(frames))
    )
    return labelled(words, counted)


def _pair_count(pairs: pd.DataFrame) -> int:
    return len(pairs[["china_city", "europe_city"]].drop_duplicates())


def _pair_words(count: int) -> str:
    return ngettext("pair of cities", "pairs of cities", count)


def _met_words(count: int) -> str:
    return ngettext("pair that only met", "pairs that only met", count)


def _figure(name: str, count: int, words: Callable[[int], str], evidence: EvidenceKind) -> KeyFigure:
    return KeyFigure(name, count, format_number(count), words(count), evidence)
