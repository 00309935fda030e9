"""Hostile text in every field of a record is text in each file: nothing in it is followed, run or reckoned."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from functools import cache

import icalendar
import lxml.html
import openpyxl
import pyarrow.parquet as pq
import pytest
from lxml import etree
from pptx import Presentation

from tests.exports.samples import description_of, view_of
from tests.hostile import FORMULA, HOST, MARKS, SHORT_TEXT, SOURCE, TEXT, hostile_record
from ucap.exports import FORMATS, export
from ucap.frames import build
from ucap.plain_text import unguarded
from ucap.plan.record import Plan

PLANS = [Plan.model_validate(hostile_record("evil")), Plan.model_validate(hostile_record("short", SHORT_TEXT))]
GOALS = set(build(PLANS).goals["goal_uri"])  # ours, not the record's
OBJECTIVES = [f"{TEXT} /objectives/0", f"{FORMULA}{TEXT} /objectives/1"]


@cache
def written(key: str) -> bytes:
    view = view_of(*PLANS)
    return export(key, view, description_of(view))


def members(key: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(written(key))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_each_format_is_judged_here() -> None:
    """A format that is new must be added to these tests."""
    archives = {"csv-zip", "parquet-zip", "datapackage"}
    assert set(FORMATS) == {"xlsx", "pptx", "pptx-short", "html", "csv", "json", "geojson", "parquet", "ics", *archives}


def test_a_workbook_follows_sources_alone_and_reckons_nothing() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.hyperlink.target for cell in cells if cell.hyperlink} == {SOURCE, *GOALS}
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert any(cell.value == OBJECTIVES[1] for cell in cells)
    assert not any(HOST in name for name in members("xlsx"))


def test_a_briefing_has_hostile_text_and_no_link_or_picture_of_it() -> None:
    for name, content in members("pptx").items():
        if name.endswith(".rels"):
            assert HOST.encode() not in content, name
        if name.endswith(".xml"):
            runs = etree.fromstring(content).iterfind(".//{*}t")
            assert [run.text for run in runs if (run.text or "").strip() in MARKS] == [], name
    texts = [
        shape.text_frame.text
        for slide in Presentation(io.BytesIO(written("pptx"))).slides
        for shape in slide.shapes
        if shape.has_text_frame
    ]
    assert any("<b>MARKA</b>" in text for text in texts)


def test_a_report_links_sources_alone_and_has_no_element_of_hostile_text() -> None:
    report = lxml.html.document_fromstring(written("html"))
    assert {link for link in report.xpath("//@href") if not link.startswith("#")} == {SOURCE, *GOALS}
    asking = report.xpath("//@src | //@srcset | //@action | //@data | //@style[contains(., 'url')]")
    assert [one for one in asking if HOST in one] == []
    assert [one.tag for one in report.iter() if isinstance(one.tag, str) and (one.text or "").strip() in MARKS] == []
    assert OBJECTIVES[0] in {one.text_content().strip() for one in report.xpath("//li")}
    assert [one for one in report.xpath("//script/text()") if "<script>window.obeyed" in one] == []


@pytest.mark.parametrize("key", ["csv", "csv-zip"])
def test_no_cell_of_a_csv_file_begins_as_a_formula_and_all_of_it_is_there(key: str) -> None:
    files = {"plans.csv": written("csv")} if key == "csv" else members(key)
    read = {
        name: list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        for name, content in files.items()
        if name.endswith(".csv")
    }
    cells = [cell for rows in read.values() for row in rows for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "@", "+", "\t", "\r"))] == []
    assert any(TEXT in unguarded(cell) for cell in cells)


def test_records_hold_the_very_text() -> None:
    assert [Plan.model_validate(one) for one in json.loads(written("json"))["plans"]] == PLANS


def test_map_data_are_data() -> None:
    names = {one["properties"].get("city") for one in json.loads(written("geojson"))["features"]}
    assert f"{TEXT} /cities/0/name" in names


def test_parquet_holds_the_very_text() -> None:
    assert PLANS[0].title in pq.read_table(io.BytesIO(written("parquet"))).column("title").to_pylist()
    assert all(name.endswith((".parquet", ".json", ".txt", ".md")) for name in members("parquet-zip"))


def test_a_data_package_holds_the_very_text_for_programs() -> None:
    rows = csv.DictReader(io.StringIO(members("datapackage")["plans.csv"].decode("utf-8"), newline=""))
    assert next(row["title"] for row in rows if row["plan"] == "evil") == PLANS[0].title


def test_a_calendar_has_entries_of_text_and_nothing_to_follow() -> None:
    calendar = icalendar.Calendar.from_ical(written("ics"))
    assert [one for one in calendar.walk() for name in one if name in ("URL", "ATTACH", "X-ALT-DESC")] == []
    assert any(f"{TEXT} /activities/0/text" in str(event.get("description", "")) for event in calendar.events)
