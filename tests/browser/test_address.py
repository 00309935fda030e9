"""The address is the view: every step can be taken back, and the link opens the same elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import Browser, Page, WebSocketRoute, expect

from tests.browser.server import Server
from tests.browser.test_filters import box, expect_query
from tests.browser.walk import LONGER_THAN_MEASURING_MS, ask_for, settle, visit

pytestmark = pytest.mark.only_looks


def _choose(page: Page, label: str, typed: str) -> None:
    box(page, label).fill(typed)
    box(page, label).press("Enter")


@pytest.mark.browser
def test_back_undoes_filters_and_pages_one_by_one(page: Page, dashboard: Server) -> None:
    """One press for each filter, each page and each tab; forward leads forward again."""
    visit(page, f"{dashboard.url}/")
    _choose(page, "European city", "rome")
    expect_query(page, {"partner": ["Rome"]})
    _choose(page, "Year", "2018")
    expect_query(page, {"partner": ["Rome"], "year": ["2018"]})
    page.get_by_role("link", name="Coverage").click()
    page.wait_for_url(f"{dashboard.url}/coverage?partner=Rome&year=2018")
    settle(page)
    page.get_by_role("tab", name="Countries").click()
    expect_query(page, {"partner": ["Rome"], "year": ["2018"], "tab": ["countries"]})
    page.get_by_role("link", name="Timeline").click()
    page.wait_for_url(f"{dashboard.url}/timeline?partner=Rome&year=2018")
    settle(page)
    for address in (
        "/coverage?partner=Rome&year=2018&tab=countries",
        "/coverage?partner=Rome&year=2018",
        "/?partner=Rome&year=2018",
        "/?partner=Rome",
        "/",
    ):
        page.go_back()
        page.wait_for_url(f"{dashboard.url}{address}")
        settle(page)
    expect(page.get_by_text("25 of 25 plans")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Rome")).not_to_be_checked()
    page.go_forward()
    page.wait_for_url(f"{dashboard.url}/?partner=Rome")
    expect(page.get_by_text("8 of 25 plans")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Rome")).to_be_checked()


@pytest.mark.browser
def test_turning_a_page_is_one_step_in_whichever_order_path_and_query_come(page: Page, dashboard: Server) -> None:
    """Streamlit writes the page's path and its query separately, and under load the query first."""
    visit(page, f"{dashboard.url}/coverage?partner=Rome&tab=countries")
    for first, second in (("/coverage?partner=Rome", "/timeline"), ("/coverage", "/coverage?partner=Rome")):
        page.get_by_role("heading", level=1).click()
        before = page.evaluate("history.length")
        page.evaluate("(addresses) => addresses.forEach((one) => history.pushState({}, '', one))", [first, second])
        assert page.evaluate("history.length") == before + 1
        assert page.url == f"{dashboard.url}{second.partition('?')[0]}?partner=Rome"


class SlowServer:
    """Between a page and its server: what the server says is held back where the page is to wait for it."""

    def __init__(self, page: Page) -> None:
        self._is_holding = False
        self._held: list[Callable[[], None]] = []
        page.route_web_socket(re.compile("_stcore/stream"), self._stand_between)

    def _stand_between(self, page: WebSocketRoute) -> None:
        server = page.connect_to_server()
        page.on_message(server.send)
        server.on_message(
            lambda said: self._held.append(partial(page.send, said)) if self._is_holding else page.send(said)
        )

    def hold(self) -> None:
        """Say nothing more."""
        self._is_holding = True

    def release(self) -> None:
        """Say all that was held back."""
        self._is_holding = False
        for say in self._held:
            say()
        self._held.clear()


def _press_plans(page: Page, dashboard: Server) -> None:
    page.get_by_role("link", name="Plans", exact=True).click()


def _go_to_plans(page: Page, dashboard: Server) -> None:
    ask_for(page, f"{dashboard.url}/plans")


@pytest.mark.browser
@pytest.mark.parametrize("leave", [_press_plans, _go_to_plans])
def test_a_page_that_is_being_left_does_not_call_itself_back(
    page: Page, dashboard: Server, leave: Callable[[Page, Server], None]
) -> None:
    """It learns of another width of the window before the answer for the next page has come."""
    server = SlowServer(page)
    visit(page, f"{dashboard.url}/add")
    server.hold()
    page.set_viewport_size({"width": 1000, "height": 900})
    leave(page, dashboard)
    page.wait_for_timeout(LONGER_THAN_MEASURING_MS)
    server.release()
    settle(page, LONGER_THAN_MEASURING_MS)
    expect(page.get_by_role("heading", name="Plans", exact=True, level=1)).to_be_visible()


@pytest.mark.browser
def test_the_copied_link_opens_the_same_view_elsewhere(page: Page, browser: Browser, dashboard: Server) -> None:
    """Filters, tab and language of one visitor are those of another who opens the link."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page, f"{dashboard.url}/coverage")
    _choose(page, "European city", "roma")
    expect_query(page, {"partner": ["Rome"]})
    page.get_by_role("tab", name="Cities and goals").click()
    expect_query(page, {"partner": ["Rome"], "tab": ["cities"]})
    page.get_by_role("button", name="中文").click()
    expect_query(page, {"partner": ["Rome"], "tab": ["cities"], "lang": ["zh"]})
    expect(page.get_by_role("tab", selected=True)).to_have_text("城市与目标")
    page.get_by_role("button", name="复制链接").click()
    expect(page.get_by_role("status").filter(has_text="链接已复制")).to_be_attached()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == page.url
    elsewhere = browser.new_context().new_page()
    visit(elsewhere, link)
    expect(elsewhere.get_by_role("tab", selected=True)).to_have_text("城市与目标")
    expect(elsewhere.get_by_role("button", name=re.compile("欧洲城市.*罗马"))).to_be_visible()
    elsewhere.context.close()


@pytest.mark.browser
def test_links_between_pages_carry_the_filters(page: Page, dashboard: Server) -> None:
    """A page opened in a new tab of the browser shows the same selection."""
    visit(page, f"{dashboard.url}/?partner=Rome")
    links = page.get_by_test_id("stTopNavLink")
    for number in range(links.count()):
        assert str(links.nth(number).get_attribute("href")).endswith("?partner=Rome")


@pytest.mark.browser
def test_back_closes_a_plan_that_was_opened(page: Page, dashboard: Server) -> None:
    """From a finding to its plan is one step, and so is the way back."""
    visit(page, f"{dashboard.url}/plans?open=panjin")
    page.get_by_role("button", name="All plans").click()
    page.wait_for_url(f"{dashboard.url}/plans")
    settle(page)
    page.go_back()
    page.wait_for_url(f"{dashboard.url}/plans?open=panjin")
    expect(page.get_by_role("button", name="All plans")).to_be_visible()
