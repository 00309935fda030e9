"""Reading in a process apart: a document that hangs or crashes its reader costs nothing but itself.

The process is a program of its own (`ucap.store.reading_process`), not a fork, because the server that asks has
threads. It is kept for the next document. It reads in English, the language of records, and gives its refusals
in the language of the person who asks.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import IO
from weakref import finalize

from ucap.documents import UnreadableDocument
from ucap.documents.limits import SECONDS
from ucap.plan import Plan
from ucap.store.reader import Reader, Reading, read
from ucap.store.wire import receive, send
from ucap.wording import _, language

_LOADING_SECONDS = 300.0
"""How long the process may take to load the rules; the gazetteer makes its index at the first start."""


class ReaderApart:
    """A reader that has another one read in a process of its own, within a time. Safe to share between threads.

    Args:
        reader: the reader, a function of a module.
        seconds: how long a document may take.
    """

    def __init__(self, reader: Reader = read, seconds: float = SECONDS) -> None:
        self._reader_name = f"{reader.__module__}:{reader.__qualname__}"
        self._seconds = seconds
        self._lock = Lock()
        self._process: _Process | None = None

    def __call__(self, name: str, data: bytes) -> list[Reading]:
        """Read a document; others wait their turn.

        Raises:
            UnreadableDocument: nothing can be read, or reading takes too long or ends the process.
        """
        with self._lock:
            kind, *parts = self._ask(name, data)
        if kind == b"read":
            records, texts = parts[::2], parts[1::2]
            return [Reading(Plan.model_validate_json(r), t.decode()) for r, t in zip(records, texts, strict=True)]
        raise UnreadableDocument(*(part.decode() for part in parts))

    def close(self) -> None:
        """End the process; the next document starts another."""
        with self._lock:
            self._end()

    def _ask(self, name: str, data: bytes) -> list[bytes]:
        try:
            self._process = self._process or _Process(self._reader_name)
            return self._process.ask(name, data, self._seconds)
        except TimeoutError:
            reason = _("Reading it took longer than {seconds} seconds and was stopped.")
            trouble = reason.format(seconds=round(self._seconds))
        except (EOFError, OSError):
            trouble = _("Reading it ended the program that reads. The file may be damaged.")
        self._end()
        remedy = _("Save it anew from the program that it was written with, or send it as text.")
        return [b"refused", name.encode(errors="replace"), trouble.encode(), remedy.encode()]

    def _end(self) -> None:
        if self._process is not None:
            self._process.end()
        self._process = None


class _Process:
    """The process, and the lines to it."""

    def __init__(self, reader_name: str) -> None:
        command = [sys.executable, "-m", "ucap.store.reading_process", reader_name]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
        assert process.stdin is not None
        assert process.stdout is not None
        self._questions, self._answers = process.stdin, SimpleQueue[list[bytes] | None]()
        Thread(target=_listen, args=(process.stdout, self._answers), daemon=True).start()
        self._is_ready = False
        self.end = finalize(self, _kill, process)
        """End the process; that also happens when nobody refers to this object any more."""

    def ask(self, name: str, data: bytes, seconds: float) -> list[bytes]:
        """What the reader makes of the document.

        Raises:
            EOFError, OSError: the process has ended.
            TimeoutError: it does not answer in time.
        """
        if not self._is_ready:
            self._is_ready = bool(self._answer(_LOADING_SECONDS))
        send(self._questions, name.encode(errors="replace"), language().encode(), data)
        return self._answer(seconds)

    def _answer(self, seconds: float) -> list[bytes]:
        try:
            answer = self._answers.get(timeout=seconds)
        except Empty:
            raise TimeoutError from None
        if answer is None:
            raise EOFError
        return answer


def _listen(stream: IO[bytes], answers: SimpleQueue[list[bytes] | None]) -> None:
    """Pass on what the process says, and None when it has ended."""
    with suppress(EOFError, OSError, ValueError):
        while True:
            answers.put(receive(stream))
    answers.put(None)


def _kill(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        with suppress(OSError):
            if stream is not None:
                stream.close()
