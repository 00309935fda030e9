"""The interface has a page for people, and says whatever a client needs that knows nothing else."""

from __future__ import annotations

import csv
import io
import re

import lxml.html
import pandas as pd
import pyarrow.parquet as pq
import pytest
import requests

from ucap.frames.columns import COLUMNS, FRAMES
from ucap.selection.tables import CODE_LISTS


@pytest.mark.parametrize(("lang", "heading"), [("en", "U-CAP for programs"), ("zh", "U-CAP程序接口")])
def test_the_page_is_there_at_both_addresses_in_both_languages_and_asks_no_other_host(
    address: str, lang: str, heading: str
) -> None:
    for end in ("", "/"):
        answer = requests.get(f"{address}{end}?lang={lang}", timeout=60)
        page = lxml.html.fromstring(answer.content)
        assert (answer.headers["Content-Type"], page.findtext(".//h1")) == ("text/html; charset=utf-8", heading)
        assert page.xpath("//script|//img|//link[@rel='stylesheet']") == []


def test_every_address_that_the_page_links_to_answers(address: str) -> None:
    """But the dashboard itself, which is no part of the interface."""
    page = lxml.html.fromstring(requests.get(f"{address}/", timeout=60).content)
    links = {one.get("href") for one in page.xpath("//a[@href]")} - {"../"}
    assert len(links) > 40
    failing = {link: requests.head(f"{address}/{link}", timeout=60).status_code for link in sorted(links)}
    assert {link: status for link, status in failing.items() if status != 200} == {}


def test_the_examples_on_the_page_run_as_they_stand(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The one in Python is run; the other two ask for an address that gives the rows that they print."""
    page = lxml.html.fromstring(requests.get(f"{address}/", timeout=60).content)
    python, r, javascript = (one.text_content() for one in page.xpath("//pre"))
    exec(python, {})
    assert "Rome" in capsys.readouterr().out
    for example in (r, javascript):
        (asked,) = re.findall(r'"(http[^"]+)"', example)
        assert [row["europe_city"] for row in requests.get(asked, timeout=60).json()["rows"]] == ["Rome"]


def test_a_client_that_knows_the_page_alone_gets_all_rows_of_every_table(address: str) -> None:
    """It follows the links of the page to the tables, and the links of the answers to their further parts."""
    page = lxml.html.fromstring(requests.get(f"{address}/", timeout=60).content)
    tables = [href for href in page.xpath("//a/@href") if re.fullmatch(r"frames/\w+", href)]
    assert len(tables) == len(FRAMES)
    for table in tables:
        rows, following = [], f"{address}/{table}?limit=1"
        while following:
            answer = requests.get(following, timeout=60).json()
            rows += answer["rows"]
            following = answer["next"]
        assert len(rows) == answer["total"]


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("*/*", "text/html"),
        ("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "text/html"),
        ("application/json", "application/json"),
        ("text/html;q=0.2, application/*", "application/json"),
    ],
)
def test_a_client_that_wants_json_gets_the_description(address: str, accept: str, kind: str) -> None:
    answer = requests.get(f"{address}/", headers={"Accept": accept}, timeout=60)
    assert answer.headers["Content-Type"].split(";")[0] == kind


def test_a_table_comes_as_the_kind_of_file_that_is_wanted(address: str) -> None:
    def ask(accept: str) -> requests.Response:
        return requests.get(f"{address}/frames/pairs?partner=Rome", headers={"Accept": accept}, timeout=60)

    assert pd.read_csv(io.BytesIO(ask("text/csv").content))["europe_city"].tolist() == ["Rome"]
    parquet = ask("application/vnd.apache.parquet, application/json;q=0.5").content
    assert pq.read_table(io.BytesIO(parquet))["europe_city"].to_pylist() == ["Rome"]
    refused = ask("image/png")
    assert (refused.status_code, "text/csv" in refused.json()["detail"]) == (406, True)
    assert ask("text/csv").headers["ETag"] != ask("application/json").headers["ETag"]


def test_facets_count_the_plans_of_each_value_as_the_sidebar_does(get) -> None:
    """The count beside a value leaves its own filter out: Lisbon would give a plan, though Rome is chosen."""
    answer = get("/facets?partner=Rome&lang=zh").json()
    values = {one["filter"]: {value["value"]: value for value in one["values"]} for one in answer["facets"]}
    assert (answer["plan_count"], values["partner"]["Lisbon"]["count"], values["goal"][11]["count"]) == (1, 1, 0)
    assert values["partner"]["Rome"]["words"] == "罗马"


def test_every_list_of_codes_is_a_file_with_words_in_both_languages(get) -> None:
    assert [one["name"] for one in get("/codes").json()["lists"]] == list(CODE_LISTS)
    for name in CODE_LISTS:
        rows = list(csv.DictReader(io.StringIO(get(f"/codes/{name}.csv").content.decode())))
        assert rows == get(f"/codes/{name}").json()["codes"]
        assert all(row["en"] and row["zh"] for row in rows)
        assert set(COLUMNS[name].values) <= {row["code"] for row in rows}
    goal = get("/codes/goal").json()["codes"][10]
    assert goal == {
        "code": "11",
        "en": "Sustainable Cities and Communities",
        "zh": "可持续城市和社区",
        "uri": "http://metadata.un.org/sdg/11",
    }
    assert get("/codes/nothing").status_code == 404


def test_the_scripts_of_any_page_may_read_and_see_what_leads_on(address: str) -> None:
    answer = requests.get(f"{address}/plans", headers={"Origin": "https://example.org"}, timeout=60)
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Link" in answer.headers["Access-Control-Expose-Headers"]
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "DELETE"}
    assert requests.options(f"{address}/plans", headers=asked, timeout=60).status_code == 400


def test_every_request_has_a_name_of_its_own(get) -> None:
    paths = get("/openapi.json").json()["paths"]
    names = [about["get"]["operationId"] for about in paths.values()]
    assert len(set(names)) == len(names)
    assert {"getPlans", "getFramesFrame", "getCodesListCsv"} <= set(names)


def test_the_newest_data_is_at_one_address(get) -> None:
    answer = get("/data.zip")
    assert (answer.status_code, answer.content[:2]) == (200, b"PK")


def test_a_table_without_rows_leads_to_its_licence_and_credits(get, monkeypatch: pytest.MonkeyPatch) -> None:
    """It holds headers alone; the header of the answer has the way to what there is to say."""
    monkeypatch.setenv("UCAP_DATA_LICENCE", "CC BY 4.0 https://example.eu/许可")
    answer = get("/exports/csv?q=nosuchword")
    assert len(pd.read_csv(io.BytesIO(answer.content))) == 0
    assert answer.links["license"]["url"] == "https://example.eu/%E8%AE%B8%E5%8F%AF"
    assert "GeoNames" in requests.get(answer.links["describedby"]["url"], timeout=60).text
