"""In Chinese no file that people read has an English word but those of documents, names, units and formats."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import icalendar
import lxml.html
import openpyxl
import pandas as pd
import pytest
from docx import Document
from pptx import Presentation

from benchmarks.many_plans import real_plans
from tests.exports.samples import description_of, view_of
from ucap.charts.catalogue import CHARTS
from ucap.charts.scene import Scene
from ucap.exports import View, export
from ucap.exports.kit.kit import kit
from ucap.exports.kit.slides import Meeting
from ucap.frames.columns import COLUMNS, FRAMES
from ucap.selection import Selection
from ucap.selection.places.cities import cities
from ucap.vocabulary.reference import rows
from ucap.wording import _, use

WORD = re.compile(r"[A-Za-zÀ-ž]{2,}(?:['’-][A-Za-zÀ-ž]+)*")
# Addresses, names of hosts as "fpi.ec.europa.eu", queries and fingerprints.
ADDRESS = re.compile(
    r"(?:https?|ucap)://\S+|(?<![A-Za-z0-9])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b|/\?\S*|\b[0-9a-f]{6,}\b", re.ASCII
)
# What has no other name in Chinese: the product, units, standards and the names of formats and of types of columns.
REVIEWED = frozenset(
    [
        "U-CAP",
        "CAP",
        "UCAP",
        "IUC",
        "IURC",
        "SDG",
        "SHA",
        "UN",
        "EU",
        "km",
        "persons",
        "degrees",
        "ISO",
        "NUTS",
        "URI",
        "JSON",
        "Pointer",
        "WGS",
        "alpha",
        "RFC",
        "Excel",
        "PowerPoint",
        "HTML",
        "CSV",
        "Parquet",
        "GeoJSON",
        "str",
        "category",
        "bool",
        "Int",
        "int",
        "float",
        "datetime",
        "us",
        "UTC",
        "EDTF",
        *("GeoNames", "CC", "BY", "Natural", "Earth", "plotly", "js", "MIT", "Unicode", "CLDR"),
    ]
)


@cache
def everything() -> View:
    return view_of(*real_plans())


@pytest.fixture
def view() -> Iterator[View]:
    """All plans, in Chinese."""
    use("zh")
    yield everything()
    use("en")


def words(text: str) -> set[str]:
    """The words of a text without addresses and without the last one of a text that was cut."""
    return set(WORD.findall(re.sub(r"\S*…", " ", ADDRESS.sub(" ", text))))


def quoted(view: View) -> set[str]:
    """The words of the records, of the names that columns have in files for programs, and identifiers of others."""
    records = " ".join(json.dumps(plan.model_dump(mode="json"), ensure_ascii=False) for plan in view.plans())
    columns = " ".join(name for table, frame in view.files() for name in (table, *frame))
    columns += " ".join(value for column in COLUMNS.values() for value in column.values)
    units = [row["nuts"] for row in rows("nuts")]
    provinces = [row["iso_3166_2"] for row in rows("province_codes")]
    slugs = cities(view.scene.coverage).label_of
    identifiers = " ".join([*units, *(unit[:2] for unit in units), *provinces, *slugs])
    return words(records.replace("\\n", " ")) | words(columns.replace("_", " ")) | words(identifiers)


def translated(view: View) -> set[str]:
    """Titles, names and codes that are said in Chinese wherever they stand alone."""
    return {*view.frames.plans["title"], "Guangxi", "Italy", "Spain", "meeting", "visit", "warning", "done", "True"}


def sheets(view: View) -> Iterator[str]:
    """All cells but the codes, beside which their words stand."""
    book = openpyxl.load_workbook(io.BytesIO(export("xlsx", view, description_of(view))), read_only=True)
    codes = {
        _(spec.title): {place for place, name in enumerate(spec.in_files) if COLUMNS[name].words}
        for spec in FRAMES.values()
    }
    for sheet in book:
        yield sheet.title
        for row in sheet.iter_rows(values_only=True):
            kept = (cell for place, cell in enumerate(row) if place not in codes.get(sheet.title, ()))
            yield from (cell for cell in kept if isinstance(cell, str))


def slides(view: View) -> Iterator[str]:
    for key in ("pptx", "pptx-short"):
        yield from deck(export(key, view, description_of(view)))


def deck(data: bytes) -> Iterator[str]:
    """Texts, tables and charts of all slides."""
    for shape in (shape for slide in Presentation(io.BytesIO(data)).slides for shape in slide.shapes):
        if shape.has_text_frame:
            yield shape.text_frame.text
        if shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)
        if shape.has_chart:
            plot = shape.chart.plots[0]
            yield from (str(one) for one in (*plot.categories, *(series.name for series in plot.series)))


def report(view: View) -> Iterator[str]:
    page = lxml.html.fromstring(export("html", view, description_of(view)))
    for element in page.xpath("//script|//style"):
        element.drop_tree()
    yield from page.itertext()


def kit_files(view: View) -> Iterator[str]:
    """The deck, the brief and the note of the meeting kit of a city and of a pair."""
    for labels in (("Rome",), ("Panjin", "Rome")):
        coverage = view.scene.coverage
        about = View(Scene(coverage, cities(coverage).selection(labels, Selection())), view.records, view.texts)
        data = kit(about, Meeting(labels, "", date(2026, 12, 3), ()), description_of(about), ["zh"])
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive.read("README.txt").decode()
            yield from deck(archive.read("deck.pptx"))
            brief = Document(io.BytesIO(archive.read("brief.docx")))
            yield from (paragraph.text for paragraph in brief.paragraphs)
            yield from (cell.text for table in brief.tables for row in table.rows for cell in row.cells)


def calendar(view: View) -> Iterator[str]:
    file = icalendar.Calendar.from_ical(export("ics", view, description_of(view)))
    yield file["description"]
    for entry in file.walk("VEVENT"):
        yield from (str(entry.get(name, "")) for name in ("summary", "description", "location"))
        yield from (str(one) for one in entry["categories"].cats)


def charts(view: View) -> Iterator[str]:
    for draw in CHARTS.values():
        chart = draw(view.scene)
        yield from (chart.title, chart.sentence, *map(str, chart.table.columns))
        yield from (str(cell) for row in chart.table.itertuples(index=False) for cell in row if not pd.isna(cell))
        yield from hovers(json.loads(chart.figure.to_json()))


def hovers(figure: Any) -> Iterator[str]:
    for trace in figure["data"]:
        for name in ("text", "hovertext"):
            found = trace.get(name) or []
            yield from (re.sub(r"<[^>]*>", " ", str(one)) for one in ([found] if isinstance(found, str) else found))


@pytest.mark.parametrize("read", [sheets, slides, report, kit_files, calendar, charts])
def test_a_file_in_chinese_is_chinese(view: View, read: Any) -> None:
    """Headings, sentences, places, titles, findings and values are said in Chinese; what documents say stays."""
    texts = list(read(view))
    assert {text.strip() for text in texts} & translated(view) == set()
    assert {word for text in texts for word in words(text)} - quoted(view) - REVIEWED == set()
