"""On paper: the page without its controls, charts whole, tables as text."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page

from tests.browser.server import Server
from tests.browser.walk import settle, visit

WHITE = 250


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
