"""Bars count plans, most first; what no plan has is there too."""

import pytest

from tests.charts.samples import THREE, place, plan, scene, theme, topic, trace
from ucap.charts.counts.bars import MOST_ROWS, country_bars, theme_bars, topic_bars
from ucap.charts.palette import LIGHT
from ucap.selection import Selection
from ucap.vocabulary import categories, topics


def test_themes_are_sorted_by_number_of_plans_with_all_categories_shown():
    table = theme_bars(scene(THREE)).table
    assert table.iloc[0].tolist() == ["Tourism", 2, 100.0]
    assert len(table) == len(categories()) + 1
    assert table["Plans"][:-1].is_monotonic_decreasing


def test_themes_under_no_category_have_an_honest_bar_at_the_end():
    chart = theme_bars(scene(THREE))
    assert chart.table.iloc[-1].tolist() == ["Other themes", 1, 50.0]
    assert chart.sentence.endswith("Other themes: 1 plan.")
    assert chart.figure.data[0].marker.color[-1] == LIGHT.hairline


def test_a_plan_counts_once_for_a_category_however_many_of_its_themes_fall_under_it():
    twice = [plan("a", themes=[theme("tourism"), theme("tourism", "water")])]
    assert theme_bars(scene(twice)).table.iloc[0].tolist() == ["Water and sanitation", 1, 100.0]


def test_all_official_topics_stand_there_zero_too():
    table = topic_bars(scene(THREE)).table
    assert len(table) == len(topics()) == 21
    assert table.iloc[0].tolist() == ["Food", 1, 100.0]


def test_who_asks_for_stated_topics_only_sees_no_mentioned_ones():
    mentioned = [plan("a", topics=[topic("food", stated=False)])]
    assert topic_bars(scene(mentioned)).table["Plans"].sum() == 1
    assert topic_bars(scene(mentioned, Selection(is_stated_only=True))).table["Plans"].sum() == 0


def test_countries_are_counted_by_plan_and_shown_by_name():
    table = country_bars(scene(THREE)).table
    assert table.set_index("Country")["Plans"].to_dict() == {"Italy": 2, "Spain": 2}


@pytest.mark.parametrize(
    ("chart", "filter_key", "value"), [(theme_bars, "theme", "tourism"), (topic_bars, "topic", "food")]
)
def test_a_click_anywhere_on_a_row_sets_its_filter(chart, filter_key, value):
    drawn = chart(scene(THREE))
    assert list(trace(drawn.figure, "rows").customdata[0]) == [filter_key, value]
    assert drawn.filter == filter_key


def test_what_is_filtered_by_is_emphasised():
    bars = theme_bars(scene(THREE, Selection(categories=("tourism",)))).figure.data[0]
    assert bars.marker.color[0] == LIGHT.emphasis
    assert bars.marker.color[1] == LIGHT.neutral


def test_the_rows_are_bounded_and_the_sentence_says_so():
    codes = [f"{a}{b}" for a in "ABCDEF" for b in "ABCDEF"]
    plans = [plan(code.lower(), [place(f"City {code}", "europe", code, 45.0, 10.0)]) for code in codes]
    chart = country_bars(scene(plans))
    assert len(trace(chart.figure, "rows").y) == MOST_ROWS
    assert len(chart.table) == 36
    assert "The chart shows the first 30 of 36." in chart.sentence


def test_an_empty_selection_has_kind_words_and_no_marks():
    for chart in (theme_bars, topic_bars, country_bars):
        assert chart(scene([])).sentence == "No plan is selected."
    assert country_bars(scene([])).figure.layout.annotations[0].text == "Nothing to show"
