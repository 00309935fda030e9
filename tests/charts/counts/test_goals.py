"""SDG coverage shows all 17 goals always, stated and mentioned separately."""

from tests.charts.samples import THREE, goal, plan, scene, trace
from ucap.charts.counts.goals import goal_bars
from ucap.selection import Selection
from ucap.vocabulary import goals


def test_all_seventeen_goals_stand_there_in_order_whatever_is_selected():
    for plans in (THREE, []):
        figure = goal_bars(scene(plans)).figure
        assert [data[:2] for data in map(list, trace(figure, "rows").customdata)] == [["goal", n] for n in range(1, 18)]
        assert len(figure.layout.yaxis.ticktext) == 17


def test_stated_and_mentioned_are_counted_apart():
    table = goal_bars(scene(THREE)).table.set_index("Goal")
    assert table.loc[11, ["Plans that state it", "Plans that only mention it"]].tolist() == [2, 1]
    assert table.loc[9, ["Plans that state it", "Plans that only mention it"]].tolist() == [0, 1]
    assert table.loc[11, "Share of the plans that name goals (%)"] == 100.0


def test_the_bars_are_as_long_as_the_counts_in_the_official_colours():
    solid, hollow = goal_bars(scene(THREE)).figure.data[:2]
    lengths = {goals()[row].number: length for row, length in zip(solid.y, solid.x, strict=True)}
    assert lengths == {4: 1, 9: 1, 11: 2}
    assert solid.marker.color[list(solid.y).index(10)] == goals()[10].color
    assert (list(hollow.y), list(hollow.x), list(hollow.base)) == ([10], [1], [2])


def test_what_is_only_mentioned_is_an_outline():
    solid = goal_bars(scene(THREE)).figure.data[0]
    nine = list(solid.y).index(8)
    assert solid.marker.color[nine].startswith("rgba")
    assert solid.marker.line.color[nine] == goals()[8].color


def test_uncovered_goals_say_none_and_have_a_hollow_chip():
    figure = goal_bars(scene(THREE)).figure
    ends = trace(figure, "ends").text
    assert "none" in ends[0]
    assert figure.layout.shapes[0].fillcolor == "rgba(0,0,0,0)"
    assert figure.layout.shapes[10].fillcolor == goals()[10].color


def test_the_sentence_names_the_leading_goal_and_the_uncovered_ones():
    sentence = goal_bars(scene(THREE)).sentence
    assert sentence.startswith("SDG 11 appears in 3 of the 3 plans that name goals. SDG 1, 2, 3, 5, 6, 7, 8, 10")
    assert sentence.endswith("Only mentioned, never stated: SDG 9.")


def test_silence_is_named_and_shares_are_of_the_plans_that_name_goals():
    silent = [plan(f"silent-{i}", kind="pairing") for i in range(2)]
    chart = goal_bars(scene([*THREE, *silent]))
    assert "SDG 11 appears in 3 of the 3 plans that name goals." in chart.sentence
    assert "2 plans are silent." in chart.sentence
    assert chart.table.set_index("Goal").loc[11, "Share of the plans that name goals (%)"] == 100.0


def test_the_sentence_knows_all_none_and_nothing_selected():
    every = [plan("all", goals=[goal(number) for number in range(1, 18)])]
    assert "Every goal is covered" in goal_bars(scene(every)).sentence
    assert goal_bars(scene([plan("none")])).sentence.startswith("None of the 17 goals appears in the selected plan.")
    assert goal_bars(scene([])).sentence == "No plan is selected, so no goal is covered."


def test_who_asks_for_stated_goals_only_sees_no_mentions():
    table = goal_bars(scene(THREE, Selection(is_stated_only=True))).table
    assert table["Plans that only mention it"].sum() == 0


def test_the_height_does_not_depend_on_the_selection():
    heights = {goal_bars(scene(plans)).figure.layout.height for plans in (THREE, THREE[:1], [])}
    assert len(heights) == 1
