"""The slides that are words and numbers alone: the cover, and lists in columns."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

import segno
from pptx.enum.shapes import MSO_SHAPE
from pptx.slide import Slide as NativeSlide
from pptx.util import Pt

from ucap.charts.palette import LIGHT, Palette
from ucap.exports.briefing.deck import Deck, describe_shape
from ucap.exports.briefing.drawing import Box, fill, outline
from ucap.exports.briefing.writing import SMALLEST_SIZE, TEXT_SIZE, Paragraph, fitted, write
from ucap.exports.story.slide import Column, Columns, Entry, Slide
from ucap.selection.figures import KeyFigure
from ucap.typography import LINE_HEIGHT
from ucap.wording import _

_NUMBER_SIZE = 44
_PER_ROW = 4
_CODE_SIDE, _CODE_GAP = 132.0, 28.0
_SIGNATURE_HEIGHT, _HIGHEST_SIGNATURE = 48.0, 120.0
_PICTURE_SHARE, _PICTURE_GAP, _STRIP_GAP = 0.3, 16.0, 8.0


def add_cover(deck: Deck, slide: Slide, figures: Sequence[KeyFigure]) -> None:
    """The title with the filters, the number of plans, the day and the fingerprint; the key figures come after it."""
    native, room = deck.add_cover(slide.title, slide.notes())
    strip, below = room.split_top(5, 18)
    europe, china = Box(strip.left, strip.top, 80, 5), Box(strip.left + 80, strip.top, 40, 5)
    for box, color in ((europe, deck.palette.europe), (china, deck.palette.china)):
        shape = native.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height))
        shape.name = "strip"
        fill(shape.fill, color)
        outline(shape, None)
    below = _sign(deck, native, below)
    filters, facts = below.split_top(below.height - 44, 6)
    text, size = fitted(slide.sentence, deck.width(filters), filters.height, (22, 18, TEXT_SIZE, SMALLEST_SIZE))
    write(native.shapes, filters, [Paragraph(text, size)], "filters")
    text, size = fitted(slide.note, deck.width(facts), facts.height, (TEXT_SIZE, SMALLEST_SIZE))
    write(native.shapes, facts, [Paragraph(text, size, color="muted")], "facts", anchor="bottom")
    _add_figures(deck, slide, figures)


def _sign(deck: Deck, native: NativeSlide, room: Box) -> Box:
    """Logo, emblem and funding line at the foot of the room, as far as editors chose any; returns the room above."""
    branding = deck.description.branding
    if not branding.has_signature:
        return room
    pictures = [(name, one) for name, one in ((_("Logo"), branding.logo), (_("Emblem"), branding.emblem)) if one]
    above, strip = room.split_top(room.height - _strip_height(deck, room.width), _STRIP_GAP)
    left = strip.left
    for name, content in pictures:
        box = Box(left, strip.bottom - _SIGNATURE_HEIGHT, strip.width * _PICTURE_SHARE, _SIGNATURE_HEIGHT)
        left = _add_picture(native, content, name, box) + _PICTURE_GAP
    if branding.funding:
        box = Box(left, strip.top, strip.right - left, strip.height)
        text, size = fitted(branding.funding, deck.width(box), box.height, (SMALLEST_SIZE,))
        write(native.shapes, box, [Paragraph(text, size, color="muted")], "funding", anchor="middle")
    return above


def _strip_height(deck: Deck, width: float) -> float:
    """As high as the pictures, or as the funding line needs, which a donor wants whole; with the gap above it."""
    branding = deck.description.branding
    picture_count = len([one for one in (branding.logo, branding.emblem) if one])
    width -= picture_count * (width * _PICTURE_SHARE + _PICTURE_GAP)
    funding = Paragraph(branding.funding, SMALLEST_SIZE)
    height = funding.height(deck.width(Box(0, 0, width, 0)))
    return min(max(height, _SIGNATURE_HEIGHT), _HIGHEST_SIGNATURE) + _STRIP_GAP


def _add_picture(native: NativeSlide, content: bytes, name: str, box: Box) -> float:
    """A picture as large as the box allows, at its left; returns its right edge."""
    shape = native.shapes.add_picture(io.BytesIO(content), Pt(box.left), Pt(box.top))
    scale = min(box.width / shape.width.pt, box.height / shape.height.pt)
    shape.width, shape.height = Pt(shape.width.pt * scale), Pt(shape.height.pt * scale)
    shape.top = Pt(box.top + (box.height - shape.height.pt) / 2)
    describe_shape(shape, name, name)
    return box.left + float(shape.width.pt)


def _add_figures(deck: Deck, slide: Slide, figures: Sequence[KeyFigure]) -> None:
    """The key figures, large."""
    notes = [f"{figure.number} {figure.words}" for figure in figures]
    native, room = deck.add_sentence(slide, headline=_("The selection in figures"), notes=notes)
    rows = room.rows(-(-len(figures) // _PER_ROW), 24)
    boxes = [box for row in rows for box in row.columns(_PER_ROW, 24)]
    for figure, box in zip(figures, boxes, strict=False):
        _add_figure(deck, native, box, figure)


def _add_figure(deck: Deck, native: NativeSlide, box: Box, figure: KeyFigure) -> None:
    number, words = box.split_top(box.height * 0.45, 4)
    text, size = fitted(figure.number, deck.width(number), number.height, (_NUMBER_SIZE, 36, 28, 20), is_bold=True)
    write(native.shapes, number, [Paragraph(text, size, is_bold=True)], f"{figure.name} number", anchor="bottom")
    text, size = fitted(figure.words, deck.width(words), words.height, (TEXT_SIZE, SMALLEST_SIZE))
    write(native.shapes, words, [Paragraph(text, size, color="muted")], f"{figure.name} words")


def add_columns(deck: Deck, slide: Slide, columns: Columns) -> None:
    """Lists side by side, all of their entries, on as many slides as they need and may take."""
    parts = [list(_paragraphs(column, deck.palette)) for column in columns]
    room, is_signed = deck.room_below_sentence, slide.name == "sources" and deck.description.branding.has_signature
    foot = _strip_height(deck, room.width) if is_signed else 0.0
    last = deck.add_text(slide, parts, _CODE_SIDE + _CODE_GAP if slide.code else 0.0, foot)
    if is_signed:
        _sign(deck, last, room)
    if slide.code:
        _add_code(deck, last, slide.code)


def _add_code(deck: Deck, native: NativeSlide, address: str) -> None:
    """The address as a QR code, at the right, which a telephone reads from the screen and a click follows."""
    picture = io.BytesIO()
    segno.make_qr(address).save(picture, kind="png", scale=8, border=0, dark=LIGHT.ink, light=LIGHT.paper)
    room = deck.room_below_sentence
    box = Box(room.right - _CODE_SIDE, room.top, _CODE_SIDE, _CODE_SIDE)
    shape = native.shapes.add_picture(picture, Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height))
    describe_shape(shape, "code", _("QR code of the address {address}").format(address=address))
    shape.click_action.hyperlink.address = address
    below = Box(box.left, box.bottom + 6, box.width, 2 * SMALLEST_SIZE * LINE_HEIGHT)
    text, size = fitted(_("This view on the dashboard"), deck.width(below), below.height, (SMALLEST_SIZE,))
    words = Paragraph(text, size, color="muted", align="center", link=address)
    write(native.shapes, below, [words.in_runs(deck.width(below))], "code words")


def _paragraphs(column: Column, palette: Palette) -> Iterator[Paragraph]:
    for part in column:
        if part.heading:
            yield Paragraph(part.heading, is_bold=True, is_heading=True, space_before=10)
        yield from (_paragraph(entry, bool(part.heading), palette) for entry in part.entries)


def _paragraph(entry: Entry, is_bullet: bool, palette: Palette) -> Paragraph:
    if entry.side:
        return Paragraph(entry.text, is_bold=True, color=palette.side(entry.side))
    return Paragraph(entry.text, is_bullet=is_bullet, link=entry.link)
