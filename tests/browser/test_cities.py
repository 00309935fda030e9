"""What officers come for: all about a city, two side by side, what is new, who should meet; in few clicks."""

from __future__ import annotations

import random
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.server import Server
from tests.browser.walk import LONGER_THAN_MEASURING_MS, settle, visit
from tests.effort import IS_ENDURANCE
from tests.records import all_plans
from ucap.frames import build
from ucap.selection import Coverage, Selection
from ucap.selection.places.cities import cities, city_table
from ucap.selection.places.gaps import gap_table

pytestmark = pytest.mark.only_looks

COVERAGE = Coverage(build(sorted(all_plans(), key=lambda plan: str(plan.id))))
MOST_CLICKS = 3
_ROW_PX = 35


class Clicks:
    """Counts what an officer presses for one answer, from the Overview on."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def anew(self) -> None:
        """Go back to the Overview without filters, and count from there."""
        if self.page.get_by_role("button", name="Reset", exact=True).count():
            self.page.get_by_role("button", name="Reset", exact=True).click()
            settle(self.page)
        self._open("Overview")
        self.count = 0

    def turn(self, name: str) -> None:
        """Turn to a page."""
        self._open(name)
        self._wait()

    def _open(self, name: str) -> None:
        self.page.get_by_role("link", name=name, exact=True).click()
        expect(self.page.get_by_role("heading", name=name, exact=True, level=1)).to_be_visible()
        settle(self.page, LONGER_THAN_MEASURING_MS)

    def tab(self, name: str) -> None:
        """Open a tab."""
        self.page.get_by_role("tab", name=name, exact=True).click()
        self._wait()

    def row(self, text: str, rows: list[str]) -> None:
        """Press the row of the last table that begins with a text, which may have to be scrolled to."""
        table = self.page.get_by_test_id("stDataFrame").last
        table.locator('[data-testid^="glide-cell-0-"]').first.wait_for(state="attached")
        table.scroll_into_view_if_needed()
        scroller = table.locator(".dvn-scroller")
        row = rows.index(text)
        scroller.evaluate("(element, top) => { element.scrollTop = top }", max(0, (row - 4) * _ROW_PX))
        settle(self.page)
        expect(table.locator(f'[data-testid="glide-cell-0-{row}"]')).to_have_text(text)
        top = scroller.evaluate("element => element.scrollTop")
        table.click(position={"x": 40, "y": _ROW_PX * (row + 1.5) - top})
        self._wait()

    def choose(self, label: str, option: str, place: Locator | Page) -> None:
        """Type in a box, and take what it finds."""
        place.get_by_role("combobox", name=label, exact=True).fill(option)
        self.page.get_by_role("option", name=option, exact=True).first.click()
        self._wait()

    def type_day(self, day: date) -> None:
        """Type a day into the box of what is new."""
        self.page.locator(".st-key-news").get_by_role("spinbutton").first.click()
        self.page.keyboard.type(f"{day:%Y%m%d}")
        self.page.keyboard.press("Tab")
        self.page.keyboard.press("Tab")
        self._wait()

    def press(self, button: Locator) -> None:
        """Press a button."""
        button.click()
        self._wait()

    def _wait(self) -> None:
        settle(self.page)
        self.count += 1
        assert self.count <= MOST_CLICKS


KNOWN = cities(COVERAGE)
CITIES = city_table(COVERAGE, COVERAGE.frames, COVERAGE.frames).index.tolist()
DRAWN = random.Random(15).sample(CITIES, 5)
NEXT = list(zip(DRAWN, [*DRAWN[1:], DRAWN[0]], strict=True)) if IS_ENDURANCE else []
PROVINCES = gap_table(COVERAGE, COVERAGE.select(Selection()), "provinces", "goals").index.tolist()
SOME_PROVINCES = random.Random(15).sample(PROVINCES, 2) if IS_ENDURANCE else []
SECTIONS = ("Partners", "Plans", "Contacts", "What is missing", "Doubtful values", "Who else to meet", "Notes")


def side_filter(city: str) -> str:
    return "Chinese city" if KNOWN.side(city) == "china" else "European city"


@pytest.mark.browser
@pytest.mark.parametrize(("city", "other"), [("Rome", "Barcelona"), *NEXT], ids=lambda name: name.replace(" ", "-"))
def test_what_officers_ask_of_a_city(page: Page, dashboard: Server, city: str, other: str) -> None:
    """Everything about it, it beside another, what is new about it since 1 March, and whom it should meet and why."""
    visit(page, dashboard.url)
    clicks = Clicks(page)
    clicks.turn("Cities")
    clicks.row(city, CITIES)
    expect(page.get_by_role("heading", name=city, exact=True)).to_be_visible()
    page.wait_for_url(f"{dashboard.url}/cities?place={KNOWN.slug_of[city]}")
    for section in SECTIONS:
        expect(page.get_by_role("heading", name=section, exact=True).first).to_be_attached()

    clicks.choose("Side by side with", other, page)  # the way to the city was counted already
    slugs = [KNOWN.slug_of[one] for one in (city, other)]
    page.wait_for_url(f"{dashboard.url}/cities?by=cities&with={slugs[0]}&with={slugs[1]}&tab=compare")
    expect(page.get_by_text(re.compile("^(Shared:|They share none|Nothing is named by)")).first).to_be_visible()

    clicks.anew()
    clicks.choose(side_filter(city), city, page.get_by_test_id("stSidebar"))
    clicks.type_day(date(2022, 3, 1))
    clicks.press(page.locator(".st-key-news_list button"))
    expect(page.get_by_role("dialog").get_by_role("heading", name="In the store")).to_be_visible()
    page.keyboard.press("Escape")

    clicks.anew()
    clicks.turn("Matches")
    clicks.choose(side_filter(city), city, page.get_by_test_id("stSidebar"))
    first = page.locator('[class*="st-key-match_"]').first
    expect(first).to_contain_text(city)
    expect(first).to_contain_text(re.compile("Both (have plans about|took part in)"))
    clicks.press(first.get_by_role("button", name="Passages"))
    expect(page.get_by_role("dialog").locator(".passage").first).to_be_visible()


@pytest.mark.browser
@pytest.mark.parametrize("province", ["Liaoning", *SOME_PROVINCES])
def test_goal_6_in_a_province(page: Page, dashboard: Server, province: str) -> None:
    """Coverage, its tab of gaps, the row of the province: whether a plan there names goal 6, and who else does."""
    visit(page, dashboard.url)
    clicks = Clicks(page)
    clicks.turn("Coverage")
    clicks.tab("Gaps")
    clicks.row(province, PROVINCES)
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("Named by no plan of the place")).to_be_visible()
    dialog.get_by_role("combobox").fill("SDG 6")
    expect(page.get_by_role("option", name="SDG 6 Clean Water and Sanitation")).to_be_visible()


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
