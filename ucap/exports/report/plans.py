"""The plans of the report, one by one: what each says, and the sentences that it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from ucap.exports.view import View
from ucap.plain_text import is_web_address
from ucap.plan.passages import passages_of, quotation
from ucap.plan.pointers import Field
from ucap.plan.record import Plan
from ucap.plan.words import activity_words, city_words, plan_subtitle, plan_title, value_words
from ucap.selection.evidence import value_text
from ucap.wording import _

MOST_PLANS = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a plan: what it says, and the passage of the document that it was read from, if it was.

    A source that is an address of the web is a link to it; no other text is.
    """

    text: str
    quote: str | None = None
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A plan as the report shows it: lists of entries under headings."""

    title: str
    subtitle: str
    sections: tuple[tuple[str, tuple[Entry, ...]], ...]


def plan_pages(view: View) -> Iterator[PlanPage]:
    """The first `MOST_PLANS` selected plans, in their order."""
    for plan in islice(view.plans(), MOST_PLANS):
        yield _page(plan, view.texts(plan.id or "") if plan.passages else None)


def _page(plan: Plan, text: str | None) -> PlanPage:
    lists: tuple[tuple[str, str, Iterable[str]], ...] = (
        (_("Cities"), "cities", map(city_words, plan.cities)),
        (_("Themes"), "themes", map(value_text, plan.themes)),
        (_("Goals"), "goals", (value_words("goals", mention.goal) for mention in plan.goals)),
        (_("Topics"), "topics", (value_words("topics", mention.topic) for mention in plan.topics)),
        (_("Focus"), "focus", plan.focus),
        (_("Challenges"), "challenges", plan.challenges),
        (_("Objectives"), "objectives", plan.objectives),
        (_("Activities"), "activities", map(activity_words, plan.activities)),
        (_("Expected results"), "results", plan.results),
        (_("Findings"), "findings", (finding.message for finding in plan.findings)),
        (_("Notes"), "notes", plan.notes),
        (_("Sources"), "sources", (*([plan.document.name] if plan.document else []), *plan.sources)),
    )
    sections = tuple((heading, tuple(_entries(plan, text, field, texts))) for heading, field, texts in lists)
    return PlanPage(plan_title(plan), plan_subtitle(plan), tuple(section for section in sections if section[1]))


def _entries(plan: Plan, text: str | None, field: str, told: Iterable[str]) -> Iterator[Entry]:
    for index, words in enumerate(told):
        quote = quotation(text, passages_of(plan, Field((field, str(index))))) if text else None
        yield Entry(words, None if quote == words else quote, field == "sources" and is_web_address(words))
