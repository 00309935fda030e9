"""Renew what is expected of our own documents: `python -m tests.reading.renew`, then read the differences with care.

Each record under `tests/data/own/` was judged by hand when its document was made. A rule that changes one of them is
right only if the difference is.
"""

from __future__ import annotations

import json
from pathlib import Path

from tests.reading.expected import Record
from ucap.reading import read

OWN = Path(__file__).parents[1] / "data" / "own"
_KEPT = ("scoring", "expected_overrides")
_LOST_PARAGRAPHS = {"flow": {"scoring": {"free_count": ["focus", "challenges", "objectives", "results"]}}}
_CITY = ("name", "written", "side", "lead", "region", "country_code")
_ACTIVITY = ("start", "end", "text", "outputs", "kind", "places", "cities", "online")


def expected_of(document: Path) -> Record:
    """The record of a document without what the gazetteer and the passages add."""
    (plan,) = read(document.name, document.read_bytes())
    record = plan.model_dump(mode="json", exclude={"passages", "document", "notes", "sources"})
    record["cities"] = [{key: city[key] for key in _CITY} for city in record["cities"]]
    record["activities"] = [{key: activity[key] for key in _ACTIVITY} for activity in record["activities"]]
    return record


def renew() -> None:
    """Write the expected records again from the tagged documents."""
    for document in sorted(OWN.glob("*.tagged.txt")):
        file = OWN / document.name.replace(".tagged.txt", ".expected.json")
        known = json.loads(file.read_text("utf-8")) if file.exists() else {}
        kept = {key: known[key] for key in _KEPT if key in known}
        record = {**expected_of(document), "expected_overrides": _LOST_PARAGRAPHS, **kept}
        file.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    renew()
