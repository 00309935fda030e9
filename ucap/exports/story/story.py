"""The story of a selection: its slides in their order, as the screen and the briefing draw them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ucap.exports.description import Description
from ucap.exports.story.charts import goals_slide, map_slide, matrix_slide, themes_slide, timeline_slide
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
from ucap.selection.listings import by_title

MOST_PLANS = 40
_WHOLE = (map_slide, goals_slide, themes_slide, gaps_slide, matrix_slide, timeline_slide)
MakeSlide = Callable[[], Slide]


def story(view: View, description: Description) -> tuple[MakeSlide, ...]:
    """The slides in their order; each is made when it is called for, so that a meeting waits for one slide only.

    The first `MOST_PLANS` selected plans have a slide each; one more slide says how many are left out.
    """
    if not len(view.frames.plans):
        return (partial(no_plan_slide, description), partial(sources_slide, description))
    ids = by_title(view.frames.plans, view.scene.coverage)["plan"].tolist()
    left_out_count = len(ids) - MOST_PLANS
    return (
        partial(cover_slide, view, description),
        *(partial(slide, view) for slide in _WHOLE),
        *(partial(plan_slide, view, plan_id) for plan_id in ids[:MOST_PLANS]),
        *((partial(more_plans_slide, left_out_count),) if left_out_count > 0 else ()),
        partial(findings_slide, view),
        partial(sources_slide, description),
    )
