"""The three jobs of an officer: find who works on what, take the table along, and share a view."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pptx import Presentation

from tests.browser.server import Server
from tests.browser.walk import LONGER_THAN_MEASURING_MS, first_cells, settle, visit

pytestmark = pytest.mark.only_looks


def choose(page: Page, label: str, option: str) -> None:
    """Pick an option of a filter in the sidebar."""
    box = page.get_by_test_id("stSidebar").get_by_role("combobox", name=label, exact=True)
    box.fill(option)
    box.press("Enter")
    settle(page)


@pytest.mark.browser
def test_who_works_on_a_theme_with_whom(page: Page, dashboard: Server) -> None:
    """Choosing a theme leaves the plans about it; the pairs are listed, and a chart's evidence leads to the passage."""
    visit(page, dashboard.url)
    choose(page, "Theme", "Agriculture and food")
    expect(page.get_by_text("4 of 25 plans")).to_be_visible()
    page.get_by_role("button", name="pairs of cities").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator('[data-testid^="glide-cell-0-"]', has_text="Barcelona – Panjin")).to_be_attached()
    page.keyboard.press("Escape")
    page.locator(".st-key-evidence_map button").click()
    settle(page)
    dialog.get_by_role("combobox").click()
    page.get_by_role("option", name="Panjin – Barcelona").click()
    settle(page)
    expect(dialog.get_by_text("000_08e70ecde45fe0ac.txt").first).to_be_visible()
    dialog.get_by_role("button", name="Open in the document").first.click()
    expect(page.get_by_role("heading", name="What the document says", exact=True)).to_be_visible()
    expect(page.locator("mark").first).to_have_text("Panjin")


@pytest.mark.browser
def test_the_exported_workbook_holds_the_rows_on_screen_and_names_the_filters(
    page: Page, dashboard: Server, tmp_path: Path
) -> None:
    """The workbook of a filtered view has exactly the plans of the table, in their order, and says by which filters.

    Rome is typed, Enter pressed: no address is written by hand.
    """
    visit(page, dashboard.url)
    choose(page, "European city", "rome")
    page.get_by_role("link", name="Plans", exact=True).click()
    settle(page, LONGER_THAN_MEASURING_MS)
    shown = first_cells(page)
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download", exact=True).click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    book = load_workbook(path, read_only=True)
    header, *rows = list(book["Plans"].iter_rows(values_only=True))
    titles = [str(row[header.index("Title")]) for row in rows]
    assert shown
    assert titles == shown
    about = " ".join(str(cell) for row in book["About"].iter_rows(values_only=True) for cell in row if cell)
    assert "European city: Rome" in about


@pytest.mark.browser
def test_slides_on_rome_for_thursday(page: Page, dashboard: Server) -> None:
    """Rome is typed, Present clicked: the slides and the deck are about the plans of Rome, and about no others."""
    visit(page, dashboard.url)
    choose(page, "European city", "rome")
    page.get_by_role("link", name="Present", exact=True).click()
    settle(page)
    expect(page.get_by_text("European city: Rome").first).to_be_visible()
    with page.expect_download() as download:
        page.locator(".st-key-download_pptx button").click()
    deck = Presentation(io.BytesIO(Path(download.value.path()).read_bytes()))
    slides = [" ".join(shape.text_frame.text for shape in one.shapes if shape.has_text_frame) for one in deck.slides]
    assert "European city: Rome" in slides[0]
    assert any("Yantai – Rome" in text for text in slides)
    assert not any("Suzhou – Stuttgart" in text for text in slides)


@pytest.mark.browser
def test_a_click_on_a_bar_sets_the_filter_and_a_second_click_clears_it(page: Page, dashboard: Server) -> None:
    """What a chart shows can be clicked: the address, the sidebar and the counts follow."""
    visit(page, dashboard.url)
    bars = page.locator('[class*="chart_goals"] .barlayer .point path')
    bars.first.scroll_into_view_if_needed()
    box = bars.first.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    settle(page)
    expect(page).to_have_url(re.compile("goal="))
    page.get_by_role("button", name="Reset").click()
    expect(page.get_by_text("25 of 25 plans")).to_be_visible()


@pytest.mark.browser
def test_a_view_is_shared_as_a_link_and_kept_from_page_to_page(page: Page, dashboard: Server) -> None:
    """Filters stand in the address in readable form and stay when the reader turns to another page."""
    visit(page, dashboard.url)
    choose(page, "Chinese city", "Panjin")
    expect(page.get_by_text("1 of 25 plans")).to_be_visible()
    assert page.url.endswith("?city=Panjin")
    page.get_by_role("link", name="Timeline").click()
    settle(page)
    expect(page.get_by_text("1 of 25 plans")).to_be_visible()
    assert "city=Panjin" in page.url
    page.get_by_role("button", name="Remove Chinese city: Panjin").click()
    expect(page.get_by_text("25 of 25 plans")).to_be_visible()
