"""PDF: tables with ruling lines, tables within a cell, text outside the table."""

import io

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.documents.helpers import assert_lawful, cells, labels
from ucap.documents import open_document
from ucap.documents.model import Document

LEFT, VALUE, SECOND, RIGHT = 60, 200, 380, 540


class Page:
    """A page on which texts and lines are put at their places."""

    def __init__(self) -> None:
        self.data = io.BytesIO()
        self.canvas = Canvas(self.data)

    def text(self, left: float, base: float, text: str, font: str = "Helvetica") -> None:
        self.canvas.setFont(font, 10)
        self.canvas.drawString(left, base, text)

    def across(self, *heights: float, left: float = LEFT - 4, right: float = RIGHT) -> None:
        for height in heights:
            self.canvas.line(left, height, right, height)

    def upright(self, top: float, bottom: float, *places: float) -> None:
        for place in places:
            self.canvas.line(place, top, place, bottom)

    def document(self) -> Document:
        self.canvas.save()
        return open_document("p", self.data.getvalue())


def head(page: Page) -> None:
    """Two rows of the head, between lines, each with a column per side."""
    page.across(780, 760, 740)
    page.upright(780, 740, LEFT - 4, VALUE - 4, SECOND - 4, RIGHT)
    for base, texts in ((766, ("City", "Wuhu", "Porto")), (746, ("Country", "China", "Portugal"))):
        for left, text in zip((LEFT, VALUE, SECOND), texts, strict=True):
            page.text(left, base, text)


def test_lines_part_rows_whose_labels_stand_half_way_down():
    page = Page()
    head(page)
    page.across(680, 620)
    page.upright(740, 620, LEFT - 4, VALUE - 4, RIGHT)
    for base, text in ((726, "A first line"), (712, "- and a second."), (698, "Third."), (684, "Fourth.")):
        page.text(VALUE, base, text)
    page.text(LEFT, 705, "Key focus")
    page.text(LEFT, 650, "Expected results")
    page.text(VALUE, 664, "A ferry.")
    page.text(VALUE, 636, "A yard.")
    document = page.document()
    assert cells(document, "results") == [["A ferry.", "A yard."]]
    assert " ".join(cells(document, "focus")[0]).endswith("Third. Fourth.")
    assert cells(document, "city") == [["Wuhu"], ["Porto"]]
    assert_lawful(document)


def test_a_bilingual_label_on_several_lines_is_one_between_lines():
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    page = Page()
    head(page)
    page.across(690)
    page.upright(740, 690, LEFT - 4, VALUE - 4, RIGHT)
    page.text(LEFT, 728, "合作重点", "STSong-Light")
    page.text(LEFT, 714, "Key focus of")
    page.text(LEFT, 700, "cooperation themes")
    page.text(VALUE, 728, "Two rivers.")
    document = page.document()
    assert labels(document)["focus"] == "合作重点 Key focus of cooperation themes"
    assert cells(document, "focus") == [["Two rivers."]]


def test_an_underlined_word_ends_no_row():
    page = Page()
    head(page)
    page.across(690)
    page.upright(740, 690, LEFT - 4, VALUE - 4, RIGHT)
    page.text(LEFT, 728, "Key focus")
    page.text(VALUE, 728, "Two rivers and their")
    page.across(726, left=VALUE, right=VALUE + 60)
    page.across(726, left=LEFT, right=LEFT + 45)
    page.text(VALUE, 716, "banks.")
    assert cells(page.document(), "focus") == [["Two rivers and their banks."]]


def test_text_outside_the_lines_is_in_no_cell():
    page = Page()
    head(page)
    page.text(VALUE, 720, "* Figures of the statistical office.")
    document = page.document()
    assert cells(document, "country") == [["China"], ["Portugal"]]
    assert [str(text) for text in document.loose] == ["* Figures of the statistical office."]


def test_the_rows_of_a_table_within_a_cell_are_items():
    page = Page()
    head(page)
    page.across(640)
    page.upright(740, 640, LEFT - 4, VALUE - 4, RIGHT)
    page.text(LEFT, 728, "Main activities")
    page.across(738, 700, 660, left=VALUE, right=RIGHT - 4)
    page.upright(738, 660, VALUE, VALUE + 80, RIGHT - 4)
    for base, when, what in (
        (726, "May 2018", "Engineers from Porto"),
        (712, "", "visit the yards"),
        (686, "2019", "Fair"),
    ):
        page.text(VALUE + 4, base, when)
        page.text(VALUE + 84, base, what)
    assert cells(page.document(), "activities") == [
        ["* May 2018: Engineers from Porto visit the yards", "* 2019: Fair"]
    ]
