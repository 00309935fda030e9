"""The filters do what was typed, are used by keyboard alone, and move nothing."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.server import Server
from tests.browser.test_pages import PAGES
from tests.browser.test_still import chips
from tests.browser.walk import settle, turn, visit
from tests.effort import IS_ENDURANCE

pytestmark = pytest.mark.only_looks

# Filter, what is typed, and what the address says then: exactly the value that was meant. One is set upon the other,
# until one is meant again by another name.
TYPED = [
    ("Chinese city", "盘锦", "city", "Panjin"),
    ("Province", "广西", "province", "Guangxi"),
    ("European city", "rome", "partner", "Rome"),
    ("European city", "malaga", "partner", "Málaga"),
    ("European city", "Praha", "partner", "Prague"),
    ("European city", "AKK", "partner", "Agioi Anargyroi-Kamatero"),
    ("Country", "Deutschland", "country", "DE"),
    ("Country", "意大利", "country", "IT"),
    ("Theme", "agriculture", "theme", "agriculture-and-food"),
    ("Goal", "1", "goal", "1"),
    ("Goal", "sdg 11", "goal", "11"),
    ("EU Urban Agenda topic", "mobility", "topic", "urban-mobility"),
    ("Year", "2018", "year", "2018"),
    ("Kind of activity", "visit", "activity", "visit"),
    ("Kind of plan", "摘要", "kind", "summary"),
]
SOME_PAGES = PAGES if IS_ENDURANCE else {"": "Overview", "plans": "Plans"}
"""Where there is room beside the heading, what a filter could move is the same on all pages."""
AGAIN = [("Chinese city", "pan", "city", "Panjin"), ("European city", "罗马", "partner", "Rome")]


def expect_query(page: Page, query: dict[str, list[str]]) -> None:
    """Wait until the address says exactly this."""
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query) == query, wait_until="commit")
    settle(page)


def box(page: Page, label: str) -> Locator:
    return page.get_by_test_id("stSidebar").get_by_role("combobox", name=label, exact=True)


@pytest.mark.browser
def test_enter_chooses_exactly_what_was_typed_in_each_filter(page: Page, dashboard: Server) -> None:
    """`rome` is Rome alone, `2018` is 2018 alone; Chinese and local names, other accents and codes are known."""
    visit(page, f"{dashboard.url}/plans")
    for entries in (TYPED, AGAIN):
        query: dict[str, list[str]] = {}
        for label, typed, key, chosen in entries:
            box(page, label).press_sequentially(typed)
            box(page, label).press("Enter")
            query[key] = sorted([*query.get(key, []), chosen])
            expect_query(page, query)
        page.get_by_role("button", name="Reset").click()
        expect_query(page, {})


@pytest.mark.browser
def test_what_matches_nothing_chooses_nothing(page: Page, dashboard: Server) -> None:
    """Counts are no part of what is searched, and Enter on an empty list leaves all as it is."""
    visit(page, f"{dashboard.url}/plans")
    for typed in ("25", "Atlantis"):
        box(page, "European city").fill(typed)
        expect(page.get_by_text("Nothing matches")).to_be_visible()
        box(page, "European city").press("Enter")
    settle(page)
    expect_query(page, {})


@pytest.mark.browser
def test_a_filter_is_set_by_keyboard_alone(page: Page, dashboard: Server) -> None:
    """Arrows walk through all values, Enter takes one, Escape leaves; the space bar ticks a frequent one."""
    visit(page, f"{dashboard.url}/plans")
    box(page, "Year").focus()
    for pressed in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "Enter"):
        page.keyboard.press(pressed)
    expect_query(page, {"year": ["2017"]})
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    page.get_by_role("checkbox", name="Rome").focus()
    page.keyboard.press("Space")
    expect_query(page, {"year": ["2017"], "partner": ["Rome"]})


@pytest.mark.browser
def test_two_values_set_at_once_are_both_taken(page: Page, dashboard: Server) -> None:
    """Who ticks faster than the page is drawn loses nothing."""
    visit(page, f"{dashboard.url}/")
    for name in ("Rome", "Barcelona", "Italy"):
        page.get_by_role("checkbox", name=name).check()
    expect_query(page, {"partner": ["Barcelona", "Rome"], "country": ["IT"]})
    expect(page.get_by_role("checkbox", name="Rome")).to_be_checked()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("page", "paths"), [((1280, 800), SOME_PAGES), ((390, 844), PAGES)], indirect=["page"], ids=["laptop", "phone"]
)
def test_setting_a_filter_moves_nothing(page: Page, dashboard: Server, paths: dict[str, str]) -> None:
    """The boxes of sidebar, heading and line of chips stay where they are, and the line keeps its height."""
    visit(page, f"{dashboard.url}/add")
    for path, heading in paths.items():
        turn(page, f"{dashboard.url}/{path}", heading)
        before = _boxes(page)
        for address, count in (
            ("?partner=Rome", 2),
            ("?goal=11&year=2018&city=Panjin&country=IT&country=ES&stated=1", 7),
        ):
            turn(page, f"{dashboard.url}/{path}{address}", heading)
            expect(chips(page)).to_have_count(count)
            settle(page)
            assert _boxes(page) == before, f"{path}{address}"


def _boxes(page: Page) -> dict[str, list[float]]:
    """Where each part of the page stands that no filter may move."""
    found: dict[str, list[float]] = page.evaluate(
        """() => {
            const roots = [document, ...[...document.querySelectorAll('*')].map(one => one.shadowRoot).filter(Boolean)]
            const wanted = '.st-key-heading h1, [data-facet], .row, .chips, [data-part="text"]'
            const boxes = roots.flatMap(root => [...root.querySelectorAll(wanted)]).map((one, at) => {
                const box = one.getBoundingClientRect()
                return [`${at} ${one.tagName}`, [box.x, box.y, box.height].map(Math.round)]
            })
            return Object.fromEntries(boxes)
        }"""
    )
    assert len(found) > 40
    return found
