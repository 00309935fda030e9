"""Nothing moves on the screen when a filter is set: only charts and tables change what they show."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.server import Server
from tests.browser.walk import settle, turn, visit
from tests.effort import IS_ENDURANCE

pytestmark = pytest.mark.only_looks

# Each page with its heading; no two neighbours have the same one, by which one knows that the page has been turned.
PAGES = {
    "": "Overview",
    "coverage": "Coverage",
    "timeline": "Timeline",
    "coverage?tab=topics": "Coverage",
    "plans": "Plans",
    "cities": "Cities",
    "matches": "Matches",
    "cities?by=cities&with=rome&with=barcelona&tab=compare": "Cities",
    "findings": "To check",
    "cities?place=rome": "Rome",
}
FILTERS = [
    "city=Panjin",
    "province=Guangxi",
    "partner=Rome",
    "country=IT",
    "theme=agriculture-and-food",
    "goal=11",
    "topic=urban-mobility",
    "year=2018",
    "activity=visit",
    "q=mobility",
]
_KEYS = [chosen.split("=")[0] for chosen in FILTERS]
# What has a place of its own, down to tabs and sentences, and where charts and tables begin; not what is inside these.
_WANTED = """h1, h2, h3, [role="tab"], .st-key-figures, .st-key-heading, [class*="st-key-sentence-"],
    [class*="st-key-room-"],
    [data-testid="stPlotlyChart"], [data-testid="stDataFrame"], [data-testid="stSidebar"], [data-testid="stPopover"]"""
_BOXES = """wanted => {
    const page = document.querySelector('[data-testid="stMain"]')
    const own = one => !one.closest('[class*="st-key-match_"], [class*="st-key-room-"] > *')
    return [...document.querySelectorAll(wanted)].filter(own).map(one => {
        const box = one.getBoundingClientRect()
        const name = /^H/.test(one.tagName) ? one.textContent : one.dataset.testid ?? one.className
        const width = /^H/.test(one.tagName) ? 0 : Math.round(box.width)
        return [name.slice(0, 60), Math.round(box.x), Math.round(box.y + page.scrollTop), width]
    })
}"""

_FILTER = """([key, value, keys]) => {
    const query = new URLSearchParams(location.search)
    for (const one of keys) query.delete(one)
    if (key) query.append(key, value)
    history.pushState({}, "", `?${query}`)
    window.dispatchEvent(new PopStateEvent("popstate"))
}"""


def some_filters(at: int) -> list[str]:
    """Three filters for the page of that number, so that each is set on three pages; in `make endure` all."""
    return FILTERS if IS_ENDURANCE else [FILTERS[(3 * at + one) % len(FILTERS)] for one in range(3)]


@pytest.mark.browser
def test_filters_move_nothing(page: Page, dashboard: Server) -> None:
    """Headings, tabs, sentences, charts and tables begin where they began, and are as wide, whatever is filtered."""
    visit(page, f"{dashboard.url}/add")
    moved = {}
    for at, (path, heading) in enumerate(PAGES.items()):
        turn(page, f"{dashboard.url}/{path}", heading)
        # A page that was just opened may still wait for parts of itself.
        filter_by(page, FILTERS[at - 1])
        take_filters_away(page)
        before = page.evaluate(_BOXES, _WANTED)
        assert len(before) > 4
        for chosen in some_filters(at):
            filter_by(page, chosen)
            after = page.evaluate(_BOXES, _WANTED)
            if after != before:
                moved[path, chosen] = [pair for pair in zip(before, after, strict=False) if pair[0] != pair[1]][:3]
    assert moved == {}


def filter_by(page: Page, chosen: str) -> None:
    """Have the page filter by something else, as the browser's own way back and forth does, without loading it."""
    key, value = chosen.split("=")
    page.evaluate(_FILTER, [key, value, _KEYS])
    expect(chips(page).first).to_be_visible()
    settle(page)


def take_filters_away(page: Page) -> None:
    """Have the page show all plans, in the same way."""
    page.evaluate(_FILTER, ["", "", _KEYS])
    expect(chips(page)).to_have_count(0)
    settle(page)


def chips(page: Page) -> Locator:
    """What stands above the page for each value that is filtered by."""
    return page.get_by_role("group", name="Filters that are set").get_by_role("button")
