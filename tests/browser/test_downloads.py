"""What is downloaded from a page is what the page shows: every format, opened in a reader that is not ours."""

from __future__ import annotations

import re
from pathlib import Path

import icalendar
import openpyxl
import pytest
from lxml import etree
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.server import Server
from tests.browser.walk import first_cells, settle, visit
from tests.effort import IS_ENDURANCE
from tests.exports.readers import READERS
from ucap.charts.catalogue import CHARTS
from ucap.exports import FORMATS
from ucap.exports.picture import WIDTH_PX

pytestmark = pytest.mark.only_looks

SOME_FORMATS = ("xlsx", "csv", "pptx")
"""Many tables, one, and slides: that each format holds the selection is said in `tests/exports/test_selections.py`."""
FILTERS = "partner=Rome&year=2018&year=2019"
SOME_CHARTS = ("map", "goals", "themes-goals", "activities")
"""A map, bars, a matrix and a timeline: each sort of chart; in `make endure` all."""
SHOWN: dict[str, dict[str, list[str]]] = {
    "": {"": ["map", "themes", "goals", "activities-in-time"]},
    "coverage": {
        "Themes and goals": ["themes-goals"],
        "Cities and goals": ["cities-goals"],
        "EU Urban Agenda": ["topics"],
        "Countries": ["countries", "themes-countries"],
    },
    "timeline": {"": ["activities", "periods"]},
}


@pytest.mark.browser
def test_every_format_holds_what_the_screen_shows(page: Page, dashboard: Server, tmp_path: Path) -> None:
    """Plans in their order, and the key figures, are the same on the screen and in each file that has them."""
    visit(page, f"{dashboard.url}/?{FILTERS}")
    figures = figures_on_screen(page)
    visit(page, f"{dashboard.url}/plans?{FILTERS}")
    titles = first_cells(page)
    assert 0 < len(titles) == figures["plans"] < 25
    assert set(READERS) == set(FORMATS)
    for key in READERS if IS_ENDURANCE else SOME_FORMATS:
        read = READERS[key]
        told_titles, told_figures = read(download(page, FORMATS[key].label, tmp_path))
        in_order = sorted if key.startswith("pptx") else list  # a deck tells first of the plans that say the most
        assert told_titles is None or in_order(told_titles) == in_order(titles), key
        assert told_figures == {name: figures[name] for name in told_figures}, key


@pytest.mark.browser
def test_the_button_beside_a_table_gives_it_with_its_credits(page: Page, dashboard: Server, tmp_path: Path) -> None:
    """Streamlit's own "Download as CSV", which says neither filters nor credits, is not there."""
    visit(page, f"{dashboard.url}/plans?{FILTERS}")
    titles = first_cells(page)
    page.get_by_test_id("stDataFrame").first.hover()
    expect(page.get_by_label("Search: The selected plans")).to_be_visible()
    expect(page.get_by_label(re.compile("^Download as CSV"))).to_be_hidden()
    with page.expect_download() as started:
        page.get_by_role("button", name="This table (Excel)").click()
    started.value.save_as(tmp_path / "table.xlsx")
    sheets = openpyxl.load_workbook(tmp_path / "table.xlsx")
    assert [row[0] for row in sheets["The selected plans"].iter_rows(min_row=2, values_only=True)] == titles
    about = [cell for row in sheets["About"].iter_rows(values_only=True) for cell in row if cell]
    assert "European city: Rome" in about
    assert any("GeoNames" in cell for cell in about)


@pytest.mark.browser
def test_the_calendar_holds_the_days_of_the_timeline(page: Page, dashboard: Server, tmp_path: Path) -> None:
    """Each activity of the table whose day is known is an entry on that day, and there is no other."""
    visit(page, f"{dashboard.url}/timeline?{FILTERS}")
    starts = first_cells(page)
    path = download(page, FORMATS["ics"].label, tmp_path)
    entries = icalendar.Calendar.from_ical(path.read_bytes()).events
    days = {entry.decoded("dtstart").isoformat() for entry in entries}
    assert days == {start for start in starts if len(start) == len("2018-07-31")} != set()


def looked_for(path: str) -> dict[str, list[str]]:
    """The charts of a page whose pictures are taken, by tabs."""
    names = {tab: [one for one in names if IS_ENDURANCE or one in SOME_CHARTS] for tab, names in SHOWN[path].items()}
    return {tab: chosen for tab, chosen in names.items() if chosen}


@pytest.mark.browser
@pytest.mark.parametrize("path", SHOWN)
def test_each_chart_can_be_had_as_a_picture(page: Page, dashboard: Server, tmp_path: Path, path: str) -> None:
    """PNG, twice as fine as the screen, and SVG with the chart's filters in words; both without any host."""
    visit(page, f"{dashboard.url}/{path}?{FILTERS}")
    for tab, names in looked_for(path).items():
        if tab:
            page.get_by_role("tab", name=tab).click()
            settle(page)
        for name in names:
            png, svg = pictures(page, name, tmp_path)
            with Image.open(png) as picture:
                assert picture.width == 2 * WIDTH_PX
                assert len(picture.convert("RGB").getcolors(10**7) or []) > 20
            written = "".join(etree.parse(svg).getroot().itertext())
            assert "European city: Rome" in written.replace("\xa0", " ")


def test_every_chart_is_looked_for() -> None:
    """No chart of the catalogue is left out above."""
    assert {name for tabs in SHOWN.values() for names in tabs.values() for name in names} == set(CHARTS)


def pictures(page: Page, name: str, folder: Path) -> list[Path]:
    """The chart of that name as PNG and SVG."""
    page.locator(f".st-key-picture_{name} button").click()
    settle(page)
    dialog = page.get_by_role("dialog")
    saved = []
    for kind in ("PNG", "SVG"):
        dialog.get_by_role("radio", name=kind).click()
        settle(page)
        with page.expect_download() as taken:
            dialog.locator(f".st-key-{kind.lower()}_{name} .modebar-btn").click()
        saved.append(folder / taken.value.suggested_filename)
        taken.value.save_as(saved[-1])
        assert re.fullmatch(rf"ucap-{name}-\d{{4}}-\d\d-\d\d-\w{{8}}\.{kind.lower()}", saved[-1].name)
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    return saved


def figures_on_screen(page: Page) -> dict[str, int]:
    """The key figures of the overview by their names."""
    figures = {}
    for button in page.locator('.st-key-figures [class*="st-key-figure_"]').all():
        name = re.search(r"st-key-figure_(\w+)", button.get_attribute("class") or "")
        number = re.match(r"\d+", button.inner_text())
        assert name
        assert number
        figures[name[1]] = int(number[0])
    return figures


def download(page: Page, label: str, folder: Path) -> Path:
    """Choose a format from the menu of files, and take the file."""
    if not page.get_by_role("combobox", name="Format").is_visible():
        page.get_by_role("button", name="Export").click()
    page.get_by_role("combobox", name="Format").click()
    page.get_by_role("option", name=label, exact=True).click()
    settle(page)
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download", exact=True).click()
    path = folder / taken.value.suggested_filename
    taken.value.save_as(path)
    return path
