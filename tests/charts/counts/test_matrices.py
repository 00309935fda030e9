"""Matrices count plans that have both; each square sets both filters."""

import numpy as np
import pytest

from tests.charts.samples import THREE, goal, place, plan, scene, theme, trace
from ucap.charts.counts.matrices import MOST_CITIES, city_goal_matrix, theme_country_matrix, theme_goal_matrix
from ucap.charts.palette import LIGHT
from ucap.charts.scene import Look
from ucap.selection import Selection
from ucap.vocabulary import categories, goals

MATRICES = [theme_goal_matrix, city_goal_matrix, theme_country_matrix]


def cells(chart):
    squares = trace(chart.figure, "cells")
    return {tuple(data): size for data, size in zip(squares.customdata, squares.marker.size, strict=True)}


def test_a_square_stands_for_the_plans_that_have_both():
    chart = theme_goal_matrix(scene(THREE))
    assert set(cells(chart)) == {
        ("theme", "tourism", "goal", 4),
        ("theme", "tourism", "goal", 9),
        ("theme", "tourism", "goal", 11),
        ("theme", "energy", "goal", 9),
        ("theme", "energy", "goal", 11),
    }
    table = chart.table.set_index("Theme")
    assert table.loc["Tourism", "SDG 11"] == 2
    assert table.drop(columns="SDG 11").to_numpy().sum() == 3


def test_the_area_of_a_square_grows_with_the_number_of_plans():
    sides = cells(theme_goal_matrix(scene(THREE)))
    two, one = sides["theme", "tourism", "goal", 11], sides["theme", "tourism", "goal", 4]
    assert (two / one) ** 2 == pytest.approx(2)


def test_every_empty_combination_of_what_is_not_left_out_is_a_dot():
    chart = theme_goal_matrix(scene(THREE))
    assert len(chart.figure.data[0].x) == 2 * 3 - 5


def test_empty_rows_and_columns_are_left_out_of_the_picture_and_named_but_stay_in_the_table():
    chart = theme_goal_matrix(scene(THREE))
    assert list(chart.figure.layout.yaxis.ticktext) == ["Tourism", "Energy and energy saving"]
    assert [data[1] for data in trace(chart.figure, "goals").customdata] == [4, 9, 11]
    assert "Left out, since they are empty: Air quality and climate" in chart.sentence
    assert chart.table.shape == (len(categories()), len(goals()) + 1)


def test_rows_stay_where_they_are_when_a_filter_changes():
    rows = {
        tuple(theme_goal_matrix(scene(THREE, selection)).figure.layout.yaxis.ticktext)
        for selection in (Selection(), Selection(goals=(4,)), Selection(categories=("energy",)))
    }
    assert len(rows) == 1


@pytest.mark.parametrize(("width_px", "words"), [(860, "SDG 4 Quality"), (360, "SDG 4 Quality Education")])
def test_goals_are_columns_by_name(width_px, words):
    axis = theme_goal_matrix(scene(THREE, look=Look(width_px=width_px))).figure.layout.xaxis
    assert axis.ticktext[0].replace("<br>", " ").startswith(words)
    assert axis.ticklabeloverflow == "allow"


def test_each_matrix_counts_what_going_through_the_plans_one_by_one_counts():
    table = city_goal_matrix(scene(THREE)).table.set_index("City")
    for city in ("Rome", "Panjin", "Haikou"):
        touching = [p for p in THREE if any(c.name == city for c in p.cities)]
        for number in range(1, 18):
            expected = sum(any(g.goal == number for g in p.goals) for p in touching)
            assert table.loc[city, f"SDG {number}"] == expected


def test_cities_click_as_chinese_or_european_in_the_colour_of_their_side():
    chart = city_goal_matrix(scene(THREE))
    assert {data[0] for data in cells(chart)} == {"city", "partner"}
    rome = list(chart.table["City"]).index("Rome")
    assert LIGHT.europe in chart.figure.layout.yaxis.ticktext[rome]


def test_a_city_that_stands_on_both_sides_is_drawn():
    twice = [place("Rome", side, "IT", 41.9, 12.5) for side in ("europe", "china")]
    table = city_goal_matrix(scene([plan("a", twice, goals=[goal(11)])])).table
    assert table.loc[table["City"] == "Rome", table.columns[11]].tolist()[0] == 1


def test_countries_are_columns_by_name():
    table = theme_country_matrix(scene(THREE)).table.set_index("Theme")
    assert table.loc["Tourism"].to_dict() == {"Spain": 1, "Italy": 2}


def test_the_rows_are_bounded_and_the_sentence_says_so():
    towns = [place(f"Town {i}", "china", "CN", 30.0, 110.0) for i in range(40)]
    chart = city_goal_matrix(scene([plan(f"p{i}", [town], goals=[goal(1)]) for i, town in enumerate(towns)]))
    assert len(chart.figure.layout.yaxis.ticktext) == MOST_CITIES
    assert len(chart.table) == 40
    assert "The chart shows the 24 of 40 with most plans." in chart.sentence


def test_what_is_filtered_by_is_emphasised():
    squares = trace(theme_goal_matrix(scene(THREE, Selection(goals=(4,)))).figure, "cells")
    chosen = [data[3] == 4 for data in squares.customdata]
    assert [color == LIGHT.emphasis for color in squares.marker.color] == chosen


@pytest.mark.parametrize("matrix", MATRICES)
@pytest.mark.parametrize("width_px", [360, 860, 1400])
def test_squares_of_neighbours_never_touch_at_the_width_that_the_look_is_made_for(matrix, width_px):
    full = [
        plan(
            "a",
            ["Panjin", "Rome"],
            themes=[theme(c.slug) for c in categories()],
            goals=[goal(n) for n in range(1, 18)],
        )
    ]
    chart = matrix(scene(full, look=Look(width_px=width_px)))
    columns = len(chart.figure.layout.xaxis.ticktext)
    margin = chart.figure.layout.margin
    cell_px = (width_px - margin.l - margin.r) / columns
    assert max(trace(chart.figure, "cells").marker.size) < cell_px


@pytest.mark.parametrize("matrix", MATRICES)
def test_nothing_selected_and_nothing_in_common_are_said(matrix):
    assert matrix(scene([])).sentence == "No plan is selected."
    assert matrix(scene([plan("bare")])).sentence.startswith("No combination occurs in the selected plans.")


def test_no_gap_is_counted_where_every_combination_occurs():
    full = [plan("a", ["Panjin", "Rome"], themes=[theme("tourism")], goals=[goal(4), goal(8)])]
    assert "All 2 combinations occur." in theme_goal_matrix(scene(full)).sentence


def test_numbers_stand_in_or_beside_their_squares_or_nowhere():
    wide = trace(theme_goal_matrix(scene(THREE)).figure, "cells")
    assert "".join(sorted(wide.text)) == "11112"
    narrow = trace(theme_goal_matrix(scene(THREE, look=Look(width_px=360))).figure, "cells")
    assert set(np.array(narrow.text, dtype=object).tolist()) <= {"", "1", "2"}
