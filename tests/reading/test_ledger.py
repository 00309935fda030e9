"""What was read from where."""

from __future__ import annotations

import pytest

from tests.reading.helpers import traced
from ucap.reading.ledger import Ledger, Read, is_separator

TEXT = "Rome, Prague and more"


def test_passages_that_touch_are_one() -> None:
    ledger = Ledger(TEXT)
    text = traced(TEXT)
    ledger.note("/cities/0", text.cut(0, 2), text.cut(2, 4), text.cut(6, 12))
    assert ledger.passages() == {"/cities/0": ((0, 4), (6, 12))}


def test_the_values_of_a_list_have_their_index_in_the_pointer() -> None:
    ledger = Ledger(TEXT)
    text = traced(TEXT)
    values = ledger.note_all(
        "/cities", [Read("Rome", (("", text.cut(0, 4)),)), Read("Prague", (("/name", text.cut(6, 12)),))]
    )
    assert values == ("Rome", "Prague")
    assert set(ledger.passages()) == {"/cities/0", "/cities/1/name"}


def test_what_no_rule_has_read_is_known() -> None:
    ledger = Ledger(TEXT)
    text = traced(TEXT)
    ledger.take([(0, 4)])
    ledger.note("/cities/1", text.cut(6, 12))
    assert [str(part) for part in ledger.unread(text)] == [",", "and more"]


def test_signs_and_joining_words_belong_to_the_list_and_other_words_do_not() -> None:
    ledger = Ledger(TEXT)
    text = traced(TEXT)
    ledger.take([(0, 4), (6, 12)])
    ledger.note_separators("/cities", text)
    assert [str(part) for part in ledger.unread(text)] == ["and more"]


@pytest.mark.parametrize(
    ("text", "is_between"),
    [
        ("; and ", True),
        ("Theme 2:", True),
        ("; 2°", True),
        ("25°", False),
        ("Eje 1.", True),
        ("β)", True),
        ("Agenda Urbana de la UE:", True),
        ("可持续发展目标：", True),
        ("Themes of the year", False),
        ("5 boats", False),
        ("Area 51", False),
        ("Agenda of the mayors", False),
    ],
)
def test_what_counts_themes_or_introduces_goals_stands_between_values(text: str, is_between: bool) -> None:
    assert is_separator(text) == is_between
