"""Lines of a page back into paragraphs."""

import pytest

from ucap.documents.traced import Traced
from ucap.documents.wrapping import is_year_heading, joined, unwrapped, words_of
from ucap.typography import width


def lines(*texts: str) -> list[Traced]:
    """Each text as its own document."""
    return [Traced.of(text, 0, len(text)) for text in texts]


def test_a_line_that_had_room_for_the_next_word_ends_its_paragraph():
    texts = (
        "Guests should stay longer, spend more in villages, and leave the water as",
        "they found it.",
        "New guests.",
    )
    assert [str(text) for text in unwrapped(lines(*texts), width(texts[0]))] == [
        "Guests should stay longer, spend more in villages, and leave the water as they found it.",
        "New guests.",
    ]


def test_an_item_begins_a_paragraph_even_after_a_full_line():
    texts = ("→ One of the longest lines that there are", "→ Two")
    assert len(unwrapped(lines(*texts), width(texts[0]))) == 2


def test_an_item_goes_on_until_a_sentence_ends_or_the_next_begins():
    texts = ("• Roses grow around Dianchi", "Lake.", "The end.", "• Trains")
    assert [str(text) for text in unwrapped(lines(*texts), 30)] == [
        "• Roses grow around Dianchi Lake.",
        "The end.",
        "• Trains",
    ]


def test_a_dash_at_the_start_of_a_line_may_stand_in_a_sentence():
    texts = ("Institutes of the triangle Eindhoven", "– Leuven – Aachen with Nanjing.", "– An item")
    assert [str(text) for text in unwrapped(lines(*texts), width(texts[0]))] == [" ".join(texts[:2]), texts[2]]
    listed = ("- One of the longest items of all", "- Two")
    assert len(unwrapped(lines(*listed), width(listed[0]))) == 2


def test_the_end_of_a_bracket_is_no_number_of_a_list():
    assert len(unwrapped(lines("Clean energy (SDG 7) Climate action (SDG", "13) Consumption"), 20)) == 1


def test_a_word_that_was_broken_at_its_hyphen_is_put_together():
    assert (
        str(joined(lines("in cross-border e-", "commerce, 2018 -", "2020")))
        == "in cross-border e-commerce, 2018 - 2020"
    )


def test_wide_letters_are_wider_than_narrow_ones():
    assert width("MMM") > width("aaa") > width("iii")
    assert width("桂林") == 2.0


def test_a_date_that_a_narrow_column_broke_goes_on_with_the_year_and_the_event():
    lines = "29 Oct. – 2 Nov.", "2018", "Engineers visit the track in", "Xiangyang", "8 March 2019 Workshop"
    texts = [Traced.of(line, 0, len(line)) for line in lines]
    whole = "29 Oct. – 2 Nov. 2018 Engineers visit the track in Xiangyang"
    assert [str(text) for text in unwrapped(texts, 60.0)] == [whole, "8 March 2019 Workshop"]


def test_a_year_alone_is_no_broken_date():
    texts = [Traced.of(line, 0, len(line)) for line in ("2018", "Visit to Porto")]
    assert [str(text) for text in unwrapped(texts, 60.0)] == ["2018", "Visit to Porto"]


def test_the_hyphen_of_a_broken_word_leaves_it_where_the_document_has_the_word_without():
    broken = lines("refitting of the munici-", "pal network of a well-", "known firm")
    known = words_of("The municipal waterfront of a well-known town")
    assert str(joined(broken, known)) == "refitting of the municipal network of a well-known firm"
    assert str(joined(broken)) == "refitting of the munici-pal network of a well-known firm"


def test_a_dash_below_a_full_line_begins_an_item_where_it_does_elsewhere():
    texts = (
        "→ 3 April 2019 in Kunming: the plan was signed there",
        "– a pact of hospitals",
        "– a letter",
        "→ 2020: End",
    )
    assert len(unwrapped(lines(*texts), width(texts[0]))) == 4
    texts = ("→ 3 April 2019 in Kunming: the plan was signed there", "– by both mayors", "→ 2020: End")
    assert len(unwrapped(lines(*texts), width(texts[0]))) == 2


def test_a_line_that_begins_with_days_of_a_month_begins_a_paragraph_below_another_date():
    texts = (
        "12 June 2018 Signing of the agreement in the town hall",
        "24-27 October 2018 Engineers in Maribor, by the river",
    )
    assert len(unwrapped(lines(*texts), width(texts[0]))) == 2


@pytest.mark.parametrize("line", ["2019", "2019:", "Year 2019", "2019. godina", "2019. gads:", "2019年"])
def test_a_line_with_nothing_but_a_year_is_a_heading(line):
    assert is_year_heading(line, "for twelve masters")


@pytest.mark.parametrize(
    ("line", "before"),
    [("2019. Visit", "signed by both"), ("2019. godine u luci", "the fair"), ("2019", "in May"), ("2019", "of the")],
)
def test_a_year_that_a_sentence_goes_on_with_is_none(line, before):
    assert not is_year_heading(line, before)
