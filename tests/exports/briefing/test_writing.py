"""Paragraphs flow through columns, and nothing is lost on the way."""

from hypothesis import given
from hypothesis import strategies as st

from ucap.exports.briefing.writing import Paragraph, flow, laid_out, whole_sentences

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
    columns = flow([Paragraph("one"), Paragraph("Heading", is_heading=True), Paragraph("two")], 200, 50)
    assert [[paragraph.text for paragraph in column] for column in columns] == [["one"], ["Heading", "two"]]


def test_a_text_that_goes_on_has_its_bullet_once():
    columns = flow([Paragraph("word " * 30, is_bullet=True)], 100, 110)
    assert [column[0].is_bullet for column in columns] == [True, False, False]


def test_letters_have_one_size_however_many_slides_that_takes():
    for words in (1, 18, 200):
        pages = laid_out([[Paragraph("word " * words)]], 200, 70)
        assert {paragraph.size for (column,) in pages for paragraph in column} == {16}


def test_parts_stand_beside_each_other_or_go_on_one_after_the_other():
    beside = laid_out([[Paragraph("word " * 4)], [Paragraph("Rome")]], 200, 100)
    after = laid_out([[Paragraph("word " * 200)], [Paragraph("Rome")]], 200, 100)
    assert [[column[0].text.split()[0] for column in page] for page in beside] == [["word", "Rome"]]
    assert all(len(page) == 2 for page in after[:-1])
    assert after[-1][-1][-1].text == "Rome"


def test_the_last_page_ends_in_columns_of_about_the_same_height():
    entries = [Paragraph(f"entry {number}") for number in range(10)]
    ((left, right),) = laid_out([entries, [Paragraph("Rome")]], 200, 190)
    assert (len(left), len(right)) == (6, 5)


def test_two_parts_that_need_two_pages_have_one_each_and_no_page_has_a_line_alone():
    aims = [Paragraph(f"aim {number}") for number in range(14)]
    deeds = [Paragraph(f"deed {number}") for number in range(4)]
    one, other = laid_out([aims, deeds], 200, 190, most=3)
    assert [[column[0].text for column in page] for page in (one, other)] == [["aim 0", "aim 7"], ["deed 0", "deed 2"]]
    (long, rest) = laid_out([[Paragraph(f"aim {number}") for number in range(11)]], 200, 190, most=3)
    assert [len(column) for page in (long, rest) for column in page] == [6, 5]


def test_a_link_has_a_run_for_each_line_and_other_text_has_one():
    """LibreOffice would break the run of a link within a word."""
    title = "Chongqing – Santiago de Compostela"
    link = Paragraph(title, link="https://example.eu").in_runs(150)
    assert len(link.runs) > 1
    assert "".join(link.runs) == title
    assert not any(run.endswith("Com") for run in link.runs)
    assert Paragraph(title).in_runs(150).runs == ()


def test_a_sentence_that_has_no_room_is_left_out_whole():
    said = "Four pairs. Most often it is Rome – Yantai, five plans."
    assert whole_sentences(said, 200, 20, 16) == "Four pairs."
    assert whole_sentences(said, 2000, 20, 16) == said
    assert whole_sentences("word " * 40, 200, 20, 16).endswith("…")


def test_white_space_is_folded_and_control_characters_are_shown():
    assert Paragraph(" a\n\tb\x00 ").text == "a b␀"
