"""The first slides: what is shown, and how much of it there is."""

from __future__ import annotations

from pptx.enum.shapes import MSO_SHAPE
from pptx.slide import Slide
from pptx.util import Pt

from ucap.exports.briefing.boxes import Box
from ucap.exports.briefing.deck import Deck
from ucap.exports.briefing.flow import Paragraph
from ucap.exports.briefing.paint import fill, outline
from ucap.exports.briefing.writing import fitted, write
from ucap.exports.description import Description
from ucap.exports.view import View
from ucap.selection.figures import KeyFigure, key_figures
from ucap.wording import _

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
