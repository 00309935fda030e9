"""Our own documents, laid out again in every shape: the record must not change."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from random import Random

import pytest

from tests.documents.forms import (
    Entry,
    Summary,
    as_flow,
    as_html,
    as_pdf,
    as_word,
    random_flow_layout,
    random_pdf_layout,
)
from tests.reading.expected import Record, differences
from tests.reading.renew import OWN
from ucap.documents.opening import open_document
from ucap.reading import read

DOCUMENTS = sorted(OWN.glob("*.tagged.txt"))


def can_be_printed(document: Path) -> bool:
    """Whether the standard fonts of PDF have all letters of a document."""
    try:
        document.read_text("utf-8").replace("欧盟项目", "").replace("→", "").encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


PRINTABLE = list(filter(can_be_printed, DOCUMENTS))


def short_name(document: Path) -> str:
    return document.name.partition(".")[0]


@cache
def summary(document: Path) -> Summary:
    """The rows of a document, as those make them who lay it out."""
    rows = open_document(document.name, document.read_bytes()).rows
    return tuple(
        Entry(
            row.key,
            str(row.label),
            tuple(tuple((block.kind, str(block.text)) for block in cell.blocks) for cell in row.cells),
        )
        for row in rows
    )


def expected(document: Path, shape: str, *, is_overridden: bool = False) -> Record:
    """What is expected of a document that was laid out again: its own contact is left out, pages may break anywhere.

    What is expected differently of the shape (`is_overridden`) may be due to the layout in which it is kept.
    """
    record = json.loads(Path(str(document).replace(".tagged.txt", ".expected.json")).read_text("utf-8"))
    override = record.pop("expected_overrides", {}).get(shape, {})
    scoring = {**record.pop("scoring", {}), **override.pop("scoring", {})}
    optional = [*scoring.get("optional_findings", []), "cell-continued", "text-unplaced"]
    scoring |= {"optional_findings": optional, "optional_unplaced": ["any"]}
    if shape == "flow":
        scoring["free_count"] = ["focus", "challenges", "objectives", "results"]
    record["findings"] = [found for found in record["findings"] if found["code"] != "text-unplaced"]
    override = override if is_overridden else {}
    return {**record, **override, "contacts": ["IUC-ASIA_office@iuc-asia.eu"], "scoring": scoring}


def got(name: str, data: bytes) -> Record:
    (plan,) = read(name, data)
    return plan.model_dump(mode="json")


@pytest.mark.parametrize("document", DOCUMENTS, ids=short_name)
def test_a_word_file_reads_like_the_tagged_text(document: Path) -> None:
    assert differences(expected(document, "docx"), got("made.docx", as_word(summary(document)))) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=short_name)
def test_a_page_of_html_reads_like_the_tagged_text(document: Path) -> None:
    assert differences(expected(document, "html"), got("made.html", as_html(summary(document)))) == []


@pytest.mark.parametrize("document", PRINTABLE, ids=short_name)
def test_a_pdf_reads_like_the_tagged_text(document: Path) -> None:
    data = as_pdf(summary(document), random_pdf_layout(Random(document.name)))
    assert differences(expected(document, "pdf"), got("made.pdf", data)) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=short_name)
def test_flowing_text_reads_like_the_tagged_text(document: Path) -> None:
    data = as_flow(summary(document), random_flow_layout(Random(document.name)))
    record = got("made.txt", data)
    assert [] in [differences(expected(document, "flow", is_overridden=is_so), record) for is_so in (False, True)]
