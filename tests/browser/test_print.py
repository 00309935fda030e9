"""On paper: the page without its controls, charts whole, tables as text."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page

from tests.browser.server import Server
from tests.browser.walk import settle, visit

pytestmark = pytest.mark.only_looks

WHITE, MOSTLY = 250, 0.6


def printed(page: Page, folder: Path, landscape: bool) -> pypdfium2.PdfDocument:
    path = folder / f"{landscape}.pdf"
    page.pdf(path=str(path), format="A4", landscape=landscape, print_background=True)
    return pypdfium2.PdfDocument(path)


def sheets(paper: pypdfium2.PdfDocument) -> list[str]:
    return [sheet.get_textpage().get_text_range() for sheet in paper]


def said(paper: pypdfium2.PdfDocument) -> str:
    return "\n".join(sheets(paper))


@pytest.mark.browser
@pytest.mark.parametrize("landscape", [False, True], ids=["upright", "across"])
def test_the_overview_is_printed_whole_and_without_its_controls(
    page: Page, dashboard: Server, tmp_path: Path, landscape: bool
) -> None:
    """The map is whole and no chart is cut, nothing reaches the edge, and no filter, button or menu is printed."""
    visit(page, dashboard.url)
    settle(page)
    paper = printed(page, tmp_path, landscape)
    text = said(paper)
    for wanted in ("Overview", "Who works with whom", "Barcelona", "Guangzhou", "Agriculture and food"):
        assert wanted in text
    # The letters of charts stand apart in the file; their order tells that the whole chart is on one sheet.
    pressed = ["".join(sheet.split()) for sheet in sheets(paper)]
    assert any("Education,jobsandskills" in sheet and "Otherthemes" in sheet for sheet in pressed)
    for control in ("Find among", "Copy link", "Views", "Evidence", "Timeline", "中文"):
        assert control not in text
    for sheet in paper:
        picture = sheet.render(scale=0.5).to_numpy()
        assert picture[:, :4].min() > WHITE
        assert picture[:, -4:].min() > WHITE


@pytest.mark.browser
def test_a_printed_table_is_text_and_says_where_it_is_cut(page: Page, dashboard: Server, tmp_path: Path) -> None:
    """Cells are printed whole; where not all rows are there, it says how many, and where all of them are."""
    visit(page, f"{dashboard.url}/plans?city=Panjin")
    settle(page)
    text = said(printed(page, tmp_path, landscape=False))
    assert "Panjin – Barcelona" in text
    assert "rows. A file of" not in text
    visit(page, f"{dashboard.url}/")
    settle(page)
    text = " ".join(said(printed(page, tmp_path, landscape=True)).split())
    assert "rows. A file of the menu “Export” holds all" in text


@pytest.mark.browser
def test_a_plan_is_printed_with_each_value_beside_its_passage(page: Page, dashboard: Server, tmp_path: Path) -> None:
    """The map of its cities is there, each value stands beside what the document says, and no control is printed."""
    visit(page, f"{dashboard.url}/plans?open=panjin")
    paper = printed(page, tmp_path, landscape=False)
    text = said(paper)
    assert text.count("word for word") > 3
    for control in ("All plans", "Previous", "1 of", "The whole text", "Choose a value"):
        assert control not in text
    # The title, the list of cities and the map name it; the letters of charts may stand apart in the file.
    assert "".join(text.split()).partition("Notcheckedyet")[0].count("Rome") > 2
    assert paper[0].render(scale=0.5).to_numpy().reshape(-1)[0] == 255


@pytest.mark.browser
def test_what_is_dark_on_the_screen_is_ink_on_white_paper(page: Page, dashboard: Server, tmp_path: Path) -> None:
    """A sheet of a dark page is white nearly all over, and its charts have the colours of the light page."""
    page.emulate_media(color_scheme="dark")
    visit(page, dashboard.url)
    settle(page)
    for sheet in printed(page, tmp_path, landscape=False):
        picture = sheet.render(scale=0.5).to_numpy()
        assert (picture.min(axis=2) > WHITE).mean() > MOSTLY
