"""Check boxes: only what is ticked is stated, and the rest stays readable."""

from __future__ import annotations

from time import process_time

import pytest

from tests.reading.helpers import traced
from ucap.documents.choices import split_choices
from ucap.documents.lists.paragraphs import Paragraph
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
        ("（√）SDG 3 （ ）SDG 6 （　）SDG 7", ["SDG 3"]),
        ("目标3（✓） 目标6（）", ["目标3"]),
        ("[√] SDG 3 [×] SDG 6", ["SDG 3"]),
        ("√ SDG 3 □ SDG 6", ["SDG 3"]),
        ("SDG 3: ☐ yes ☒ no; SDG 6: ☒ yes ☐ no", ["SDG 6"]),
        ("SDG 3: ja ☒ nein ☐\nSDG 6: ja ☐ nein ☒", ["SDG 3"]),
        ("SDG 3: ☐ yes ☒ no SDG 6: ☒ yes ☐ no", ["SDG 6"]),
        ("☐ yes ☒ no SDG 3; ☒ yes ☐ no SDG 6; ☐ yes ☒ no SDG 7", ["SDG 6"]),
        ("☐ yes ☒ no SDG 3 ☒ yes ☐ no", []),
        ("Tick: ☐ yes ☒ no SDG 3; ☒ yes ☐ no SDG 6", []),
        ("☒ No Poverty ☐ No Hunger", ["No Poverty"]),
        ("☐ le transport ☒ le climat", ["le climat"]),
        ("SDG 3 ☒是 ☐否", ["SDG 3"]),
        ("SDG 3 ☐ oui ☐ non, SDG 6 ☑ oui ☐ non", ["SDG 6"]),
    ],
)
def test_only_ticked_options_are_kept(cell: str, chosen: list[str]) -> None:
    paragraphs, _ = split_choices([Paragraph(traced(cell))], has_answers=True)
    assert [str(paragraph.text) for paragraph in paragraphs] == chosen


def test_blanks_behind_a_box_are_looked_at_once() -> None:
    """Looked at from each of them, these take minutes."""
    began = process_time()
    split_choices([Paragraph(traced("SDG 8: yes ☒" + " " * 8000 + "x"))], has_answers=True)
    assert process_time() - began < 5


@pytest.mark.parametrize(
    "cell",
    [
        "○ SDG 2 ○ SDG 12",
        "■ Trams ■ Buses",
        "✓ Trams",
        "Trams (x) and buses",
        "Result: no.",
        "√ Trams",
        "Beds (3 × 4 m)",
    ],
)
def test_signs_that_are_no_boxes_change_nothing(cell: str) -> None:
    paragraphs, marks = split_choices([Paragraph(traced(cell))], has_answers=True)
    assert ([str(paragraph.text) for paragraph in paragraphs], marks) == ([cell], [])


@pytest.mark.parametrize(
    ("row", "goals"),
    [
        ("<input type=checkbox> SDG 3 <input type=checkbox checked> SDG 6", ["SDG 6"]),
        ("SDG 3: <input type=radio> yes <input type=radio checked> no", []),
        ("SDG 3: <input type=radio checked> yes <input type=radio> no", ["SDG 3"]),
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


@pytest.mark.parametrize(
    ("sheet", "row", "goals"),
    [
        (".old { text-decoration: line-through }", "SDG 6 <span class='x old'>SDG 3</span>", ["SDG 6"]),
        (
            "td .old, b.old { color: red; text-decoration-line: line-through; }",
            "SDG 6 <i class=old>SDG 3</i>",
            ["SDG 6"],
        ),
        ("#old { text-decoration: line-through }", "SDG 6<p id=old>SDG 3 <i>or 4</i></p>", ["SDG 6"]),
        ("/* .a {} */ .fn { vertical-align: super }", "SDG 1<span class=fn>3</span> No Poverty", ["SDG 1³ No Poverty"]),
        (".help { display: none }", "SDG 6 <span class=help>e.g. SDG 3</span>", ["SDG 6"]),
        (".more { display: none }", "SDG 6<div class=more>SDG 3</div>", ["SDG 6", "SDG 3"]),
        ("@media print { .old { text-decoration: line-through } }", "SDG 6 <i class=old>SDG 3</i>", ["SDG 6 SDG 3"]),
        ("span.old { text-decoration: line-through }", "SDG 6 <i class=old>SDG 3</i>", ["SDG 6 SDG 3"]),
        (".a { text-decoration: line-through } .a.b { text-decoration: none }", "<i class='b a'>SDG 3</i>", ["SDG 3"]),
        ("u { text-decoration: underline }", "SDG 6 <u>SDG 3</u>", ["SDG 6 SDG 3"]),
    ],
)
def test_the_style_sheet_of_a_page_strikes_out_raises_and_hides(sheet: str, row: str, goals: list[str]) -> None:
    """What is hidden as a block may be opened by a script, and is read."""
    page = (
        f"<html><style>{sheet}</style><table><tr><td>City:<td>Wuxi<td>Essen<tr><td>Country:<td>China<td>Germany"
        f"<tr><td>SDGs:<td>{row}</table></html>"
    )
    document = open_document("page.html", page.encode())
    assert [str(block.text) for cell in document.rows[2].cells for block in cell.blocks] == goals


@pytest.mark.parametrize("where", ["td", "tr", "p", "li"])
def test_a_whole_cell_row_or_paragraph_of_a_page_may_be_struck_out(where: str) -> None:
    old = {name: " style='text-decoration: line-through'" if name == where else "" for name in ("tr", "td", "p", "li")}
    page = (
        f"<table><tr><td>City:<td>Wuxi<td>Essen<tr><td>Country:<td>China<td>Germany<tr><td>SDGs:<td>SDG 6"
        f"<tr{old['tr']}><td>Results:<td{old['td']}><p{old['p']}>A park</p><ul><li{old['li']}>A bridge</ul></table>"
    )
    document = open_document("page.html", page.encode())
    results = [
        str(block.text) for row in document.rows if row.key == "results" for cell in row.cells for block in cell.blocks
    ]
    assert results == {"p": ["A bridge"], "li": ["A park"]}.get(where, [])
