"""The story that the slides tell: complete, bounded, and that of the briefing."""

from __future__ import annotations

import io

from hypothesis import given, settings
from pptx import Presentation

from tests.effort import effort
from tests.exports.samples import PAIR, ROME, description_of, view_of, views
from ucap.charts.chart import Chart
from ucap.exports.briefing.briefing import write_briefing
from ucap.exports.story.slide import Slide
from ucap.exports.story.story import MOST_LINES, MOST_PLANS, story
from ucap.exports.view import View
from ucap.plan.record import Activity, GoalMention, Plan
from ucap.selection import Selection


def slides_of(view: View) -> list[Slide]:
    return [tell() for tell in story(view, description_of(view))]


def test_the_story_goes_from_the_whole_to_the_plans_and_ends_with_the_sources() -> None:
    """Cover, charts, gaps, a slide for the plan, what to know, sources."""
    names = [slide.name for slide in slides_of(view_of(PAIR))]
    whole = ["map", "pairs", "goals", "themes", "gaps", "themes-goals", "activities"]
    assert names == ["cover", *whole, "plan", "findings", "documents", "sources"]


def test_a_chart_is_told_in_its_own_words() -> None:
    """Title and sentence of the slide are those of the chart."""
    for slide in slides_of(view_of(PAIR)):
        if isinstance(slide.content, Chart):
            assert (slide.title, slide.sentence) == (slide.content.title, slide.content.sentence)


def test_the_briefing_has_the_slides_of_the_story_in_the_same_order() -> None:
    """Each chart and each plan has one headline, on the screen and in PowerPoint."""
    view = view_of(PAIR, Plan(id="nice", title="Haikou – Nice", cities=(ROME,)))
    out = io.BytesIO()
    write_briefing(view, description_of(view), out)
    headlines = [slide.shapes.title.text for slide in Presentation(out).slides if slide.shapes.title is not None]
    titles = [slide.title for slide in slides_of(view) if slide.title in headlines]
    assert [headline for headline in headlines if headline in titles] == titles
    assert {"Who works with whom", "Panjin – Rome", "Haikou – Nice", "Sources"} <= set(titles)


def test_of_very_many_plans_the_first_have_a_slide_and_others_a_line_and_the_rest_are_counted() -> None:
    """Forty plans that say much have a slide; what is beyond is in a table, or counted in its sentence."""
    much = tuple(Activity(text=f"Visit {number}") for number in range(10))
    full = [Plan(id=f"full-{number}", cities=(ROME,), activities=much) for number in range(MOST_PLANS + 2)]
    little = [Plan(id=f"little-{number}", cities=(ROME,)) for number in range(70)]
    slides = slides_of(view_of(*full, *little))
    assert [slide.name for slide in slides].count("plan") == MOST_PLANS
    (table,) = [slide for slide in slides if slide.name == "more"]
    assert len(table.content.rows) == MOST_LINES
    assert table.sentence == "72 plans in a line each. 12 more plans are selected; they are in the workbook."


def test_the_screen_leaves_out_what_is_for_the_speaker() -> None:
    """What to know before speaking is in the file, hidden, and not among the slides that an audience sees."""
    view = view_of(PAIR)
    shown = [tell() for tell in story(view, description_of(view), with_hidden=False)]
    assert "findings" not in [slide.name for slide in shown]
    assert [slide.name for slide in slides_of(view) if slide.is_hidden] == ["findings"]


def test_a_table_says_how_many_rows_it_leaves_out_of_all_and_goals_in_a_row_as_a_range() -> None:
    """Not of those that a file would have; SDG 1 to 6 and 9 are "1–6, 9"."""
    stated = tuple(GoalMention(goal=number) for number in (1, 2, 3, 4, 5, 6, 9, 10))
    plans = [PAIR.model_copy(update={"id": f"p{number}", "goals": stated}) for number in range(130)]
    slides = {slide.name: slide.content for slide in slides_of(view_of(*plans))}
    assert slides["pairs"].rows[0][3].text == "1–6, 9, 10"
    assert slides["documents"].left_out_count(8) == 122
    assert slides["more"].left_out_count(8) == 122


def test_an_empty_selection_is_one_kind_slide_and_the_sources() -> None:
    """Where no plan is selected the story says so, and what was asked for."""
    slide, sources = slides_of(view_of(PAIR, selection=Selection(text="nosuchword")))
    assert (slide.name, slide.title, sources.name) == ("none", "No plan is selected", "sources")
    assert "nosuchword" in str(slide.content)


def test_without_any_plan_the_story_says_that_there_are_none_yet() -> None:
    """Where nothing was added, no filter is to blame, and none is offered to be removed."""
    slide, _sources = slides_of(view_of())
    assert (slide.title, slide.content) == ("There are no plans yet", ())


@settings(max_examples=effort(8))
@given(views())
def test_any_selection_can_be_told(view: View) -> None:
    """Whatever plans hold, each slide has a title and a sentence."""
    assert all(slide.title and slide.sentence for slide in slides_of(view))
