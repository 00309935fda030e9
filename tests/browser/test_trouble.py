"""A database that goes away, only lets read, or fills its disk: a kind message, and work goes on afterwards."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
import requests
from playwright.sync_api import Page, expect

from tests.browser.server import Server, serve
from tests.browser.test_editing import WUXI, correct_country, keep, say_name, upload
from tests.browser.test_jobs import choose
from tests.browser.walk import settle, visit
from tests.store.postgres import Cluster, running

pytestmark = pytest.mark.only_looks

PANJIN = "/plans?open=panjin&field=/cities/1/country_code"
# SQLite writes what is kept into its log first, from the beginning, in pages of 4 KiB; a summary takes dozens of them.
IN_THE_MIDST_OF_KEEPING = 4 * 4096


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    yield from running()


@pytest.mark.browser
def test_a_database_that_goes_away_leaves_the_charts_and_takes_changes_again_when_it_is_back(
    page: Page, cluster: Cluster, tmp_path: Path, real_summaries: Path
) -> None:
    """Charts and filters go on as things stood; what needs the store says so; a file dropped meanwhile is not lost."""
    url = cluster.empty_database()
    with serve(tmp_path, real_summaries, UCAP_DATABASE_URL=url) as server:
        visit(page, server.url)
        expect(page.get_by_text("2 of 2 plans")).to_be_visible()
        visit(page, f"{server.url}/add")
        other = page.context.new_page()
        cluster.stop()
        try:
            page.locator('input[type="file"]').set_input_files(WUXI)
            expect(page.get_by_text("does not answer. Nothing was changed.")).to_be_visible()
            expect(page.get_by_text("Wuxi – Bilbao")).to_have_count(0)
            _look_around(other, server)
            answer = requests.get(f"{server.url}/api/plans/panjin", timeout=60)
            assert (answer.status_code, "Retry-After" in answer.headers) == (503, True)
        finally:
            cluster.start()
        other.get_by_role("button", name="Try again").click()
        settle(other)
        expect(other.get_by_role("heading", name="What the document says", exact=True)).to_be_visible()
        expect(other.get_by_text("The store cannot be reached now")).to_have_count(0)
        page.get_by_role("button", name="Try again").click()
        settle(page)
        expect(page.locator("table.summary").get_by_text("Wuxi – Bilbao")).to_be_visible()
        expect(page.get_by_text("does not answer. Nothing was changed.")).to_have_count(0)
        keep(page)
        expect(page.get_by_text("1 plan added.")).to_be_visible()


def _look_around(page: Page, server: Server) -> None:
    """Turn to a page that needs no store, filter there, and to one that needs it."""
    visit(page, server.url)
    expect(page.get_by_text("The store cannot be reached now")).to_be_visible()
    choose(page, "Chinese city", "Panjin")
    expect(page.get_by_text("1 of 2 plans")).to_be_visible()
    visit(page, server.url + PANJIN)
    expect(page.get_by_text("does not answer. Nothing was changed. Try again when it is back.")).to_be_visible()


@pytest.mark.browser
def test_a_database_that_only_lets_read_shows_everything_and_tells_who_wants_to_change(
    page: Page, cluster: Cluster, tmp_path: Path, real_summaries: Path
) -> None:
    """What was written into the form stays there, so that it can be sent again."""
    url = cluster.empty_database()
    with serve(tmp_path, real_summaries, UCAP_DATABASE_URL=url) as server:
        visit(page, server.url + PANJIN)
        page.get_by_text("Correct this value").click()
        page.get_by_label("What is right").fill("PT")
        page.get_by_label("Reason").locator("visible=true").first.fill("The mayor wrote so")
        say_name(page)
        _set_read_only(cluster, url, "on")
        try:
            page.get_by_role("button", name="Save correction", exact=True).click()
            settle(page)
            expect(page.get_by_text("is write-protected. Nothing was changed.")).to_be_visible()
            expect(page.get_by_label("What is right")).to_have_value("PT")
            expect(page.get_by_label("Reason").locator("visible=true").first).to_have_value("The mayor wrote so")
        finally:
            _set_read_only(cluster, url, "off")
        page.get_by_role("button", name="Save correction", exact=True).click()
        settle(page)
        expect(page.get_by_text("“Portugal” instead of “Spain”")).to_be_visible()


def _set_read_only(cluster: Cluster, url: str, state: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET default_transaction_read_only = off")
        connection.execute(f"ALTER ROLE ucap SET default_transaction_read_only = {state}")
    cluster.disconnect_all()


@pytest.mark.browser
def test_a_disk_that_fills_up_keeps_nothing_and_the_preview_waits_until_there_is_room(
    page: Page, tmp_path: Path, real_summaries: Path
) -> None:
    """The preview stays on the page, and is kept when there is room again."""
    with serve(tmp_path, real_summaries) as server:
        visit(page, f"{server.url}/add")
        upload(page, WUXI)
        _let_files_grow(server, IN_THE_MIDST_OF_KEEPING)
        keep(page)
        expect(
            page.get_by_text("is full or fails. Nothing was changed. Make room on it and try again.")
        ).to_be_visible()
        expect(page.locator("table.summary").get_by_text("Wuxi – Bilbao")).to_be_visible()
        _let_files_grow(server, resource.RLIM_INFINITY)
        keep(page)
        expect(page.get_by_text("1 plan added.")).to_be_visible()
    with serve(tmp_path, real_summaries) as server:
        correct_country(page, server)


def _let_files_grow(server: Server, file_bytes: int) -> None:
    """Let the server write no file beyond a size, as on a disk that is full."""
    hard = resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE)[1]
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (file_bytes, hard))
