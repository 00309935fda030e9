"""Functions that take a document, called in separate processes, each document within its time and memory.

A process is a program of its own (`ucap.sandbox.program`), not a fork, because those who ask have threads. It is kept
for the next document, and replaced once it was stopped or has died. It reads in English, the language of records,
and gives its refusals in the language of the person who asks. Each visitor has one document at a time in work, so
that the processes are never all busy with the documents of one person.

How two processes talk: messages of several parts, each part with its length before it.
"""

from __future__ import annotations

import os
import signal
import struct
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from queue import LifoQueue
from threading import Event, Lock, Timer
from typing import IO
from weakref import WeakValueDictionary, finalize

from ucap.wording import _, language

_NUMBER = struct.Struct("!Q")


def send(stream: IO[bytes], *parts: bytes) -> None:
    """Write a message: the number of its parts, then each part's length in bytes and the part."""
    stream.write(_NUMBER.pack(len(parts)))
    for part in parts:
        stream.write(_NUMBER.pack(len(part)))
        stream.write(part)
    stream.flush()


def receive(stream: IO[bytes]) -> list[bytes]:
    """Read a message.

    Raises:
        EOFError: the other side has ended.
    """
    return [_exactly(stream, _number(stream)) for _ in range(_number(stream))]


def _number(stream: IO[bytes]) -> int:
    return int(_NUMBER.unpack(_exactly(stream, _NUMBER.size))[0])


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


SECONDS = 10
"""Processor time for one document: how busy the machine is makes no document a bad one."""
_BUSY = 6
"""How many times as long the clock may run meanwhile; without limits of the system, on Windows, it is the only one."""
MEMORY_BYTES = 768 * 2**20
"""Memory of a process; the rules of reading take a quarter of it by themselves."""
LONG_SECONDS = 240
"""Processor time for a document that a hasty process leaves: a scan, on which several threads work."""
LONG_MEMORY_BYTES = 2 * 2**30
"""Memory for such a document."""
_OUT_OF_TIME = -getattr(signal, "SIGXCPU", 0) or None
"""How a process ends whose processor time is used up."""
_LOADING_SECONDS = 300.0
"""How long a process may take to load the rules; the gazetteer makes its index at the first start."""


_visitor: ContextVar[str | None] = ContextVar("visitor", default=None)


def serve(visitor: str) -> None:
    """Say for whom documents are read from here on, in this thread or task only."""
    _visitor.set(visitor)


class Refused(Exception):  # noqa: N818 (the document, not an error of ours)
    """A document of which nothing can be read.

    Attributes:
        reason: what is wrong with it, as a sentence.
        remedy: what would be right, as a sentence.
    """

    def __init__(self, reason: str, remedy: str) -> None:
        self.reason, self.remedy = reason, remedy
        super().__init__(f"{reason} {remedy}")


class Processes:
    """A function that is called in processes of its own. Safe to share between threads, which wait for an idle process.

    One process more, with more time and memory, reads one by one the documents that take long, such as scans.

    Args:
        function: MODULE:FUNCTION. It takes a document's name and bytes and whatever else is given with them, as bytes,
            and answers with any number of `bytes`.
        seconds: how much processor time a document may take.
        count: how many processes; each starts when all others are busy.
        memory_bytes: how much memory a process may take, where the system can bound it (not on Windows).
    """

    def __init__(self, function: str, seconds: int = SECONDS, count: int = 1, memory_bytes: int = MEMORY_BYTES) -> None:
        self._processes = [_Process(function, seconds, memory_bytes, "hasty") for _index in range(count)]
        self._idle: LifoQueue[_Process] = LifoQueue()
        for process in self._processes:
            self._idle.put(process)
        self._patient: LifoQueue[_Process] = LifoQueue()
        self._patient.put(_Process(function, LONG_SECONDS, LONG_MEMORY_BYTES))
        self._all = [*self._processes, *self._patient.queue]
        self._turns = _Turns()
        finalize(self, _end, self._all)

    def __call__(self, name: str, data: bytes, *more: bytes) -> list[bytes]:
        """The function's answer for a document.

        Raises:
            Refused: nothing can be read, or reading takes too long or too much memory or ends the process.
        """
        question = (name.encode(errors="replace"), language().encode(), data, *more)
        with self._turns.of(_visitor.get()):
            kind, *parts = self._answer(self._idle, *question)
            if kind == b"left":
                kind, *parts = self._answer(self._patient, *question)
        if kind == b"refused":
            raise Refused(*(part.decode() for part in parts))
        return parts

    def _answer(self, idle: LifoQueue[_Process], *question: bytes) -> list[bytes]:
        process = idle.get()
        try:
            return process.ask(*question)
        except TimeoutError:
            reason = _("Reading it took longer than {seconds} seconds and was stopped.")
            raise _costly(reason.format(seconds=process.seconds)) from None
        except (EOFError, OSError):
            reason = _("Reading it ended the program that reads. The file may be damaged, or need too much memory.")
            raise _costly(reason) from None
        finally:
            idle.put(process)

    def close(self) -> None:
        """End the processes, whatever they are at; the next document starts another."""
        _end(self._all)


def _end(processes: Iterable[_Process]) -> None:
    for process in processes:
        process.end()


def _costly(reason: str) -> Refused:
    return Refused(reason, _("Save it again from the program that it was written with, or send it as text."))


class _Turns:
    """The documents of one visitor one after the other."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, Lock] = (
            WeakValueDictionary()
        )  # one lives while somebody holds or awaits it
        self._finding = Lock()

    @contextmanager
    def of(self, visitor: str | None) -> Iterator[None]:
        """Wait for the visitor's turn, and keep it during the block."""
        if visitor is None:
            yield
            return
        with self._finding:
            turn = self._locks.setdefault(visitor, Lock())
        with turn:
            yield


class _Process:
    """A process that runs from the first question on, and after its end from the next."""

    def __init__(self, function: str, seconds: int, memory_bytes: int, *manner: str) -> None:
        self.seconds = seconds
        self._arguments = (function, str(seconds), str(memory_bytes), *manner)
        self._running: subprocess.Popen[bytes] | None = None

    def ask(self, *question: bytes) -> list[bytes]:
        """The answer of the program.

        Raises:
            EOFError, OSError: the process has ended.
            TimeoutError: it did not answer in time.
        """
        if self._running and self._running.poll() is not None:  # it died idle, which is not this document's fault
            self.end()
        try:
            process = self._running or self._start()
            with _within(_BUSY * self.seconds, process):
                return _exchange(process, *question)
        except BaseException:  # an answer that nobody waited for must not be taken for the next one
            stopped = self._running
            self.end()
            if stopped and stopped.returncode == _OUT_OF_TIME:
                raise TimeoutError from None
            raise

    def end(self) -> None:
        """End the process, if it runs."""
        process, self._running = self._running, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            with suppress(OSError):
                if stream is not None:
                    stream.close()

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "ucap.sandbox.program", *self._arguments]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
        environment["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # it looks for them in every package that is installed
        self._running = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            start_new_session=True,  # Ctrl-C is for the one who asks, and who then ends the process
        )
        with _within(_LOADING_SECONDS, self._running):
            _exchange(self._running)
        return self._running


@contextmanager
def _within(seconds: float, process: subprocess.Popen[bytes]) -> Iterator[None]:
    """End the process if the work with it takes longer.

    Raises:
        TimeoutError: that happened.
    """
    is_over = Event()

    def stop() -> None:
        is_over.set()
        process.kill()

    timer = Timer(seconds, stop)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if is_over.is_set():
            raise TimeoutError


def _exchange(process: subprocess.Popen[bytes], *question: bytes) -> list[bytes]:
    """Ask a question, if there is one, and wait for the answer."""
    assert process.stdin is not None
    assert process.stdout is not None
    if question:
        send(process.stdin, *question)
    return receive(process.stdout)
