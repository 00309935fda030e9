"""How the store has a file read: the plans in it, each with the text that its passages index into."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import ucap
from ucap.documents import detect, open_documents
from ucap.plan import Plan
from ucap.reading import read as read_file
from ucap.reading import read_document


@dataclass(frozen=True, slots=True)
class Reading:
    """A plan as it was read, and the text of its document."""

    plan: Plan
    text: str


Reader = Callable[[str, bytes], list[Reading]]
"""From a file's name and bytes to what was read. It raises `UnreadableDocument` where nothing can be read."""

_PACKAGE = Path(ucap.__file__).parent
_RULES = ("documents", "reading", "vocabulary", "gazetteer")


@cache
def reader_version() -> str:
    """What tells the rules of reading from earlier ones: a digest over their code and the vocabularies."""
    files = [file for name in _RULES for file in (_PACKAGE / name).rglob("*.py")]
    files += (_PACKAGE.parent / "data" / "reference").glob("*.csv")
    digest = sha256()
    for file in sorted(files):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]


def read(name: str, data: bytes) -> list[Reading]:
    """Read a file by the rules of `ucap.reading`.

    Raises:
        UnreadableDocument: nothing can be read; the message says what is wrong and what would be right.
    """
    if detect(name, data) == "records":
        # A record brings no text of its own: its passages are those of the document that it was once read from.
        return [Reading(plan, "") for plan in read_file(name, data)]
    return [Reading(read_document(document), document.text) for document in open_documents(name, data)]
