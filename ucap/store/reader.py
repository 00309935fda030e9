"""What a reader gives the store: the plans of a file, each with the text that its passages index into.

How the store has files read: in a separate process, so that what hangs or crashes its reader costs only itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from ucap.documents.labels.taught import NOTHING_TAUGHT, Taught
from ucap.errors import UnreadableDocument
from ucap.plan.record import Plan
from ucap.sandbox.processes import SECONDS, Processes, Refused
from ucap.vocabulary.reference import REFERENCE


@dataclass(frozen=True, slots=True)
class Reading:
    """A plan as it was read, the text of its document, and what the reader had been taught then."""

    plan: Plan
    text: str
    taught: Taught = NOTHING_TAUGHT


def telling(readings: Iterable[Reading]) -> list[Reading]:
    """Those that say anything: a scan that was not recognised, or an empty form, is a document and no plan."""
    return [reading for reading in readings if not reading.plan.is_silent]


Reader = Callable[[str, bytes], list[Reading]]
"""From a file's name and bytes to what was read. It raises `UnreadableDocument` where nothing can be read."""
Pupil = Callable[..., list[Reading]]
"""A reader that can be taught: it takes `taught`, too, where there is anything."""


def with_taught(pupil: Pupil, taught: Taught) -> Reader:
    """The reader as it reads once it was taught."""
    return partial(pupil, taught=taught) if taught.labels else pupil


_PACKAGE = Path(__file__).parents[1]
_RULES = ("documents", "reading", "plan", "vocabulary", "gazetteer")


def reader_version(taught: Taught = NOTHING_TAUGHT) -> str:
    """What distinguishes the rules of reading from earlier ones: a digest over their code and the vocabularies.

    Where the reader was taught, a digest over that follows: `5d1e0c7a9b42+31f0ce`.
    """
    return f"{_rules()}+{sha256(taught.to_json().encode()).hexdigest()[:6]}" if taught.labels else _rules()


@cache
def _rules() -> str:
    files = [file for name in _RULES for file in (_PACKAGE / name).rglob("*.py")]
    files += REFERENCE.glob("*.csv")
    digest = sha256()
    for file in sorted(files):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]


class SandboxedReader:
    """A reader in separate processes, which are kept for the next documents. Safe to share between threads.

    Args:
        function: what reads there, MODULE:FUNCTION; it answers as `ucap.reading.door.read_serialised` does.
        seconds: how long a document may take.
        count: how many documents are read at once, each of another visitor.
    """

    def __init__(
        self, function: str = "ucap.reading.door:read_serialised", seconds: int = SECONDS, count: int = 2
    ) -> None:
        self._processes = Processes(function, seconds, count)

    def __call__(self, name: str, data: bytes, taught: Taught = NOTHING_TAUGHT) -> list[Reading]:
        """Read a document.

        Raises:
            UnreadableDocument: nothing can be read, or reading takes too long or ends the process.
        """
        try:
            parts = self._processes(name, data, *([taught.to_json().encode()] if taught.labels else []))
        except Refused as refused:
            raise UnreadableDocument(name, refused.reason, refused.remedy) from None
        pairs = zip(parts[::2], parts[1::2], strict=True)
        return [Reading(Plan.model_validate_json(record), text.decode(), taught) for record, text in pairs]
