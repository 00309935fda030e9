"""Comparing records with what a careful officer expects of a document, as far as that is written down.

The rules are those of the practice documents' README: names compare without accents and hyphens, texts by their words,
of the findings the set of codes; `scoring` says what is accepted either way.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ucap.gazetteer import region
from ucap.vocabulary import key

SHAPES = {
    ".tagged.txt": "tagged",
    ".flow.txt": "flow",
    ".docx": "docx",
    ".scan.pdf": "scan",
    ".pdf": "pdf",
    ".html": "html",
}
Record = dict[str, Any]

_CITATION = re.compile(r"\([^)]*(?:S[DG]{2}|EU U)[^)]*\)")
_TEXTS = ("focus", "challenges", "objectives", "results")


def expectations(folder: Path) -> Iterator[tuple[Path, Record]]:
    """Each document of a folder with the record that is expected of it."""
    for document in sorted(folder.iterdir()):
        suffix = next((suffix for suffix in SHAPES if document.name.endswith(suffix)), None)
        expected = folder / f"{document.name.removesuffix(suffix or '')}.expected.json"
        if suffix and expected.exists():
            record = json.loads(expected.read_text("utf-8"))
            override = record.pop("expected_overrides", {}).get(SHAPES[suffix], {})
            scoring = {**record.pop("scoring", {}), **override.pop("scoring", {})}
            yield document, {**record, **override, "scoring": scoring}


def differences(expected: Record, got: Record) -> list[str]:
    """What of the record is not as expected; nothing is the good answer."""
    scoring = expected["scoring"]
    pairs = [*_heads(expected, got), *_texts(expected, got, scoring), *_activities(expected, got, scoring)]
    pairs.append(("findings", *_sets(_codes(expected), _codes(got), scoring.get("optional_findings", []))))
    if not scoring.get("optional_unplaced"):
        pairs.append(("unplaced", *(_words(record["unplaced"]) for record in (expected, got))))
    return [f"{name}: expected {wanted!r}, got {found!r}" for name, wanted, found in pairs if wanted != found]


def _heads(expected: Record, got: Record) -> Iterator[tuple[str, Any, Any]]:
    for name, one in (
        ("cities", lambda record: [(key(city["name"]), city["side"], city["lead"]) for city in record["cities"]]),
        ("period", lambda record: (record["period"]["start"], record["period"]["end"])),
        ("themes", lambda record: [(key(theme["label"]), _bare(theme["detail"])) for theme in record["themes"]]),
        ("goals", lambda record: {(goal["goal"], goal["stated"]) for goal in record["goals"]}),
        ("topics", lambda record: {(topic["topic"], topic["stated"]) for topic in record["topics"]}),
        ("contacts", lambda record: list(record["contacts"])),
    ):
        yield name, one(expected), one(got)
    for side in ("china", "europe"):
        for field in ("population", "area_km2"):
            yield f"{side} {field}", expected[side][field], got[side][field]
        yield f"{side} regions", *({_region(name) for name in record[side]["regions"]} for record in (expected, got))
        yield f"{side} countries", set(expected[side]["countries"]), set(got[side]["countries"])


def _texts(expected: Record, got: Record, scoring: Record) -> Iterator[tuple[str, Any, Any]]:
    for field in _TEXTS:
        if field in scoring.get("free_count", []):
            yield field, _words(expected[field]), _words(got[field])
        else:
            yield field, [key(text) for text in expected[field]], [key(text) for text in got[field]]


def _activities(expected: Record, got: Record, scoring: Record) -> Iterator[tuple[str, Any, Any]]:
    for field in ("start", "end"):
        yield f"activities {field}", *([one[field] for one in record["activities"]] for record in (expected, got))
    for field in ("text", "outputs"):
        yield (
            f"activities {field}",
            *([_words([*_listed(one[field])]) for one in record["activities"]] for record in (expected, got)),
        )
    optional = scoring.get("optional_places", {})
    for index, (wanted, found) in enumerate(zip(expected["activities"], got["activities"], strict=False)):
        yield f"activity {index} places", *_sets(wanted["places"], found["places"], optional.get(str(index), []))


def _sets(expected: Iterable[str], got: Iterable[str], optional: Iterable[str]) -> tuple[set[str], set[str]]:
    """Both as sets; what is optional and not expected does not count."""
    wanted = set(map(key, expected))
    return wanted, set(map(key, got)) - (set(map(key, optional)) - wanted)


def _codes(record: Record) -> list[str]:
    return [finding["code"] for finding in record["findings"]]


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _words(texts: Iterable[str]) -> str:
    return key(" ".join(texts))


def _region(name: str) -> str:
    known = region(name)
    return known.name if known else name


def _bare(detail: str | None) -> str:
    return key(_CITATION.sub("", detail or ""))
