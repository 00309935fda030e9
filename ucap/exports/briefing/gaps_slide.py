"""What nothing covers: goals, themes and topics that no selected plan touches."""

from __future__ import annotations

from collections.abc import Iterator

from ucap.exports.briefing.deck import Deck, Pages
from ucap.exports.briefing.flow import Paragraph
from ucap.exports.story.slide import Column
from ucap.exports.story.texts import found_gaps, gap_column, gaps_sentence
from ucap.exports.view import View
from ucap.wording import _

MOST_GAPS_SLIDES = 2


def add_gaps(deck: Deck, view: View) -> None:
    """The gaps in the words of the screen, a column for each vocabulary; all of them by name."""
    found = found_gaps(view)
    parts = [list(_paragraphs(gap_column(one, len(one.untouched) + 1))) for one in found]
    pages = Pages(MOST_GAPS_SLIDES, _("The rest stands on the page of coverage."))
    deck.add_text(_("What nothing covers"), gaps_sentence(found), parts, pages)


def _paragraphs(column: Column) -> Iterator[Paragraph]:
    for part in column:
        if part.heading:
            yield Paragraph(part.heading, 11, is_bold=True, is_heading=True, space_before=10)
        yield from (Paragraph(entry.text, 10, is_bullet=True) for entry in part.entries)
