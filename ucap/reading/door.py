"""The door: a file's bytes in, plans out."""

from __future__ import annotations

from ucap.documents.labels.taught import NOTHING_TAUGHT, Taught
from ucap.documents.opening import detect, open_documents
from ucap.documents.shapes.records import open_records
from ucap.plan.record import Plan
from ucap.reading.record import read_document
from ucap.reading.register import complete

_RECORDS = "records"


def read(name: str, data: bytes, taught: Taught = NOTHING_TAUGHT) -> list[Plan]:
    """The plans of a file: one, or as many as a spreadsheet or a record file holds.

    What record files leave out is filled in. `taught` are wordings of labels that count as certain for their rows,
    `Taught.of({"Scope of work": "focus"})`.

    Raises:
        UnreadableDocument: nothing can be read; the message says what is wrong and what would be right.
    """
    return [plan for plan, _text in _read_with_texts(name, data, taught)]


def read_serialised(name: str, data: bytes, taught: bytes = b"") -> list[bytes]:
    """The same for callers in another process: each plan as JSON, followed by the text that its passages index into.

    `taught` is what `Taught.to_json` gave.

    Raises:
        UnreadableDocument: nothing can be read; the message says what is wrong and what would be right.
    """
    pairs = _read_with_texts(name, data, Taught.from_json(taught))
    return [part for plan, text in pairs for part in (plan.model_dump_json().encode(), text.encode())]


def _read_with_texts(name: str, data: bytes, taught: Taught) -> list[tuple[Plan, str]]:
    if detect(name, data) == _RECORDS:
        # A record brings no text of its own: its passages are those of the document that it was once read from.
        return [(complete(plan), "") for plan in open_records(name, data)]
    return [(read_document(document), document.text) for document in open_documents(name, data, taught)]
