"""PDF: tables with ruling lines, tables within a cell, text outside the table."""

import io
from itertools import pairwise

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.documents.helpers import assert_lawful, cells, labels
from ucap.documents.model import Document
from ucap.documents.opening import open_document
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


def shaded_head() -> Page:
    """A page with three rows of the head, of which the first and the last are shaded."""
    page = Page()
    country = ("Country", "China", "Portugal")
    rows = {760: ("City", "Wuhu", "Porto"), 740: country, 720: ("Population", "3.7 million", "230,000")}
    for base, row in rows.items():
        if row != country:
            shaded(page, base + 14, base - 6, VALUE - 4, SECOND - 4)
        for left, text in zip((LEFT, VALUE, SECOND), row, strict=True):
            page.text(left, base, text)
    return page


def test_the_last_row_below_the_shaded_ones_is_a_row_and_goes_on_overleaf():
    page = shaded_head()
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


@pytest.mark.parametrize(
    ("label", "is_row"), [(("Erwartete Ergebnisse / Expected", "results"), True), (("As told by the", "press"), False)]
)
def test_what_stands_below_the_last_shaded_row_is_one_where_its_label_says_so(label, is_row):
    page = shaded_head()
    page.text(LEFT, 700, label[0])
    page.text(LEFT, 688, label[1])
    page.text(VALUE, 700, "- A ferry")
    page.text(VALUE, 688, "- A yard")
    document = page.document()
    assert ("results" in labels(document)) == is_row
    assert bool(document.loose) != is_row


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


def test_a_table_within_a_cell_with_a_frame_of_its_own_goes_on_overleaf():
    page = Page()
    head(page)
    page.across(640)
    page.upright(740, 640, LEFT - 4, VALUE - 4, RIGHT)
    page.text(LEFT, 728, "Main activities")
    columns = (VALUE + 2, VALUE + 84, VALUE + 240, RIGHT - 4)
    page.across(738, 720, 700, 680, left=VALUE + 2, right=RIGHT - 4)
    page.upright(738, 680, *columns)
    rows = (("Date", "Activity", "Output"), ("May 2018", "Visit to Porto", "Minutes"), ("June 2019", "Fair", "-"))
    for base, row in zip((726, 706, 686), rows, strict=True):
        for left, text in zip(columns, row, strict=False):
            page.text(left + 4, base, text)
    page.canvas.showPage()
    page.across(760, 740)
    page.upright(790, 740, LEFT - 4, VALUE - 4, RIGHT)
    page.across(790, 763, left=VALUE + 2, right=RIGHT - 4)
    page.upright(790, 762, *columns)
    for left, text in zip(columns, ("July 2020", "Training of nurses", "12 certificates"), strict=False):
        page.text(left + 4, 770, text)
    page.text(LEFT, 746, "Expected results")
    page.text(VALUE, 746, "A ferry.")
    items = ("* May 2018: Visit to Porto", "o Minutes", "* June 2019: Fair", "o -")
    more = ("* July 2020: Training of nurses", "o 12 certificates")
    assert cells(page.document(), "activities") == [["Date", "Activity", "Output", *items, *more]]


def test_where_a_table_within_a_cell_alone_has_upright_lines_the_first_row_needs_no_line_above_it():
    page = Page()
    for base, texts in ((766, ("City", "Wuhu", "Porto")), (746, ("Territory of", "Anhui", "Norte"))):
        for left, text in zip((LEFT, VALUE, SECOND), texts, strict=True):
            page.text(left, base, text)
    page.across(760, 740, 720, 640, 620)
    for left, text in zip((LEFT, VALUE, SECOND), ("Country", "China", "Portugal"), strict=True):
        page.text(left, 726, text)
    page.text(LEFT, 706, "Main activities")
    page.across(716, 698, 680, 662, left=VALUE, right=RIGHT - 4)
    page.upright(716, 662, VALUE, VALUE + 80, RIGHT - 4)
    for base, when, what in ((702, "Date", "Activity"), (684, "May 2018", "Visit"), (666, "June 2019", "Fair")):
        page.text(VALUE + 4, base, when)
        page.text(VALUE + 84, base, what)
    page.text(LEFT, 626, "Expected results")
    page.text(VALUE, 626, "A ferry.")
    document = page.document()
    assert cells(document, "city") == [["Wuhu"], ["Porto"]]
    assert cells(document, "country") == [["China"], ["Portugal"]]
    assert cells(document, "activities") == [["Date", "Activity", "* May 2018: Visit", "* June 2019: Fair"]]


def sides_below(page: Page, *rows: tuple[str, str, str]) -> float:
    """Bold labels, each above the two sides of its row; the height of the last line."""
    base = 780.0
    for label, one, two in rows:
        page.text(LEFT, base, label, "Helvetica-Bold")
        page.text(LEFT, base - 16, one)
        page.text(VALUE, base - 16, two)
        base -= 44
    for label, value in (("Period of cooperation", "2018 to 2020"), ("Cooperation themes", "Rivers and yards")):
        page.text(LEFT, base, label, "Helvetica-Bold")
        page.text(LEFT, base - 16, value)
        base -= 44
    return base


SIDES = (("City", "Wuhu", "Porto"), ("Country", "China", "Portugal"), ("Population", "3.7 million", "230,000"))


def test_two_sides_beside_each_other_below_a_label_are_parted():
    page = Page()
    sides_below(page, *SIDES, ("Total area", "6,026 sq km", "Porto: 41 square"))
    page.text(LEFT, 780 - 3 * 44 - 28, "kilometers")
    document = page.document()
    assert [cells(document, key) for key in ("city", "country", "population", "area")] == [
        [["Wuhu"], ["Porto"]],
        [["China"], ["Portugal"]],
        [["3.7 million"], ["230,000"]],
        [["6,026 sq km"], ["Porto: 41 square kilometers"]],
    ]
    assert cells(document, "themes") == [["Rivers and yards"]]
    assert_lawful(document)


def test_a_year_below_a_label_is_no_word_of_it():
    page = Page()
    base = sides_below(page, *SIDES)
    page.text(LEFT, base, "Main activities and key outputs", "Helvetica-Bold")
    for number, text in enumerate(("2018", "* 15 October: Visit", "2019", "* March: Fair"), 1):
        page.text(LEFT, base - 16 * number, text)
    document = page.document()
    assert labels(document)["activities"] == "Main activities and key outputs"
    assert cells(document, "activities") == [["2018", "* 15 October: Visit", "2019", "* March: Fair"]]


def test_a_label_that_ends_in_a_slash_goes_on_in_its_other_language():
    page = Page()
    for number, (label, *values) in enumerate(
        (
            ("City /", "Wuhu", "Porto"),
            ("Stadt", "", ""),
            ("Country", "China", "Portugal"),
            ("Period", "2018 to 2020", ""),
        )
    ):
        for left, text in zip((LEFT, VALUE, SECOND), (label, *values), strict=True):
            page.text(left, 780 - 16 * number, text)
    document = page.document()
    assert labels(document)["city"] == "City / Stadt"
    assert cells(document, "country") == [["China"], ["Portugal"]]


def test_a_short_head_with_unknown_labels_above_columns_of_text_has_its_sides():
    page = Page()
    head_rows = (("Mesto / Ville", "Wuhu", "Porto"), ("Kraj / Pays", "China", "Portugal"))
    for number, row in enumerate((*head_rows, ("Obyvatel / Gens", "3.7 million", "230,000"))):
        for left, text in zip((LEFT, VALUE - 40, SECOND - 60), row, strict=True):
            page.text(left, 780 - 16 * number, text)
    blocks = (("Period of cooperation", "2018 to 2020"), ("Cooperation themes", "Rivers and yards by the sea"))
    more = (("Key challenges", "The rules of ports differ."), ("Main objectives", "A ferry with an engine."))
    last = (("Main activities", "May 2018: Visit to the yards"), ("Expected results", "More ferries and less smoke"))
    for left, column in ((LEFT, (*blocks, *more)), (SECOND - 90, last)):
        for number, (label, text) in enumerate(column):
            page.text(left, 700 - 44 * number, label, "Helvetica-Bold")
            page.text(left, 686 - 44 * number, text)
    document = page.document()
    assert cells(document, "population") == [["3.7 million"], ["230,000"]]
    assert cells(document, "results") == [["More ferries and less smoke"]]
