"""Damages documents of all shapes at random and reads them, for as long as one likes.

    python benchmarks/break_documents.py [COUNT [FIRST_SEED [ENDING]]]

The originals are the documents of the tests, their expected records as record files, and the template for spreadsheets
as a workbook and as CSV; with an ENDING (`.json`) those of that shape alone. Each must be read with nothing lost, or
refused with a message, within the time for one document. The seed of each one that is not is printed;
`damaged(originals, seed)` makes it again.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

import openpyxl

from benchmarks.batches import attempt_all
from tests.documents.mutations import mutated
from ucap.documents.draft import doubly_covered, uncovered
from ucap.documents.model import Document
from ucap.documents.opening import detect, open_documents
from ucap.documents.shapes.sheets import write_template
from ucap.errors import UnreadableDocument
from ucap.reading import contradictions, covers, read, read_document

SAMPLES = Path(__file__).parents[1] / "tests" / "data"
COUNT = 70_000

Original = tuple[str, bytes]
"""A document's name and its bytes."""


def main() -> int:
    """Break as many documents as are asked for; the exit status says whether all went well."""
    ending = sys.argv[3] if sys.argv[3:] else ""
    originals = [one for one in all_originals() if one[0].endswith(ending)]
    return attempt_all(lambda seed: outcome_of(*damaged(originals, seed)), {"read", "refused"}.__contains__, COUNT)


def all_originals() -> Iterator[Original]:
    """Documents of all shapes; not those that harm as they are, which are read within bounds of memory only."""
    found = (path for path in sorted(SAMPLES.rglob("*.*")) if path.suffix != ".md" and "hostile" not in path.parts)
    yield from ((path.name, path.read_bytes()) for path in found)
    template = write_template()
    lines = io.StringIO()
    csv.writer(lines).writerows(openpyxl.load_workbook(io.BytesIO(template)).worksheets[0].values)
    yield "template.xlsx", template
    yield "template.csv", lines.getvalue().encode()


def damaged(originals: Sequence[Original], seed: int) -> Original:
    """The document of a seed."""
    chance = Random(seed)
    name, data = chance.choice(originals)
    return name, mutated(data, chance)


def outcome_of(name: str, data: bytes) -> str:
    """What became of a document."""
    try:
        if detect(name, data) == "records":
            read(name, data)
            return "read"
        faults = [fault for document in open_documents(name, data) if (fault := fault_of(document))]
    except (UnreadableDocument, MemoryError, RecursionError):  # as `ucap.sandbox.program` refuses them
        return "refused"
    except Exception as error:  # whatever it is, it is what we look for
        return f"{name} failed with {type(error).__name__}: {error}"
    return faults[0] if faults else "read"


def fault_of(document: Document) -> str | None:
    """Which law a document or its record breaks."""
    if uncovered(document) or doubly_covered(document):
        return f"{document.name}: the document lost text or has it twice"
    plan = read_document(document)
    if not covers(plan, document) or contradictions(plan, document):
        return f"{document.name}: the record lost text or has it twice"
    return None


if __name__ == "__main__":
    sys.exit(main())
