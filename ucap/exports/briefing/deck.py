"""The deck: slides with a headline, a footer and speaker notes, and the room between them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import IO, Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.slide import Slide, SlideLayout
from pptx.util import Pt

from ucap.charts.palette import DARK, LIGHT, contrast
from ucap.exports.briefing.drawing import Box
from ucap.exports.briefing.finishing import list_sections, mark_languages, number_itself, take_place
from ucap.exports.briefing.template import ground_of, layout_of, make_links_legible, save_dated, theme_of
from ucap.exports.briefing.writing import (
    SMALLEST_SIZE,
    TEXT_SIZE,
    Align,
    Paragraph,
    fitted,
    laid_out,
    whole_sentences,
    write,
)
from ucap.exports.description import Description
from ucap.exports.story.slide import Slide as Told
from ucap.plain_text import printable
from ucap.typography import text_width
from ucap.wording import _

_MARGIN = 40.0
_COLUMN_GAP = 28.0
_REST_HEIGHT = 20.0
_GAP = 12.0
_FOOTER = 18.0
_HEADLINE_SIZES = (24, 20, 18)
_LEAD_HEIGHT = 40.0
_LOWEST_FOOTER, _NARROWEST_FOOTER = 0.85, 200.0
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
        make_links_legible(presentation, self.palette.europe)
        left, width = self._headline.left + _INSET_X, self._headline.width - 2 * _INSET_X
        self._footer, self._number = self._footer_boxes(left, width)
        top, bottom = self._body_top(), min(self._footer.top, self._number.top) - 4
        self.body = Box(left, top, width, bottom - top)
        self._sections: list[tuple[str, int]] = []
        self.section = ""

    def add(self, headline: str, notes: Sequence[str] = (), link: str | None = None, is_hidden: bool = False) -> Slide:
        """A slide with a headline, the description of the selection as footer, and notes for the speaker."""
        slide = self._new_slide(self._layout)
        self._write_headline(slide, headline, link)
        self._write_footer(slide)
        if is_hidden:
            slide._element.set("show", "0")
        if notes:
            slide.notes_slide.notes_text_frame.text = printable("\n".join(notes))
        return slide

    def _new_slide(self, layout: SlideLayout) -> Slide:
        """A slide whose only place to be filled is that of the title."""
        slide = self.presentation.slides.add_slide(layout)
        self._sections.append((self.section, slide.slide_id))
        for place in list(slide.placeholders):
            if place.placeholder_format.idx != 0:
                place._element.getparent().remove(place._element)
        return slide

    @property
    def room_below_sentence(self) -> Box:
        """The room below the sentence of a slide that has one."""
        return self.body.split_top(_LEAD_HEIGHT, _GAP)[1]

    def add_sentence(
        self, slide: Told, number: int = 1, headline: str | None = None, notes: Sequence[str] = ()
    ) -> tuple[Slide, Box]:
        """A slide with a sentence below its headline that says what is to be seen; returns the room below that.

        The notes of the first of several have the sentence whole; `number` says which of them it is.
        """
        headline = headline or slide.title
        headline = headline if number == 1 else f"{headline} ({number})"
        said = [slide.sentence, *(notes or slide.notes())] if number == 1 else ()
        native = self.add(headline, said, slide.link, slide.is_hidden)
        lead = self.body.split_top(_LEAD_HEIGHT)[0]
        text = whole_sentences(slide.sentence, self.width(lead), lead.height, TEXT_SIZE)
        write(native.shapes, lead, [Paragraph(text, color="muted")], "sentence")
        return native, self.room_below_sentence

    def add_cover(self, title: str, notes: Sequence[str] = ()) -> tuple[Slide, Box]:
        """The first slide with its title; returns the room below that."""
        slide = self._new_slide(layout_of(self.presentation, "title"))
        if slide.shapes.title is None:
            self._write_headline(slide, title, None)
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

    def add_text(self, slide: Told, parts: Parts, margin: float = 0.0, foot: float = 0.0) -> Slide:
        """Paragraphs below a sentence, each part in a column of its own, on as many slides as needed and allowed.

        The columns leave a margin of so many points at the right, and a foot below them; returns the last slide.
        """
        below = self.room_below_sentence
        room = Box(below.left, below.top, below.width - margin, below.height - max(_REST_HEIGHT, foot))
        boxes = room.columns(max(len(parts), 1), _COLUMN_GAP)
        width = self.width(boxes[0])
        pages = laid_out(parts, width, room.height, slide.length.most) or [()]
        for number, columns in enumerate(pages[: slide.length.most], 1):
            native, _room = self.add_sentence(slide, number)
            for box, column in zip(boxes, columns, strict=False):
                if column:
                    write(native.shapes, box, [one.in_runs(width) for one in column], "text")
        if slide.length.most < len(pages):
            self.write_rest(native, slide.length.rest)
        return native

    def save(self, out: IO[bytes]) -> None:
        """Write the presentation; its dates are the day of the export."""
        properties = self.presentation.core_properties
        properties.title = _("Urban Cooperation Action Plans")
        properties.author = properties.last_modified_by = ""
        properties.comments = printable(self.description.line)
        properties.created = properties.modified = datetime.combine(self.description.day, time())
        mark_languages(self.presentation)
        list_sections(self.presentation, self._sections)
        save_dated(self.presentation, self.description.day, out)

    def write_rest(self, slide: Slide, rest: str) -> None:
        """Say at the foot of a slide where the rest is that has no room."""
        strip = self.body.split_top(self.body.height - _REST_HEIGHT, 2)[1]
        text, size = fitted(rest, self.width(strip), strip.height, (SMALLEST_SIZE,))
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

    def _write_headline(self, slide: Slide, headline: str, link: str | None) -> None:
        place = slide.shapes.title
        if place is None:
            text, size = fitted(
                headline, self.width(self._headline), self._headline.height, _HEADLINE_SIZES, is_bold=True
            )
            title = Paragraph(text, size, is_bold=True, link=link)
            write(slide.shapes, self._headline, [title], "headline", anchor="middle")
            return
        box = self._headline
        place.left, place.top, place.width, place.height = map(Pt, (box.left, box.top, box.width, box.height))
        self._fill_title(place, box, headline, _HEADLINE_SIZES)
        if link:
            place.click_action.hyperlink.address = link

    def _fill_title(self, place: BaseShape, box: Box, text: str, sizes: Sequence[float]) -> None:
        """Put text into the template's own place for titles, whose font and alignment stay."""
        width, height = self.width(box) - 2 * _INSET_X, box.height - 2 * _INSET_Y
        text, size = fitted(text, width, height, sizes, is_bold=True)
        frame = place.text_frame
        frame.text = text
        frame.auto_size = MSO_AUTO_SIZE.NONE
        frame.paragraphs[0].line_spacing = Pt(size * 1.2)
        frame.paragraphs[0].runs[0].font.size = Pt(size)

    def _footer_boxes(self, left: float, width: float) -> tuple[Box, Box]:
        """Where the line at the foot and the number of the slide stand: at the template's own places, where it has any
        that are wide enough.
        """
        bottom = self._height - _MARGIN * 0.75
        line, page = Box(left, bottom - _FOOTER, width, _FOOTER).split_left(width - 48)
        own = {place.placeholder_format.type: place for place in self._layout.placeholders}
        if place := own.get(PP_PLACEHOLDER.FOOTER):
            line = self._kept(place, line, _NARROWEST_FOOTER)
        if place := own.get(PP_PLACEHOLDER.SLIDE_NUMBER):
            page = self._kept(place, page, 30.0)
        return line, page

    def _kept(self, place: BaseShape, otherwise: Box, narrowest: float) -> Box:
        if place.top.pt < _LOWEST_FOOTER * self._height or place.width.pt < narrowest or place.height.pt < _FOOTER:
            return otherwise
        return Box(place.left.pt, place.top.pt, place.width.pt, place.height.pt)

    def _write_footer(self, slide: Slide) -> None:
        """The description of the selection, or as much as has room, and the number, in the places of the layout."""
        known, room = self.description, self.width(self._footer)
        lines = (known.line, f"{known.day_in_words} · {known.short_fingerprint}")
        text = next((one for one in lines if text_width(one, SMALLEST_SIZE) <= room), lines[-1])
        style: dict[str, Any] = {"size": SMALLEST_SIZE, "color": "muted"}
        align: Align = "center" if self._footer.left > self.body.left + 100 else "left"
        line = write(slide.shapes, self._footer, [Paragraph(text, **style, align=align)], "footer", anchor="bottom")
        number = Paragraph(str(len(self.presentation.slides)), **style, align="right")
        page = write(slide.shapes, self._number, [number], "number", anchor="bottom")
        number_itself(page)
        for shape, kind in ((line, PP_PLACEHOLDER.FOOTER), (page, PP_PLACEHOLDER.SLIDE_NUMBER)):
            take_place(shape, self._layout, kind)

    def _widest_font(self) -> float:
        theme = theme_of(self.presentation)
        names = [font.get("typeface") for font in theme.iterfind(f".//{qn('a:fontScheme')}/*/{qn('a:latin')}")]
        return max((_FONT_WIDTHS.get(name or "", _UNKNOWN_FONT_WIDTH) for name in names), default=_UNKNOWN_FONT_WIDTH)


def describe_shape(shape: BaseShape, name: str, text: str) -> None:
    """Name a shape, and say what it shows for those who cannot see it."""
    shape.name = name
    shape._element.xpath(".//p:cNvPr")[0].set("descr", printable(text))
