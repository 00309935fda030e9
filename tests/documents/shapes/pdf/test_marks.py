"""Passages back to their places on the page."""

import io

import pytest
from PIL import Image

from tests.documents.forms import SAMPLE, PdfLayout, as_pdf
from tests.documents.helpers import PRACTICE
from ucap.documents.model import Document
from ucap.documents.opening import open_document
from ucap.documents.shapes.pdf.marks import boxes, render_page
from ucap.errors import UnreadableDocument

GUILIN = (PRACTICE / "guilin.pdf").read_bytes()


def block(document: Document, key: str, index: int = 0):
    """A block of a row's first cell."""
    return next(row for row in document.rows if row.key == key).cells[0].blocks[index].text


def test_a_passage_on_two_pages_has_boxes_on_both():
    document = open_document("guilin", GUILIN)
    places = [box for span in block(document, "activities").spans for box in boxes(GUILIN, document, span)]
    assert [box.page for box in places] == [0, 1]
    assert all(220 < box.left < box.right < 540 and 0 < box.bottom < box.top < 842 for box in places)


def test_a_wrapped_passage_has_a_box_for_each_line():
    document = open_document("guilin", GUILIN)
    places = [box for span in block(document, "focus").spans for box in boxes(GUILIN, document, span)]
    assert len(places) == 3
    assert sorted((box.top for box in places), reverse=True) == [box.top for box in places]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_the_boxes_of_a_turned_page_are_where_it_shows_the_text(rotation):
    data = as_pdf(SAMPLE, PdfLayout(rotation=rotation))
    document = open_document("turned", data)
    (place,) = boxes(data, document, block(document, "city").spans[0])
    shown = Image.open(io.BytesIO(render_page(data, document, 0, [], scale=1.0))).convert("L")
    box = (place.left, shown.height - place.top, place.right, shown.height - place.bottom)
    frame = (box[0] - 8, box[1] - 3, box[2] + 8, box[3] + 3)
    inside, around = (shown.crop(tuple(map(round, area))).histogram() for area in (box, frame))
    assert sum(inside[:128]) > 20
    assert sum(inside[:128]) >= 0.9 * sum(around[:128])


def test_the_image_of_a_page_differs_where_the_passage_stands_and_nowhere_else():
    document = open_document("guilin", GUILIN)
    span = block(document, "period").spans[0]
    plain = Image.open(io.BytesIO(render_page(GUILIN, document, 0, [], scale=1.0)))
    marked = Image.open(io.BytesIO(render_page(GUILIN, document, 0, [span], scale=1.0)))
    (place,) = boxes(GUILIN, document, span)
    changed = [
        (x, marked.height - y)
        for x in range(marked.width)
        for y in range(marked.height)
        if plain.getpixel((x, y)) != marked.getpixel((x, y))
    ]
    assert changed
    assert all(place.left - 3 < x < place.right + 3 and place.bottom - 3 < y < place.top + 3 for x, y in changed)


def test_a_file_that_is_no_pdf_has_no_boxes():
    document = open_document("guilin", GUILIN)
    with pytest.raises(UnreadableDocument):
        boxes(b"no pdf", document, (0, 10))
