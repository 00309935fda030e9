"""Reading many files in several processes, each within its time.

A document that takes too long is stopped, a process that dies is replaced, and both cost only the document
that they were at.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path

from ucap.documents.limits import SECONDS
from ucap.wording import _

_LOADING_SECONDS = 300.0
"""How long a process may take to load the rules; the gazetteer makes its index at the first start."""
_AHEAD = 64
"""How many documents may be read before the first of them is done, so that results can keep the order."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: its records as JSON, and the line that says what is wrong, if something is."""

    path: Path
    records: tuple[str, ...] = ()
    trouble: str | None = None


ReadOne = Callable[[Path], Outcome]


def read_files(
    paths: Sequence[Path],
    process_count: int | None = None,
    *,
    read_one: ReadOne | None = None,
    seconds: float = SECONDS,
) -> Iterator[Outcome]:
    """The outcome for each file, in the order of the files.

    Args:
        paths: the files.
        process_count: how many processes read; as many as there are processors if not given.
        read_one: what reads a file, a function that can be imported; `ucap.cli.one.read_one` if not given.
        seconds: how long a document may take.
    """
    count = max(1, min(process_count or os.cpu_count() or 1, len(paths)))
    workers = [_Worker(read_one, seconds) for _index in range(count)] if paths else []
    outcomes: dict[int, Outcome] = {}
    next_task = next_result = 0
    try:
        while next_result < len(paths):
            for worker in workers:
                if worker.path is None and next_task < min(len(paths), next_result + _AHEAD):
                    worker.begin(next_task, paths[next_task])
                    next_task += 1
            for worker in _ready(workers):
                outcomes[worker.index] = worker.finish()
            while next_result in outcomes:
                yield outcomes.pop(next_result)
                next_result += 1
    finally:
        for worker in workers:
            worker.stop()


def _ready(workers: Sequence[_Worker]) -> list[_Worker]:
    """The busy workers that have answered, died, or used up their time; waits for the first."""
    busy = [worker for worker in workers if worker.path is not None]
    remaining = min(worker.deadline for worker in busy) - time.monotonic()
    answered = wait([worker.connection for worker in busy], timeout=max(0.0, remaining))
    return [worker for worker in busy if worker.connection in answered or worker.deadline <= time.monotonic()]


class _Worker:
    """A process that reads one file after the other, and the file that it is at."""

    def __init__(self, read_one: ReadOne | None, seconds: float) -> None:
        self._read_one = read_one
        self._seconds = seconds
        self.path: Path | None = None
        self.index = -1
        self.deadline = 0.0
        self._start()

    def _start(self) -> None:
        self.connection, theirs = multiprocessing.Pipe()
        self._process = multiprocessing.Process(target=_serve, args=(theirs, self._read_one), daemon=True)
        self._process.start()
        theirs.close()
        self._is_loaded = False

    def begin(self, index: int, path: Path) -> None:
        """Hand over a file. Its time begins when the process has loaded the rules."""
        if not self._is_loaded and self.connection.poll(_LOADING_SECONDS):
            self._is_loaded = bool(self.connection.recv())
        self.path, self.index = path, index
        self.deadline = time.monotonic() + self._seconds
        self.connection.send(path)

    def finish(self) -> Outcome:
        """The outcome of the file; a worker that cannot give one is replaced."""
        path, self.path = self.path or Path(), None
        try:
            if self.connection.poll():
                outcome: Outcome = self.connection.recv()
                return outcome
            trouble = _("reading it took longer than {seconds} seconds and was stopped.")
        except (EOFError, OSError):
            trouble = _("reading it ended the process that read. The file may be damaged.")
        self.stop()
        self._start()
        return Outcome(path, trouble=f"{path}: {trouble.format(seconds=round(self._seconds))}")

    def stop(self) -> None:
        """End the process, whatever it is at."""
        self._process.kill()
        self._process.join()
        self.connection.close()


def _serve(connection: Connection, read_one: ReadOne | None) -> None:
    """What a worker does: load the rules once and say so, then answer each path with its outcome."""
    from ucap.cli import one  # noqa: PLC0415  # loaded in the worker, so that `--help` does without

    one.warm_up()
    connection.send(True)
    while True:
        try:
            path = connection.recv()
            connection.send((read_one or one.read_one)(path))
        except (EOFError, KeyboardInterrupt, BrokenPipeError):
            return
