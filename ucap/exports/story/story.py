"""The story of a selection: its slides in their order, as the screen and the briefing draw them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import pandas as pd

from ucap.exports.description import Description
from ucap.exports.story.charts import goals_slide, map_slide, matrix_slide, themes_slide, timeline_slide
from ucap.exports.story.plans import plan_slide
from ucap.exports.story.slide import Length, Slide
from ucap.exports.story.tables import documents_slide, few_words_slide, gaps_slide, pairs_slide
from ucap.exports.story.texts import cover_slide, findings_slide, no_plan_slide, notices_slide
from ucap.exports.view import View
from ucap.selection.listings import by_title
from ucap.wording import _

MOST_PLANS, MOST_LINES = 40, 60
_FEW_PLANS, _LEAST_ENTRIES = 6, 10
MakeSlide = Callable[[], Slide]


def story(view: View, description: Description, with_hidden: bool = True) -> tuple[MakeSlide, ...]:
    """The slides in their order; each is made when it is called for, so that a meeting waits for one slide only.

    A slide for each plan that fills one, of the first `MOST_PLANS` selected; the others stand in a table, one line
    each. What the speaker should know is hidden from the audience.
    """
    if not len(view.frames.plans):
        return _told(_("Overview"), partial(no_plan_slide, description)) + _closing(view, description)
    whole = (
        partial(cover_slide, view, description),
        partial(map_slide, view),
        partial(pairs_slide, view, description),
        *(partial(slide, view) for slide in (goals_slide, themes_slide, gaps_slide, matrix_slide, timeline_slide)),
    )
    return (
        *_told(_("Overview"), *whole),
        *_told(_("Plans"), *_plan_slides(view, description)),
        *(_told(_("For the speaker"), partial(findings_slide, view)) if with_hidden else ()),
        *_closing(view, description),
    )


def short_story(view: View, description: Description) -> tuple[MakeSlide, ...]:
    """The same in eight slides, the figures of the cover among them, and what the speaker should know."""
    if not len(view.frames.plans):
        return story(view, description)
    whole = (
        partial(cover_slide, view, description),
        partial(map_slide, view),
        partial(pairs_slide, view, description, 1),
        *(partial(slide, view) for slide in (goals_slide, themes_slide)),
        partial(_on_one_slide, partial(timeline_slide, view)),
    )
    return (
        *_told(_("Overview"), *whole),
        *_told(_("For the speaker"), partial(findings_slide, view)),
        *_told(_("Sources"), partial(notices_slide, description)),
    )


def _closing(view: View, description: Description) -> tuple[MakeSlide, ...]:
    documents = (partial(documents_slide, view, description),) if len(view.frames.plans) else ()
    return _told(_("Sources"), *documents, partial(notices_slide, description))


def _plan_slides(view: View, description: Description) -> Sequence[MakeSlide]:
    """The slides of the plans, and the table of those that are not told one by one."""
    ids = by_title(view.frames.plans, view.scene.coverage)["plan"].tolist()
    first = ids[: MOST_PLANS + MOST_LINES]
    full = _full(view)
    own = [one for one in first if len(ids) <= _FEW_PLANS or one in full][:MOST_PLANS]
    others = [one for one in first if one not in set(own)][:MOST_LINES]
    left_out_count = len(ids) - len(own) - len(others)
    slides = [partial(plan_slide, view, one, description) for one in own]
    return [*slides, partial(few_words_slide, view, others, description, left_out_count)] if others else slides


def _full(view: View) -> set[str]:
    """The ids of the selected plans that say enough to fill a slide."""
    frames = view.frames
    counts = frames.plans.set_index("plan")[["theme_count", "goal_count", "activity_count"]].fillna(0).sum(axis=1)
    said = [frames.results["plan"], frames.statements.loc[frames.statements["section"] == "objectives", "plan"]]
    entries = counts.add(pd.concat(said).value_counts(), fill_value=0)
    return set(entries.index[entries >= _LEAST_ENTRIES])


def _told(section: str, *slides: MakeSlide) -> tuple[MakeSlide, ...]:
    return tuple(partial(_in_section, section, make) for make in slides)


def _in_section(section: str, make: MakeSlide) -> Slide:
    return replace(make(), section=section)


def _on_one_slide(make: MakeSlide) -> Slide:
    slide = make()
    return replace(slide, length=Length(1, slide.length.rest))
