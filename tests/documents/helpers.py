"""What the tests of documents share: the sample documents, and a short way to say what was read."""

from __future__ import annotations

from pathlib import Path

from ucap.documents.draft import doubly_covered, uncovered
from ucap.documents.model import Document
from ucap.documents.opening import open_document

SAMPLES = Path(__file__).parents[1] / "data" / "documents"
PRACTICE = SAMPLES / "practice"
NAMES = sorted(path.name.removesuffix(".tagged.txt") for path in PRACTICE.glob("*.tagged.txt"))
SHAPES = ("tagged.txt", "flow.txt", "pdf", "docx", "html")
SIGNS = {"paragraph": "", "bullet": "* ", "sub-bullet": "o "}


def practice(name: str, shape: str) -> Document:
    """A practice document, read."""
    path = PRACTICE / f"{name}.{shape}"
    return open_document(path.name, path.read_bytes())


def read(text: str) -> Document:
    """A text, read as a file in UTF-8."""
    return open_document("summary", text.encode())


def cells(document: Document, key: str | None) -> list[list[str]]:
    """The cells of the row with this key, block by block; `* ` and `o ` stand before items and inner items."""
    row = next(row for row in document.rows if row.key == key)
    return [[SIGNS[block.kind] + str(block.text) for block in cell.blocks] for cell in row.cells]


def labels(document: Document) -> dict[str | None, str]:
    """The labels of the rows as they were written."""
    return {row.key: str(row.label) for row in document.rows}


def assert_lawful(document: Document) -> None:
    """Every character is in exactly one place, and every passage says what it stands for."""
    assert uncovered(document) == []
    assert doubly_covered(document) == []
    texts = [*document.contact, *document.loose, *(row.label for row in document.rows)]
    texts += [block.text for row in document.rows for cell in row.cells for block in cell.blocks]
    for text in texts:
        pieces = [document.text[start:end] for start, end in text.spans]
        assert "".join("".join(pieces).split()) == "".join(str(text).split()) or "&" in "".join(pieces)
