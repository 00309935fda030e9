"""PDF: tables with ruling lines, tables within a cell, text outside the table."""

import io
from itertools import pairwise

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.documents.helpers import assert_lawful, cells, labels
from ucap.documents import open_document
from ucap.documents.model import Document
from ucap.documents.shapes.pdf.bands import Band
from ucap.documents.shapes.pdf.lines import Line
from ucap.documents.shapes.pdf.regions import Region
from ucap.documents.shapes.pdf.rulings import Rulings
from ucap.documents.shapes.pdf.stack import Headings
from ucap.documents.shapes.pdf.table import Table
from ucap.documents.shapes.pdf.words import Word

LEFT, VALUE, SECOND, RIGHT = 60, 200, 380, 540


class Page:
    """A page on which texts and lines are put at their places."""

    def __init__(self) -> None:
        self.data = io.BytesIO()
        self.canvas = Canvas(self.data)

    def text(self, left: float, base: float, text: str, font: str = "Helvetica") -> None:
        self.canvas.setFont(font, 10)
        self.canvas.drawString(left, base, text)

    def words(self, left: float, base: float, text: str) -> None:
        """Each word in a place of its own, as office programs write them."""
        for word in text.split():
            self.text(left, base, word)
            left += pdfmetrics.stringWidth(f"{word} ", "Helvetica", 10)

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


def shaded(page: Page, top: float, bottom: float, *borders: float) -> None:
    """A row whose cells are shaded, each by a rectangle of its own."""
    page.canvas.setFillColorRGB(0.9, 0.94, 1)
    for left, right in pairwise((LEFT - 4, *borders, RIGHT)):
        page.canvas.rect(left, bottom, right - left, top - bottom, stroke=0, fill=1)
    page.canvas.setFillColorRGB(0, 0, 0)


def test_the_last_row_below_the_shaded_ones_is_a_row_and_goes_on_overleaf():
    page = Page()
    for base, label, *values in ((760, "City", "Wuhu", "Porto"), (720, "Population", "3.7 million", "230,000")):
        shaded(page, base + 14, base - 6, VALUE - 4, SECOND - 4)
        for left, text in zip((LEFT, VALUE, SECOND), (label, *values), strict=True):
            page.text(left, base, text)
    for left, text in zip((LEFT, VALUE, SECOND), ("Country", "China", "Portugal"), strict=True):
        page.text(left, 740, text)
    page.text(LEFT, 700, "Short description of")
    page.text(LEFT, 688, "main activities")
    page.text(VALUE, 700, "• May 2018: Visit to Porto")
    page.text(VALUE, 688, "• June 2019: Fair")
    page.canvas.showPage()
    page.text(VALUE, 780, "• July 2020: Meeting online")
    shaded(page, 774, 750, VALUE - 4)
    page.text(LEFT, 760, "Expected results")
    page.text(VALUE, 760, "A ferry.")
    document = page.document()
    assert cells(document, "activities") == [
        ["* May 2018: Visit to Porto", "* June 2019: Fair", "* July 2020: Meeting online"]
    ]
    assert cells(document, "results") == [["A ferry."]]
    assert cells(document, "country") == [["China"], ["Portugal"]]


SENTENCE = "Two rivers and their banks, with all that lives there, from the hills down to the old port of the city."


WIDTH = pdfmetrics.stringWidth("Two rivers and their banks, ", "Helvetica", 10)


def stacked(page: Page, *rows: tuple[str, *tuple[str, ...]]) -> dict[str, float]:
    """Bold labels above the lines of their values, below the head; the height at which each line stands."""
    heights: dict[str, float] = {}
    base = 760.0
    for label, *values in (("City", "Wuhu", "Porto"), ("Country", "China", "Portugal"), ("Population", "1", "2")):
        page.text(LEFT, base, label, "Helvetica-Bold")
        for left, text in zip((LEFT + WIDTH, SECOND), values, strict=True):
            page.text(left, base, text)
        base -= 16
    for label, *lines in rows:
        base -= 24
        page.text(LEFT, base, label, "Helvetica-Bold")
        for line in lines:
            base -= 16
            page.words(LEFT, base, line)
            heights[line] = base
    return heights


ROWS = (
    ("Period of cooperation", "2018 to 2020"),
    ("Cooperation themes", "• Rivers", "• Yards", "• Schools"),
    ("Key focus of cooperation themes", SENTENCE),
    ("Key challenges of cooperation theme", "N/A"),
    ("Main objectives of cooperation", "• A ferry between the two banks", "• A yard for small ships"),
    ("Main activities", "• May 2018: Visit to Porto", "• June 2019: Fair", "• July 2020: Meeting online"),
    ("Expected results", SENTENCE),
)


def test_labels_stand_above_their_values_below_a_head_with_columns():
    """A word of a sentence that begins where the head's column does is no value, and `N/A` no part of its label."""
    page = Page()
    stacked(page, *ROWS)
    document = page.document()
    assert [labels(document)[key] for key in ("period", "themes", "focus", "challenges")] == [
        row[0] for row in ROWS[:4]
    ]
    assert cells(document, "focus") == [[SENTENCE]]
    assert cells(document, "challenges") == [["N/A"]]
    assert cells(document, "city") == [["Wuhu"], ["Porto"]]
    assert cells(document, "results") == [[SENTENCE]]


def test_lines_that_underline_text_below_a_label_bound_no_row():
    page = Page()
    heights = stacked(page, *ROWS)
    page.across(heights[SENTENCE] - 2, heights[ROWS[4][1]] - 2, right=LEFT + 150)
    document = page.document()
    assert cells(document, "focus") == [[SENTENCE]]
    assert cells(document, "objectives") == [["* A ferry between the two banks", "* A yard for small ships"]]


def test_a_raised_word_does_not_part_its_line():
    """`er` of `1er` is raised; the words behind it stand a little higher than those before it."""
    page = Page()
    head(page)
    page.text(LEFT, 720, "Period of cooperation")
    page.text(VALUE, 720, "du 1")
    page.text(VALUE + 24, 723.3, "er")
    page.text(VALUE + 38, 720.4, "octobre 2018 au 30 septembre 2020")
    assert cells(page.document(), "period") == [["du 1 er octobre 2018 au 30 septembre 2020"]]


def test_a_label_goes_on_in_small_letters_or_behind_a_hyphen_though_values_stand_beside_its_lines():
    page = Page()
    for base, texts in ((780, ("City:", "Wuhu", "Porto")), (758, ("Country:", "China", "Portugal"))):
        for left, text in zip((LEFT, VALUE, SECOND), texts, strict=True):
            page.text(left, base, text)
    lines = (
        *((736, "Main objectives", "- A joint catalogue"), (719, "described in the U-", "- Warning levels")),
        *((702, "CAP:", ""), (699, "", "- One study"), (674, "Results and", "- Quays to walk on")),
        (657, "benefits expected:", "- Fewer floods"),
    )
    for base, label, value in lines:
        page.text(LEFT, base, label)
        page.text(VALUE, base, value)
    document = page.document()
    assert labels(document)["objectives"] == "Main objectives described in the U- CAP:"
    assert cells(document, "objectives") == [["* A joint catalogue", "* Warning levels", "* One study"]]
    assert cells(document, "results") == [["* Quays to walk on", "* Fewer floods"]]


def test_a_year_alone_at_the_edge_of_a_list_is_a_heading_though_it_had_no_room_in_the_line_above():
    page = Page()
    for base, texts in ((780, ("City:", "Wuhu", "Porto")), (766, ("Country:", "China", "Portugal"))):
        for left, text in zip((LEFT, VALUE, SECOND), texts, strict=True):
            page.text(left, base, text)
    page.text(LEFT, 752, "Main activities:")
    lines = ("2019", "• June: a study of the smallest plastics in the sea", "2020", "• May: a course for tasters")
    for number, text in enumerate(lines):
        page.text(VALUE, 752 - 14 * number, text)
    assert cells(page.document(), "activities") == [
        [
            *("2019", "* June: a study of the smallest plastics in the sea"),
            *("2020", "* May: a course for tasters"),
        ]
    ]


def test_a_band_that_holds_nothing_but_the_words_for_the_contact_begins_no_row():
    source = "City Wuhu Please contact:"
    row = Line(0, [Word(0, 4, 60.0, 80.0, 766.0, 80.0), Word(5, 9, 200.0, 230.0, 766.0, 230.0)], source)
    line = Line(0, [Word(10, len(source), 60.0, 140.0, 690.0, 90.0)], source)
    table = Table(10.0, Headings([row, line], lambda _line: None), closing=[10])
    bands = [Band(780.0, 740.0, 56.0, 540.0, (196.0,), Rulings()), Band(700.0, 680.0, 56.0, 540.0, (), Rulings())]
    table.take(Region([row, line]), lambda: None, bands)
    assert [found.label_text for found in table.rows] == ["City"]
