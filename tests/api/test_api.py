"""The API gives what the pages show: records, tables and files of a selection."""

import io
import json
import socket
from urllib.parse import quote, urlsplit

import openpyxl
import pptx
import pytest
import requests

from tests.api.conftest import Shelf
from tests.exports.samples import PAIR
from ucap.errors import Damaged, DamagedEntry
from ucap.exports import FORMATS
from ucap.frames.columns import FRAMES
from ucap.frames.frames import rows_of
from ucap.plan.record import Plan
from ucap.selection.tables import filed
from ucap.store.meetings.branding import ChosenPart


def test_plans_are_the_records_in_order(get, shelf):
    answer = get("/plans").json()
    assert [Plan.model_validate(record) for record in answer["plans"]] == list(shelf.records)
    assert (answer["total"], answer["next"]) == (2, None)


def test_the_query_is_that_of_a_page(get):
    assert [plan["id"] for plan in get("/plans?partner=lisbon&goal=11&tab=findings").json()["plans"]] == ["second"]


@pytest.mark.parametrize("path", ["/plans", "/frames/pairs"])
def test_a_list_comes_in_parts_that_name_the_next(address, get, path):
    """In the answer and in the header `Link`, at an address that is whole; the last part names none."""
    first = get(f"{path}?city=Panjin&limit=1")
    following = first.json()["next"]
    assert following == f"{address}{path}?city=Panjin&offset=1&limit=1"
    assert first.links["next"]["url"] == following
    assert first.links["service-desc"]["url"] == f"{address}/openapi.json"
    last = requests.get(following, timeout=60)
    assert (last.json()["next"], "next" in last.links) == (None, False)
    assert {**first.json(), **last.json()}["total"] == 2


def test_one_plan_is_found_by_its_id(get):
    assert get("/plans/panjin").json() == json.loads(PAIR.model_dump_json())


@pytest.mark.parametrize("name", FRAMES)
def test_every_frame_has_its_rows(get, shelf, name):
    frames, coverage = shelf.coverage.frames, shelf.coverage
    assert get(f"/frames/{name}").json()["rows"] == list(rows_of(filed(name, frames[name], frames, coverage)))


def test_the_frames_are_explained(get):
    frames = get("/frames").json()["frames"]
    assert {frame["name"]: [column["name"] for column in frame["columns"]] for frame in frames} == {
        name: list(spec.in_files) for name, spec in FRAMES.items()
    }


def test_words_stand_beside_codes_in_the_language_asked_for(get):
    goal = get("/frames/goals?lang=zh").json()["rows"][0]
    assert (goal["goal"], goal["goal_name"], goal["title"]) == (11, "可持续城市和社区", "盘锦 – 里斯本")


def test_a_part_of_the_rows_says_the_same_as_the_whole(get):
    rows = get("/frames/activities").json()["rows"]
    assert get(f"/frames/activities?offset={len(rows) - 1}").json()["rows"] == rows[-1:]


@pytest.mark.parametrize("key", FORMATS)
def test_every_format_can_be_had(get, key):
    answer = get(f"/exports/{key}?partner=Rome")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, FORMATS[key].media_type)
    assert answer.headers["Content-Disposition"].endswith(f'{FORMATS[key].extension}"')
    assert len(answer.content) == int(answer.headers["Content-Length"])


@pytest.mark.parametrize("path", ["/plans", "/plans/panjin", "/frames/pairs", "/openapi.json", "/exports/csv"])
def test_the_headers_alone_can_be_asked_for(address, get, path):
    head = requests.head(f"{address}{path}", timeout=60)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["Content-Length"] == get(path).headers["Content-Length"]


def test_a_workbook_holds_what_the_query_selects(get):
    workbook = openpyxl.load_workbook(io.BytesIO(get("/exports/xlsx?partner=Rome").content))
    assert [row[0] for row in workbook["Plans"].iter_rows(min_row=2, values_only=True)] == ["panjin"]


def test_geojson_has_the_selected_cities_and_pairs(get):
    features = get("/geojson?partner=Rome").json()["features"]
    assert [feature["geometry"]["type"] for feature in features] == ["Point", "Point", "LineString"]


@pytest.mark.parametrize("path", ["/plans", "/plans/panjin", "/frames/pairs", "/exports/csv", "/geojson"])
def test_what_is_known_is_not_sent_again_until_the_data_changes(get, shelf, path):
    etag = get(path).headers["ETag"]
    known = get(path, headers={"If-None-Match": etag})
    assert (known.status_code, known.content, known.headers["ETag"]) == (304, b"", etag)
    assert get(path + "?lang=zh", headers={"If-None-Match": etag}).status_code == 200
    shelf.records = (PAIR,)
    assert get(path, headers={"If-None-Match": etag}).status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/nothing", 404, "openapi.json"),
        ("/plans/nobody", 404, "no plan"),
        ("/frames/nothing", 404, "there are plans"),
        ("/exports/doc", 404, "there are xlsx"),
        ("/plans?city=Nowhere", 400, "does not have"),
        ("/plans?partnr=Rome", 400, "does not have"),
        ("/exports/xlsx?background=red", 400, "does not have"),
        ("/plans?limit=0", 400, "from 1 to 500"),
        ("/plans?offset=-1", 400, "from 0"),
        ("/plans?limit=" + "9" * 50, 400, "from 1 to 500"),
        ("/frames?lang=fr", 400, "en, zh"),
        ("/exports/csv?frame=nothing", 400, "plans"),
        ("/plans?q=" + "x" * 9000, 400, "8000"),
    ],
)
def test_errors_are_problem_details(get, path, status, said):
    answer = get(path)
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")
    problem = answer.json()
    assert problem["status"] == status
    assert said in problem["detail"]


@pytest.mark.parametrize("doors", ["plans", "frames", "exports"])
def test_any_character_in_an_address_gets_an_answer_of_the_interface(get, doors):
    """Line breaks and other control characters too, which a router may take for the end of the address."""
    for name in [*(chr(code) for code in range(1, 0xA1)), "\u2028", "\u2029", "a\nb", "\n/", "\x00"]:
        answer = get(f"/{doors}/{quote(name)}")
        if name not in ".?#/":  # of which addresses are made
            assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/problem+json"), repr(name)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("city=Nowhere", "“Nowhere”"),
        ("partnr=Rome", "Did you mean “partner”?"),
        ("background=red", "There are city, province, partner"),
    ],
)
def test_unknown_filters_and_values_are_named(get, query, said):
    assert said in get(f"/plans?{query}").json()["errors"][0]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_changed(address, method):
    answer = requests.request(method, f"{address}/plans", json={}, timeout=60)
    assert (answer.status_code, answer.json()["title"]) == (405, "Method Not Allowed")
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD"}


def test_a_client_that_takes_nothing_does_not_keep_others_waiting(address, get):
    host, port = urlsplit(address).hostname, urlsplit(address).port
    idle = []
    for _ in range(6):
        client = socket.create_connection((host, port))
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
        client.sendall(b"GET /api/exports/html HTTP/1.1\r\nHost: x\r\n\r\n")
        idle.append(client)
    assert get("/plans").status_code == 200
    for client in idle:
        client.close()


def test_a_damaged_record_is_named_and_costs_no_other(address: str, shelf: Shelf) -> None:
    shelf.damaged = (Damaged("panjin", 2, "The record of panjin (edition 2) is damaged."),)
    answer = requests.get(f"{address}/plans/panjin", timeout=60)
    assert answer.status_code == 503
    assert "panjin is damaged" in answer.json()["detail"]
    assert requests.get(f"{address}/plans/second", timeout=60).status_code == 200
    said = requests.get(f"{address}/plans", timeout=60).json()
    assert (said["damaged"], said["total"]) == (["panjin"], 2)


def test_files_bear_the_look_that_editors_chose_and_are_new_when_it_changes(get, shelf):
    """A briefing from the interface is shown to the same mayors as one from the page."""
    before = get("/exports/pptx")
    shelf.look = (ChosenPart("funding", "", b"Funded by the European Union.", "anna"),)
    after = get("/exports/pptx", headers={"If-None-Match": before.headers["ETag"]})
    texts = [
        shape.text for shape in pptx.Presentation(io.BytesIO(after.content)).slides[0].shapes if shape.has_text_frame
    ]
    assert "Funded by the European Union." in texts
    csv = get("/exports/csv")
    assert csv.headers["ETag"] == get("/exports/csv").headers["ETag"]


def test_a_damaged_correction_is_named_and_costs_no_plan(address: str, shelf: Shelf) -> None:
    shelf.damaged_entries = (DamagedEntry("corrections", 1, "panjin", "Correction 1 (panjin) is damaged."),)
    said = requests.get(f"{address}/plans", timeout=60).json()
    assert (said["damaged"], said["damaged_entries"]) == ([], ["Correction 1 (panjin) is damaged."])
    assert requests.get(f"{address}/plans/panjin", timeout=60).status_code == 200
