"""The matrices of the coverage page: themes by goals, cities by goals, themes by countries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from ucap.charts.caching import remembered
from ucap.charts.chart import Chart
from ucap.charts.counts.matrix import Crossed, Head, Heading, matrix_figure, slanted
from ucap.charts.map.places import city_counts
from ucap.charts.scene import Look, Scene
from ucap.charts.words import of_plans, sentences, some
from ucap.plan.record import Side
from ucap.plan.words import value_words
from ucap.selection import FILTERS
from ucap.selection.filters import FilterName, Value
from ucap.vocabulary import goals
from ucap.wording import _, format_number

MOST_CITIES = 24
MOST_COUNTRIES = 14
_CHIP_ROW = -1
_CITY_FILTERS: dict[Side, FilterName] = {"china": "chinese_cities", "europe": "european_cities"}


@remembered
def theme_goal_matrix(scene: Scene) -> Chart:
    """Which categories of themes go with which goals."""
    counts = scene.coverage.cross(scene.selected, "categories", _goal_vocabulary(scene))
    crossed = Crossed(_headings("categories", counts.index, scene), _goals(scene), counts.to_numpy(np.int64))
    return Chart(
        name="themes-goals",
        title=_("Themes by goal"),
        figure=_goal_figure(crossed, scene.look),
        sentence=_sentence(crossed, scene),
        table=_table(_("Theme"), crossed),
    )


@remembered
def city_goal_matrix(scene: Scene) -> Chart:
    """Which cities' plans touch which goals: the `MOST_CITIES` cities with most plans."""
    places = city_counts(scene)
    drawn = places.head(MOST_CITIES)
    goal_names = _goal_vocabulary(scene)
    # By side: a wrong document may put a city of the same name on either.
    sides = {side: scene.coverage.cross(scene.selected, name, goal_names) for side, name in _CITY_FILTERS.items()}
    counts = pd.concat(sides).reindex(pd.MultiIndex.from_arrays([drawn["side"].astype("str"), drawn["city"]]))
    cities = [_city(city, side, scene) for city, side in zip(drawn["city"], drawn["side"], strict=True)]
    crossed = Crossed(cities, _goals(scene), counts.to_numpy(np.int64))
    return Chart(
        name="cities-goals",
        title=_("Cities by goal"),
        figure=_goal_figure(crossed, scene.look),
        sentence=sentences(_sentence(crossed, scene), _bounded(len(drawn), len(places))),
        table=_table(_("City"), crossed),
    )


@remembered
def theme_country_matrix(scene: Scene) -> Chart:
    """Which themes are worked on with which countries: the `MOST_COUNTRIES` countries with most plans."""
    totals = scene.coverage.counts(scene.selected, "countries").sort_values(ascending=False, kind="stable")
    touched = totals[totals > 0].index
    drawn = touched[:MOST_COUNTRIES]
    counts = scene.coverage.cross(scene.selected, "categories", "countries")[drawn]
    columns = _headings("countries", drawn, scene)
    crossed = Crossed(_headings("categories", counts.index, scene), columns, counts.to_numpy(np.int64))
    return Chart(
        name="themes-countries",
        title=_("Themes by country"),
        figure=matrix_figure(crossed, scene.look, slanted(columns, scene.look)),
        sentence=sentences(_sentence(crossed, scene), _bounded(len(drawn), len(touched))),
        table=_table(_("Theme"), crossed),
    )


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
    return Heading(city, FILTERS[name].key, city, city, scene.palette.side(side), scene.is_chosen(name, city))


def _goal_figure(crossed: Crossed, look: Look) -> Any:
    """The matrix with a chip for each goal above its column; a click on it sets the goal alone."""
    figure = matrix_figure(crossed, look, _goal_head(look))
    if crossed.rows:
        figure.add_trace(_chips(look))
    return figure


def _goal_head(look: Look) -> Head:
    numbers = [f"<b>{goal.number}</b>" for goal in goals()]
    font = {"size": 9 if look.is_narrow else 13}
    axis = {"tickvals": list(range(len(numbers))), "ticktext": numbers, "tickangle": 0, "tickfont": font}
    return Head(22, 14, axis, row_count=1)


def _chips(look: Look) -> dict[str, Any]:
    count = len(goals())
    size_px = 9 if look.is_narrow else 18
    return {
        "type": "scatter",
        "name": "goals",
        "mode": "markers",
        "x": list(range(count)),
        "y": [_CHIP_ROW] * count,
        "marker": {"symbol": "square", "size": size_px, "color": [goal.color for goal in goals()], "opacity": 1},
        "customdata": [["goal", goal.number, None, None] for goal in goals()],
        "hovertext": [value_words("goals", goal.number) for goal in goals()],
        "hoverinfo": "text",
    }


def _sentence(crossed: Crossed, scene: Scene) -> str:
    """Which combinations are most frequent, and how many do not occur."""
    if not scene.plan_count:
        return _("No plan is selected.")
    if not crossed.counts.any():
        return _("No combination occurs in the selected plans.")
    most = int(crossed.counts.max())
    pairs = [
        _("“{row}” with “{column}”").format(row=crossed.rows[row].short, column=crossed.columns[column].short)
        for row, column in np.argwhere(crossed.counts == most).tolist()
    ]
    leading = _("Most often together, in {plans}: {pairs}.")
    empty = _("{empty} of {total} combinations occur in no selected plan.")
    return sentences(
        leading.format(plans=of_plans(most, scene.plan_count), pairs=some(pairs, 3)),
        empty.format(empty=format_number(int((crossed.counts == 0).sum())), total=format_number(crossed.counts.size)),
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
