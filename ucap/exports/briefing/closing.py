"""The last slides: what is doubtful, where everything comes from, and the notices."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ucap.exports.briefing.deck import Deck, Pages
from ucap.exports.briefing.flow import Paragraph, halves
from ucap.exports.description import Description, notices
from ucap.exports.story.texts import sources_slide
from ucap.exports.view import View
from ucap.frames.columns import N_
from ucap.selection.findings import findings_sentence
from ucap.wording import _

MOST_FINDINGS_SLIDES = 2
MOST_SOURCES_SLIDES = 2
_SEVERITIES = {
    "error": N_("Missing or wrong"),
    "warning": N_("Doubtful"),
}


def add_findings(deck: Deck, view: View) -> None:
    """The findings that a speaker should know, the gravest first; mere notes are left to the dashboard."""
    findings = view.frames.findings
    titles = view.frames.plans.set_index("plan")["title"]
    paragraphs: list[Paragraph] = []
    for severity, heading in _SEVERITIES.items():
        told = findings[findings["severity"] == severity]
        if len(told):
            count = f"{_(heading)} ({len(told)})"
            paragraphs.append(Paragraph(count, 13, is_bold=True, is_heading=True, space_before=10))
            paragraphs += [_finding(finding, titles) for finding in told.itertuples()]
    pages = Pages(MOST_FINDINGS_SLIDES, _("More findings are in the workbook."))
    deck.add_text(_("What to know before speaking"), findings_sentence(view.frames), [paragraphs], pages)


def _finding(finding: Any, titles: pd.Series) -> Paragraph:
    title = titles.get(finding.plan)
    return Paragraph(f"{title if isinstance(title, str) else finding.plan}: {finding.message}", is_bullet=True)


def add_sources(deck: Deck, description: Description) -> None:
    """The documents and pages that the plans come from, and the notices."""
    if description.sources:
        sources = [Paragraph(source, 9, is_bullet=True) for source in description.sources]
        pages = Pages(MOST_SOURCES_SLIDES, _("More sources are in the workbook."))
        told = sources_slide(description)
        deck.add_text(told.title, told.sentence, halves(sources, deck.width(deck.body) / 2), pages)
    notes = [Paragraph(notice, 12, space_before=10) for notice in notices()]
    fingerprint = _("Fingerprint of the data: {fingerprint}").format(fingerprint=description.fingerprint)
    notes.append(Paragraph(fingerprint, 10, color="muted", space_before=16))
    address = _("Address of this selection: ?{query}").format(query=description.query)
    deck.add_text(_("Notices"), address, [notes], Pages(1))
