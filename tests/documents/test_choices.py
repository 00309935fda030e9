"""Check boxes: only what is ticked is stated, and the rest stays readable."""

from __future__ import annotations

import pytest

from tests.reading.helpers import traced
from ucap.documents.bullets import Paragraph
from ucap.documents.choices import split_choices
from ucap.documents.opening import open_document


@pytest.mark.parametrize(
    ("cell", "chosen"),
    [
        ("☐ SDG 3 ☒ SDG 6 ☑ SDG 13", ["SDG 6", "SDG 13"]),
        ("[ ] SDG 3 [x] SDG 11", ["SDG 11"]),
        ("(x) SDG 7 ( ) SDG 9", ["SDG 7"]),
        ("■ SDG 13 □ SDG 3", ["SDG 13"]),
        ("✓ SDG 13 ✗ SDG 3", ["SDG 13"]),
        ("SDG 3 ☐ SDG 11 ☒", ["SDG 11"]),
        ("Chosen: ☐ SDG 3 ☒ SDG 11", ["Chosen:", "SDG 11"]),
        ("☐ SDG 3 ☐ SDG 11", []),
        ("SDG 8: no; SDG 11: yes; SDG 15 (ja)", ["SDG 11", "SDG 15"]),
    ],
)
def test_only_ticked_options_are_kept(cell: str, chosen: list[str]) -> None:
    paragraphs, _ = split_choices([Paragraph(traced(cell))], has_answers=True)
    assert [str(paragraph.text) for paragraph in paragraphs] == chosen


@pytest.mark.parametrize(
    "cell", ["○ SDG 2 ○ SDG 12", "■ Trams ■ Buses", "✓ Trams", "Trams (x) and buses", "Result: no."]
)
def test_signs_that_are_no_boxes_change_nothing(cell: str) -> None:
    paragraphs, marks = split_choices([Paragraph(traced(cell))], has_answers=True)
    assert ([str(paragraph.text) for paragraph in paragraphs], marks) == ([cell], [])


@pytest.mark.parametrize(
    ("row", "goals"),
    [
        ("<input type=checkbox> SDG 3 <input type=checkbox checked> SDG 6", ["SDG 6"]),
        ("<select multiple><option>SDG 3<option selected>SDG 4</select>", ["SDG 4"]),
        ("SDG 6 <s>SDG 3</s> <span style='text-decoration: line-through'>SDG 13</span>", ["SDG 6"]),
        ("SDG 1<sup>3</sup> No Poverty", ["SDG 1³ No Poverty"]),
    ],
)
def test_a_page_shows_what_is_chosen_struck_out_and_raised(row: str, goals: list[str]) -> None:
    page = f"<table><tr><td>City:<td>Wuxi<td>Essen<tr><td>Country:<td>China<td>Germany<tr><td>SDGs:<td>{row}</table>"
    document = open_document("page.html", page.encode())
    assert [str(block.text) for cell in document.rows[2].cells for block in cell.blocks] == goals


def test_struck_out_text_is_loose_and_known_as_struck_out() -> None:
    document = open_document(
        "plan.txt", b"City:\tWuxi\tEssen\nCountry:\tChina\tGermany\nSDGs:\t<del>SDG 3</del> SDG 2\n"
    )
    assert [document.text[start:end] for start, end in document.struck] == ["SDG 3"]
    assert [str(text) for text in document.loose] == ["SDG 3"]


@pytest.mark.parametrize(
    ("is_row_of_options", "kept"), [(True, ["May: fair"]), (False, ["✓ May: fair", "✗ June: off"])]
)
def test_ticks_and_crosses_are_boxes_in_rows_of_options_only(is_row_of_options: bool, kept: list[str]) -> None:
    paragraphs, _ = split_choices(
        [Paragraph(traced(line)) for line in ("✓ May: fair", "✗ June: off")], is_row_of_options
    )
    assert [str(paragraph.text) for paragraph in paragraphs] == kept
