"""Words are found where they stand, typos are forgiven, and a passage leads to its place in the document."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Server
from tests.browser.walk import settle, visit

pytestmark = pytest.mark.only_looks


@pytest.mark.browser
def test_a_search_leads_from_a_typo_to_the_passage_in_the_document(page: Page, dashboard: Server) -> None:
    """The word that was meant is one click away, its passages a second one, and a third opens the document there."""
    visit(page, dashboard.url)
    search = page.get_by_test_id("stSidebar").get_by_role("searchbox", name="Search")
    search.fill("mobilty")
    search.press("Enter")
    page.get_by_role("button", name="Did you mean “mobility”?").click()
    expect(page).to_have_url(re.compile(r"q=mobility"))
    page.get_by_role("button", name="Show passages").click()
    expect(page).to_have_url(re.compile(r"/plans\?q=mobility&tab=passages"))
    settle(page)
    passages = page.locator(".passage")
    assert {text.casefold() for text in passages.locator("mark").all_text_contents()} <= {"mobility", "electromobility"}
    page.get_by_role("button", name="Tianjin").first.click()
    expect(page.locator(".st-key-document mark").first).to_contain_text(re.compile("mobility", re.IGNORECASE))
    page.go_back()
    expect(page.locator(".passage").first).to_be_visible()


@pytest.mark.browser
def test_the_tab_of_an_open_plan_stands_in_the_address(page: Page, dashboard: Server) -> None:
    """A link to what is doubtful in a plan opens there, and another plan opens on its record."""
    visit(page, f"{dashboard.url}/plans?open=panjin&tab=related")
    expect(page.get_by_role("tab", name="Related plans")).to_have_attribute("aria-selected", "true")
    page.get_by_role("tab", name="History").click()
    expect(page).to_have_url(re.compile("tab=history"))
    visit(page, page.url)
    expect(page.get_by_role("tab", name="History")).to_have_attribute("aria-selected", "true")
