"""Entries of a cell."""

from __future__ import annotations

import pytest

from tests.reading.helpers import cell, traced
from ucap.documents.model import Block, Cell
from ucap.reading.lists import entries, read_texts


def test_each_paragraph_or_item_is_an_entry() -> None:
    assert [read.value for read in read_texts([cell("One.", "Two."), cell("Three", kind="bullet")])] == [
        "One.",
        "Two.",
        "Three",
    ]


def test_items_below_an_entry_are_its_children() -> None:
    found = entries([Cell((Block(traced("One"), "bullet"), Block(traced("of it"), "sub-bullet")))])
    assert [(str(entry.text), [str(child) for child in entry.children]) for entry in found] == [("One", ["of it"])]


def test_a_paragraph_in_lower_case_goes_on_with_an_unfinished_one() -> None:
    assert [read.value for read in read_texts([cell("The report describes which", "methods work.", "New.")])] == [
        "The report describes which methods work.",
        "New.",
    ]


@pytest.mark.parametrize(
    "nothing", ["N/A", "not available", "Keine Angabe", "brak danych", "sin datos", "saknas.", "未提供"]
)
def test_a_cell_that_says_not_available_has_no_entries(nothing: str) -> None:
    assert entries([cell(nothing)]) == []


@pytest.mark.parametrize(
    "text", ["Keine Autos in der Altstadt", "No data gaps", "Unknown artists on show", "无障碍城市"]
)
def test_an_entry_may_begin_with_a_word_for_nothing(text: str) -> None:
    assert [str(entry.text) for entry in entries([cell(text)])] == [text]


def test_a_date_in_small_letters_begins_an_entry_behind_a_date_of_its_own_line() -> None:
    lines = ("3-7 de junio de 2019", "Visita al mercado de Gijón", "noviembre de 2019 Concurso")
    assert [read.value for read in read_texts([cell(*lines)])] == list(lines)


@pytest.mark.parametrize("none", ["-", "/", "N/A", "无"])
def test_an_item_below_another_that_says_that_there_is_none_is_none(none: str) -> None:
    blocks = (Block(traced("Fair"), "bullet"), Block(traced(none), "sub-bullet"), Block(traced("film"), "sub-bullet"))
    assert [[str(child) for child in entry.children] for entry in entries([Cell(blocks)])] == [["film"]]
