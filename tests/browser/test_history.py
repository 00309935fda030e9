"""Editions of a plan beside each other, and the list of corrections out and in."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import serve
from tests.browser.test_editing import WUXI, correct_country, keep, say_name, upload
from tests.browser.walk import settle, visit
from tests.store.samples import record

pytestmark = pytest.mark.only_looks


@pytest.mark.browser
def test_an_older_edition_is_kept_beside_the_newer_with_what_differs(
    page: Page, tmp_path: Path, real_summaries: Path
) -> None:
    """What differs is shown before the newer edition is kept and in the plan's history; the older one can be had."""
    older, newer = tmp_path / "guilin.json", tmp_path / "guilin-2021.json"
    older.write_bytes(record("Guilin"))
    newer.write_bytes(record("Guilin", focus=["Wetlands", "Tourism"]))
    with serve(tmp_path, real_summaries) as server:
        visit(page, f"{server.url}/add")
        for document in (older, newer):
            upload(page, document)
            if document == newer:
                expect(page.locator("table.summary").get_by_text("Newer edition")).to_be_visible()
                page.get_by_text("guilin-2021.json: Guilin").click()
                expect(page.get_by_text("A newer edition of guilin.")).to_be_visible()
            keep(page)
        visit(page, f"{server.url}/plans?open=guilin")
        page.get_by_role("tab", name="History").click()
        expect(page.get_by_role("heading", name="Edition 2: guilin-2021.json")).to_be_visible()
        expect(page.get_by_text("Changes from the previous edition:")).to_be_visible()
        card = page.locator(".st-key-edition_1")
        expect(card.get_by_role("heading", name="Older edition 1: guilin.json")).to_be_visible()
        with page.expect_download() as download:
            card.get_by_role("button", name="Original file").click()
        assert Path(download.value.path()).read_bytes() == record("Guilin")


@pytest.mark.browser
def test_the_list_of_corrections_goes_out_and_in(page: Page, tmp_path: Path, real_summaries: Path) -> None:
    """A list that was taken out is made again in another store; one that does not fit makes nothing, and says why."""
    corrections = tmp_path / "corrections.csv"
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
    with serve(first, real_summaries) as server:
        visit(page, f"{server.url}/add")
        upload(page, WUXI)
        keep(page)
        correct_country(page, server)
        visit(page, f"{server.url}/findings")
        page.get_by_role("tab", name="Corrections").click()
        expect(page.get_by_text("1 correction is in effect.")).to_be_visible()
        with page.expect_download() as download:
            page.get_by_role("button", name="All corrections as CSV").click()
        download.value.save_as(corrections)
    with serve(second, real_summaries) as server:
        visit(page, f"{server.url}/findings")
        _read_in(page, corrections)
        expect(page.get_by_text("Nothing was imported.")).to_be_visible()
        expect(page.get_by_text("There is no plan wuxi.")).to_be_visible()
        visit(page, f"{server.url}/add")
        upload(page, WUXI)
        keep(page)
        visit(page, f"{server.url}/findings")
        _read_in(page, corrections)
        expect(page.get_by_text("1 correction was made; 0 were there already.")).to_be_visible()
        expect(page.get_by_text("1 correction is in effect.")).to_be_visible()


def _read_in(page: Page, path: Path) -> None:
    page.get_by_role("tab", name="Corrections").click()
    page.get_by_text("Apply the corrections of a CSV file").click()
    page.locator('input[type="file"]').set_input_files(str(path))
    expect(page.get_by_test_id("stFileChip")).to_have_count(1)
    say_name(page)
    page.get_by_role("button", name="Apply").click()
    settle(page)
