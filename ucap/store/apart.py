"""Reading in a process apart: a document that hangs or crashes its reader costs nothing but itself.

The process is started afresh (not forked), because the server that asks has threads, and kept for the next
document. It reads in English, the language of records, and gives its refusals in that of the reader.
"""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Lock
from typing import Any
from weakref import finalize

from ucap.documents import UnreadableDocument
from ucap.documents.limits import SECONDS
from ucap.gazetteer import gazetteer
from ucap.store.reader import Reader, Reading, read
from ucap.wording import _, language, use

_LOADING_SECONDS = 300.0
"""How long the process may take to load the rules; the gazetteer makes its index at the first start."""

_SPAWN = multiprocessing.get_context("spawn")

Answer = list[Reading] | UnreadableDocument


class ReaderApart:
    """A reader that has another one read in a process of its own, within a time. Safe to share between threads.

    Args:
        reader: the reader; a function that can be imported.
        seconds: how long a document may take.
    """

    def __init__(self, reader: Reader = read, seconds: float = SECONDS) -> None:
        self._reader = reader
        self._seconds = seconds
        self._lock = Lock()
        self._process: _Process | None = None

    def __call__(self, name: str, data: bytes) -> list[Reading]:
        """Read a document, one after the other.

        Raises:
            UnreadableDocument: nothing can be read, or reading takes too long or fails.
        """
        with self._lock:
            answer = self._ask(name, data)
        if isinstance(answer, UnreadableDocument):
            raise answer
        return answer

    def close(self) -> None:
        """End the process; the next document starts another."""
        with self._lock:
            self._end()

    def _ask(self, name: str, data: bytes) -> Answer:
        try:
            self._process = self._process or _Process(self._reader)
            return self._process.ask(name, data, self._seconds)
        except TimeoutError:
            reason = _("Reading it took longer than {seconds} seconds and was stopped.")
            trouble = reason.format(seconds=round(self._seconds))
        except (EOFError, OSError):
            trouble = _("Reading it ended the program that reads. The file may be damaged.")
        self._end()
        return UnreadableDocument(name, trouble, _send_another())

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
        self._process = None


class _Process:
    """The process, and the line to it."""

    def __init__(self, reader: Reader) -> None:
        self._line, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_serve, args=(theirs, reader), daemon=True)
        self._process.start()
        theirs.close()
        self._is_ready = False
        self._end = finalize(self, _kill, self._process, self._line)

    def ask(self, name: str, data: bytes, seconds: float) -> Answer:
        """What the reader makes of the document.

        Raises:
            EOFError, OSError: the process has ended.
            TimeoutError: it does not answer in time.
        """
        if not self._is_ready:
            self._is_ready = bool(self._answer(_LOADING_SECONDS))
        self._line.send((name, data, language()))
        answer: Answer = self._answer(seconds)
        return answer

    def kill(self) -> None:
        """End it; that also happens when nobody refers to it any more."""
        self._end()

    def _answer(self, seconds: float) -> Any:
        if not self._line.poll(seconds):
            raise TimeoutError
        return self._line.recv()


def _kill(process: BaseProcess, line: Connection) -> None:
    process.kill()
    process.join()
    line.close()


def _serve(line: Connection, reader: Reader) -> None:
    """What the process does: load the rules and say so, then answer each document with what was read."""
    gazetteer().find("Beijing")
    line.send(True)
    while True:
        try:
            name, data, asked_in = line.recv()
        except (EOFError, KeyboardInterrupt):
            return
        answer = _read(reader, name, data, "en")
        if isinstance(answer, UnreadableDocument) and asked_in != "en":
            answer = _read(reader, name, data, asked_in)
        line.send(answer)


def _read(reader: Reader, name: str, data: bytes, speaking: str) -> Answer:
    use(speaking)
    try:
        return reader(name, data)
    except UnreadableDocument as error:
        return error
    except Exception as error:  # the edge of the reading loop: one document must not cost the others
        reason = _("The rules of reading failed ({kind}: {error}).").format(kind=type(error).__name__, error=error)
        return UnreadableDocument(name, reason, _send_another())


def _send_another() -> str:
    return _("Save it anew from the program that it was written with, or send it as text.")
