"""What lies over a PDF's page: fields of forms, whose contents become text, and marks that strike words out."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager

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


def write_fields(document: pypdfium2.PdfDocument) -> None:
    """Make what the fields of a form hold the text of their pages; boxes are `[x]` and `[ ]`. No file is changed."""
    if document.get_formtype() == pdfium.FORMTYPE_NONE:
        return
    document.init_forms()
    for index in range(len(document)):
        page = document[index]
        if 0 < pdfium.FPDFPage_GetAnnotCount(page) <= _MOST:
            for number, box, is_ticked in reversed(list(_boxes(document, page))):
                pdfium.FPDFPage_RemoveAnnot(page, number)
                _write(document, page, box, _TICKED if is_ticked else _OPEN)
            pdfium.FPDFPage_GenerateContent(page)
            pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        page.close()


def _boxes(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[tuple[int, _Rectangle, bool]]:
    """The numbers of the check boxes and round buttons of a page, where they stand, and whether they are ticked."""
    for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
        with _annotation(page, number) as field:
            if pdfium.FPDFAnnot_GetFormFieldType(document.formenv, field) in _BOXES:
                yield number, _place(field), bool(pdfium.FPDFAnnot_IsChecked(document.formenv, field))


def _write(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, box: _Rectangle, text: str) -> None:
    left, bottom, _right, top = box
    size = min(max(top - bottom, _SMALLEST), _LARGEST)
    written = pdfium.FPDFPageObj_NewTextObj(document, b"Helvetica", size)
    letters = ctypes.create_string_buffer(text.encode("utf-16-le") + b"\0\0")
    pdfium.FPDFText_SetText(written, ctypes.cast(letters, pdfium.FPDF_WIDESTRING))
    base, index = _beside(page, box)
    pdfium.FPDFPageObj_Transform(written, 1, 0, 0, 1, left, base)
    pdfium.FPDFPage_InsertObjectAtIndex(page, written, index)


def _beside(page: pypdfium2.PdfPage, box: _Rectangle) -> tuple[float, int]:
    """The line on which the words beside a box stand, and their place among the objects of the page, at which the box
    is read before them; without such words a line near the box's lower edge, and the last place.
    """
    left, bottom, right, top = box
    textpage = page.get_textpage()
    sides = ((right + _NEAR, right - left + _NEAR), (left - _NEAR, _NEAR))
    found = (textpage.get_index(x, (bottom + top) / 2, 2 * width, top - bottom) for x, width in sides)
    for index in (index for index in found if index is not None):
        base = origin_of(textpage, index)[1]
        if bottom - _NEAR < base < top:
            place = _place_among(page, pdfium.FPDFText_GetTextObject(textpage, index))
            break
    else:
        base, place = bottom + _BASE * (top - bottom), pdfium.FPDFPage_CountObjects(page)
    textpage.close()
    return base, place


def _place_among(page: pypdfium2.PdfPage, wanted: pdfium.FPDF_PAGEOBJECT) -> int:
    """The place of an object among those of a page."""
    address = ctypes.cast(wanted, ctypes.c_void_p).value
    objects = (pdfium.FPDFPage_GetObject(page, index) for index in range(pdfium.FPDFPage_CountObjects(page)))
    places = (i for i, one in enumerate(objects) if ctypes.cast(one, ctypes.c_void_p).value == address)
    return next(places, pdfium.FPDFPage_CountObjects(page))


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
