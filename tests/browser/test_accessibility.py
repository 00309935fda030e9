"""No page breaks a rule of WCAG 2.2 AA that axe-core can check, light or dark, on a laptop or a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.server import Server
from tests.browser.walk import settle, visit, wait_until

PATHS = ["", "coverage", "timeline", "plans", "plans?plan=panjin", "findings", "add", "present", "?q=nosuchword"]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}

PAPER = "getComputedStyle(document.documentElement).getPropertyValue('--paper')"


def violations(page: Page) -> list[str]:
    """Each broken rule with the elements that break it, when all has faded in."""
    wait_until(page, "document.getAnimations().every(one => !(one instanceof CSSTransition))")
    answer = Axe().run(page, options=RULES).response
    return [f"{rule['id']}: {[node['html'][:200] for node in rule['nodes']]}" for rule in answer["violations"]]


@pytest.mark.browser
@pytest.mark.parametrize("page", [(1280, 800), (390, 844)], indirect=True, ids=["laptop", "phone"])
def test_no_page_breaks_a_rule(page: Page, dashboard: Server) -> None:
    """Contrast, names of controls, structure, language, size of targets: on every page, in both themes."""
    for path in PATHS:
        page.emulate_media(color_scheme="light")
        visit(page, f"{dashboard.url}/{path}")
        assert violations(page) == [], f"on the page {path or 'overview'} in the light"
        light = page.evaluate(PAPER)
        page.emulate_media(color_scheme="dark")
        wait_until(page, f"light => {PAPER} !== light", light)
        settle(page)
        assert violations(page) == [], f"on the page {path or 'overview'} in the dark"


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
