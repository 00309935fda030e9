"""How the store has a file read: the plans in it, each with the text that its passages index into."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import ucap
from ucap.documents import UnreadableDocument
from ucap.plan import Plan
from ucap.wording import _


@dataclass(frozen=True, slots=True)
class Reading:
    """A plan as it was read, and the text of its document."""

    plan: Plan
    text: str


Reader = Callable[[str, bytes], list[Reading]]
"""From a file's name and bytes to what was read. It raises `UnreadableDocument` where nothing can be read."""

READER_VERSION = getattr(ucap, "__version__", "0")


def read(name: str, data: bytes) -> list[Reading]:
    """Read a file by the rules of `ucap.reading`.

    Raises:
        UnreadableDocument: nothing can be read; the message says what is wrong and what would be right.
    """
    try:
        return [Reading(Plan.model_validate_json(data), data.decode())]
    except ValueError as error:
        raise UnreadableDocument(
            name, _("This is no record file."), _("Send a record as the product exports it, as JSON.")
        ) from error
