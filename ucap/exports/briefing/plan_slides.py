"""A page for each plan: who with whom, themes and goals, activities and results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ucap.charts.palette import Palette
from ucap.exports.briefing.deck import Deck, Pages
from ucap.exports.briefing.writing import Paragraph
from ucap.exports.story.plans import plan_sentence
from ucap.exports.story.texts import more_plans_slide
from ucap.exports.view import View
from ucap.plan.record import Plan
from ucap.plan.words import activity_words, city_words, plan_subtitle, plan_title, value_words
from ucap.selection.evidence import passages_of, value_at, value_text
from ucap.vocabulary import SIDES
from ucap.wording import _, format_list

MOST_PLANS = 40
MOST_SLIDES_PER_PLAN = 3
_EVIDENCED = ("period", "themes", "goals", "activities", "results")


def add_plans(deck: Deck, view: View) -> None:
    """A page for each of the first `MOST_PLANS` selected plans, in their order; then how many more there are."""
    ids = view.frames.plans["plan"].tolist()
    pages = Pages(MOST_SLIDES_PER_PLAN, _("The rest of this plan is in the workbook."))
    for plan_id in ids[:MOST_PLANS]:
        plan = view.records[plan_id]
        parts = [list(_aims(plan, deck.palette)), list(_deeds(plan))]
        deck.add_text(plan_title(plan), plan_sentence(plan), parts, pages, _notes(plan, view))
    if len(ids) > MOST_PLANS:
        more = more_plans_slide(len(ids) - MOST_PLANS)
        deck.add_text(more.title, more.sentence, [], Pages(1))


def _aims(plan: Plan, palette: Palette) -> Iterator[Paragraph]:
    """The left column: who with whom, on what, what for."""
    yield Paragraph(plan_subtitle(plan), 11, color="muted")
    for side in SIDES:
        cities = [city for city in plan.cities if city.side == side]
        if cities:
            yield Paragraph(format_list(map(city_words, cities)), 12, is_bold=True, color=palette.side(side))
    numbers = dict.fromkeys(mention.goal for mention in plan.goals)
    yield from _section(_("Themes"), [value_text(theme) for theme in plan.themes])
    yield from _section(_("Goals"), [_goal(number, plan) for number in numbers])
    yield from _section(_("Objectives"), plan.objectives)


def _deeds(plan: Plan) -> Iterator[Paragraph]:
    """The right column: what happened and what is to come of it."""
    yield from _section(_("Activities"), list(map(activity_words, plan.activities)))
    yield from _section(_("Expected results"), plan.results)


def _section(heading: str, entries: Sequence[str]) -> Iterator[Paragraph]:
    if entries:
        yield Paragraph(heading, 12, is_bold=True, is_heading=True, space_before=10)
        yield from (Paragraph(entry, is_bullet=True) for entry in entries)


def _goal(number: int, plan: Plan) -> str:
    is_stated = any(mention.stated for mention in plan.goals if mention.goal == number)
    words = value_words("goals", number)
    return words if is_stated else _("{goal} (only mentioned)").format(goal=words)


def _notes(plan: Plan, view: View) -> list[str]:
    """The document's own sentences, then the sources, and where these disagree."""
    notes = [*_passages(plan, view.texts(plan.id or "")), _("Sources:")]
    notes += [f"– {source}" for source in (*([plan.document.name] if plan.document else []), *plan.sources)]
    if plan.notes:
        notes += [_("Notes:"), *(f"– {note}" for note in plan.notes)]
    return notes


def _passages(plan: Plan, text: str | None) -> Iterator[str]:
    """What stands in the document where the values were read; nothing for a plan that was read from no text."""
    if not text:
        return
    for field in _EVIDENCED:
        value = value_at(plan, f"/{field}")
        pointers = [f"/{field}/{index}" for index in range(len(value))] if isinstance(value, tuple) else [f"/{field}"]
        for pointer in pointers:
            spans = passages_of(plan, pointer)
            if spans:
                quote = " … ".join(" ".join(text[start:end].split()) for start, end in spans)
                yield f"{pointer[1:]}: “{quote}”"
