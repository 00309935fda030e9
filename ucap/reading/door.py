"""The door: a file's bytes in, plans out."""

from __future__ import annotations

from ucap.documents import detect, open_documents, open_records
from ucap.plan import Plan
from ucap.reading.record import read_document
from ucap.reading.register import complete

_RECORDS = "records"


def read(name: str, data: bytes) -> list[Plan]:
    """The plans of a file: one, or as many as a spreadsheet or a record file holds.

    What record files leave out is filled in.

    Raises:
        UnreadableDocument: nothing can be read; the message says what is wrong and what would be right.
    """
    if detect(name, data) == _RECORDS:
        return [complete(plan) for plan in open_records(name, data)]
    return [read_document(document) for document in open_documents(name, data)]
