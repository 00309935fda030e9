"""Reading one file, in a separate process: what is wrong with it, or nothing, and then its records."""

from __future__ import annotations

from collections.abc import Iterable

from ucap.plan.record import Plan
from ucap.reading.door import read

_NO_TEXT = "no-text-layer"


def records(name: str, data: bytes) -> list[bytes]:
    """What is wrong with a file that can be read, and the record of each of its plans as JSON.

    Raises:
        UnreadableDocument: nothing can be read; the message says what is wrong and what would be right.
    """
    plans = read(name, data)
    return [_without_text(plans).encode(), *(plan.model_dump_json().encode() for plan in plans)]


def _without_text(plans: Iterable[Plan]) -> str:
    """A document of pictures has a record, but nothing in it could be read."""
    findings = (found for plan in plans for found in plan.findings)
    return next((found.message for found in findings if found.code == _NO_TEXT), "")
