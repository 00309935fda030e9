"""The map shows each pair and each city once, with true numbers, and says what it leaves out."""

import numpy as np
import pytest

from tests.charts.samples import PLACES, THREE, place, plan, scene, trace
from ucap.charts.map.arcs import arc_points, arc_widths
from ucap.charts.map.map import MOST_ARCS, pair_map
from ucap.charts.map.panels import screen_sheet, sheet, windows
from ucap.charts.map.places import city_counts, pair_counts
from ucap.charts.scene import DEFAULT, Look
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
    x, y = sheet_of(THREE).europe.place(12.51, 41.89)
    assert (europe.x[rome], europe.y[rome]) == (pytest.approx(x, abs=0.1), pytest.approx(y, abs=0.1))


def sheet_of(plans, view="whole", look=DEFAULT):
    return screen_sheet(windows(scene(plans).coverage), look, view)


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
    assert "The most frequent pair is Rome – Panjin, 2 plans." in pair_map(shown).sentence


def test_cities_without_partners_are_said_to_be_in_no_pair():
    assert pair_map(scene([plan("alone", ["Rome"])])).sentence == "1 European city, no pair to show."


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
    assert sum(len(one.meta) for one in chart.figure.data if one.name == "arcs") == MOST_ARCS
    assert len(chart.table) == 14 * 14
    assert f"The map shows the {MOST_ARCS} pairs and 28 cities with most plans." in chart.sentence


def test_no_plan_at_all_leaves_a_calm_map_and_a_kind_word():
    chart = pair_map(scene([]))
    assert chart.sentence == "No city is in the selection."
    assert chart.figure.layout.annotations[0].text == "No city to show"
    assert len(trace(chart.figure, "land").x) > 500


def test_the_map_stays_where_it_is_when_a_filter_changes():
    lima = place("Lima", "europe", "PE", -12.05, -77.04)
    plans = [*THREE, plan("far", ["Panjin", lima])]
    grounds = {
        np.nan_to_num(trace(pair_map(scene(plans, selection)).figure, "land").x).tobytes()
        for selection in (Selection(), Selection(european_cities=("Rome",)), Selection(goals=(17,)))
    }
    assert len(grounds) == 1


def test_a_city_beyond_the_usual_window_is_on_the_map_all_the_same():
    lima = place("Lima", "europe", "PE", -12.05, -77.04)
    far = [plan("far", ["Panjin", lima])]
    assert sheet_of(far).europe.frame.holds(*sheet_of(far).europe.place([-77.04], [-12.05])).all()


@pytest.mark.parametrize("width_px", [360, 860, 1800])
def test_europe_and_china_face_each_other_with_room_between_them(width_px):
    drawn = sheet_of(THREE, look=Look(width_px=width_px))
    europe, china = drawn.europe.frame, drawn.china.frame
    if width_px == 360:
        assert europe.bottom > china.top + 30
    else:
        assert china.left > europe.right + 60
    assert min(europe.width, china.width) > 0.28 * width_px


@pytest.mark.parametrize("view", ["europe", "china"])
def test_a_closer_view_gives_one_side_the_whole_sheet(view):
    drawn = sheet_of(THREE, view)
    assert drawn.panel(view).frame == drawn.window


@pytest.mark.parametrize("look", [Look(), Look(width_px=360)])
def test_an_arc_begins_in_europe_and_ends_in_china(look):
    pairs = pair_counts(scene(THREE)).dropna()
    drawn = sheet_of(THREE, look=look)
    x, y = arc_points(pairs, drawn)
    for end, side in ((0, "europe"), (-1, "china")):
        place_x, place_y = drawn.panel(side).place(pairs[f"{side}_longitude"], pairs[f"{side}_latitude"])
        assert np.allclose([x[:, end], y[:, end]], [place_x, place_y])


def test_what_answers_on_a_line_is_not_seen_and_lies_between_the_panels():
    figure = pair_map(scene(THREE)).figure
    drawn = sheet_of(THREE)
    marks = trace(figure, "pairs")
    assert marks.marker.opacity == 0
    assert all(drawn.europe.frame.right <= x <= drawn.china.frame.left for x in marks.x)


def test_each_line_names_its_two_cities_in_the_order_in_which_it_is_drawn():
    figure = pair_map(scene(THREE)).figure
    europe = trace(figure, "europe")
    at = {data[1]: x for data, x in zip(europe.customdata, europe.x, strict=True)}
    for arcs in (one for one in figure.data if one.name == "arcs"):
        starts = np.reshape(arcs.x, (len(arcs.meta), -1))[:, 0]
        assert starts == pytest.approx([at[city] for _china, city in arcs.meta], abs=0.1)


def test_the_largest_cities_are_named_first():
    crowd = [place(f"C{i}", "europe", "IT", 45 + i / 100, 9.0) | {"population": 1000 * i} for i in range(40)]
    shown = pair_map(scene([plan("x", ["Panjin", *crowd])])).figure
    named = {text for text in trace(shown, "europe").text if text}
    assert "C39" in named
    assert len(named) < 40


def test_cities_at_one_spot_are_set_apart():
    lazio = place("Lazio", "europe", "IT", *PLACES["Rome"][2:])
    europe = trace(pair_map(scene([plan("x", ["Panjin", "Rome", lazio])])).figure, "europe")
    distance = np.hypot(europe.x[0] - europe.x[1], europe.y[0] - europe.y[1])
    assert distance >= 0.79 * sum(europe.marker.size) / 2


def test_a_slide_shows_the_same_parts_of_the_globe_as_the_screen():
    sources = windows(scene(THREE).coverage)
    slide, screen = sheet(sources, 640, 300), sheet_of(THREE)
    for side in ("europe", "china"):
        for source in (slide.panel(side).source, screen.panel(side).source):
            corners = np.array([sources[side].left, sources[side].right]), np.array([sources[side].bottom] * 2)
            assert source.grown(1e-9).holds(*corners).all()
        assert slide.panel(side).meridian == screen.panel(side).meridian


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
