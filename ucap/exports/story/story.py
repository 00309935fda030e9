"""The story that the slides on the screen tell: that of the briefing, with the same titles and sentences."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ucap.charts.chart import Chart
from ucap.charts.counts.bars import theme_bars
from ucap.charts.counts.goals import goal_bars
from ucap.charts.counts.matrices import theme_goal_matrix
from ucap.charts.map.map import pair_map
from ucap.charts.scene import Scene
from ucap.charts.time.activities import activity_timeline
from ucap.charts.words import boundary_notice, goal_disclaimer
from ucap.exports.description import Description
from ucap.exports.story.plans import plan_slide
from ucap.exports.story.slide import Slide
from ucap.exports.story.texts import (
    cover_slide,
    findings_slide,
    gaps_slide,
    more_plans_slide,
    no_plan_slide,
    sources_slide,
)
from ucap.exports.view import View

MOST_PLANS = 40
Telling = Callable[[], Slide]


def story(view: View, description: Description) -> tuple[Telling, ...]:
    """The slides in their order; each is made when it is told, so that a meeting waits for one slide only.

    The first `MOST_PLANS` selected plans have a slide each; one more slide says how many are left out.
    """
    if not len(view.frames.plans):
        return (partial(no_plan_slide, description),)
    ids = view.frames.plans["plan"].tolist()
    left_out_count = len(ids) - MOST_PLANS
    return (
        partial(cover_slide, view, description),
        partial(_chart_slide, pair_map, view.scene, boundary_notice),
        partial(_chart_slide, goal_bars, view.scene, goal_disclaimer),
        partial(_chart_slide, theme_bars, view.scene),
        partial(gaps_slide, view),
        partial(_chart_slide, theme_goal_matrix, view.scene, goal_disclaimer),
        partial(_chart_slide, activity_timeline, view.scene),
        *(partial(plan_slide, view, plan_id) for plan_id in ids[:MOST_PLANS]),
        *((partial(more_plans_slide, left_out_count),) if left_out_count > 0 else ()),
        partial(findings_slide, view),
        partial(sources_slide, description),
    )


def _chart_slide(draw: Callable[[Scene], Chart], scene: Scene, note: Callable[[], str] = str) -> Slide:
    """A chart with its own title and sentence."""
    chart = draw(scene)
    return Slide(chart.name, chart.title, chart.sentence, chart, note())
