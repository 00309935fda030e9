"""How the store has files read: in a process apart, so that what hangs or crashes its reader costs only itself."""

from __future__ import annotations

from ucap.apart import SECONDS, Processes, Refused
from ucap.documents import UnreadableDocument
from ucap.plan import Plan
from ucap.store.reader import Reading


class ReaderApart:
    """A reader in a process of its own, which is kept for the next document. Safe to share between threads.

    Args:
        function: what reads there, MODULE:FUNCTION; it answers as `ucap.reading.door.read_serialised` does.
        seconds: how long a document may take.
    """

    def __init__(self, function: str = "ucap.reading.door:read_serialised", seconds: float = SECONDS) -> None:
        self._process = Processes(function, seconds)

    def __call__(self, name: str, data: bytes) -> list[Reading]:
        """Read a document.

        Raises:
            UnreadableDocument: nothing can be read, or reading takes too long or ends the process.
        """
        try:
            parts = self._process(name, data)
        except Refused as refused:
            raise UnreadableDocument(name, refused.reason, refused.remedy) from None
        pairs = zip(parts[::2], parts[1::2], strict=True)
        return [Reading(Plan.model_validate_json(record), text.decode()) for record, text in pairs]
