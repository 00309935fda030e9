"""What is downloaded from a page is what the page shows: every format, opened in a reader that is not ours."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import icalendar
import lxml.html
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
import shapely
from frictionless import Package, system
from lxml import etree
from PIL import Image
from playwright.sync_api import Page
from pptx import Presentation

from tests.browser.server import Server
from tests.browser.walk import settle, visit
from ucap.charts.catalogue import CHARTS
from ucap.exports import FORMATS
from ucap.frames.columns import FRAMES

FILTERS = "partner=Rome&year=2018&year=2019"
TABS = {"coverage": ["Themes and goals", "Cities and goals", "EU Urban Agenda", "Countries"]}
Tables = dict[str, list[dict[str, Any]]]


@pytest.mark.browser
def test_every_format_holds_what_the_screen_shows(page: Page, dashboard: Server, tmp_path: Path) -> None:
    """Plans in their order, and the key figures, are the same on the screen and in each file that has them."""
    visit(page, f"{dashboard.url}/?{FILTERS}")
    figures = figures_on_screen(page)
    visit(page, f"{dashboard.url}/plans?{FILTERS}")
    titles = first_cells(page)
    assert 0 < len(titles) == figures["plans"] < 25
    assert set(READERS) == set(FORMATS)
    for key, read in READERS.items():
        told_titles, told_figures = read(download(page, FORMATS[key].label, tmp_path))
        assert told_titles in (None, titles), key
        assert told_figures == {name: figures[name] for name in told_figures}, key


@pytest.mark.browser
def test_the_calendar_holds_the_days_of_the_timeline(page: Page, dashboard: Server, tmp_path: Path) -> None:
    """Each activity of the table whose day is known is an entry on that day, and there is no other."""
    visit(page, f"{dashboard.url}/timeline?{FILTERS}")
    starts = first_cells(page)
    path = download(page, FORMATS["ics"].label, tmp_path)
    entries = icalendar.Calendar.from_ical(path.read_bytes()).events
    days = {entry.decoded("dtstart").isoformat() for entry in entries}
    assert days == {start for start in starts if len(start) == len("2018-07-31")} != set()


@pytest.mark.browser
@pytest.mark.parametrize(("path", "charts"), [("", 4), ("coverage", 5), ("timeline", 2)])
def test_each_chart_can_be_had_as_a_picture(
    page: Page, dashboard: Server, tmp_path: Path, path: str, charts: int
) -> None:
    """PNG, twice as fine as the screen, and SVG with the chart's sentence and filters; both without any host."""
    visit(page, f"{dashboard.url}/{path}?{FILTERS}")
    had = 0
    for tab in TABS.get(path, [""]):
        if tab:
            page.get_by_role("tab", name=tab).click()
            settle(page)
        for name in CHARTS:
            if page.locator(f".st-key-picture_{name} button:visible").count():
                png, svg = pictures(page, name, tmp_path)
                had += 1
                with Image.open(png) as picture:
                    assert picture.width == 1800
                    assert len(picture.convert("RGB").getcolors(10**7) or []) > 20
                written = "".join(etree.parse(svg).getroot().itertext())
                assert "European city: Rome" in written.replace("\xa0", " ")
    assert had == charts


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
    told = {}
    for button in page.locator('.st-key-figures [class*="st-key-figure_"]').all():
        name = re.search(r"st-key-figure_(\w+)", button.get_attribute("class") or "")
        number = re.match(r"\d+", button.inner_text())
        assert name
        assert number
        told[name[1]] = int(number[0])
    return told


def first_cells(page: Page) -> list[str]:
    """The first cell of each row of the table that is shown."""
    cells = page.locator('[data-testid^="glide-cell-1-"]')
    cells.first.wait_for(state="attached")
    return cells.all_text_contents()


def download(page: Page, label: str, folder: Path) -> Path:
    """Choose a format from the menu of files, and take the file."""
    if not page.get_by_role("combobox", name="Format").is_visible():
        page.get_by_role("button", name="Export").click()
    box = page.get_by_role("combobox", name="Format")
    box.click()
    page.get_by_role("option", name=label, exact=True).click()
    settle(page)
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download", exact=True).click()
    path = folder / taken.value.suggested_filename
    taken.value.save_as(path)
    return path


Told = tuple[list[str] | None, dict[str, int]]


def told_by(tables: Tables) -> Told:
    """The titles of the plans and the key figures, counted from whatever tables a file holds."""

    def distinct(table: str, *columns: str) -> int:
        return len({tuple(row[column] for column in columns) for row in tables[table] if row[columns[-1]]})

    counts: dict[str, tuple[str, Callable[[], int]]] = {
        "plans": ("plans", lambda: len(tables["plans"])),
        "pairs": ("pairs", lambda: distinct("pairs", "china_city", "europe_city")),
        "cities": ("cities", lambda: distinct("cities", "city")),
        "countries": ("cities", lambda: distinct("cities", "country_code")),
        "activities": ("activities", lambda: distinct("activities", "event")),
        "goals": ("goals", lambda: distinct("goals", "goal")),
        "findings": ("findings", lambda: len(tables["findings"])),
    }
    titles = [row["title"] for row in tables["plans"]] if "plans" in tables else None
    return titles, {name: count() for name, (table, count) in counts.items() if table in tables}


def from_xlsx(path: Path) -> Told:
    book = openpyxl.load_workbook(path, read_only=True)
    tables: Tables = {}
    for name, spec in FRAMES.items():
        _header, *rows = book[spec.title].iter_rows(values_only=True)
        tables[name] = [dict(zip(spec.columns, row, strict=True)) for row in rows]
    return told_by(tables)


def from_pptx(path: Path) -> Told:
    """The slides of plans, and the slide with the key figures."""
    slides = list(Presentation(str(path)).slides)
    shapes = {shape.name: shape.text_frame.text for shape in slides[1].shapes if shape.has_text_frame}
    figures = {name.removesuffix(" number"): int(text) for name, text in shapes.items() if name.endswith(" number")}
    headlines = [slide.shapes.title.text for slide in slides]
    plans = headlines[headlines.index("Activities") + 1 : headlines.index("What to know before speaking")]
    return [title for title in plans if not title.endswith(" (2)")], figures


def from_html(path: Path) -> Told:
    page = lxml.html.parse(path).getroot()
    tables: Tables = {}
    for name, spec in FRAMES.items():
        rows = page.xpath(f"//table[@data-table='frame-{name}']/tbody/tr")
        tables[name] = [dict(zip(spec.columns, [c.text_content() for c in row], strict=True)) for row in rows]
    shown = {one.get("data-figure"): int(one.find("strong").text) for one in page.xpath("//li[@data-figure]")}
    titles, figures = told_by(tables)
    assert shown == figures
    return titles, figures


def read_csv(source: Any) -> list[dict[str, Any]]:
    frame: list[dict[str, Any]] = pd.read_csv(source, keep_default_na=False).to_dict("records")
    return frame


def from_csv(path: Path) -> Told:
    return told_by({"plans": read_csv(path)})


def from_csv_zip(path: Path) -> Told:
    with zipfile.ZipFile(path) as archive:
        return told_by({name: read_csv(io.BytesIO(archive.read(f"{name}.csv"))) for name in FRAMES})


def from_json(path: Path) -> Told:
    return told_by({"plans": json.loads(path.read_text("utf-8"))["plans"]})


def from_geojson(path: Path) -> Told:
    features = json.loads(path.read_text("utf-8"))["features"]
    assert all(shapely.geometry.shape(one["geometry"]).is_valid for one in features)
    tables = {
        name: [one["properties"] for one in features if one["properties"]["frame"] == name]
        for name in ("cities", "pairs")
    }
    return told_by(tables)


def from_parquet(path: Path) -> Told:
    return told_by({"plans": pq.read_table(path).to_pylist()})


def from_parquet_zip(path: Path) -> Told:
    with zipfile.ZipFile(path) as archive:
        return told_by(
            {name: pq.read_table(io.BytesIO(archive.read(f"{name}.parquet"))).to_pylist() for name in FRAMES}
        )


def from_data_package(path: Path) -> Told:
    folder = path.with_suffix("")
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    with system.use_context(trusted=True):
        package = Package((folder / "datapackage.json").as_posix())
        return told_by({name: [row.to_dict() for row in package.get_resource(name).read_rows()] for name in FRAMES})


def from_ics(path: Path) -> Told:
    """The calendar says how many plans are selected; its entries have a test of their own."""
    about = icalendar.Calendar.from_ical(path.read_bytes())["description"]
    counted = re.search(r"Plans\n  (\d+) of 25", about)
    assert counted
    return None, {"plans": int(counted[1])}


READERS: dict[str, Callable[[Path], Told]] = {
    "xlsx": from_xlsx,
    "pptx": from_pptx,
    "html": from_html,
    "csv": from_csv,
    "csv-zip": from_csv_zip,
    "json": from_json,
    "geojson": from_geojson,
    "parquet": from_parquet,
    "parquet-zip": from_parquet_zip,
    "datapackage": from_data_package,
    "ics": from_ics,
}
