"""The law of nothing lost, over documents that were damaged at random."""

import random
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.helpers import NAMES, PRACTICE, SAMPLES, SHAPES, assert_lawful
from tests.documents.mutations import mutated
from tests.effort import effort
from ucap.documents.opening import open_documents
from ucap.errors import UnreadableDocument

FILES = [*sorted(SAMPLES.glob("*.txt")), *(PRACTICE / f"{name}.{shape}" for name in NAMES for shape in SHAPES)]


def assert_opens_or_refuses(data: bytes) -> None:
    """Whatever the bytes: lawful documents, or a refusal."""
    with suppress(UnreadableDocument):
        for document in open_documents("mutant", data):
            assert_lawful(document)


@pytest.mark.parametrize("shape", SHAPES)
def test_damaged_documents_are_read_lawfully_or_refused(shape):
    for seed in range(40):
        chance = random.Random(f"{shape} {seed}")
        original = (PRACTICE / f"{chance.choice(NAMES)}.{shape}").read_bytes()
        assert_opens_or_refuses(mutated(original, chance))


PIECES = [
    *(
        "City:",
        "Country:",
        "Key focus of cooperation",
        "themes:",
        "Main objectives of",
        "the U-CAP:",
        "Expected results",
    ),
    *("A European Union Programme", "欧盟项目", "For further information, please contact:", "a@b.eu", "N/A", "Mayor:"),
    *(
        "\t",
        "\n",
        "\n\n\n",
        "\f",
        "<p>",
        "</li>",
        "<ul>",
        "&amp;",
        "→ ",
        "1. ",
        "2. ",
        " o ",
        "- ",
        "e-",
        "Wuhu",
        "Porto",
    ),
]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=40))
@settings(max_examples=effort(150))
def test_text_made_of_pieces_of_summaries_is_read_lawfully(pieces):
    assert_opens_or_refuses("".join(pieces).encode("utf-8", "surrogatepass"))


@given(st.lists(st.sampled_from(PIECES), max_size=30))
@settings(max_examples=effort(80))
def test_markup_made_of_pieces_of_summaries_is_read_lawfully(pieces):
    cells = ["<tr>", "<td>", "<td colspan=2>", "<table>", "</table>", "</td>", "<br>", "<li>"]
    markup = "".join(f"{piece}{cells[len(piece) % len(cells)]}" for piece in pieces)
    assert_opens_or_refuses(f"<html><table><tr><td>City:<td>A<td>B<tr><td>Country:<td>C{markup}".encode())


@given(st.binary(max_size=400))
@settings(max_examples=effort(150))
def test_any_bytes_are_read_lawfully_or_refused(data):
    assert_opens_or_refuses(data)


@pytest.mark.parametrize("start", [b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b'{"', b"City:\tA\tB\n"])
@given(st.binary(max_size=300))
@settings(max_examples=effort(40))
def test_any_bytes_behind_a_known_beginning_are_read_lawfully_or_refused(start, data):
    assert_opens_or_refuses(start + data)


def test_a_torn_text_with_a_label_that_has_no_value_is_read() -> None:
    torn = (
        "City Province State A: G: n\nCountry Population:Size(km2)Period of cooperation Theme:\n"
        "SDG P<p>Key challenge\nMain objective-Short description of activitie Expected result"
    )
    assert_opens_or_refuses(torn.encode())
