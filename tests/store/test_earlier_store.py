"""A store that earlier code wrote opens unchanged: plans, corrections, dismissals and log say what they said then."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from ucap.store import Person, Store

DATA = Path(__file__).parents[1] / "data/store"
SAID: dict[str, Any] = json.loads((DATA / "said.json").read_text(encoding="utf-8"))


@pytest.fixture
def earlier(tmp_path: Path) -> Store:
    """A copy of the store, opened by the code as it is now."""
    shutil.copy(DATA / "ucap.db", tmp_path)
    return Store.open(f"sqlite:///{tmp_path}/ucap.db", folder=None)


def plain(rows: list[Any]) -> list[dict[str, Any]]:
    """What rows say, as JSON has it, but for the wordings of findings."""
    said: list[dict[str, Any]] = json.loads(json.dumps([_fields(row) for row in rows], default=_plain_value))
    for row in said:
        for finding in [row.get("finding", {}), *row.get("findings", [])]:
            finding.pop("message", None)
    return said


def _fields(row: Any) -> dict[str, Any]:
    return row.model_dump(mode="json") if isinstance(row, BaseModel) else asdict(row)


def _plain_value(value: Any) -> Any:
    return value.model_dump(mode="json") if isinstance(value, BaseModel) else value.isoformat()


def as_then(now: Any, then: Any) -> Any:
    """What is said now, without the keys that records have got since."""
    if isinstance(now, dict) and isinstance(then, dict):
        return {key: as_then(value, then[key]) for key, value in now.items() if key in then}
    if isinstance(now, list) and isinstance(then, list) and len(now) == len(then):
        return [as_then(*both) for both in zip(now, then, strict=True)]
    return now


def test_the_plans_are_shown_as_corrected_then(earlier: Store) -> None:
    assert as_then(plain(earlier.plans()), SAID["plans"]) == SAID["plans"]


def test_the_corrections_stand_as_they_stood(earlier: Store) -> None:
    assert as_then(plain(earlier.corrections()), SAID["corrections"]) == SAID["corrections"]


def test_the_list_of_corrections_is_the_same_file(earlier: Store) -> None:
    assert earlier.corrections_csv().encode() == (DATA / "corrections.csv").read_bytes()


def test_findings_and_dismissals_are_what_they_were(earlier: Store) -> None:
    assert plain(earlier.dismissals()) == SAID["dismissals"]
    assert plain([one for plan in ("panjin", "tianjin") for one in earlier.findings(plan)]) == SAID["findings"]


def test_each_record_has_its_digest_now(earlier: Store) -> None:
    assert earlier.check().record_count > 0
    assert earlier.check().damaged == ()


def test_the_log_and_the_editions_are_whole(earlier: Store) -> None:
    assert plain(earlier.log()) == SAID["log"]
    assert plain([one for plan in ("panjin", "tianjin") for one in earlier.editions(plan)]) == SAID["editions"]


def test_work_goes_on_in_it(earlier: Store) -> None:
    anna = Person("Anna", "anna@example.eu", is_editor=True)
    withdrawn = next(one for one in earlier.corrections("panjin") if one.field == "/cities/1")
    earlier.withdraw(withdrawn.id, anna, "Barcelona came back")
    earlier.correct("panjin", "/period/end", "2024", anna, "a third letter", seen=earlier.version())
    assert [city.name for city in earlier.plan("panjin").cities] == ["Panjin", "Stuttgart", "Barcelona", "Rome"]
    assert earlier.plan("panjin").period.end == "2024"
