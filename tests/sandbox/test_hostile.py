"""Documents made to harm: each costs itself alone, within time and memory, and the next one is read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from ucap.sandbox import Processes, Refused

DATA = Path(__file__).parents[1] / "data"
HOSTILE = DATA / "hostile"
GUILIN = (DATA / "documents" / "practice" / "guilin.pdf").read_bytes()


@pytest.fixture(scope="module")
def reading() -> Iterator[Processes]:
    processes = Processes("ucap.reading.door:read_serialised")
    yield processes
    processes.close()


@pytest.fixture(scope="module")
def drawing() -> Iterator[Processes]:
    processes = Processes("ucap.documents.shapes.pdf.marks:passage_image", seconds=3)
    yield processes
    processes.close()


def test_the_page_of_a_pdf_that_would_be_drawn_for_ever_is_given_up(drawing: Processes) -> None:
    with pytest.raises(Refused, match="longer than 3 seconds"):
        drawing("r_pattern.pdf", (HOSTILE / "r_pattern.pdf").read_bytes(), json.dumps([[0, 5]]).encode())
    (image,) = drawing("guilin.pdf", GUILIN, json.dumps([[0, 5]]).encode())
    assert image.startswith(b"\x89PNG")


def test_a_pdf_that_unpacks_to_gigabytes_does_not_get_the_memory() -> None:
    """Its 4.6 KB would take 1.8 GB."""
    narrow = Processes("ucap.reading.door:read_serialised", seconds=60, memory_bytes=400 * 2**20)
    with pytest.raises(Refused, match="too much memory"):
        narrow("bomb.pdf", (HOSTILE / "pdf_flate2bomb.pdf").read_bytes())
    assert narrow("guilin.pdf", GUILIN)
    narrow.close()


def test_json_that_is_nested_very_deeply_is_refused_in_plain_words(reading: Processes) -> None:
    with pytest.raises(Refused, match="more deeply than any summary") as caught:
        reading("deep.json", (HOSTILE / "json_depth900.json").read_bytes())
    assert "Error" not in str(caught.value)


def test_control_characters_of_a_document_are_no_part_of_a_refusal(reading: Processes) -> None:
    """What a terminal would obey (colours, its title, an emptied screen) becomes pictures of the characters."""
    with pytest.raises(Refused) as caught:
        reading("ansi.json", (HOSTILE / "json_ansi.json").read_bytes())
    assert "\N{SYMBOL FOR ESCAPE}[31mRED" in caught.value.reason
    assert "\x1b" not in str(caught.value)
