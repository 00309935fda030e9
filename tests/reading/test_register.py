"""Records compiled by hand, completed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.records import SHIPPED
from ucap.plan.record import Plan
from ucap.reading import read

PLANS = sorted(SHIPPED.glob("*.json"))
ENTRY: dict[str, Any] = {
    "kind": "pairing",
    "cities": [
        {"name": "Longyan", "written": "Longyan", "side": "china", "lead": True},
        {"name": "Mannheim", "written": "Mannheim", "side": "europe", "latitude": 1.0, "longitude": 2.0},
    ],
    "china": {"population": 3_100_000, "area_km2": 19},
    "period": {"start": "2018-03", "end": "2018-04"},
    "themes": [{"label": "Culture, Tourism"}, {"label": "Friendship", "categories": []}],
    "topics": [{"topic": "Culture/Cultural Heritage"}],
    "activities": [
        {
            "start": "2017-05-30",
            "end": "2017-05-30",
            "text": "Delegation visits Prague with Longyan.",
            "places": ["Praha"],
        }
    ],
}


def complete(entry: dict[str, Any]) -> Plan:
    (plan,) = read("entry.json", json.dumps(entry).encode())
    return plan


def test_what_a_record_leaves_out_is_filled_in_from_gazetteer_and_vocabularies() -> None:
    plan = complete(ENTRY)
    longyan = plan.cities[0]
    assert (longyan.region, longyan.country_code) == ("Fujian", "CN")
    assert longyan.latitude is not None
    assert (plan.id, plan.title) == ("longyan", "Longyan – Mannheim")
    assert plan.themes[0].categories == ("culture-and-heritage", "tourism")
    assert (plan.topics[0].topic, plan.topics[0].text) == ("culture-and-cultural-heritage", "Culture/Cultural Heritage")
    assert (plan.activities[0].kind, plan.activities[0].cities) == ("visit", ("Prague", "Longyan"))


def test_what_a_record_says_stays_as_it_is() -> None:
    plan = complete(ENTRY)
    assert (plan.cities[1].latitude, plan.cities[1].longitude) == (1.0, 2.0)
    assert plan.themes[1].categories == ()
    assert plan.activities[0].places == ("Praha",)


def test_doubts_about_a_record_are_findings() -> None:
    codes = [found.code for found in complete(ENTRY).findings]
    assert {"area-implausible", "activity-before-period", "theme-uncategorised"} <= set(codes)


@pytest.mark.parametrize("entry", PLANS, ids=lambda path: path.stem)
def test_a_complete_record_comes_back_unchanged(entry: Path) -> None:
    for plan in read(entry.name, entry.read_bytes()):
        assert read("again.json", plan.model_dump_json().encode()) == [plan]


def test_a_list_of_records_gives_as_many_plans() -> None:
    assert len(read("list.json", json.dumps([ENTRY, ENTRY]).encode())) == 2


def test_a_city_of_a_record_that_nobody_can_place_is_a_finding() -> None:
    """It has no place on the map, and the record says so as a summary would; one with coordinates of its own has."""
    entry = {"cities": [{"name": "Atlantis", "written": "Atlantis", "side": "europe"}]}
    placed = {"cities": [entry["cities"][0] | {"latitude": 36.0, "longitude": -9.0}]}
    codes = [[(one.code, one.field) for one in complete(record).findings] for record in (entry, placed)]
    assert ("city-unknown", "/cities/0") in codes[0]
    assert "city-unknown" not in {code for code, _field in codes[1]}
