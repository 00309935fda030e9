"""Who should meet: cities of either side that no plan pairs, ranked, each with its reasons.

The score of two cities is a weighted sum of five parts, each from 0 to 1:

- themes (0.4): the cosine of the headings of themes that the plans of each touch;
- met (0.25): in how many clusters and visits both took part; two are enough for 1;
- dates (0.15): 1 / (1 + the years that lie between the activities of one and those of the other);
- partners (0.1): how often a partner of the one works with a partner of the other, on a logarithmic scale;
- goals (0.1): of the goals that the two name, the share that only one of them names: each brings what the other lacks.

The weights are ours: themes first, what is known from few plans last. `benchmarks/hidden_pairs.py` hides known pairs
and says where they come back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ucap.frames.frames import Frames
from ucap.plan.words import pair_words, place_words, title_words, value_words
from ucap.selection.coverage import Coverage, once_per_data
from ucap.selection.matrix import Membership
from ucap.selection.places.cities import cities
from ucap.selection.places.comparison import some_of
from ucap.selection.selection import Selection
from ucap.vocabulary.filters import FilterName
from ucap.wording import _, ngettext

Floats = NDArray[np.float64]
Touched = tuple[NDArray[np.bool_], NDArray[np.bool_]]
WEIGHTS = {"themes": 0.4, "met": 0.25, "dates": 0.15, "partners": 0.1, "goals": 0.1}
_ENOUGH_MEETINGS, _MOST_CHAINS = 2, 3
_COMPARED: tuple[FilterName, ...] = ("categories", "goals")
_EVERYTHING = Selection()


@dataclass(frozen=True, slots=True)
class Match:
    """Two cities that no plan pairs, with the reasons why they might meet.

    `score` is from 0 to 1. `categories` and `goals` are what the plans of both name; `china_goals` and `europe_goals`
    what those of only one name, where both name any. `met` are the clusters and visits that both took part in, `chains`
    the pairs that lie between them: a partner of the one who works with a partner of the other.
    """

    china_city: str
    europe_city: str
    score: float
    categories: tuple[str, ...]
    goals: tuple[int, ...]
    china_goals: tuple[int, ...]
    europe_goals: tuple[int, ...]
    met: tuple[str, ...]
    chains: tuple[tuple[str, str], ...]
    year_gap: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """The scores of all pairs of cities, Chinese ones in rows; -1 where they are paired. `parts` make the sum.

    `touched` says of categories and goals which of them the plans of each Chinese, and of each European city touch.
    """

    china: pd.Index
    europe: pd.Index
    total: Floats
    parts: dict[str, Floats] = field(repr=False)
    paired: NDArray[np.bool_] = field(repr=False)
    touched: dict[FilterName, Touched] = field(repr=False)


@once_per_data
def scores(coverage: Coverage) -> Scores:
    """The scores of all pairs of cities."""
    china, europe = coverage.membership("chinese_cities"), coverage.membership("european_cities")
    paired, met = (_linked(coverage, china, europe, link) for link in ("paired", "met"))
    members = {name: coverage.membership(name) for name in _COMPARED}
    touched = {name: (_profiles(china, of_name), _profiles(europe, of_name)) for name, of_name in members.items()}
    parts = {
        "themes": _cosines(*touched["categories"]),
        "met": np.minimum(met / _ENOUGH_MEETINGS, 1.0),
        "dates": 1.0 / (1.0 + np.nan_to_num(_year_gaps(coverage, china, europe), nan=np.inf)),
        "partners": _chained(paired > 0),
        "goals": _complements(*touched["goals"]),
    }
    total = np.sum([WEIGHTS[name] * part for name, part in parts.items()], axis=0)
    return Scores(china.values, europe.values, np.where(paired > 0, -1.0, total), parts, paired > 0, touched)


def matches(
    coverage: Coverage, selection: Selection = _EVERYTHING, among: Iterable[str] | None = None, limit: int = 20
) -> list[Match]:
    """The pairs of highest score, equal ones in the order of their names.

    Given some cities (`among`, of either side), only pairs with one of them.

    Of a selection, the filters on cities, provinces and countries say which cities are asked for; those on themes and
    goals what the two have to share. Two cities that share nothing are no match.
    """
    found = scores(coverage)
    total = np.where(_asked(coverage, found, selection), found.total, -1.0)
    if among is not None:
        meant = list(among)
        total[~np.logical_or.outer(found.china.isin(meant), found.europe.isin(meant))] = -1.0
    total[(found.parts["themes"] <= 0) & (found.parts["met"] <= 0)] = -1.0
    order = np.argsort(-total.reshape(-1), kind="stable")[:limit]
    places = [divmod(int(place), len(found.europe)) for place in order if total.reshape(-1)[place] > 0]
    return [_match(coverage, found, row, column) for row, column in places]


def reasons(coverage: Coverage, match: Match) -> list[str]:
    """Why the two might meet, a sentence each, what weighs most first."""
    china, europe = match.china_city, match.europe_city
    said = _("Both have plans about {values}.").format(values=_in_words("categories", match.categories))
    met = [_title(coverage, plan) for plan in match.met]
    chains = [pair_words(one, other) for one, other in match.chains[:_MOST_CHAINS]]
    alone = [
        _("{city} names {values}, and {other} does not.").format(
            city=place_words(one), other=place_words(other), values=_in_words("goals", goals)
        )
        for one, other, goals in ((china, europe, match.china_goals), (europe, china, match.europe_goals))
        if goals
    ]
    sentences = [
        said if match.categories else "",
        _("Both took part in: {plans}.").format(plans=_("; ").join(met)) if met else "",
        _year_words(match.year_gap),
        _("A partner of the one works with a partner of the other: {pairs}.").format(pairs=_("; ").join(chains))
        if chains
        else "",
        _("Both name {values}.").format(values=_in_words("goals", match.goals)) if match.goals else "",
        *alone,
    ]
    return [one for one in sentences if one]


def _title(coverage: Coverage, plan: str) -> str:
    title = coverage.frames.plans["title"].iloc[coverage.plans.get_loc(plan)]
    return title_words(title) if isinstance(title, str) and title else plan


def _year_words(gap: int | None) -> str:
    if gap is None:
        return _("When they were active is not known of both.")
    words = ngettext("{count} year lies between their activities.", "{count} years lie between their activities.", gap)
    return words.format(count=gap) if gap else _("They were active in the same years.")


def _in_words(name: str, values: Iterable[str | int]) -> str:
    return some_of([value_words(name, value) for value in values])


def _asked(coverage: Coverage, found: Scores, selection: Selection) -> NDArray[np.bool_]:
    """The pairs that the filters ask for."""
    rows, columns = np.ones(len(found.china), dtype=bool), np.ones(len(found.europe), dtype=bool)
    rows &= _is_any(found.china, selection.chinese_cities)
    columns &= _is_any(found.europe, selection.european_cities)
    places = cities(coverage).facts
    rows &= _is_any(places["region"].reindex(found.china), selection.provinces)
    columns &= _is_any(places["country_code"].reindex(found.europe), selection.countries)
    asked = np.outer(rows, columns)
    for name, (china, europe) in found.touched.items():
        for value in selection.values(name):
            column = coverage.membership(name).values.get_loc(value)
            asked &= np.outer(china[:, column], europe[:, column])
    return asked


def _is_any(values: pd.Index | pd.Series, wanted: Collection[str]) -> NDArray[np.bool_]:
    return np.asarray(values.isin(list(wanted))) if wanted else np.ones(len(values), dtype=bool)


def _match(coverage: Coverage, found: Scores, row: int, column: int) -> Match:
    china, europe = str(found.china[row]), str(found.europe[column])
    (china_categories, europe_categories), (china_goals, europe_goals) = (
        _own(coverage, found, name, row, column) for name in _COMPARED
    )
    gap = 1.0 / found.parts["dates"][row, column] - 1.0 if found.parts["dates"][row, column] else np.inf
    return Match(
        china,
        europe,
        float(found.total[row, column]),
        tuple(one for one in china_categories if one in europe_categories),
        tuple(goal for goal in china_goals if goal in europe_goals),
        tuple(goal for goal in china_goals if goal not in europe_goals) if europe_goals else (),
        tuple(goal for goal in europe_goals if goal not in china_goals) if china_goals else (),
        _meetings(coverage.frames, china, europe),
        _chains(found, row, column),
        round(gap) if np.isfinite(gap) else None,
    )


def _own(coverage: Coverage, found: Scores, name: FilterName, row: int, column: int) -> tuple[list, list]:  # type: ignore[type-arg]
    """What the plans of either city touch of a vocabulary."""
    values, (china, europe) = coverage.membership(name).values, found.touched[name]
    return values[china[row]].tolist(), values[europe[column]].tolist()


def _meetings(frames: Frames, china: str, europe: str) -> tuple[str, ...]:
    pairs = frames.pairs
    return tuple(pairs.loc[(pairs["china_city"] == china) & (pairs["europe_city"] == europe), "plan"])


def _chains(found: Scores, row: int, column: int) -> tuple[tuple[str, str], ...]:
    """The pairs of a European partner of the one and a Chinese partner of the other."""
    partners, others = np.flatnonzero(found.paired[row]), np.flatnonzero(found.paired[:, column])
    return tuple(
        (str(found.china[other]), str(found.europe[partner]))
        for other in others
        for partner in partners
        if found.paired[other, partner]
    )


def _linked(coverage: Coverage, china: Membership, europe: Membership, link: str) -> Floats:
    """How many plans link each Chinese with each European city, of the pairs that are so linked."""
    pairs = coverage.frames.pairs
    of_link = pairs[pairs["link"] == link]
    counts = np.zeros((len(china.values), len(europe.values)))
    rows, columns = (
        members.values.get_indexer(of_link[name]) for members, name in ((china, "china_city"), (europe, "europe_city"))
    )
    np.add.at(counts, (rows, columns), 1.0)
    return counts


def _profiles(side: Membership, touched: Membership) -> NDArray[np.bool_]:
    """Cities x values: whether any plan of the city touches the value."""
    return np.asarray((side.matrix.T @ touched.matrix).toarray() > 0)


def _cosines(china: NDArray[np.bool_], europe: NDArray[np.bool_]) -> Floats:
    one, other = china.astype(float), europe.astype(float)
    lengths = np.sqrt(np.outer(one.sum(axis=1), other.sum(axis=1)))
    return np.asarray(one @ other.T / np.maximum(lengths, 1.0))


def _complements(china: NDArray[np.bool_], europe: NDArray[np.bool_]) -> Floats:
    """Of the goals that the two name, the share that only one names; nothing where one of them names none."""
    one, other = china.astype(float), europe.astype(float)
    shared, counts = one @ other.T, np.add.outer(one.sum(axis=1), other.sum(axis=1))
    is_speaking = np.outer(one.any(axis=1), other.any(axis=1))
    return np.asarray(np.where(is_speaking, (counts - 2 * shared) / np.maximum(counts - shared, 1.0), 0.0))


def _chained(paired: NDArray[np.bool_]) -> Floats:
    """How many pairs lie between two cities, on a logarithmic scale from 0 to 1."""
    linked = paired.astype(float)
    chains = np.log1p(linked @ linked.T @ linked)
    return np.asarray(chains / max(float(chains.max(initial=0.0)), 1.0))


def _year_gaps(coverage: Coverage, china: Membership, europe: Membership) -> Floats:
    """The years between the activities of one city and those of the other; NaN where either has no dated one."""
    (first, last), (other_first, other_last) = (_years(coverage.frames, side) for side in ("china", "europe"))
    own = first.reindex(china.values).to_numpy()[:, None], last.reindex(china.values).to_numpy()[:, None]
    others = other_first.reindex(europe.values).to_numpy(), other_last.reindex(europe.values).to_numpy()
    return np.asarray(np.maximum(np.maximum(own[0] - others[1], others[0] - own[1]), 0.0))


def _years(frames: Frames, side: str) -> tuple[pd.Series, pd.Series]:
    """The first and the last year in which each city of a side has an activity."""
    dated = frames.activities.dropna(subset=["start_day"])
    years = pd.DataFrame({"plan": dated["plan"], "first": dated["start_day"].dt.year, "last": dated["end_day"].dt.year})
    named = frames.cities.loc[frames.cities["side"] == side, ["plan", "city"]]
    grouped = named.merge(years, on="plan").groupby("city")
    return grouped["first"].min().astype(float), grouped["last"].max().astype(float)
