"""Sentences that go on in the next row."""

from __future__ import annotations

import pytest

from tests.reading.helpers import row
from ucap.documents.model import Row
from ucap.reading.continued import join_continued


def texts(found: Row) -> list[str]:
    return [str(block.text) for cell in found.cells for block in cell.blocks]


def test_a_paragraph_that_goes_on_in_the_next_row_belongs_to_the_first() -> None:
    rows = [
        row("challenges", "Film teams need visas and get them for"),
        row("objectives", "thirty days only. And more.", "Make a film."),
    ]
    (first, second), torn = join_continued(rows, keeps_paragraphs=True)
    assert texts(first) == ["Film teams need visas and get them for thirty days only. And more."]
    assert texts(second) == ["Make a film."]
    assert torn == [("challenges", "objectives")]


def test_where_paragraphs_are_lost_only_the_sentence_moves() -> None:
    rows = [row("challenges", "They get them for"), row("objectives", "thirty days only. Make a film.")]
    (first, second), _ = join_continued(rows, keeps_paragraphs=False)
    assert texts(first) == ["They get them for thirty days only."]
    assert texts(second) == ["Make a film."]


def test_a_hanging_word_tells_even_before_a_capital() -> None:
    rows = [
        row("challenges", "There is no flight between Seville and the"),
        row("objectives", "Pearl River Delta.", "Sing."),
    ]
    (first, _), torn = join_continued(rows, keeps_paragraphs=True)
    assert texts(first) == ["There is no flight between Seville and the Pearl River Delta."]
    assert torn


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("A sentence that ends.", "lower case begins another"),
        ("Three start-ups with customers", "Make a film."),
        ("Dziesięć procent mniej węgla", "wrzesień 2018: Seminarium w Lublinie"),
        ("Ten per cent less coal", "early 2019: a seminar"),
        ("urban renewal", "different levels of administration"),
    ],
)
def test_whole_sentences_and_lists_of_fragments_stay_where_they_are(upper: str, lower: str) -> None:
    rows = [row("challenges", upper), row("objectives", lower)]
    assert join_continued(rows, keeps_paragraphs=True) == (rows, [])


def test_the_item_of_a_list_does_not_go_on_with_the_row_above() -> None:
    rows = [row("challenges", "Lack of guides"), row("objectives", "to train guides", kind="bullet")]
    assert join_continued(rows, keeps_paragraphs=True) == (rows, [])


def test_of_a_paragraph_that_is_all_of_its_row_only_the_sentence_moves() -> None:
    rows = [row("challenges", "They get them for"), row("objectives", "thirty days only. Make a film.")]
    (_, second), _ = join_continued(rows, keeps_paragraphs=True)
    assert texts(second) == ["Make a film."]


@pytest.mark.parametrize("nothing", ["-", "–", "N/A"])
def test_a_cell_that_says_that_there_is_nothing_does_not_go_on(nothing: str) -> None:
    rows = [row("challenges", nothing), row("objectives", "Compare how quays are reused.")]
    assert join_continued(rows, keeps_paragraphs=True)[1] == []
