"""Each page renders with all plans, with the two real summaries alone, and with none, wherever the visitor arrives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Server, serve
from tests.browser.walk import LONGER_THAN_MEASURING_MS, settle, shoot, turn, visit, wait_until

PAGES = {"": "Overview", "coverage": "Coverage", "timeline": "Timeline", "plans": "Plans", "findings": "To check"}
# How far the page can be pushed sideways; tables and the matrix scroll within themselves.
_SIDEWAYS_PX = """() => {
    const main = document.querySelector('[data-testid="stMain"]')
    return main.scrollWidth - main.clientWidth
}"""
SIZES = [(1280, 800), (1920, 1080), (390, 844)]


@pytest.mark.browser
@pytest.mark.only_looks
def test_each_page_renders_with_all_plans(page: Page, dashboard: Server) -> None:
    """All 25 plans stand on each page, at each size of screen: drawn for one, and laid out again for the others."""
    visit(page, f"{dashboard.url}/add")
    for at, (path, title) in enumerate(PAGES.items()):
        turn(page, f"{dashboard.url}/{path}", title)
        for width, height in SIZES[:: -1 if at % 2 else 1]:  # beginning with that of the page before
            page.set_viewport_size({"width": width, "height": height})
            settle(page, LONGER_THAN_MEASURING_MS)
            expect(page.get_by_text("25 of 25 plans")).to_be_visible()
            wait_until(page, f"({_SIDEWAYS_PX})() === 0")
            shoot(page, f"{title.lower()}-{width}")


@pytest.mark.browser
def test_the_first_visitor_may_come_by_a_deep_link_and_is_told_once_of_what_is_read(
    page: Page, tmp_path: Path, real_summaries: Path
) -> None:
    """Filters and pages are there, two plans alone look meant, too, and later clicks bring nothing of the reading."""
    frames: list[bytes] = []
    page.on(
        "websocket",
        lambda socket: socket.on(
            "framereceived", lambda frame: frames.append(bytes(frame, "latin-1") if isinstance(frame, str) else frame)
        ),
    )
    with serve(tmp_path, real_summaries, is_first_start=True) as server:
        visit(page, f"{server.url}/coverage?goal=11&city=Panjin")
        expect(page.get_by_text("1 of 2 plans")).to_be_visible()
        expect(page.get_by_role("link", name="Timeline")).to_be_visible()
        assert any(b"Reading " in frame for frame in frames)
        frames.clear()
        page.get_by_role("switch").click()
        page.wait_for_url("**/coverage?*stated=1")
        settle(page)
        assert frames
        assert not any(b"Reading " in frame for frame in frames)
        turn(page, server.url, "Overview")
        page.get_by_role("button", name="Reset").click()
        expect(page.get_by_text("2 of 2 plans")).to_be_visible()
        settle(page)  # before the server ends: what is being drawn still fetches its scripts
        shoot(page, "overview-two")


@pytest.mark.browser
@pytest.mark.only_looks
def test_a_table_is_walked_by_keyboard_and_opens_with_enter(page: Page, dashboard: Server) -> None:
    """Tab and arrow keys pass through a table and leave the page where it is; Enter opens the row that is reached."""
    visit(page, f"{dashboard.url}/plans")
    table = page.get_by_test_id("data-grid-canvas").first
    page.get_by_role("tab").first.focus()
    for _times in range(8):
        page.keyboard.press("Tab")
        if table.evaluate("one => one === document.activeElement"):
            break
    settle(page, 600)
    page.keyboard.press("ArrowDown")
    settle(page, 600)
    expect(page.get_by_role("heading", name="Plans", exact=True)).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="All plans")).to_be_visible()
    assert "open=" in page.url


@pytest.mark.browser
@pytest.mark.only_looks
def test_a_table_in_a_window_is_walked_by_keyboard_and_the_window_stays(page: Page, dashboard: Server) -> None:
    """Tab leads through the window into its table; Enter opens the row, and Escape would have closed the window."""
    visit(page, dashboard.url)
    page.locator(".st-key-figure_pairs button").press("Enter")
    table = page.get_by_role("dialog").get_by_test_id("data-grid-canvas")
    expect(table).to_be_visible()
    settle(page)
    for _times in range(6):
        page.keyboard.press("Tab")
        if table.evaluate("one => one === document.activeElement"):
            break
    settle(page, 600)
    page.keyboard.press("ArrowDown")
    settle(page, 600)
    expect(table).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("pair=|open="))  # the pair, or in another column its plan


@pytest.mark.browser
@pytest.mark.only_looks
def test_a_menu_is_reached_with_tab_from_its_button_and_left_with_escape(page: Page, dashboard: Server) -> None:
    """The menu of files stands at the end of the page, yet Tab leads into it, and behind it to what follows."""
    visit(page, dashboard.url)
    button = page.get_by_role("button", name="Export")
    button.press("Enter")
    first = page.get_by_test_id("stPopoverBody").get_by_role("combobox", name="Format")
    expect(first).to_be_visible()
    settle(page)
    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(button).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Download", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".st-key-figure_plans button")).to_be_focused()
    button.press("Escape")
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
