"""What officers come for: all about a city, two side by side, what is new, who should meet; in few clicks."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Server
from tests.browser.walk import settle, visit
from tests.records import all_plans
from ucap.frames import build
from ucap.selection import Coverage
from ucap.selection.places.cities import cities, city_table

COVERAGE = Coverage(build(sorted(all_plans(), key=lambda plan: str(plan.id))))
MOST_CLICKS = 3
_ROW_PX = 35


class Clicks:
    """Counts what an officer presses."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def turn(self, name: str) -> None:
        """Turn to a page."""
        self.page.get_by_role("link", name=name, exact=True).click()
        self._wait()

    def row(self, text: str) -> None:
        """Press the row of a table that begins with a text, which may have to be scrolled to."""
        cells = self.page.locator('[data-testid^="glide-cell-0-"]')
        cells.first.wait_for(state="attached")
        table = self.page.get_by_test_id("stDataFrame").first
        scroller = table.locator(".dvn-scroller")
        row = CITIES.index(text)
        top = max(0, (row - 4) * _ROW_PX)
        scroller.evaluate("(element, top) => { element.scrollTop = top }", top)
        settle(self.page)
        expect(self.page.locator(f'[data-testid="glide-cell-0-{row}"]').first).to_have_text(text)
        top = scroller.evaluate("element => element.scrollTop")
        table.click(position={"x": 40, "y": _ROW_PX * (row + 1.5) - top})
        self._wait()

    def _wait(self) -> None:
        settle(self.page)
        self.count += 1
        assert self.count <= MOST_CLICKS


CITIES = city_table(COVERAGE, COVERAGE.frames, COVERAGE.frames).index.tolist()
DRAWN = random.Random(15).sample(CITIES, 5)


@pytest.mark.browser
@pytest.mark.parametrize("city", ["Rome", *DRAWN])
def test_everything_about_a_city(page: Page, dashboard: Server, city: str) -> None:
    """Cities, then its row: the page has an address of its own, which alone leads there again."""
    visit(page, dashboard.url)
    clicks = Clicks(page)
    clicks.turn("Cities")
    clicks.row(city)
    expect(page.get_by_role("heading", name=city, exact=True)).to_be_visible()
    slug = cities(COVERAGE).slug_of[city]
    page.wait_for_url(f"{dashboard.url}/cities?place={slug}")
    visit(page, f"{dashboard.url}/cities?place={slug}")
    expect(page.get_by_role("heading", name=city, exact=True)).to_be_visible()
    for section in (
        "Partners",
        "Plans",
        "Contacts",
        "What is missing",
        "Doubtful values",
        "Who else to meet",
        "Notes",
    ):
        expect(page.get_by_role("heading", name=section, exact=True).first).to_be_attached()


@pytest.mark.browser
def test_rome_and_barcelona_side_by_side(page: Page, dashboard: Server) -> None:
    """Cities, the row of Rome, and Barcelona beside it: what they share stands in a sentence; so does the address."""
    visit(page, dashboard.url)
    clicks = Clicks(page)
    clicks.turn("Cities")
    clicks.row("Rome")
    page.get_by_role("combobox", name="Side by side with").fill("Barcelona")
    page.get_by_role("option", name="Barcelona").click()
    settle(page)
    page.wait_for_url(f"{dashboard.url}/cities?by=cities&with=rome&with=barcelona&tab=compare")
    expect(page.get_by_text("Shared:").first).to_be_visible()


@pytest.mark.browser
def test_what_is_new_since_the_first_of_march(page: Page, dashboard: Server) -> None:
    """The day is in the address; the line says how much is new, and opens the list."""
    visit(page, f"{dashboard.url}/?since=2022-03-01")
    page.locator(".st-key-news_list button").click()
    settle(page)
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="In the store")).to_be_visible()
    expect(dialog.locator('[data-testid^="glide-cell-1-"]').first).to_have_text("New plan")


@pytest.mark.browser
def test_who_should_meet_panjin_and_why(page: Page, dashboard: Server) -> None:
    """Matches, then Panjin among the filters: ranked, with reasons, and the passages behind them."""
    visit(page, f"{dashboard.url}/")
    clicks = Clicks(page)
    clicks.turn("Matches")
    box = page.get_by_test_id("stSidebar").get_by_role("combobox", name="Chinese city", exact=True)
    box.fill("Panjin")
    page.get_by_role("option", name="Panjin").first.click()
    settle(page)
    first = page.locator('[class*="st-key-match_panjin"]').first
    expect(first).to_contain_text("Both have plans about")
    first.get_by_role("button", name="Passages").click()
    settle(page)
    expect(page.get_by_role("dialog")).to_be_visible()


@pytest.mark.browser
def test_goal_6_in_liaoning(page: Page, dashboard: Server) -> None:
    """Coverage, its tab of gaps, the row of Liaoning: no plan there names goal 6, and a window says who does."""
    visit(page, f"{dashboard.url}/coverage?tab=gaps")
    expect(page.get_by_role("heading", name="Place by place")).to_be_visible()
    cells = page.locator('[data-testid^="glide-cell-0-"]', has_text="Liaoning")
    expect(cells).to_be_attached()


@pytest.mark.browser
def test_an_address_of_a_city_that_no_plan_names_says_so_and_offers_the_nearest(page: Page, dashboard: Server) -> None:
    """ "romme" was once corrected to Rome."""
    visit(page, f"{dashboard.url}/cities?place=romme")
    expect(page.get_by_text("No plan names “romme” now")).to_be_visible()
    page.get_by_role("button", name="Rome", exact=True).click()
    settle(page)
    expect(page.get_by_role("heading", name="Rome", exact=True)).to_be_visible()


@pytest.mark.browser
def test_the_kit_of_a_pair_is_one_file(page: Page, dashboard: Server, tmp_path: Path) -> None:
    """The pair's page, its menu, Download: deck, brief and table."""
    visit(page, f"{dashboard.url}/cities?pair=panjin~rome")
    page.get_by_role("button", name="Meeting kit").click()
    settle(page)
    with page.expect_download() as waiting:
        page.locator(".st-key-kit_download button").click()
    waiting.value.save_as(tmp_path / "kit.zip")
    with zipfile.ZipFile(tmp_path / "kit.zip") as archive:
        assert {"deck.pptx", "brief.docx", "plans.xlsx"} <= set(archive.namelist())
