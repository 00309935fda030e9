"""Lines that say whom to ask."""

import pytest

from ucap.documents.contacts import closing_at, contact_tail, part_contact
from ucap.documents.traced import Traced


@pytest.mark.parametrize(
    "line",
    [
        "Kontakt: city@graz.example",
        "Pour en savoir plus : a@ville.example.",
        "x@y.example",
        "Contact: a.b@gent.example; office@asia.example and c@gent.example",
    ],
)
def test_a_line_of_an_address_and_words_for_it_is_a_contact(line):
    parts = part_contact(Traced.of(line, 0, len(line)))
    assert parts is not None
    assert "@" in str(parts[1])
    assert "@" not in str(parts[0])


@pytest.mark.parametrize("line", ["Letters to kites@weifang.example are printed", "Kites: a@b.example", "No address"])
def test_a_sentence_with_an_address_is_none(line):
    assert part_contact(Traced.of(line, 0, len(line))) is None


def tail(text: str, hidden: list[tuple[int, int]] | None = None) -> tuple[str, str] | None:
    """The words that announce the contact at the end of a text, and all from there on."""
    found = contact_tail(text, hidden or [])
    return (text[slice(*found.lead)], text[found.start :]) if found else None


ABOVE = "Expected results\n• More light\n• Fewer empty lorries\n"


@pytest.mark.parametrize(
    ("lines", "lead"),
    [
        ("Want to know more? Anna van Dijk, anna@advice.example", "Want to know more?"),
        ("Kontakt:\nStadt Kiel, Referat Europa\neu@kiel.example", "Kontakt:"),
        ("For more details write to Ms Jensen at\nint@aarhus.example", "For more details write to Ms Jensen at"),
        ("Ansprechpartner: Herr Müller, Tel. +45 12 34 56 78, m@a.example", "Ansprechpartner:"),
        ("Contact\nMads Jensen\n+45 12 34 56 78", "Contact"),
        ("Mads Jensen, int@aarhus.example", ""),
        ("int@aarhus.example", ""),
    ],
)
def test_the_last_lines_say_whom_to_ask_in_any_words(lines, lead):
    assert tail(ABOVE + lines) == (lead, lines)


@pytest.mark.parametrize(
    "lines",
    [
        "• A contact office in each city",
        "• Letters to int@aarhus.example are answered",
        "More visitors, among them those of www.aarhus.example",
        "• Contact point: int@aarhus.example",
        "Letters to kites@weifang.example are printed",
    ],
)
def test_a_result_that_speaks_of_contacts_is_none(lines):
    assert tail(ABOVE + lines) is None


def test_an_address_behind_the_template_s_contact_is_a_signature():
    text = ABOVE + "a@b.example\n\nJana Novakova\njana@liberec.example"
    assert tail(text, [(len(ABOVE), len(ABOVE) + 11)]) is None


def test_what_stands_in_a_cell_is_its_value():
    assert tail("Expected results\tMore light\nint@aarhus.example\tmore") is None


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (["Fewer lorries", "With kind regards / Com os melhores cumprimentos,", "Teresa Falcão"], 1),
        (["Fewer lorries", "此致", "敬礼"], 1),
        (["Fewer lorries", "More light"], 2),
        (["Kind regards"], 1),
        (["Kind regards", *["More light in the evening"] * 6], 7),
    ],
)
def test_the_end_of_a_letter_begins_where_it_says_goodbye(lines, place):
    assert closing_at(lines) == place
