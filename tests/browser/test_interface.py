"""The HTTP interface beside the pages tells the same."""

from __future__ import annotations

import json
import urllib.request

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Server
from tests.browser.walk import visit

pytestmark = pytest.mark.only_looks


@pytest.mark.browser
def test_the_interface_answers_the_query_of_the_address(page: Page, dashboard: Server) -> None:
    """What stands behind the page's question mark selects the same plans under `/api/`."""
    query = "?partner=Rome&year=2018"
    with urllib.request.urlopen(f"{dashboard.url}/api/plans{query}") as answer:
        total = json.load(answer)["total"]
    visit(page, f"{dashboard.url}/plans{query}")
    expect(page.get_by_text(f"{total} of 25 plans")).to_be_visible()
