"""What holds for every chart."""

import json

import pytest
from plotly.io import to_json

from tests.charts.samples import THREE, scene
from ucap.charts.catalogue import CHARTS
from ucap.charts.palette import FONT
from ucap.charts.scene import Look
from ucap.wording import use

SCENES = {"three": THREE, "one": THREE[:1], "none": ()}


@pytest.fixture(params=CHARTS)
def name(request):
    return request.param


def test_a_chart_bears_the_name_under_which_it_is_listed(name):
    assert CHARTS[name](scene(THREE)).name == name


@pytest.mark.parametrize("plans", SCENES)
@pytest.mark.parametrize("is_dark", [False, True])
def test_every_chart_is_drawn_in_our_look_on_a_clear_ground(name, plans, is_dark):
    look = Look(is_dark=is_dark)
    layout = CHARTS[name](scene(SCENES[plans], look=look)).figure.layout
    assert layout.font.family == FONT
    assert layout.font.color == look.palette.ink
    assert layout.paper_bgcolor == "rgba(0,0,0,0)"
    assert layout.height > 0


@pytest.mark.parametrize("plans", SCENES)
def test_every_chart_says_what_it_shows(name, plans):
    chart = CHARTS[name](scene(SCENES[plans]))
    assert chart.title
    assert chart.sentence.endswith(".")
    assert "{" not in chart.sentence
    assert "nan" not in chart.sentence.lower().split()


def test_every_mark_that_answers_a_click_names_filters_that_exist(name):
    keys = {"city", "partner", "country", "theme", "goal", "topic", "year", "activity", "kind", "plan"}
    for trace in CHARTS[name](scene(THREE)).figure.data:
        for data in trace.customdata if trace.customdata is not None else ():
            assert set(list(data)[::2]) - {None} <= keys


def test_every_figure_is_plain_json(name):
    json.loads(CHARTS[name](scene(THREE)).figure.to_json())


def test_every_chart_speaks_chinese_too(name):
    use("zh")
    try:
        assert CHARTS[name](scene(THREE)).sentence
    finally:
        use("en")


def test_drawing_is_the_same_each_time(name):
    drawn = [CHARTS[name](scene(list(THREE))).figure.to_json() for _ in range(2)]
    assert drawn[0] == drawn[1]


def test_a_chart_needs_no_second_drawing(name):
    """The page gives a figure to Plotly twice: what it sets itself, a template and encoded arrays would differ then."""
    figure = json.loads(to_json(CHARTS[name](scene(THREE)).figure, validate=False))
    assert {"clickmode", "dragmode", "hovermode", "datarevision"} <= figure["layout"].keys()
    assert "template" not in figure["layout"]
    assert "bdata" not in json.dumps(figure)
