"""What a visitor sets beside the filters, the part of the map and the language, stays through all pages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Server
from tests.browser.walk import settle, visit

pytestmark = pytest.mark.only_looks


@pytest.mark.browser
def test_the_map_looks_closer_at_a_side_and_the_address_says_so(page: Page, dashboard: Server) -> None:
    """Cities too close to be named on the whole map have their names when Europe alone is shown; a link keeps that."""
    visit(page, f"{dashboard.url}/?view=europe")
    chart = page.locator(".js-plotly-plot").first
    expect(chart.get_by_text("Fuenlabrada", exact=True)).to_be_visible()
    page.get_by_text("Both sides", exact=True).click()
    expect(chart.get_by_text("Zhengzhou", exact=True)).to_be_visible()
    page.wait_for_url(f"{dashboard.url}/")


@pytest.mark.browser
def test_hurrying_through_the_pages_loses_neither_language_nor_view(page: Page, dashboard: Server) -> None:
    """Pages that are left before they are drawn forget nothing."""
    visit(page, f"{dashboard.url}/?view=china&lang=zh")
    links = page.get_by_test_id("stTopNavLink")
    for number in [1, 2, 3, 4, 1, 0]:
        links.nth(number).click()
        page.wait_for_timeout(200)  # the pace of a visitor in a hurry
    settle(page)
    page.wait_for_url(f"{dashboard.url}/?lang=zh&view=china")
    page.get_by_text("English", exact=True).click()
    expect(page.get_by_role("heading", name="Overview", exact=True)).to_be_visible()
    page.wait_for_url(f"{dashboard.url}/?view=china")
