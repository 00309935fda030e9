"""Tables of activities that stand on a page by themselves, with ruling lines and without."""

from __future__ import annotations

import pytest

from tests.documents.helpers import cells, labels
from tests.documents.shapes.pdf.test_layouts import Page, head
from ucap.documents.draft import FoundTable, doubly_covered, uncovered
from ucap.documents.lists.paragraphs import Paragraph
from ucap.documents.model import Document
from ucap.documents.traced import Traced
from ucap.reading.record import read_document

PLACES = (60, 90, 200, 400)
HEADS = ("Nr.", "Datum", "Maßnahme", "Ergebnis")
ROWS = (
    (("A1", "3. Mai 2019", "Treffen der Schiffbauer aus", "Zwei Briefe"), ("", "", "Porto", "")),
    (("A2", "12.–14. Juni", "Messe", "Ein Katalog der"), ("", "2020", "", "Boote")),
    (("A3", "noch offen", "Kurs", "–"),),
)
ITEMS = [
    "* 3. Mai 2019: Treffen der Schiffbauer aus Porto",
    "o Zwei Briefe",
    "* 12.–14. Juni 2020: Messe",
    "o Ein Katalog der Boote",
    "* noch offen: Kurs",
    "o –",
]


def assert_nothing_lost(document: Document) -> None:
    assert uncovered(document) == []
    assert doubly_covered(document) == []


def texts(page: Page, base: float, line: tuple[str, ...], places: tuple[int, ...] = PLACES) -> None:
    for place, text in zip(places, line, strict=True):
        if text:
            page.text(place, base, text)


def facts(page: Page) -> None:
    """The head in a table, and a label with its value below."""
    head(page)
    page.text(60, 700, "Period of cooperation")
    page.text(60, 686, "January 2019 – December 2020")
    page.text(60, 660, "Main activities")


def table(page: Page, base: float, rows: tuple[tuple[tuple[str, ...], ...], ...], *, is_ruled: bool) -> float:
    """Put rows at a height; the height below them."""
    top = base + 12
    for row in rows:
        if is_ruled:
            page.across(base + 12)
        for line in row:
            texts(page, base, line)
            base -= 12
        base -= 6
    if is_ruled:
        page.across(base + 12)
        page.upright(top, base + 12, 56, *(place - 4 for place in PLACES[1:]), 540)
    return base


@pytest.mark.parametrize("is_ruled", [True, False])
def test_the_cells_of_a_table_below_a_label_are_told_apart(is_ruled: bool) -> None:
    page = Page()
    facts(page)
    base = table(page, 640, ((HEADS,), *ROWS), is_ruled=is_ruled)
    page.text(60, base - 30, "Expected results")
    page.text(60, base - 44, "A ferry between both ports.")
    document = page.document()
    assert cells(document, "activities")[-1] == ITEMS
    assert cells(document, "results") == [["A ferry between both ports."]]
    assert_nothing_lost(document)
    plan = read_document(document)
    assert [(one.start, one.outputs) for one in plan.activities] == [
        ("2019-05-03", ("Zwei Briefe",)),
        ("2020-06-12", ("Ein Katalog der Boote",)),
        (None, ()),
    ]
    assert "A1" in plan.unplaced


def test_a_table_with_lines_goes_on_overleaf() -> None:
    page = Page()
    facts(page)
    table(page, 640, ((HEADS,), *ROWS[:2]), is_ruled=True)
    page.canvas.showPage()
    table(page, 780, ROWS[2:], is_ruled=True)
    page.text(60, 700, "Expected results")
    page.text(60, 686, "A ferry between both ports.")
    document = page.document()
    assert cells(document, "activities")[-1] == ITEMS
    assert_nothing_lost(document)


@pytest.mark.parametrize("has_numbers", [True, False])
def test_heads_that_are_repeated_overleaf_begin_no_table(has_numbers: bool) -> None:
    cut = (lambda line: line) if has_numbers else (lambda line: ("", *line[1:]))
    heads, *rows = [tuple(map(cut, row)) for row in ((HEADS,), *ROWS)]
    page = Page()
    facts(page)
    table(page, 640, (heads, *rows[:2]), is_ruled=True)
    page.canvas.showPage()
    table(page, 780, (heads, rows[2], (cut(("A4", "Juli 2020", "Fest", "Ein Film")),)), is_ruled=True)
    document = page.document()
    assert cells(document, "activities")[-1] == [*ITEMS, "* Juli 2020: Fest", "o Ein Film"]
    assert_nothing_lost(document)


def test_of_two_tables_overleaf_with_the_same_columns_only_the_first_goes_on() -> None:
    page = Page()
    facts(page)
    table(page, 640, ((HEADS,), *ROWS[:2]), is_ruled=True)
    page.canvas.showPage()
    base = table(page, 780, ROWS[2:], is_ruled=True)
    page.text(60, base - 20, "Expected results")
    table(page, base - 50, ((("1", "Eine", "Werft", "Boote"),), (("2", "Zwei", "Docks", "Netze"),)), is_ruled=True)
    document = page.document()
    assert cells(document, "activities")[-1] == ITEMS
    assert "results" in labels(document)
    assert_nothing_lost(document)


def test_a_table_below_a_heading_that_nobody_knows_is_the_row_and_says_so() -> None:
    page = Page()
    head(page)
    page.text(60, 690, "Kalendarium")
    table(page, 640, ((HEADS,), *ROWS), is_ruled=True)
    page.text(60, 540, "Expected results")
    page.text(60, 526, "A ferry between both ports.")
    document = page.document()
    assert labels(document)["activities"] == "Nr. Datum Maßnahme Ergebnis"
    assert cells(document, "activities")[-1] == ITEMS
    assert ("row-guessed", "/activities") in [(found.code, found.field) for found in read_document(document).findings]


@pytest.mark.parametrize(
    "lines",
    [
        [("Date", "Place"), ("May 2019", "Wuhu")],  # nothing says what happened
        [("Output", "Activity", "Date"), ("A map", "Visit", "May 2019"), ("A film", "Fair", "June 2020")],
        [("Date", "Activity", "Output"), ("soon", "Visit", "A map"), ("later", "Fair", "A film")],
    ],
)
def test_lines_with_gaps_that_are_no_such_table_stay_where_they_were(lines: list[tuple[str, ...]]) -> None:
    page = Page()
    facts(page)
    for index, line in enumerate(lines):
        texts(page, 640 - 14 * index, line, PLACES[1 : 1 + len(line)])
    document = page.document()
    assert not any(block.startswith("o ") for cell in cells(document, "activities") for block in cell)
    assert_nothing_lost(document)


def test_a_paragraph_below_a_table_without_lines_is_none_of_its_rows() -> None:
    page = Page()
    facts(page)
    base = table(page, 640, ((HEADS,), *ROWS[:2]), is_ruled=False)
    page.words(60, base, "All dates may still move when the ports of Wuhu and Porto agree.")
    document = page.document()
    paragraph = "All dates may still move when the ports of Wuhu and Porto agree."
    assert cells(document, "activities")[-1] == [*ITEMS[:4], paragraph]
    assert_nothing_lost(document)


def test_a_table_parts_a_column_that_is_not_in_the_order_of_the_text() -> None:
    text = "One. Table. Two."
    one, table_text, two = (Paragraph(Traced.of(text, *span)) for span in ((0, 4), (5, 11), (12, 16)))
    found = FoundTable((5, 11), table_text.text, [table_text])
    assert found.placed([two, one]) == [one, table_text, two]
