"""The slides that are charts, with the passages behind them for the speaker."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from ucap.charts.chart import Chart
from ucap.charts.counts.bars import theme_bars
from ucap.charts.counts.goals import goal_bars
from ucap.charts.counts.matrices import theme_goal_matrix
from ucap.charts.map.map import pair_map
from ucap.charts.map.places import pair_counts
from ucap.charts.time.activities import activity_timeline
from ucap.charts.time.activity_words import event_dates
from ucap.charts.time.events import distinct_events
from ucap.charts.words import boundary_notice, goal_disclaimer
from ucap.exports.story.notes import evidence_notes
from ucap.exports.story.slide import Length, Slide
from ucap.exports.view import View
from ucap.plan.words import pair_words, title_words, value_words
from ucap.wording import _, aside, labelled

MOST_NOTED_PAIRS, MOST_NOTED_THEMES, MOST_NOTED_EVENTS = 8, 8, 150
MOST_TIMELINE_SLIDES = 3


def map_slide(view: View) -> Slide:
    """Who works with whom; the notes name the strongest pairs and what was read of them."""
    return _slide(pair_map(view.scene), partial(_pair_notes, view), boundary_notice())


def goals_slide(view: View) -> Slide:
    """All 17 goals, stated and mentioned separately."""
    return _slide(goal_bars(view.scene), partial(_goal_notes, view), goal_disclaimer())


def themes_slide(view: View) -> Slide:
    """The categories of themes by number of plans."""
    return _slide(theme_bars(view.scene), partial(_theme_notes, view))


def matrix_slide(view: View) -> Slide:
    """How many plans go with each category and goal."""
    chart = theme_goal_matrix(view.scene)
    return _slide(chart, partial(_matrix_notes, chart), goal_disclaimer())


def timeline_slide(view: View) -> Slide:
    """The dated activities, which the notes list."""
    slide = _slide(activity_timeline(view.scene, stands_alone=True), partial(_event_notes, view))
    return replace(slide, length=Length(MOST_TIMELINE_SLIDES))


def event_words(event: Any, titles: Mapping[str, str]) -> str:
    """When, what, and which plans report it, by their titles."""
    text = event.text if isinstance(event.text, str) else ""
    return labelled(event_dates(event), aside(text, _("; ").join(titles[plan] for plan in event.plans)))


def plan_titles(view: View) -> dict[str, str]:
    """The titles of the selected plans by their ids."""
    plans = view.frames.plans
    return dict(zip(plans["plan"], plans["title"].fillna(plans["plan"]).map(title_words), strict=True))


def _slide(chart: Chart, notes: Callable[[], list[str]], note: str = "") -> Slide:
    """A chart with its own title and sentence."""
    return Slide(chart.name, chart.title, chart.sentence, chart, note, notes)


def _pair_notes(view: View) -> list[str]:
    pairs = pair_counts(view.scene)
    noted = [(pair, pair_words(*pair)) for pair in zip(pairs["china_city"], pairs["europe_city"], strict=True)]
    return evidence_notes(view, "pair", noted[:MOST_NOTED_PAIRS])


def _goal_notes(view: View) -> list[str]:
    covered = sorted(set(view.frames.goals["goal"].tolist()))
    return evidence_notes(view, "goal", [(number, value_words("goals", number)) for number in covered])


def _theme_notes(view: View) -> list[str]:
    counts = view.scene.coverage.counts(view.scene.selected, "categories").sort_values(ascending=False, kind="stable")
    leading = counts.index[counts > 0][:MOST_NOTED_THEMES]
    return evidence_notes(view, "category", [(slug, value_words("categories", slug)) for slug in leading])


def _matrix_notes(chart: Chart) -> list[str]:
    """Which categories go with no goal."""
    counts = chart.table.set_index(chart.table.columns[0])
    without = ", ".join(counts.index[counts.sum(axis=1) == 0]) or _("none")
    return [_("Themes that go with no goal: {themes}.").format(themes=without)]


def _event_notes(view: View) -> list[str]:
    events = distinct_events(view.frames.activities)
    dated = events[events["start_day"].notna()].tail(MOST_NOTED_EVENTS)
    titles = plan_titles(view)
    return ["", *(event_words(event, titles) for event in dated.itertuples())]
