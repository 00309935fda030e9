"""Lines that say whom to ask."""

import pytest

from ucap.documents.contacts import part_contact
from ucap.documents.traced import Traced


@pytest.mark.parametrize(
    "line", ["Kontakt: city@graz.example", "Pour en savoir plus : a@ville.example.", "x@y.example"]
)
def test_a_line_of_an_address_and_words_for_it_is_a_contact(line):
    parts = part_contact(Traced.of(line, 0, len(line)))
    assert parts is not None
    assert "@" in str(parts[1])
    assert "@" not in str(parts[0])


@pytest.mark.parametrize("line", ["Letters to kites@weifang.example are printed", "Kites: a@b.example", "No address"])
def test_a_sentence_with_an_address_is_none(line):
    assert part_contact(Traced.of(line, 0, len(line))) is None
