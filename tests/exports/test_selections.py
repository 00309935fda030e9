"""Whatever is selected, every format opens in a reader that is not ours and tells what the pages tell."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest

from benchmarks.many_plans import many_plans, real_plans
from tests.effort import IS_ENDURANCE
from tests.exports.readers import READERS
from tests.exports.samples import description_of, view_of
from tests.exports.test_credits import said
from ucap.exports import FORMATS, View, export
from ucap.exports.story.story import MOST_LINES, MOST_PLANS
from ucap.frames.columns import FRAMES
from ucap.plan.record import City, Plan, Theme
from ucap.plan.words import title_words
from ucap.selection import Selection
from ucap.selection.figures import key_figures
from ucap.selection.listings import by_title
from ucap.wording import LANGUAGES, _, use

DALIAN = City(name="大连", written="大连", side="china", region="辽宁", country_code="CN", latitude=39, longitude=122)
PORTO = City(name="波尔图", written="波尔图", side="europe", country_code="PT", latitude=41, longitude=-9)
CHINESE = Plan(
    id="大连",
    title="大连 – 波尔图",
    cities=(DALIAN, PORTO),
    themes=(Theme(label="海洋经济"),),
    results=("就业",),
)
WORDS = {"en": ("Rome", "Italy", "Paired"), "zh": ("罗马", "意大利", "已结对")}
SELECTIONS = {
    "all": Selection(),
    "none": Selection(text="nosuchword"),
    "one plan": Selection(plans=("panjin",)),
    "one city": Selection(european_cities=("Rome",)),
    "a goal": Selection(goals=(9,)),
    "a year": Selection(years=(2018,)),
}


@cache
def real_view(name: str) -> View:
    return view_of(*real_plans(), selection=SELECTIONS[name])


@cache
def many() -> View:
    """More plans than a deck has slides and lines for, a thousand in `make endure`; their frames are built once."""
    return view_of(*many_plans(1000 if IS_ENDURANCE else MOST_PLANS + MOST_LINES + 50))


def assert_told(key: str, view: View, folder: Path) -> None:
    """The file's plans, in their order, and the figures that it holds are those of the selection."""
    path = folder / f"selection{FORMATS[key].extension}"
    path.write_bytes(export(key, view, description_of(view)))
    is_headers_alone = key == "csv" and not len(view.frames.plans)  # without a row there is nothing to be owed
    assert is_headers_alone or "GeoNames" in said(path.read_bytes())
    titles, figures = READERS[key](path)
    expected = by_title(view.frames.plans, view.scene.coverage)["title"].tolist()
    if key != "json":  # which is the record as it is kept
        expected = list(map(title_words, expected))
    if key == "pptx":
        # Plans that fill a slide come first, then those with a line in the table.
        titles, expected = sorted(titles or []), sorted(expected[: MOST_PLANS + MOST_LINES])
    assert titles in (None, expected)
    counts = {figure.name: figure.count for figure in key_figures(view.frames, view.scene.met)}
    assert figures == {name: counts[name] for name in figures}


@pytest.fixture
def chinese() -> Iterator[None]:
    """The interface in Chinese."""
    use("zh")
    yield
    use("en")


def test_every_format_has_a_reader_that_is_not_ours() -> None:
    assert set(READERS) == set(FORMATS)


@pytest.mark.parametrize("key", FORMATS)
@pytest.mark.parametrize("name", SELECTIONS)
def test_a_file_tells_what_is_selected(key: str, name: str, tmp_path: Path) -> None:
    assert_told(key, real_view(name), tmp_path)


@pytest.mark.parametrize("key", FORMATS)
@pytest.mark.usefixtures("chinese")
def test_a_file_in_chinese_tells_what_is_selected(key: str, tmp_path: Path) -> None:
    """The figures of the real plans are the same in each language, and whom they are owed to is said."""
    assert_told(key, real_view("one city"), tmp_path)


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_file_of_tables_says_the_same_words_and_identifiers(spoken: str) -> None:
    """Codes and ids are the same in each language and format; the words beside them are in the language of the file."""
    use(spoken)
    try:
        view = real_view("one city")
        package = zipfile.ZipFile(io.BytesIO(export("datapackage", view, description_of(view))))
        parquet = zipfile.ZipFile(io.BytesIO(export("parquet-zip", view, description_of(view))))
        tables = zipfile.ZipFile(io.BytesIO(export("csv-zip", view, description_of(view))))
        book = openpyxl.load_workbook(io.BytesIO(export("xlsx", view, description_of(view))), read_only=True)
        _headings, *cells = book[_(FRAMES["pairs"].title)].iter_rows(values_only=True)
        features = json.loads(export("geojson", view, description_of(view)))["features"]
    finally:
        use("en")
    (rome,) = [one["properties"] for one in features if one["id"] == "rome"]
    rows = [
        next(csv.DictReader(io.TextIOWrapper(package.open("pairs.csv"), "utf-8"))),
        pq.read_table(io.BytesIO(parquet.read("pairs.parquet"))).to_pylist()[0],
        next(csv.DictReader(io.TextIOWrapper(tables.open("pairs.csv"), "utf-8-sig"))),
        dict(zip(FRAMES["pairs"].in_files, cells[0], strict=True)),
    ]
    for row in rows:
        codes = (row["link"], row["country_code"], row["nuts_code"], str(row["europe_geonames_id"]))
        assert codes == ("paired", "IT", "ITI4", "3169070")
        assert (row["europe_city"], row["country"], row["link_name"]) == WORDS[spoken]
    assert (rome["city"], rome["country"], rome["geonames_id"]) == (*WORDS[spoken][:2], 3169070)


@pytest.mark.parametrize("key", FORMATS)
@pytest.mark.usefixtures("chinese")
def test_a_file_in_chinese_of_chinese_names_tells_what_is_selected(key: str, tmp_path: Path) -> None:
    assert_told(key, view_of(CHINESE), tmp_path)


@pytest.mark.parametrize("key", FORMATS)
def test_a_file_of_many_plans_tells_what_is_selected(key: str, tmp_path: Path) -> None:
    assert_told(key, many(), tmp_path)
