"""Adding a document and correcting it, from the first look to the withdrawal of the correction."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import ROOT, Server, serve
from tests.browser.walk import settle, visit
from tests.records import SAMPLE

pytestmark = pytest.mark.only_looks

WUXI = ROOT / "tests" / "data" / "documents" / "practice" / "wuxi.pdf"


def upload(page: Page, *paths: Path) -> None:
    """Drop files on the page for adding plans, which reads them."""
    rows = page.locator("table.summary tbody tr")
    before = rows.count()
    page.locator('input[type="file"]').set_input_files([str(path) for path in paths])
    expect(rows).not_to_have_count(before, timeout=180_000)  # each of hostile files may take its ten seconds
    settle(page)


def keep(page: Page) -> None:
    """Keep all that was read."""
    page.get_by_role("button", name=re.compile(r"^Keep \d+ document")).click()
    settle(page)


@pytest.mark.browser
def test_a_document_is_added_corrected_and_the_correction_withdrawn(
    page: Page, tmp_path: Path, real_summaries: Path
) -> None:
    """A PDF is shown before it is kept; a correction outlives a restart, beside the document's word, and goes."""
    with serve(tmp_path, real_summaries) as server:
        visit(page, f"{server.url}/add")
        upload(page, WUXI)
        expect(page.locator("table.summary").get_by_text("Wuxi – Bilbao")).to_be_visible()
        keep(page)
        expect(page.get_by_text("1 plan added.")).to_be_visible()
        visit(page, f"{server.url}/?city=Wuxi")
        expect(page.get_by_text("1 pair of 1 Chinese city and 1 European city", exact=False)).to_be_visible()
        correct_country(page, server)
    with serve(tmp_path, real_summaries) as server:
        visit(page, f"{server.url}/plans?open=wuxi&field=/cities/1")
        expect(page.get_by_text("“France” instead of “Spain”")).to_be_visible()
        expect(page.get_by_text("Country corrected by Anna; the document says “Spain”")).to_be_visible()
        card = page.locator('[class*="st-key-correction_"]')
        card.get_by_text("Withdraw", exact=True).click()
        card.get_by_label("Reason").fill("It was right after all")
        card.get_by_role("button", name="Withdraw the correction").click()
        settle(page)
        expect(page.get_by_text(re.compile("Withdrawn by .*It was right after all"))).to_be_visible()
        expect(page.get_by_text("Bilbao, Basque Country, Spain")).to_be_visible()


def say_name(page: Page) -> None:
    """Answer who one is, where that is asked: once, and not of those who signed in."""
    settle(page)
    question = page.get_by_label("Your name").locator("visible=true")
    if question.count():
        question.first.fill("Anna")


def correct_country(page: Page, server: Server) -> None:
    """Have Bilbao lie in France."""
    visit(page, f"{server.url}/plans?open=wuxi&field=/cities/1/country_code")
    page.get_by_text("Correct this value").click()
    page.get_by_label("What is right").fill("FR")
    page.get_by_label("Reason").locator("visible=true").first.fill("The mayor wrote so")
    say_name(page)
    page.get_by_role("button", name="Save correction", exact=True).click()
    settle(page)
    expect(page.get_by_text("“France” instead of “Spain”")).to_be_visible()


@pytest.mark.browser
def test_what_became_of_a_match_is_noted_in_its_card(page: Page, tmp_path: Path) -> None:
    """The form comes with its menu; what is kept stands in the card at once, with who wrote it."""
    with serve(tmp_path, SAMPLE) as server:
        visit(page, f"{server.url}/matches")
        card = page.locator(".st-key-match_1")
        card.get_by_role("button", name="Note what became of it").click()
        menu = page.get_by_test_id("stPopoverBody")
        expect(menu.get_by_label("In a few words")).to_be_visible()
        settle(page)
        menu.get_by_label("In a few words").fill("Asked both")
        menu.get_by_label("Your name").fill("Anna")
        menu.get_by_role("button", name="Keep").click()
        expect(page.get_by_text("It is noted.")).to_be_visible()
        expect(menu).to_have_count(0)
        expect(card.get_by_text("Asked both", exact=False)).to_contain_text("Proposed")
        expect(card.get_by_text("Asked both", exact=False)).to_contain_text("Anna")
