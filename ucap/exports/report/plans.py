"""The plans of the report, one by one: what each says, and the sentences that it was read from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ucap.exports.view import View
from ucap.plain_text import is_web_address
from ucap.plan.fields import Shown, sections
from ucap.plan.finding_words import finding_words
from ucap.plan.passages import passages_of, quotation
from ucap.plan.pointers import Field
from ucap.plan.record import Plan
from ucap.plan.words import plan_subtitle, plan_title
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
    said = [(one.title, [_entry(plan, text, shown) for shown in one.values]) for one in sections(plan)]
    sources = (*([plan.document.name] if plan.document else []), *plan.sources)
    beside = [
        (_("Findings"), [Entry(finding_words(finding)) for finding in plan.findings]),
        (_("Notes"), [Entry(note) for note in plan.notes]),
        (_("Sources"), [Entry(source, is_link=is_web_address(source)) for source in sources]),
    ]
    lists = tuple((heading, tuple(entries)) for heading, entries in said + beside if entries)
    return PlanPage(plan_title(plan), plan_subtitle(plan), lists)


def _entry(plan: Plan, text: str | None, shown: Shown) -> Entry:
    quote = quotation(text, passages_of(plan, Field.parse(shown.pointer))) if text else None
    return Entry(shown.line, None if quote == shown.words else quote)
