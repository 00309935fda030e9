"""A slide for each plan: on what, for which goals, and what happened."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ucap.charts.words import some
from ucap.exports.description import Description
from ucap.exports.story.notes import plan_notes
from ucap.exports.story.slide import Column, Entry, Length, Part, Slide, column, part
from ucap.exports.view import View
from ucap.plan.record import Plan
from ucap.plan.words import activity_words, city_words, place_words, plan_subtitle, plan_title, value_words
from ucap.selection.evidence import value_text
from ucap.vocabulary.goals import goals
from ucap.vocabulary.kinds import SIDES
from ucap.wording import _, format_list, format_range, ngettext

MOST_THEMES, MOST_OBJECTIVES, MOST_ACTIVITIES, MOST_RESULTS = 8, 2, 6, 3
MOST_SLIDES_PER_PLAN = 3


def plan_slide(view: View, plan_id: str, description: Description) -> Slide:
    """The slide of one plan; its columns are what it aims at, and what it did."""
    plan = view.records[plan_id]
    columns = tuple(one for one in (_aims(plan), _deeds(plan)) if one)
    length = Length(MOST_SLIDES_PER_PLAN, _("The rest of this plan is in the workbook."))
    notes = partial(_notes, view, plan)
    link = description.page("plans", open=plan_id)
    return Slide("plan", plan_title(plan), plan_sentence(plan), columns, notes=notes, length=length, link=link)


def _notes(view: View, plan: Plan) -> list[str]:
    return plan_notes(plan, view.texts(plan.id or ""))


def plan_sentence(plan: Plan) -> str:
    """Who works with whom, how much the plan holds, and when: "Panjin – Rome: 3 themes and 2 goals, 2019–2020."."""
    cities = _(" – ").join(some(names) for names in _names_by_side(plan) if names) or plan_title(plan)
    period = format_range(plan.period.start, plan.period.end)
    if not period:
        return _("{cities}: {contents}; no period is stated.").format(cities=cities, contents=_contents(plan))
    return _("{cities}: {contents}, {period}.").format(cities=cities, contents=_contents(plan), period=period)


def _names_by_side(plan: Plan) -> list[list[str]]:
    return [[place_words(city.name) for city in plan.cities if city.side == side] for side in SIDES]


def _contents(plan: Plan) -> str:
    theme_count, goal_count = len(plan.themes), len({mention.goal for mention in plan.goals})
    counted = (
        (theme_count, ngettext("{count} theme", "{count} themes", theme_count)),
        (goal_count, ngettext("{count} goal", "{count} goals", goal_count)),
        (len(plan.activities), ngettext("{count} activity", "{count} activities", len(plan.activities))),
    )
    parts = [words.format(count=count) for count, words in counted if count]
    return format_list(parts) if parts else _("neither themes nor goals nor activities")


def _aims(plan: Plan) -> Column:
    """Who with whom, on what, and what for."""
    who = Part("", (Entry(plan_subtitle(plan)), *_cities(plan)), most=3)
    themes = part(_("Themes"), map(value_text, plan.themes), MOST_THEMES)
    return column(who, themes, _goals(plan), part(_("Objectives"), plan.objectives, MOST_OBJECTIVES))


def _cities(plan: Plan) -> Iterator[Entry]:
    for side in SIDES:
        cities = [city_words(city) for city in plan.cities if city.side == side]
        if cities:
            yield Entry(format_list(cities), side=side)


def _goals(plan: Plan) -> Part:
    """The goals in order; those that stand outside the SDG row say so."""
    stated = {mention.goal for mention in plan.goals if mention.stated}
    touched = stated | {mention.goal for mention in plan.goals}
    only_mentioned = _("{goal} (only mentioned)")
    named = [(goal.number, value_words("goals", goal.number)) for goal in goals() if goal.number in touched]
    entries = [Entry(words if n in stated else only_mentioned.format(goal=words), n) for n, words in named]
    return Part(_("Goals"), tuple(entries), most=len(entries))


def _deeds(plan: Plan) -> Column:
    """What happened and what is to come of it."""
    done = part(_("Activities"), map(activity_words, plan.activities), MOST_ACTIVITIES)
    return column(done, part(_("Expected results"), plan.results, MOST_RESULTS))
