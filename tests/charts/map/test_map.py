"""The map shows each pair and each city once, with true numbers, and says what it leaves out."""

import numpy as np
import pytest

from tests.charts.samples import THREE, place, plan, scene, trace
from ucap.charts.map.arcs import arc_points, arc_widths, visible_middles
from ucap.charts.map.map import MOST_ARCS, pair_map
from ucap.charts.map.places import city_counts, pair_counts
from ucap.charts.map.projection import WINDOWS, project
from ucap.charts.scene import Look
from ucap.selection import Selection


def many_plans(side_count=14):
    """A plan for each pair of many cities."""
    china = [place(f"C{i}", "china", "CN", 22.0 + i, 105.0 + i) for i in range(side_count)]
    europe = [place(f"E{i}", "europe", "IT", 38.0 + i, -5.0 + 2 * i) for i in range(side_count)]
    return [plan(f"{one['name']}-{other['name']}", [one, other]) for one in china for other in europe]


def test_each_city_stands_once_where_it_lies():
    figure = pair_map(scene(THREE)).figure
    europe = trace(figure, "europe")
    assert sorted(data[1] for data in europe.customdata) == ["Barcelona", "Rome"]
    rome = [data[1] for data in europe.customdata].index("Rome")
    x, y = project(12.51, 41.89)
    assert (europe.x[rome], europe.y[rome]) == (pytest.approx(x), pytest.approx(y))


def test_a_city_in_more_plans_is_larger():
    europe = trace(pair_map(scene(THREE)).figure, "europe")
    sizes = {data[1]: size for data, size in zip(europe.customdata, europe.marker.size, strict=True)}
    assert sizes["Rome"] > sizes["Barcelona"]


def test_a_click_on_a_city_sets_its_filter_and_one_on_an_arc_both():
    figure = pair_map(scene(THREE)).figure
    assert {data[0] for data in trace(figure, "china").customdata} == {"city"}
    assert {data[0] for data in trace(figure, "europe").customdata} == {"partner"}
    assert ["city", "Panjin", "partner", "Rome"] in [list(data) for data in trace(figure, "pairs").customdata]


def test_pairs_are_counted_over_plans():
    shown = scene([*THREE, plan("again", ["Panjin", "Rome"])])
    pairs = pair_counts(shown)
    assert pairs.loc[0, ["china_city", "europe_city", "plan_count"]].tolist() == ["Panjin", "Rome", 2]
    assert int(pairs["plan_count"].sum()) == len(shown.frames.pairs)
    assert "Most plans, 2, join Rome – Panjin." in pair_map(shown).sentence


def test_who_filters_for_a_city_sees_its_pairs_alone():
    shown = scene(THREE, Selection(european_cities=("Barcelona",)))
    assert pair_counts(shown)[["china_city", "europe_city"]].to_numpy().tolist() == [["Panjin", "Barcelona"]]
    assert set(city_counts(shown)["city"]) == {"Panjin", "Barcelona"}


def test_the_counts_equal_the_narrowed_frames():
    for selection in (
        Selection(),
        Selection(countries=("IT",)),
        Selection(provinces=("nowhere",)),
        Selection(goals=(4,)),
    ):
        shown = scene(THREE, selection)
        cities = shown.frames.cities.groupby("city")["plan"].nunique().to_dict()
        assert dict(zip(*city_counts(shown)[["city", "plan_count"]].to_numpy().T, strict=True)) == cities
        assert int(pair_counts(shown)["plan_count"].sum()) == len(shown.frames.pairs)


def test_a_city_without_coordinates_is_named_in_the_sentence_and_the_table():
    chart = pair_map(scene(THREE))
    assert "Nowhere is not on the map, since its place is not known." in chart.sentence
    assert chart.table.set_index("European city").loc["Nowhere", "On the map"] == "no: place unknown"


def test_a_city_without_a_partner_is_on_the_map_and_in_the_table():
    chart = pair_map(scene([plan("alone", ["Panjin"])]))
    assert [data[1] for data in trace(chart.figure, "china").customdata] == ["Panjin"]
    assert chart.table[["Chinese city", "European city"]].to_numpy().tolist() == [["Panjin", ""]]


def test_the_number_of_arcs_is_bounded_and_the_sentence_says_so():
    chart = pair_map(scene(many_plans()))
    assert len(trace(chart.figure, "pairs").x) == MOST_ARCS
    assert len(chart.table) == 14 * 14
    assert f"The map shows the {MOST_ARCS} pairs and 28 cities with most plans." in chart.sentence


def test_no_plan_at_all_leaves_a_calm_map_and_a_kind_word():
    chart = pair_map(scene([]))
    assert chart.sentence == "No city is in the selection."
    assert chart.figure.layout.annotations[0].text == "No city to show"
    assert len(trace(chart.figure, "land").x) > 1000


def test_the_frame_stays_where_it_is_when_a_filter_changes():
    ranges = {
        tuple(pair_map(scene(THREE, selection)).figure.layout.xaxis.range)
        for selection in (Selection(), Selection(european_cities=("Rome",)), Selection(goals=(17,)))
    }
    assert len(ranges) == 1


def test_a_city_beyond_the_frame_widens_it():
    lima = place("Lima", "europe", "PE", -12.05, -77.04)
    layout = pair_map(scene([plan("far", ["Panjin", lima])])).figure.layout
    assert layout.xaxis.range[0] < project(-77.04, -12.05)[0]


def test_an_arc_begins_in_europe_and_ends_in_china():
    pairs = pair_counts(scene(THREE)).dropna()
    x, y = arc_points(pairs)
    assert np.allclose([x[:, 0], y[:, 0]], project(pairs["europe_longitude"], pairs["europe_latitude"]))
    assert np.allclose([x[:, -1], y[:, -1]], project(pairs["china_longitude"], pairs["china_latitude"]))


def test_the_dot_of_an_arc_lies_on_it_and_inside_the_view():
    pairs = pair_counts(scene(THREE)).dropna()
    x, y = arc_points(pairs)
    for view in ("whole", "europe", "china"):
        middles = visible_middles(x, y, WINDOWS[view])
        assert WINDOWS[view].holds(middles[:, 0], middles[:, 1]).all()
        assert all(np.isclose(x[row], middle[0]).any() for row, middle in enumerate(middles))


def test_an_arc_of_more_plans_is_wider():
    widths = arc_widths(np.array([1.0, 2.0, 5.0, 8.0]))
    assert (np.diff(widths) > 0).all()


def test_labels_are_names_as_written_never_markup():
    bold = place("<b>Bold</b>", "europe", "IT", 45.0, 9.0)
    texts = trace(pair_map(scene([plan("x", ["Panjin", bold])])).figure, "europe").text
    assert list(texts) == ["&lt;b&gt;Bold&lt;/b&gt;"]


@pytest.mark.parametrize("width_px", [360, 860, 1800])
def test_the_map_is_made_for_its_width(width_px):
    figure = pair_map(scene(THREE, look=Look(width_px=width_px))).figure
    assert 220 <= figure.layout.height <= 640
