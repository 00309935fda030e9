"""What a reader gives the store: the plans of a file, each with the text that its passages index into."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import ucap
from ucap.plan import Plan


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
