"""Headings before a colon."""

from __future__ import annotations

import pytest

from tests.reading.helpers import traced
from ucap.reading.themes.headings import heading, is_about, split_at_headings


@pytest.mark.parametrize(
    ("paragraph", "head"),
    [
        ("Smart City: Promote joint activities.", "Smart City"),
        ("Film, stage and tourism: Hengdian has studios.", "Film, stage and tourism"),
        (
            "Protection of city walls and archaeological sites: both live with a past.",
            "Protection of city walls and archaeological sites",
        ),
        ("For craftspeople the offer runs the other way: the kilns have never gone out.", None),
        ("Raft traffic and cruise ships put the same question: how many are too many?", None),
        ("The cooperation has two aims: jobs and clean water.", None),
        ("Guests should stay longer, spend more, and leave.", None),
    ],
)
def test_a_few_words_before_a_colon_are_a_heading_and_a_clause_is_not(paragraph: str, head: str | None) -> None:
    assert heading(paragraph) == head


def test_a_text_without_paragraphs_is_split_before_its_headings() -> None:
    text = "Smart City: Promote joint work. It grows. Education: Train nurses; one rule holds: patience."
    assert [str(part) for part in split_at_headings(traced(text))] == [
        "Smart City: Promote joint work. It grows.",
        "Education: Train nurses; one rule holds: patience.",
    ]


def test_a_list_sign_before_a_heading_is_no_paragraph_of_its_own() -> None:
    text = "B. Ports and quays: what they cost. C. Hospitals: who pays."
    assert [str(part) for part in split_at_headings(traced(text))] == [
        "B. Ports and quays: what they cost. C.",
        "Hospitals: who pays.",
    ]


@pytest.mark.parametrize(
    ("head", "themes", "is_theirs"),
    [
        ("Trade and Commerce", ["Economy and trade"], True),
        ("Smart City", ["Smart city construction"], True),
        ("Education", ["Aerospace", "Smart city construction"], False),
        ("Smart mobility", ["Smart manufacturing"], False),
        ("Street festivals", ["Maritime heritage", "Tea and food trade"], False),
        ("Batteries", ["Battery recycling"], True),
    ],
)
def test_a_heading_is_about_a_theme_with_which_it_shares_a_telling_word(
    head: str, themes: list[str], is_theirs: bool
) -> None:
    assert is_about(head, themes) is is_theirs
