"""The matrices of the coverage page: themes by goals, cities by goals, themes by countries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ucap.charts.caching import remembered
from ucap.charts.chart import Chart
from ucap.charts.counts.matrix import Crossed, Heading, matrix_figure, named_head, slanted
from ucap.charts.counts.reach import Reach, reach
from ucap.charts.map.places import city_counts
from ucap.charts.scene import Look, Scene
from ucap.charts.words import sentences, some
from ucap.plan.record import Side
from ucap.plan.words import place_words, value_words
from ucap.vocabulary.filters import FILTERS, FilterName, Value
from ucap.vocabulary.goals import goals
from ucap.wording import _, format_number

MOST_CITIES = 24
MOST_COUNTRIES = 14
_CHIP_ROW = -1
_CITY_FILTERS: dict[Side, FilterName] = {"china": "chinese_cities", "europe": "european_cities"}


@remembered
def theme_goal_matrix(scene: Scene) -> Chart:
    """Which categories of themes go with which goals."""
    names = "categories", _goal_vocabulary(scene)
    counts = scene.coverage.cross(scene.selected, *names)
    whole = Crossed(_headings("categories", counts.index, scene), _goals(scene), counts.to_numpy(np.int64))
    # What is in no plan at all is left out, whatever is selected: nothing moves when a filter changes.
    everything = np.ones(len(scene.coverage.plans), dtype=bool)
    crossed = _folded(whole, scene.coverage.cross(everything, *names).to_numpy(np.int64))
    return Chart(
        name="themes-goals",
        title=_("Themes by goal"),
        figure=_goal_figure(crossed, scene.look),
        sentence=sentences(_sentence(crossed, _goal_reach(scene)), _left_out(whole, crossed)),
        table=_table(_("Theme"), whole),
    )


@remembered
def city_goal_matrix(scene: Scene) -> Chart:
    """Which cities' plans touch which goals: of the cities whose plans name any, the `MOST_CITIES` with most plans."""
    places = city_counts(scene)
    goal_names = _goal_vocabulary(scene)
    # By side: a wrong document may put a city of the same name on either.
    sides = {side: scene.coverage.cross(scene.selected, name, goal_names) for side, name in _CITY_FILTERS.items()}
    counts = pd.concat(sides).reindex(pd.MultiIndex.from_arrays([places["side"].astype("str"), places["city"]]))
    cities = [_city(city, side, scene) for city, side in zip(places["city"], places["side"], strict=True)]
    whole = Crossed(cities, _goals(scene), counts.to_numpy(np.int64))
    named = _folded(whole, whole.counts)
    crossed = Crossed(named.rows[:MOST_CITIES], named.columns, named.counts[:MOST_CITIES])
    return Chart(
        name="cities-goals",
        title=_("Cities by goal"),
        figure=_goal_figure(crossed, scene.look),
        sentence=sentences(
            _sentence(crossed, _goal_reach(scene)),
            _bounded(len(crossed.rows), len(named.rows)),
            _left_out(whole, named),
        ),
        table=_table(_("City"), Crossed(named.rows, whole.columns, _rows_of(whole, named))),
    )


@remembered
def theme_country_matrix(scene: Scene) -> Chart:
    """Which themes are worked on with which countries: the `MOST_COUNTRIES` countries with most plans."""
    totals = scene.coverage.counts(scene.selected, "countries").sort_values(ascending=False, kind="stable")
    touched = totals[totals > 0].index
    drawn = touched[:MOST_COUNTRIES]
    counts = scene.coverage.cross(scene.selected, "categories", "countries")[drawn]
    columns = _headings("countries", drawn, scene)
    whole = Crossed(_headings("categories", counts.index, scene), columns, counts.to_numpy(np.int64))
    crossed = _folded(whole, whole.counts)
    return Chart(
        name="themes-countries",
        title=_("Themes by country"),
        figure=matrix_figure(crossed, scene.look, slanted(crossed.columns, scene.look)),
        sentence=sentences(
            _sentence(crossed, reach(scene, "categories")),
            _bounded(len(drawn), len(touched)),
            _left_out(whole, crossed),
        ),
        table=_table(_("Theme"), whole),
    )


def _goal_reach(scene: Scene) -> Reach:
    return reach(scene, "goals", scene.selection.is_stated_only)


def _folded(crossed: Crossed, known: NDArray[np.int64]) -> Crossed:
    """The matrix without the rows and columns that are empty in `known`, the fullest rows first.

    Columns stay in their order: goals are looked for by their number, countries come sorted.
    """
    totals = known.sum(axis=1)
    order = np.argsort(-totals, kind="stable")
    rows = order[totals[order] > 0].tolist()
    columns = np.flatnonzero(known.sum(axis=0)).tolist()
    return Crossed(
        [crossed.rows[row] for row in rows],
        [crossed.columns[column] for column in columns],
        crossed.counts[np.ix_(rows, columns)],
    )


def _rows_of(whole: Crossed, kept: Crossed) -> NDArray[np.int64]:
    """The counts of the rows that were kept, with all their columns."""
    return whole.counts[[whole.rows.index(row) for row in kept.rows]]


def _left_out(whole: Crossed, kept: Crossed) -> str:
    """Which rows and columns were left out."""
    names = [one.short for one in (*whole.rows, *whole.columns) if one not in (*kept.rows, *kept.columns)]
    if not kept.rows or not names:
        return ""
    return _("Left out, since they are empty: {values}.").format(values=some(names, most=8))


def _goal_vocabulary(scene: Scene) -> str:
    return "stated_goals" if scene.selection.is_stated_only else "goals"


def _headings(name: FilterName, values: Iterable[Value], scene: Scene) -> list[Heading]:
    named = [(value, value_words(name, value)) for value in values]
    key = FILTERS[name].key
    return [Heading(words, key, value, words, is_chosen=scene.is_chosen(name, value)) for value, words in named]


def _goals(scene: Scene) -> list[Heading]:
    return [
        Heading(value_words("goals", number), "goal", number, _goal(number), None, scene.is_chosen("goals", number))
        for number in (goal.number for goal in goals())
    ]


def _goal(number: int) -> str:
    return _("SDG {numbers}").format(numbers=number)


def _city(city: str, side: Side, scene: Scene) -> Heading:
    name = _CITY_FILTERS[side]
    words = place_words(city)
    return Heading(words, FILTERS[name].key, city, words, scene.palette.side(side), scene.is_chosen(name, city))


def _goal_figure(crossed: Crossed, look: Look) -> Any:
    """The matrix with a chip for each goal above its column; a click on it sets the goal alone."""
    figure = matrix_figure(crossed, look, replace(named_head(crossed.columns, look), row_count=1))
    if crossed.rows:
        figure.add_trace(_chips(crossed, look))
    return figure


def _chips(crossed: Crossed, look: Look) -> dict[str, Any]:
    numbers = [column.value for column in crossed.columns]
    colors = {goal.number: goal.color for goal in goals()}
    return {
        "type": "scatter",
        "name": "goals",
        "mode": "markers",
        "x": list(range(len(numbers))),
        "y": [_CHIP_ROW] * len(numbers),
        "marker": {
            "symbol": "square",
            "size": 9 if look.is_narrow else 18,
            "color": [colors[number] for number in numbers],
            "opacity": 1,
        },
        "customdata": [["goal", number, None, None] for number in numbers],
        "hovertext": [column.name for column in crossed.columns],
        "hoverinfo": "text",
    }


def _sentence(crossed: Crossed, found: Reach) -> str:
    """Which combinations are most frequent, how many plans are silent, and how many combinations do not occur."""
    if not found.plan_count:
        return _("No plan is selected.")
    if not crossed.counts.any():
        return sentences(_("No combination occurs in the selected plans."), found.rest())
    most = int(crossed.counts.max())
    pairs = [
        _("“{row}” with “{column}”").format(row=crossed.rows[row].short, column=crossed.columns[column].short)
        for row, column in np.argwhere(crossed.counts == most).tolist()
    ]
    leading = _("Most often together, in {plans}: {pairs}.")
    empty_count = int((crossed.counts == 0).sum())
    empty = _("{empty} of {total} combinations occur in no selected plan.")
    empty = empty if empty_count else _("All {total} combinations occur.")
    return sentences(
        leading.format(plans=found.of_naming(most), pairs=some(pairs, 3)),
        found.rest(),
        empty.format(empty=format_number(empty_count), total=format_number(crossed.counts.size)),
    )


def _bounded(drawn: int, total: int) -> str:
    if drawn == total:
        return ""
    return _("The chart shows the {count} of {total} with most plans.").format(
        count=format_number(drawn), total=format_number(total)
    )


def _table(row_word: str, crossed: Crossed) -> pd.DataFrame:
    """The counts with the rows' names in a first column."""
    table = pd.DataFrame(crossed.counts, columns=[column.short for column in crossed.columns], dtype="int64")
    table.insert(0, row_word, pd.Series([row.name for row in crossed.rows], dtype="str"))
    return table
