"""The documents for which a careful officer wrote down what is expected, and what holds of every sample.

Each is read once for both.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from tests.reading.expected import Record, differences, expectations
from tests.reading.renew import OWN
from tests.reading.test_record import SAMPLES, laws
from ucap.documents.model import Document
from ucap.documents.opening import open_documents
from ucap.plan.record import Plan
from ucap.reading import read_document

DOCUMENTS = Path(__file__).parents[1] / "data" / "documents"
REAL = ("000_08e70ecde45fe0ac", "004_bcb288086e3a24dd")
PRACTICE = list(expectations(DOCUMENTS / "practice"))
OWN_DOCUMENTS = list(expectations(OWN))
OFFICES = list(expectations(DOCUMENTS.parent / "offices"))


@cache
def plans_of(file: Path) -> tuple[tuple[Document, Plan], ...]:
    """The documents of a file, each with its plan."""
    return tuple((document, read_document(document)) for document in open_documents(file.name, file.read_bytes()))


def record(file: Path) -> Record:
    ((_document, plan),) = plans_of(file)
    return plan.model_dump(mode="json")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_every_sample_is_covered_without_gap_or_contradiction(sample: Path) -> None:
    for document, plan in plans_of(sample):
        laws(document, plan)


@pytest.mark.parametrize("name", REAL)
def test_a_real_summary_reads_as_expected_in_every_key(name: str) -> None:
    expected = json.loads((DOCUMENTS / f"{name}.expected.json").read_text("utf-8"))
    del expected["scoring"]
    got = record(DOCUMENTS / f"{name}.txt")
    for field, value in expected.items():
        assert _like(value, got[field]) == value, field


@pytest.mark.parametrize(("document", "expected"), PRACTICE, ids=[document.name for document, _ in PRACTICE])
def test_a_practice_document_reads_as_expected_in_every_shape(document: Path, expected: Record) -> None:
    assert differences(expected, record(document)) == []


@pytest.mark.parametrize(("document", "expected"), OWN_DOCUMENTS, ids=[document.name for document, _ in OWN_DOCUMENTS])
def test_a_document_of_our_own_reads_as_expected(document: Path, expected: Record) -> None:
    assert differences(expected, record(document)) == []


@pytest.mark.parametrize(("document", "expected"), OFFICES, ids=[document.name for document, _ in OFFICES])
def test_a_document_as_an_office_sends_it_reads_as_expected_in_every_shape(document: Path, expected: Record) -> None:
    assert differences(expected, record(document)) == []


def _like(expected: object, got: object) -> object:
    """`got` without the keys that were not written down: coordinates, categories, ..."""
    if isinstance(expected, dict) and isinstance(got, dict):
        return {key: _like(value, got.get(key)) for key, value in expected.items()}
    if isinstance(expected, list) and isinstance(got, list):
        return [_like(one, other) for one, other in zip(expected, got, strict=False)] + got[len(expected) :]
    return got
