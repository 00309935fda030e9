"""Small documents, each around one thing that readers get wrong: `tests/data/cases`."""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path

import pytest

from tests.reading.checks import fits, holds
from ucap.errors import UnreadableDocument
from ucap.plan.record import Plan
from ucap.reading.door import read

CASES = Path(__file__).parents[1] / "data" / "cases"


def rows() -> list[dict[str, str]]:
    with (CASES / "cases.csv").open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


@cache
def plans(file: str) -> tuple[Plan, ...] | None:
    """The plans of a document; None where it is refused."""
    try:
        return tuple(read(file, (CASES / file).read_bytes()))
    except UnreadableDocument:
        return None


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['file']} {row['pointer']}")
def test_a_case_is_read_as_a_careful_officer_would_record_it(row: dict[str, str]) -> None:
    asked, expected = row["pointer"], json.loads(row["expected"])
    found = plans(row["file"])
    if found is None:
        assert asked == "refused" or {"refused": True} in expected, row["why"]
    elif asked in ("plans", "leads"):
        leads = [city.name for plan in found for city in plan.cities if city.lead]
        findings = [one.model_dump() for plan in found for one in plan.findings]
        got = leads if asked == "leads" else len(found)
        assert any(fits(alternative, got, findings, "") for alternative in expected), row["why"]
    else:
        number, _, rest = asked.partition(" ") if asked.startswith("@") else ("@1", "", asked)
        assert holds(found[int(number[1:]) - 1], rest, expected), row["why"]
