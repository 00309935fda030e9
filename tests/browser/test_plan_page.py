"""A plan's own page: values beside passages, the way to the next plan, removing it and bringing it back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Server, serve
from tests.browser.test_editing import say_name
from tests.browser.walk import settle, visit, wait_until

pytestmark = pytest.mark.only_looks

PHONE = (390, 800)


@pytest.mark.browser
def test_each_value_stands_beside_its_passage_without_a_click_and_without_the_filters(
    page: Page, dashboard: Server
) -> None:
    """The population is a number, its passage says what the document wrote; filters would do nothing here."""
    visit(page, f"{dashboard.url}/plans?open=panjin")
    row = page.locator(".record .row").filter(has_text="1,440,000")
    expect(row.locator(".said")).to_have_text("1.44 million")
    expect(page.get_by_label("Words in a plan")).to_have_count(0)
    expect(page.locator(".glance")).to_contain_text("SDG 8 Decent Work and Economic Growth")


@pytest.mark.browser
def test_the_next_plan_of_the_selection_is_one_press_away_and_the_link_carries_it(
    page: Page, dashboard: Server
) -> None:
    visit(page, f"{dashboard.url}/plans?city=Panjin&city=Longyan&open=longyan")
    expect(page.get_by_role("button", name="Previous")).to_be_disabled()
    expect(page.get_by_text("1 of 2")).to_be_visible()
    page.get_by_role("button", name="Next").click()
    page.wait_for_url(re.compile("city=Panjin.*open=panjin"))
    expect(page.get_by_role("heading", name="Panjin – Barcelona, Stuttgart, Rome")).to_be_visible()
    expect(page.get_by_role("button", name="Next")).to_be_disabled()


@pytest.mark.browser
@pytest.mark.parametrize("page", [PHONE], indirect=True)
def test_on_a_phone_a_button_that_says_so_leads_to_the_pages_and_a_tap_shows_the_passage(
    page: Page, dashboard: Server
) -> None:
    visit(page, f"{dashboard.url}/plans?open=panjin")
    value = page.get_by_role("button", name="Population, China: 1,440,000")
    said = page.locator(".record .row").filter(has_text="1,440,000").locator(".said")
    expect(said).to_be_hidden()
    value.click()
    expect(said).to_be_visible()
    page.get_by_role("button", name="Pages and filters").click()
    page.get_by_role("link", name="Timeline").click()
    expect(page.get_by_role("heading", name="Timeline", exact=True)).to_be_visible()


@pytest.mark.browser
def test_a_plan_that_was_added_by_mistake_is_removed_and_brought_back(
    page: Page, tmp_path: Path, real_summaries: Path
) -> None:
    """Removed it counts nowhere, and the way back is under To check; who did it is asked for once."""
    with serve(tmp_path, real_summaries) as server:
        visit(page, f"{server.url}/plans?open=panjin&tab=history")
        page.get_by_text("Remove this plan").click()
        page.get_by_label("Reason").locator("visible=true").first.fill("A draft")
        page.get_by_role("button", name="Remove the plan").click()
        expect(page.get_by_text("Say who you are")).to_be_visible()
        say_name(page)
        page.get_by_role("button", name="Remove the plan").click()
        expect(page.get_by_text("The plan is removed.")).to_be_visible()
        expect(page.get_by_text("1 of 1 plan")).to_be_visible()
        wait_until(page, "document.cookie.includes('ucap_name')")
        visit(page, f"{server.url}/findings?tab=uncounted")
        expect(page.get_by_text(re.compile("Removed on .* by Anna: A draft"))).to_be_visible()
        page.get_by_text("Bring back").click()
        page.get_by_label("Reason").locator("visible=true").first.fill("It was the final one")
        expect(page.get_by_label("Your name")).to_have_count(0)
        page.get_by_role("button", name="Bring the plan back").click()
        settle(page)
        expect(page.get_by_text("The plan counts again.")).to_be_visible()
        expect(page.get_by_text("2 of 2 plans")).to_be_visible()
