"""No page breaks a rule of WCAG 2.2 AA that axe-core can check, light or dark, on a laptop or a phone."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser import test_pages
from tests.browser.server import Server
from tests.browser.walk import settle, turn, visit, wait_until
from tests.effort import IS_ENDURANCE

pytestmark = pytest.mark.only_looks

# No two neighbours have the same heading, by which one knows that the page has been turned.
PAGES = {
    **test_pages.PAGES,
    "plans?plan=panjin": "Plans",
    "add": "Add plans",
    "?q=nosuchword": "Overview",
}
LAPTOP, PHONE = (1280, 800), (390, 844)
# What a page has depends on the size, what it looks like on the theme: two cover each of both, `make endure` tries all.
SCREENS = [(LAPTOP, "light"), (PHONE, "dark"), *([(LAPTOP, "dark"), (PHONE, "light")] if IS_ENDURANCE else [])]
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],  # all rules are tried; what keeps to them is not described in full
}
PAPER = "getComputedStyle(document.documentElement).getPropertyValue('--paper')"


def violations(page: Page) -> list[str]:
    """Each broken rule with the elements that break it, when all has faded in."""
    wait_until(page, "document.getAnimations().every(one => !(one instanceof CSSTransition))")
    answer = Axe().run(page, options=RULES).response
    return [f"{rule['id']}: {[node['html'][:200] for node in rule['nodes']]}" for rule in answer["violations"]]


@pytest.mark.browser
@pytest.mark.parametrize(("page", "theme"), SCREENS, indirect=["page"], ids=str)
def test_no_page_breaks_a_rule(page: Page, dashboard: Server, theme: Literal["light", "dark"]) -> None:
    """Contrast, names of controls, structure, language, size of targets: on every page, in both themes."""
    visit(page, f"{dashboard.url}/present")
    show(page, theme)
    assert violations(page) == [], "on the slides"
    for path, heading in PAGES.items():
        turn(page, f"{dashboard.url}/{path}", heading)
        assert violations(page) == [], f"on the page {path or 'overview'}"


@pytest.mark.browser
@pytest.mark.parametrize("page", [PHONE], indirect=True, ids=str)
def test_the_filters_break_no_rule_on_a_phone(page: Page, dashboard: Server) -> None:
    """The sidebar over a page, dark and light."""
    visit(page, f"{dashboard.url}/plans?partner=Rome")
    page.get_by_role("button", name="Pages and filters").click()
    expect(page.get_by_role("checkbox", name="Rome")).to_be_visible()
    settle(page)
    assert violations(page) == [], "in light"
    show(page, "dark")
    assert violations(page) == [], "in dark"


def show(page: Page, theme: Literal["light", "dark"]) -> None:
    """Have a page that is light show itself in a theme."""
    light = page.evaluate(PAPER)
    page.emulate_media(color_scheme=theme)
    wait_until(page, f"light => ({PAPER} === light) === {str(theme == 'light').lower()}", light)
    settle(page)


@pytest.mark.browser
def test_each_chart_is_announced_by_its_sentence(page: Page, dashboard: Server) -> None:
    """A screen reader hears what the chart shows, in the words that stand below it."""
    visit(page, f"{dashboard.url}/coverage")
    charts = page.locator('[role="figure"]')
    assert charts.count() == page.locator(".js-plotly-plot").count() > 0
    for chart in charts.all():
        assert chart.get_attribute("aria-label")
    sentence = page.locator('[role="figure"]:visible').first.get_attribute("aria-label")
    expect(page.get_by_text(sentence or "no sentence", exact=True)).to_be_visible()


@pytest.mark.browser
def test_charts_follow_when_the_screen_turns_dark(page: Page, dashboard: Server) -> None:
    """Whoever's machine turns dark in the evening need not load the page again to read the charts."""
    visit(page, dashboard.url)
    name = page.locator(".js-plotly-plot").first.get_by_text("Rome", exact=True)
    page.emulate_media(color_scheme="dark")
    expect(name).to_have_css("fill", "rgb(143, 178, 238)")
