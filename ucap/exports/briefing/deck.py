"""The deck: slides with a headline, a footer and speaker notes, and the room between them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import IO

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.util import Pt

from ucap.charts.palette import DARK, LIGHT, contrast
from ucap.exports.briefing.drawing import Box
from ucap.exports.briefing.template import ground_of, layout_of, save_dated, theme_of
from ucap.exports.briefing.writing import Paragraph, fitted, laid_out, write
from ucap.exports.description import Description
from ucap.exports.story.slide import Length
from ucap.plain_text import printable
from ucap.wording import _

_MARGIN = 40.0
_COLUMN_GAP = 28.0
_REST_HEIGHT = 18.0
_GAP = 12.0
_FOOTER = 14.0
_FOOTER_SIZE = 8.0
_HEADLINE_SIZES = (24, 22, 20, 18, 16)
_LEAD_SIZES = (14, 13, 12, 11, 10)
_LEAD_HEIGHT = 36.0
_HIGHEST_TITLE = 0.3
_INSET_X, _INSET_Y = 7.2, 3.6
# Width of fonts as a share of Helvetica's, by which text is measured. Narrower ones are taken to be as wide.
_FONT_WIDTHS = {
    "Arial": 1.0,
    "Helvetica": 1.0,
    "Calibri": 1.0,
    "Verdana": 1.22,
    "Georgia": 1.06,
    "Times New Roman": 1.0,
}
_UNKNOWN_FONT_WIDTH = 1.15

Parts = Sequence[Sequence[Paragraph]]


class Deck:
    """A presentation in the making.

    `body` is the room for content on each slide, in points; `palette` has the colours of the two sides that are
    legible on the template's background.
    """

    def __init__(self, presentation: Presentation, description: Description) -> None:
        self.presentation = presentation
        self.description = description
        self._width = presentation.slide_width.pt
        self._height = presentation.slide_height.pt
        self._layout = layout_of(presentation, "titleOnly")
        self._headline = self._headline_box()
        self._font_width = self._widest_font()
        self.palette = max((LIGHT, DARK), key=lambda palette: contrast(palette.ink, ground_of(presentation)))
        top, bottom = self._body_top(), self._height - _MARGIN * 0.75 - _FOOTER - 4
        left, width = self._headline.left + _INSET_X, self._headline.width - 2 * _INSET_X
        self.body = Box(left, top, width, bottom - top)

    def add(self, headline: str, notes: Sequence[str] = ()) -> Slide:
        """A slide with a headline, the description of the selection as footer, and notes for the speaker."""
        slide = self.presentation.slides.add_slide(self._layout)
        for place in list(slide.placeholders):
            if place.placeholder_format.idx != 0:
                place._element.getparent().remove(place._element)
        self._write_headline(slide, headline)
        self._write_footer(slide)
        if notes:
            slide.notes_slide.notes_text_frame.text = printable("\n".join(notes))
        return slide

    @property
    def room_below_sentence(self) -> Box:
        """The room below the sentence of a slide that has one."""
        return self.body.split_top(_LEAD_HEIGHT, _GAP)[1]

    def add_sentence(self, headline: str, sentence: str, notes: Sequence[str] = ()) -> tuple[Slide, Box]:
        """A slide with a sentence below its headline that says what is to be seen; returns the room below that."""
        slide = self.add(headline, [sentence, *notes])
        lead, room = self.body.split_top(_LEAD_HEIGHT)[0], self.room_below_sentence
        text, size = fitted(sentence, self.width(lead), lead.height, _LEAD_SIZES)
        write(slide.shapes, lead, [Paragraph(text, size, color="muted")], "sentence")
        return slide, room

    def add_cover(self, title: str, notes: Sequence[str] = ()) -> tuple[Slide, Box]:
        """The first slide with its title; returns the room below that."""
        slide = self.presentation.slides.add_slide(layout_of(self.presentation, "title"))
        for place in list(slide.placeholders):
            if place.placeholder_format.idx != 0:
                place._element.getparent().remove(place._element)
        if slide.shapes.title is None:
            self._write_headline(slide, title)
            return slide, self.body
        place = slide.shapes.title
        box = Box(place.left.pt, place.top.pt, place.width.pt, place.height.pt)
        self._fill_title(place, box, title, (40, 36, 32, 28, 24))
        if notes:
            slide.notes_slide.notes_text_frame.text = printable("\n".join(notes))
        left, width = box.left + _INSET_X, box.width - 2 * _INSET_X
        return slide, Box(left, box.bottom + _GAP, width, self._height - _MARGIN - box.bottom - _GAP)

    def width(self, box: Box) -> float:
        """The width of a box as text is measured: smaller where the template's font is wider than Helvetica."""
        return box.width / self._font_width

    def add_text(self, headline: str, sentence: str, parts: Parts, length: Length, notes: Sequence[str] = ()) -> None:
        """Paragraphs below a sentence, each part in a column of its own, on as many slides as needed and allowed."""
        room = self.room_below_sentence.split_top(self.room_below_sentence.height - _REST_HEIGHT)[0]
        boxes = room.columns(max(len(parts), 1), _COLUMN_GAP)
        slides = laid_out(parts, self.width(boxes[0]), room.height) or [()]
        for number, columns in enumerate(slides[: length.most], 1):
            title = headline if number == 1 else f"{headline} ({number})"
            slide, _room = self.add_sentence(title, sentence, notes if number == 1 else ())
            for box, column in zip(boxes, columns, strict=False):
                if column:
                    write(slide.shapes, box, column, "text")
            if number == length.most < len(slides):
                self._write_rest(slide, length.rest)

    def save(self, out: IO[bytes]) -> None:
        """Write the presentation; its dates are the day of the export."""
        properties = self.presentation.core_properties
        properties.title = _("Urban Cooperation Action Plans")
        properties.author = properties.last_modified_by = ""
        properties.comments = printable(self.description.line)
        properties.created = properties.modified = datetime.combine(self.description.day, time())
        save_dated(self.presentation, self.description.day, out)

    def _write_rest(self, slide: Slide, rest: str) -> None:
        strip = self.body.split_top(self.body.height - _REST_HEIGHT, 2)[1]
        text, size = fitted(rest, self.width(strip), strip.height, (10,))
        write(slide.shapes, strip, [Paragraph(text, size, color="muted")], "more")

    def _headline_box(self) -> Box:
        """Where the layout has its title, unless that takes too much of the slide."""
        for place in self._layout.placeholders:
            if place.placeholder_format.idx == 0 and place.height.pt <= _HIGHEST_TITLE * self._height:
                return Box(place.left.pt, place.top.pt, place.width.pt, place.height.pt)
        return Box(_MARGIN, _MARGIN / 2, self._width - 2 * _MARGIN, 60)

    def _body_top(self) -> float:
        """Below the title, and not above where the template's own text begins: a band may lie between them."""
        places = self._layout.slide_master.placeholders
        tops = [place.top.pt for place in places if place.placeholder_format.type == PP_PLACEHOLDER.BODY]
        return float(max([self._headline.bottom, *(top for top in tops if top <= _HIGHEST_TITLE * self._height)]))

    def _write_headline(self, slide: Slide, headline: str) -> None:
        place = slide.shapes.title
        if place is None:
            text, size = fitted(
                headline, self.width(self._headline), self._headline.height, _HEADLINE_SIZES, is_bold=True
            )
            write(slide.shapes, self._headline, [Paragraph(text, size, is_bold=True)], "headline", anchor="middle")
            return
        box = self._headline
        place.left, place.top, place.width, place.height = map(Pt, (box.left, box.top, box.width, box.height))
        self._fill_title(place, box, headline, _HEADLINE_SIZES)

    def _fill_title(self, place: BaseShape, box: Box, text: str, sizes: Sequence[float]) -> None:
        """Put text into the template's own place for titles, whose font and alignment stay."""
        width, height = self.width(box) - 2 * _INSET_X, box.height - 2 * _INSET_Y
        text, size = fitted(text, width, height, sizes, is_bold=True)
        frame = place.text_frame
        frame.text = text
        frame.auto_size = MSO_AUTO_SIZE.NONE
        frame.paragraphs[0].line_spacing = Pt(size * 1.2)
        frame.paragraphs[0].runs[0].font.size = Pt(size)

    def _write_footer(self, slide: Slide) -> None:
        number = str(len(self.presentation.slides))
        box = Box(self.body.left, self.body.bottom + 4, self.body.width, _FOOTER)
        line, page = box.split_left(box.width - 40)
        text, size = fitted(self.description.line, self.width(line), line.height, (_FOOTER_SIZE,))
        write(slide.shapes, line, [Paragraph(text, size, color="muted")], "footer", anchor="bottom")
        write(slide.shapes, page, [Paragraph(number, size, color="muted", align="right")], "number", anchor="bottom")

    def _widest_font(self) -> float:
        theme = theme_of(self.presentation)
        names = [font.get("typeface") for font in theme.iterfind(f".//{qn('a:fontScheme')}/*/{qn('a:latin')}")]
        return max((_FONT_WIDTHS.get(name or "", _UNKNOWN_FONT_WIDTH) for name in names), default=_UNKNOWN_FONT_WIDTH)


def describe_shape(shape: BaseShape, name: str, text: str) -> None:
    """Name a shape, and say what it shows for those who cannot see it."""
    shape.name = name
    shape._element.xpath(".//p:cNvPr")[0].set("descr", printable(text))
