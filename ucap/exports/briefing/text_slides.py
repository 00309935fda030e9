"""The first slides: what is shown, and how much of it there is.

The last slides: what is doubtful, where everything comes from, and the notices.

What nothing covers: goals, themes and topics that no selected plan touches.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
from pptx.enum.shapes import MSO_SHAPE
from pptx.slide import Slide
from pptx.util import Pt

from ucap.exports.briefing.deck import Deck, Pages
from ucap.exports.briefing.drawing import Box, fill, outline
from ucap.exports.briefing.writing import Paragraph, fitted, halves, write
from ucap.exports.description import Description, notices
from ucap.exports.story.slide import Column
from ucap.exports.story.texts import found_gaps, gap_column, gaps_sentence, sources_slide
from ucap.exports.view import View
from ucap.selection.figures import KeyFigure, key_figures
from ucap.selection.findings import findings_sentence
from ucap.wording import N_, _

_NUMBER_SIZE = 44
_WORDS_SIZES = (16, 14, 12, 10)
_PER_ROW = 4


def add_cover(deck: Deck, description: Description) -> None:
    """The title, with the filters in words, the number of plans, the day and the fingerprint of the data."""
    notes = [line for heading, lines in description.facts() for line in (heading, *lines, "")]
    slide, room = deck.add_cover(_("Urban Cooperation Action Plans"), notes)
    strip, below = room.split_top(5, 18)
    europe, china = Box(strip.left, strip.top, 80, 5), Box(strip.left + 80, strip.top, 40, 5)
    for box, color in ((europe, deck.palette.europe), (china, deck.palette.china)):
        shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height))
        shape.name = "strip"
        fill(shape.fill, color)
        outline(shape, None)
    filters, facts = below.split_top(below.height - 44, 6)
    text, size = fitted(description.filters_in_words, deck.width(filters), filters.height, (22, 20, 18, 16, 14, 12))
    write(slide.shapes, filters, [Paragraph(text, size)], "filters")
    line = _("{plans} plans · {day} · data {fingerprint}").format(
        plans=description.plans_in_words, day=description.day_in_words, fingerprint=description.short_fingerprint
    )
    text, size = fitted(line, deck.width(facts), facts.height, (14, 12, 10))
    write(slide.shapes, facts, [Paragraph(text, size, color="muted")], "facts", anchor="bottom")


def add_key_figures(deck: Deck, view: View) -> None:
    """The key figures, large."""
    figures = key_figures(view.frames)
    notes = [f"{figure.number} {figure.words}" for figure in figures]
    slide, room = deck.add_told(_("The selection in figures"), deck.description.filters_in_words, notes)
    rows = room.rows(-(-len(figures) // _PER_ROW), 24)
    boxes = [box for row in rows for box in row.columns(_PER_ROW, 24)]
    for figure, box in zip(figures, boxes, strict=False):
        _add_figure(deck, slide, box, figure)


def _add_figure(deck: Deck, slide: Slide, box: Box, figure: KeyFigure) -> None:
    number, words = box.split_top(box.height * 0.45, 4)
    text, size = fitted(figure.number, deck.width(number), number.height, (_NUMBER_SIZE, 36, 28, 20), is_bold=True)
    write(slide.shapes, number, [Paragraph(text, size, is_bold=True)], f"{figure.name} number", anchor="bottom")
    text, size = fitted(figure.words, deck.width(words), words.height, _WORDS_SIZES)
    write(slide.shapes, words, [Paragraph(text, size, color="muted")], f"{figure.name} words")


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
