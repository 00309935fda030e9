"""Wordings of labels that an officer taught the reader."""

from dataclasses import replace

import pytest

from tests.documents import forms
from tests.documents.helpers import cells
from ucap.documents.labels.taught import Taught
from ucap.documents.opening import open_document
from ucap.reading import read
from ucap.reading.door import read_serialised

STRANGE = "Zulu Matters"
TAUGHT = Taught.of({STRANGE: "challenges"})
SUMMARY = tuple(replace(entry, label=STRANGE) if entry.key == "challenges" else entry for entry in forms.SAMPLE)
SHAPES = forms.in_all_shapes(SUMMARY)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_taught_wording_is_certain_for_its_row_in_every_shape(shape):
    document = open_document("summary", SHAPES[shape], TAUGHT)
    row = next(row for row in document.rows if row.key == "challenges")
    assert str(row.label).rstrip(":") == STRANGE
    assert row.runner_up is None


def test_what_is_taught_comes_before_what_is_known():
    text = b"City\tWuhu\tPorto\nExpected results\tless smoke\nCountry\tChina\tPortugal\n"
    assert cells(open_document("s", text), "results") == [["less smoke"]]
    taught = Taught.of({"Expected results": "challenges"})
    assert cells(open_document("s", text, taught), "challenges") == [["less smoke"]]


def test_a_row_can_be_taught_to_be_none_of_the_templates():
    text = b"City\tWuhu\tPorto\nCountry\tChina\tPortugal\nInhabitants of the twins\t3 million\tN/A\n"
    assert read("s", text)[0].china.population == 3_000_000
    plan = read("s", text, Taught.of({"Inhabitants of the twins": ""}))[0]
    assert plan.china.population is None
    assert any("3 million" in text for text in plan.unplaced)


def test_what_one_document_was_taught_another_does_not_know():
    open_document("summary", SHAPES["tagged"], TAUGHT)
    plan = read("summary", SHAPES["tagged"])[0]
    assert "challenges" in {found.field.strip("/").split("/")[0] for found in plan.findings if found.field}


def test_what_is_taught_reaches_a_reader_in_another_process_as_text():
    assert Taught.from_json(TAUGHT.to_json()) == TAUGHT
    assert Taught.from_json("") == Taught()
    record, _text = read_serialised("summary", SHAPES["tagged"], TAUGHT.to_json().encode())
    assert b'"row-guessed"' not in record


@pytest.mark.parametrize(("wording", "row"), [("Zulu Matters", "zulu"), ("...", "themes"), ("", "themes")])
def test_only_wordings_of_rows_can_be_taught(wording, row):
    with pytest.raises(ValueError, match="cannot be the label"):
        Taught.of({wording: row})
