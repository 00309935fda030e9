"""The tab that tests share which only look: none finds what another left, and each answers for its own faults."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import OneTab, Watch
from tests.browser.server import Server

pytestmark = pytest.mark.browser

LEAVE = """() => {
    document.cookie = "kept=1"
    localStorage.kept = sessionStorage.kept = window.name = "1"
    history.pushState({}, "", "?kept=1")
}"""
FOUND = """async () => [
    document.cookie.includes("kept"), {...localStorage}, {...sessionStorage}, window.name, history.length,
    innerWidth, innerHeight, matchMedia("(prefers-color-scheme: dark)").matches, matchMedia("print").matches,
    (await navigator.permissions.query({name: "geolocation"})).state,
]"""
LAST_WORDS = """() => {
    console.error("last words")
    fetch("http://ucap.example/").catch(() => 0)
}"""


def found(tab: OneTab, server: Server) -> object:
    """What a page finds in the tab that it did not bring."""
    page = tab.opened(1280, 800)
    page.goto(f"{server.url}/_stcore/health")
    found: object = page.evaluate(FOUND)
    tab.forget([server.url])
    return found


def test_nothing_of_a_test_is_there_for_the_next(browser: Browser, dashboard: Server) -> None:
    """Neither what its page kept, nor how it was seen, nor what it was allowed, nor other pages, nor the way back."""
    address = f"{dashboard.url}/_stcore/health"
    new, used = OneTab(browser), OneTab(browser)
    page = used.opened(390, 844)
    page.goto(address)
    page.evaluate(LEAVE)
    page.emulate_media(media="print", color_scheme="dark")
    page.context.grant_permissions(["geolocation"])
    page.context.new_page().goto(address)
    left = page.evaluate(FOUND)
    with pytest.raises(AssertionError):
        used.opened(1280, 800)
    used.forget([dashboard.url])
    assert found(used, dashboard) == found(new, dashboard) != left
    page.close()
    used.forget([])
    assert found(used, dashboard) == found(new, dashboard)
    new.context.close()
    used.context.close()


def test_what_a_page_does_at_last_is_told_of_the_test_that_opened_it(browser: Browser, dashboard: Server) -> None:
    """An error, and a question to another host."""
    tab = OneTab(browser)
    page = tab.opened(1280, 800)
    first = Watch(page)
    page.goto(f"{dashboard.url}/_stcore/health")
    page.goto("about:blank")  # a page of the dashboard may not ask
    page.evaluate(LAST_WORDS)
    tab.forget(first.visited)
    first.rest()
    second = Watch(tab.opened(1280, 800))
    page.goto(f"{dashboard.url}/_stcore/health")
    assert (first.visited, first.foreign) == ({dashboard.url}, ["http://ucap.example/"])
    assert any("last words" in error for error in first.errors)
    assert (second.visited, second.foreign, second.errors) == ({dashboard.url}, [], [])
    tab.context.close()
