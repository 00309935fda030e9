"""A dashboard below a path of its own, as behind a proxy that serves other things too."""

from __future__ import annotations

from pathlib import Path

import pytest
import requests
from playwright.sync_api import Page, expect

from tests.browser.server import serve
from tests.browser.walk import settle, visit


@pytest.mark.browser
@pytest.mark.only_looks
def test_pages_and_interface_stand_below_the_base_path(page: Page, tmp_path: Path, real_summaries: Path) -> None:
    """A deep link, a turn to another page and the interface work below the path, and nothing stands above it."""
    with serve(tmp_path, real_summaries, STREAMLIT_SERVER_BASE_URL_PATH="ucap") as server:
        assert server.url.endswith("/ucap")
        visit(page, f"{server.url}/coverage?city=Panjin")
        expect(page.get_by_text("1 of 2 plans")).to_be_visible()
        page.get_by_role("link", name="Plans", exact=True).click()
        expect(page.get_by_role("heading", name="Plans", exact=True)).to_be_visible()
        settle(page)
        assert requests.get(f"{server.url}/api/plans?city=Panjin", timeout=60).json()["total"] == 1
        above = server.url.removesuffix("/ucap")
        assert requests.get(f"{above}/api/plans", timeout=60).status_code == 404
