"""Looking a place up online: a Nominatim of our own stands in for the public one."""

import csv
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from ucap.gazetteer import Gazetteer
from ucap.gazetteer.online import COLUMNS, LookUpError, OnlineGeocoder, Service

HAMLET = {
    "osm_type": "node",
    "osm_id": 4711,
    "name": "Musterdorf",
    "display_name": "Musterdorf, Bayern, Deutschland",
    "lat": "48.5",
    "lon": "11.25",
    "address": {"state": "Bayern", "country_code": "de"},
}


@contextmanager
def nominatim(answer: list[dict[str, Any]], status: int = 200) -> Iterator[tuple[Service, list[dict[str, str]]]]:
    """A server that gives one answer to every search, and the requests that it got."""
    requests: list[dict[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            query = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
            requests.append({**query, "agent": self.headers["User-Agent"]})
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        def log_message(self, format: str, *args: object) -> None:
            """Keep the output of the tests clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Service(f"127.0.0.1:{server.server_port}", "http"), requests
    finally:
        server.shutdown()
        server.server_close()


def test_an_answer_is_kept_and_read_without_the_network_from_then_on(tmp_path: Path) -> None:
    file = tmp_path / "geocoded.csv"
    with nominatim([HAMLET]) as (service, requests):
        place = OnlineGeocoder(file, service).geocode("Muster-Dorf", countries=["DE"]).raw.place
    assert (place.name, place.country_code, place.region, place.latitude) == ("Musterdorf", "DE", "Bavaria", 48.5)
    assert requests[0]["q"] == "Muster-Dorf"
    assert requests[0]["countrycodes"] == "DE"
    assert "ucap" in requests[0]["agent"]
    offline = Gazetteer(looked_up=file)
    assert offline.find("Muster Dorf").place == place
    assert offline.find("Musterdorf").place == place


def test_a_row_says_where_it_comes_from_and_stands_once(tmp_path: Path) -> None:
    file = tmp_path / "geocoded.csv"
    with nominatim([HAMLET]) as (service, _requests):
        OnlineGeocoder(file, service).geocode("Musterdorf")
        OnlineGeocoder(file, service).geocode("musterdorf")
    with file.open(encoding="utf-8", newline="") as source:
        (row,) = csv.DictReader(source)
    assert tuple(row) == COLUMNS
    assert row["source"] == "OpenStreetMap node 4711"


def test_a_place_that_the_service_does_not_know_is_said_so(tmp_path: Path) -> None:
    file = tmp_path / "geocoded.csv"
    with nominatim([]) as (service, _requests), pytest.raises(LookUpError, match="does not know “Atlantis”"):
        OnlineGeocoder(file, service).geocode("Atlantis")
    assert not file.exists()


def test_a_service_that_fails_is_said_so(tmp_path: Path) -> None:
    with nominatim([], status=503) as (service, _requests), pytest.raises(LookUpError, match="gave no answer"):
        OnlineGeocoder(tmp_path / "geocoded.csv", service).geocode("Rome")


def test_a_service_that_cannot_be_reached_is_said_so(tmp_path: Path) -> None:
    with nominatim([]) as (service, _requests):
        closed = service
    with pytest.raises(LookUpError, match="gave no answer"):
        OnlineGeocoder(tmp_path / "geocoded.csv", closed).geocode("Rome")
