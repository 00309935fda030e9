"""Passages back to their places on a PDF's pages."""

from __future__ import annotations

import ctypes
import io
import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageDraw

from ucap.documents.model import Document
from ucap.documents.shapes.pdf.reader import read_pdf
from ucap.documents.shapes.pdf.text import opened, page_text, shown_by
from ucap.documents.shapes.pdf.words import Turn
from ucap.documents.source import Source
from ucap.documents.traced import Span

_MARK = (255, 214, 10, 96)
_MARGIN = 1.0
_WIDEST_SPACE = 1.5
_MOST_PIXELS = 4000


class Box(NamedTuple):
    """A rectangle on a page, numbered from 0; points from the lower left corner of the page as it is shown."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


def boxes(data: bytes, document: Document, span: Span) -> list[Box]:
    """Where a passage stands: a box per line. `data` are the bytes that `document` was read from.

    Raises:
        UnreadableDocument: the bytes are no PDF that can be read.
    """
    with opened(Source(document.name, data)) as pdf:
        found: list[Box] = []
        for index, (start, end) in enumerate(document.pages):
            low, high = max(span[0], start), min(span[1], end)
            if low < high:
                found += _page_boxes(pdf[index], index, low - start, high - start)
        return found


def render_page(data: bytes, document: Document, page: int, spans: Iterable[Span], scale: float = 2.0) -> bytes:
    """A page as a PNG image with the passages marked; `scale` is pixels per point.

    Raises:
        UnreadableDocument: the bytes are no PDF that can be read.
        IndexError: the document has no such page.
    """
    marked = [box for span in spans for box in boxes(data, document, span) if box.page == page]
    with opened(Source(document.name, data)) as pdf:
        shown = pdf[page]
        scale = min(scale, _MOST_PIXELS / max(shown.get_size()))
        image = shown.render(scale=scale).to_pil().convert("RGBA")
    return _png(image, marked, scale)


def passage_image(name: str, data: bytes, spans: bytes) -> list[bytes]:
    """The page on which the first passage begins, as a PNG image with all passages marked; nothing without pages,
    and the first page without passages.

    For callers in another process, since drawing may take for ever: `spans` is a JSON array of pairs.

    Raises:
        UnreadableDocument: the bytes are no PDF that can be read.
    """
    document = read_pdf(Source(name, data))
    marked = [(start, end) for start, end in json.loads(spans)]
    first = min(marked)[0] if marked else 0
    page = next((number for number, (low, high) in enumerate(document.pages) if low <= first < high), None)
    return [] if page is None else [render_page(data, document, page, marked)]


def _page_boxes(page: pypdfium2.PdfPage, index: int, start: int, end: int) -> Iterator[Box]:
    """The boxes of the range `[start, end)` of a page's text."""
    text = page_text(page, 0)
    if end > len(text.text):  # the text was recognised in the picture of the page, where PDFium knows no places
        return
    textpage, shown = page.get_textpage(), shown_by(page)
    places = (text.places[at] if text.places else at for at in range(start, end) if not text.text[at].isspace())
    line: Box | None = None
    for place in places:
        box = _character_box(textpage, place, index, shown)
        if line and _is_beside(line, box):
            line = _both(line, box)
            continue
        if line:
            yield line
        line = box
    if line:
        yield line


def _character_box(textpage: pypdfium2.PdfTextPage, place: int, page: int, shown: Turn | None) -> Box:
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(textpage, place, ctypes.byref(box))
    if not shown:
        return Box(page, box.left, box.bottom, box.right, box.top)
    (one_x, one_y), (two_x, two_y) = shown(box.left, box.bottom), shown(box.right, box.top)
    return Box(page, min(one_x, two_x), min(one_y, two_y), max(one_x, two_x), max(one_y, two_y))


def _is_beside(line: Box, box: Box) -> bool:
    """Whether a character stands next to others, on the same line and in the same column."""
    height = max(line.top - line.bottom, box.top - box.bottom)
    overlap = min(line.top, box.top) - max(line.bottom, box.bottom)
    return overlap > 0 and -height < box.left - line.right < _WIDEST_SPACE * height


def _both(one: Box, two: Box) -> Box:
    return Box(
        one.page,
        min(one.left, two.left),
        min(one.bottom, two.bottom),
        max(one.right, two.right),
        max(one.top, two.top),
    )


def _png(image: Image.Image, marked: Iterable[Box], scale: float) -> bytes:
    """The image with the boxes laid over it."""
    layer = Image.new("RGBA", image.size)
    draw = ImageDraw.Draw(layer)
    for box in marked:
        left, right = (box.left - _MARGIN) * scale, (box.right + _MARGIN) * scale
        top, bottom = image.height - (box.top + _MARGIN) * scale, image.height - (box.bottom - _MARGIN) * scale
        draw.rectangle((left, top, right, bottom), fill=_MARK)
    file = io.BytesIO()
    Image.alpha_composite(image, layer).convert("RGB").save(file, "PNG")
    return file.getvalue()
