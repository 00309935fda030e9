"""A picture of a chart says by itself what it shows and what was selected."""

import pytest

from tests.exports.samples import PAIR, description_of, view_of
from ucap.charts.catalogue import CHARTS
from ucap.charts.palette import LIGHT
from ucap.charts.scene import Look, Scene
from ucap.charts.words import boundary_notice, goal_disclaimer
from ucap.exports.picture import WIDTH_PX, picture
from ucap.plan.record import GoalMention
from ucap.selection import Selection

PLAN = PAIR.model_copy(update={"title": "<b>Panjin</b> & Rome", "goals": (GoalMention(goal=11),)})
VIEW = view_of(PLAN, selection=Selection(european_cities=("Rome",)))


def text_of(name: str) -> str:
    """All that is written around the chart, in one line."""
    figure = picture(name, VIEW.scene, description_of(VIEW))
    texts = [figure.layout.title.text, figure.layout.title.subtitle.text, figure.layout.annotations[-1].text]
    return " ".join(texts).replace("<br>", "").replace(" ", "")


@pytest.mark.parametrize("name", CHARTS)
def test_title_sentence_and_selection_stand_around_the_chart(name):
    chart = CHARTS[name](VIEW.scene)
    for text in (f"<b>{chart.title}</b>", chart.sentence, "European city: Rome", "1 of 1 plans", "22 November 2026"):
        assert text.replace(" ", "").replace("&", "&amp;") in text_of(name)


@pytest.mark.parametrize(("name", "notice"), [("map", boundary_notice()), ("goals", goal_disclaimer())])
def test_the_notices_stand_where_they_belong(name, notice):
    assert notice.replace(" ", "") in text_of(name)
    assert notice.replace(" ", "") not in text_of("themes")


@pytest.mark.parametrize("name", CHARTS)
def test_the_chart_keeps_its_size_below_the_heading_and_above_the_small_print(name):
    figure = picture(name, VIEW.scene, description_of(VIEW))
    bare = CHARTS[name](Scene(VIEW.scene.coverage, VIEW.scene.selection, Look(width_px=WIDTH_PX - 48))).figure
    assert plot_height(figure) == plot_height(bare)
    assert figure.layout.width - figure.layout.margin.l - figure.layout.margin.r == pytest.approx(
        WIDTH_PX - 48 - (bare.layout.margin.l or 0) - (bare.layout.margin.r or 0)
    )


def plot_height(figure) -> float:
    return figure.layout.height - (figure.layout.margin.t or 0) - (figure.layout.margin.b or 0)


def test_a_picture_is_light_and_leaves_the_chart_on_the_page_as_it_is():
    dark = Scene(VIEW.scene.coverage, VIEW.scene.selection, Look(is_dark=True, width_px=WIDTH_PX - 48))
    before = CHARTS["goals"](VIEW.scene).figure.to_json()
    assert picture("goals", dark, description_of(VIEW)).layout.paper_bgcolor == LIGHT.paper
    assert CHARTS["goals"](VIEW.scene).figure.to_json() == before
