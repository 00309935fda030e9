"""Paragraphs flow through columns, and nothing is lost on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ucap.exports.briefing.writing import Paragraph, flow, halves, laid_out

WORDS = st.lists(st.sampled_from(["Rome", "盘锦", "cooperation", "a" * 90]), min_size=1, max_size=40).map(" ".join)
PARAGRAPHS = st.lists(st.builds(Paragraph, WORDS, is_bullet=st.booleans(), is_heading=st.booleans()), max_size=6)


def height(column, width):
    spaces = sum(paragraph.space_before for paragraph in column[1:])
    return spaces + sum(paragraph.height(width) for paragraph in column)


@given(PARAGRAPHS, st.floats(60, 300), st.floats(30, 300))
def test_every_column_keeps_to_its_height_and_all_text_is_there_in_order(paragraphs, width, most):
    columns = flow(paragraphs, width, most)
    assert all(height(column, width) <= most + 1e-6 for column in columns)
    written = "".join(paragraph.text for column in columns for paragraph in column)
    assert written.replace(" ", "") == "".join(paragraph.text for paragraph in paragraphs).replace(" ", "")


def test_a_heading_does_not_stand_alone_below_other_text():
    columns = flow([Paragraph("one"), Paragraph("Heading", is_heading=True), Paragraph("two")], 200, 35)
    assert [[paragraph.text for paragraph in column] for column in columns] == [["one"], ["Heading", "two"]]


def test_a_text_that_goes_on_has_its_bullet_once():
    columns = flow([Paragraph("word " * 30, is_bullet=True)], 100, 60)
    assert [column[0].is_bullet for column in columns] == [True, False, False]


def test_letters_are_as_large_as_one_page_allows():
    (short,) = laid_out([[Paragraph("Rome", 10)]], 200, 100)
    pages = laid_out([[Paragraph("word " * 200, 10)]], 200, 100)
    assert short[0][0].size == pytest.approx(16)
    assert {paragraph.size for (column,) in pages for paragraph in column} == {10}


def test_parts_stand_beside_each_other_on_every_page():
    pages = laid_out([[Paragraph("word " * 200, 10)], [Paragraph("Rome", 10)]], 200, 100)
    assert all(len(page) == 2 for page in pages)
    assert [len(page[1]) for page in pages] == [1, *([0] * (len(pages) - 1))]


def test_halves_are_about_as_high_as_each_other():
    left, right = halves([Paragraph("word " * 40), Paragraph("Rome"), Paragraph("Nice"), Paragraph("Bari")], 200)
    assert [len(left), len(right)] == [1, 3]
    assert halves([], 200) == ([], [])


def test_white_space_is_folded_and_control_characters_are_shown():
    assert Paragraph(" a\n\tb\x00 ").text == "a b␀"
