"""What lies over a PDF's page: fields of forms, whose contents become text, and marks that strike words out."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from ucap.documents.shapes.pdf.words import origin_of

_BOXES = frozenset({pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON})
_TICKED, _OPEN = "[x]", "[ ]"
_BASE = 0.2
"""How far above the lower edge of a box its line of text runs, in heights of the box."""
_SMALLEST, _LARGEST = 4.0, 12.0
"""Points; sizes of the letters with which a box is written."""
_NEAR = 4.0
"""Points between a box and the word beside it."""
_MOST = 2_000
_Rectangle = tuple[float, float, float, float]
"""Left, bottom, right, top."""


class _Box(NamedTuple):
    """A check box or round button: its number among the page's annotations, where it stands, whether it is ticked."""

    number: int
    place: _Rectangle
    is_ticked: bool


def write_fields(document: pypdfium2.PdfDocument) -> None:
    """Make what the fields of a form hold the text of their pages; boxes are `[x]` and `[ ]`. No file is changed."""
    if document.get_formtype() == pdfium.FORMTYPE_NONE:
        return
    document.init_forms()
    for index in range(len(document)):
        page = document[index]
        if 0 < pdfium.FPDFPage_GetAnnotCount(page) <= _MOST:
            _write_boxes(document, page, list(_boxes(document, page)))
            pdfium.FPDFPage_GenerateContent(page)
            pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        page.close()


def _boxes(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[_Box]:
    for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
        with _annotation(page, number) as field:
            if pdfium.FPDFAnnot_GetFormFieldType(document.formenv, field) in _BOXES:
                yield _Box(number, _place(field), bool(pdfium.FPDFAnnot_IsChecked(document.formenv, field)))


def _write_boxes(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, boxes: Sequence[_Box]) -> None:
    """Write boxes as text of the page, in the place of the fields; the last among the page's objects first."""
    beside = _beside(page, [box.place for box in boxes]) if boxes else []
    for box, (base, index) in sorted(zip(boxes, beside, strict=True), key=lambda one: -one[1][1]):
        left, bottom, _right, top = box.place
        written = pdfium.FPDFPageObj_NewTextObj(document, b"Helvetica", min(max(top - bottom, _SMALLEST), _LARGEST))
        letters = ctypes.create_string_buffer((_TICKED if box.is_ticked else _OPEN).encode("utf-16-le") + b"\0\0")
        pdfium.FPDFText_SetText(written, ctypes.cast(letters, pdfium.FPDF_WIDESTRING))
        pdfium.FPDFPageObj_Transform(written, 1, 0, 0, 1, left, base)
        pdfium.FPDFPage_InsertObjectAtIndex(page, written, index)
    for box in reversed(boxes):
        pdfium.FPDFPage_RemoveAnnot(page, box.number)


def _beside(page: pypdfium2.PdfPage, places: Iterable[_Rectangle]) -> list[tuple[float, int]]:
    """For each place the line on which the words beside it stand, and their index among the page's objects, at which a
    text is read before them; without such words a line near its lower edge, and the last index.
    """
    count = pdfium.FPDFPage_CountObjects(page)
    indices = {_address(pdfium.FPDFPage_GetObject(page, index)): index for index in range(count)}
    textpage = page.get_textpage()
    found = []
    for left, bottom, right, top in places:
        sides = ((right + _NEAR, right - left + _NEAR), (left - _NEAR, _NEAR))
        near = (textpage.get_index(x, (bottom + top) / 2, 2 * width, top - bottom) for x, width in sides)
        words = next((i for i in near if i is not None and bottom - _NEAR < origin_of(textpage, i)[1] < top), None)
        if words is None:
            found.append((bottom + _BASE * (top - bottom), count))
        else:
            index = indices.get(_address(pdfium.FPDFText_GetTextObject(textpage, words)), count)
            found.append((origin_of(textpage, words)[1], index))
    textpage.close()
    return found


def _address(found: pdfium.FPDF_PAGEOBJECT) -> int | None:
    return ctypes.cast(found, ctypes.c_void_p).value


def strikes(page: pypdfium2.PdfPage) -> Iterator[_Rectangle]:
    """The lines, as flat rectangles, with which a reader of the PDF struck words out as a comment."""
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)):
        with _annotation(page, number) as mark:
            if pdfium.FPDFAnnot_GetSubtype(mark) == pdfium.FPDF_ANNOT_STRIKEOUT:
                for left, bottom, right, top in _lines(mark):
                    middle = (bottom + top) / 2
                    yield left, middle, right, middle


def _lines(mark: pdfium.FPDF_ANNOTATION) -> Iterator[_Rectangle]:
    """The rectangles of the lines of text that a mark lies over."""
    quad = pdfium.FS_QUADPOINTSF()
    count = pdfium.FPDFAnnot_CountAttachmentPoints(mark)
    for index in range(min(count, _MOST)):
        if pdfium.FPDFAnnot_GetAttachmentPoints(mark, index, ctypes.byref(quad)):
            across, along = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield min(across), min(along), max(across), max(along)
    if not count:
        yield _place(mark)


@contextmanager
def _annotation(page: pypdfium2.PdfPage, number: int) -> Iterator[pdfium.FPDF_ANNOTATION]:
    annotation = pdfium.FPDFPage_GetAnnot(page, number)
    try:
        yield annotation
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _place(annotation: pdfium.FPDF_ANNOTATION) -> _Rectangle:
    place = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(place))
    return place.left, place.bottom, place.right, place.top
