"""What a file says, read by programs that are not ours: titles of plans, and key figures."""

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
import shapely
from frictionless import Package, system
from pptx import Presentation

from ucap.frames.columns import FRAMES
from ucap.wording import _

Tables = dict[str, list[dict[str, Any]]]

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


def tables_of_xlsx(path: Path) -> Tables:
    book = openpyxl.load_workbook(path, read_only=True)
    tables: Tables = {}
    for name, spec in FRAMES.items():
        _header, *rows = book[_(spec.title)].iter_rows(values_only=True)
        tables[name] = [dict(zip(spec.in_files, row, strict=True)) for row in rows]
    return tables


def from_pptx(path: Path) -> Told:
    """The slides of plans and the table of those that have none, and the slide with the key figures."""
    slides = list(Presentation(str(path)).slides)
    headlines = [re.sub(r" \(\d+\)$", "", slide.shapes.title.text) for slide in slides]
    if _("Activities") not in headlines:
        return [], {}
    last = len(headlines) - headlines[::-1].index(_("Activities"))
    of_plans = list(zip(headlines, slides, strict=True))[last : headlines.index(_("What to know before speaking"))]
    own = [title for title, slide in of_plans if slide.shapes.title.text == title != _("Further plans")]
    return [*own, *first_column(of_plans, _("Further plans"))], large_figures(slides)


def from_short_pptx(path: Path) -> Told:
    """The slide with the key figures; plans have no slide of their own."""
    slides = list(Presentation(str(path)).slides)
    return None, large_figures(slides)


def first_column(slides: list[tuple[str, Any]], title: str) -> list[str]:
    tables = [shape.table for name, slide in slides if name == title for shape in slide.shapes if shape.has_table]
    return [row.cells[0].text for table in tables for row in list(table.rows)[1:]]


def large_figures(slides: list[Any]) -> dict[str, int]:
    shapes = {shape.name: shape.text_frame.text for shape in slides[1].shapes if shape.has_text_frame}
    return {name.removesuffix(" number"): number(text) for name, text in shapes.items() if name.endswith(" number")}


def number(text: str) -> int:
    """A number as people write it, with a sign between thousands."""
    return int(re.sub(r"\D", "", text))


def tables_of_html(path: Path) -> Tables:
    """Codes are said in words there, and plans by their titles but in their own table."""
    page = lxml.html.parse(path).getroot()
    tables: Tables = {}
    for name, spec in FRAMES.items():
        rows = page.xpath(f"//table[@data-table='frame-{name}']/tbody/tr")
        columns = (*spec.columns, *spec.of_selection)
        tables[name] = [dict(zip(columns, [c.text_content() for c in row], strict=True)) for row in rows]
    return tables


def from_html(path: Path) -> Told:
    figures = lxml.html.parse(path).getroot().xpath("//li[@data-figure]")
    shown = {one.get("data-figure"): number(one.find("strong").text) for one in figures}
    return told_by(tables_of_html(path))[0], shown


def read_csv(source: Any) -> list[dict[str, Any]]:
    frame: list[dict[str, Any]] = pd.read_csv(source, keep_default_na=False).to_dict("records")
    return frame


def from_csv(path: Path) -> Told:
    return told_by({"plans": read_csv(path)})


def tables_of_csv_zip(path: Path) -> Tables:
    with zipfile.ZipFile(path) as archive:
        return {name: read_csv(io.BytesIO(archive.read(f"{name}.csv"))) for name in FRAMES}


def from_json(path: Path) -> Told:
    return told_by({"plans": json.loads(path.read_text("utf-8"))["plans"]})


def tables_of_geojson(path: Path) -> Tables:
    features = json.loads(path.read_text("utf-8"))["features"]
    assert all(shapely.geometry.shape(one["geometry"]).is_valid for one in features)
    return {
        name: [one["properties"] for one in features if one["properties"]["frame"] == name]
        for name in ("cities", "pairs")
    }


def from_parquet(path: Path) -> Told:
    return told_by({"plans": pq.read_table(path).to_pylist()})


def tables_of_parquet_zip(path: Path) -> Tables:
    with zipfile.ZipFile(path) as archive:
        return {name: pq.read_table(io.BytesIO(archive.read(f"{name}.parquet"))).to_pylist() for name in FRAMES}


def tables_of_data_package(path: Path) -> Tables:
    folder = path.with_suffix("")
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    with system.use_context(trusted=True):
        package = Package((folder / "datapackage.json").as_posix())
        return {name: [row.to_dict() for row in package.get_resource(name).read_rows()] for name in FRAMES}


def from_ics(path: Path) -> Told:
    """The calendar says how many plans are selected; its entries have a test of their own."""
    about = icalendar.Calendar.from_ical(path.read_bytes())["description"]
    counted = re.search(rf"^{_('Plans')}\n\D*([\d,.]+)", about, re.MULTILINE)
    assert counted
    return None, {"plans": number(counted[1])}


TABLES: dict[str, Callable[[Path], Tables]] = {
    "xlsx": tables_of_xlsx,
    "csv-zip": tables_of_csv_zip,
    "geojson": tables_of_geojson,
    "parquet-zip": tables_of_parquet_zip,
    "datapackage": tables_of_data_package,
}
"""The tables of files that hold several, as other programs read them."""
READERS: dict[str, Callable[[Path], Told]] = {
    **{key: lambda path, read=read: told_by(read(path)) for key, read in TABLES.items()},
    "pptx": from_pptx,
    "pptx-short": from_short_pptx,
    "html": from_html,
    "csv": from_csv,
    "json": from_json,
    "parquet": from_parquet,
    "ics": from_ics,
}


def links_of_xlsx(path: Path) -> set[str]:
    book = openpyxl.load_workbook(path)
    cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
    return {str(cell.hyperlink.target) for cell in cells if cell.hyperlink}


def links_of_pptx(path: Path) -> set[str]:
    rels = (one for slide in Presentation(str(path)).slides for one in slide.part.rels.values())
    return {str(one.target_ref) for one in rels if one.is_external}


def links_of_html(path: Path) -> set[str]:
    return set(lxml.html.parse(path).getroot().xpath("//a/@href"))


def links_of_ics(path: Path) -> set[str]:
    return {str(entry["url"]) for entry in icalendar.Calendar.from_ical(path.read_bytes()).events}


LINKS: dict[str, Callable[[Path], set[str]]] = {
    "xlsx": links_of_xlsx,
    "pptx": links_of_pptx,
    "pptx-short": links_of_pptx,
    "html": links_of_html,
    "ics": links_of_ics,
}
"""The addresses to which people are led by a file."""
