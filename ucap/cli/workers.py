"""Reading many files in several processes, each within its time.

A document that takes too long is stopped, a process that dies is replaced, and both cost only the document
that they were at.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from ucap.documents.limits import SECONDS

_LOADING_SECONDS = 60.0
_AHEAD = 64
"""How many documents may be read before the first of them is done, so that results can keep the order."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: its records as JSON, or the line that says why there are none."""

    path: Path
    records: tuple[str, ...] = ()
    trouble: str | None = None


def read_files(paths: Sequence[Path], process_count: int | None = None) -> Iterator[Outcome]:
    """The outcome for each file, in the order of the files.

    Args:
        paths: the files.
        process_count: how many processes read; as many as there are processors if not given.
    """
    count = max(1, min(process_count or os.cpu_count() or 1, len(paths)))
    workers = [_Worker() for _ in range(count)] if paths else []
    outcomes: dict[int, Outcome] = {}
    next_task, next_result = 0, 0
    try:
        while next_result < len(paths):
            for worker in workers:
                if worker.task is None and next_task < min(len(paths), next_result + _AHEAD):
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
    busy = [worker for worker in workers if worker.task is not None]
    remaining = min(worker.deadline for worker in busy) - time.monotonic()
    answered = wait([worker.connection for worker in busy], timeout=max(0.0, remaining))
    return [worker for worker in busy if worker.connection in answered or worker.deadline <= time.monotonic()]


@dataclass(slots=True)
class _Worker:
    """A process that reads one file after the other, and the file it is at."""

    task: Path | None = None
    index: int = -1
    deadline: float = 0.0
    is_loaded: bool = False
    process: BaseProcess = field(init=False)
    connection: Connection = field(init=False)

    def __post_init__(self) -> None:
        self._start()

    def _start(self) -> None:
        self.connection, theirs = multiprocessing.Pipe()
        self.process = multiprocessing.Process(target=_serve, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()
        self.is_loaded = False

    def begin(self, index: int, path: Path) -> None:
        """Hand over a file. Its time begins when the process has loaded the rules."""
        if not self.is_loaded and self.connection.poll(_LOADING_SECONDS):
            self.is_loaded = self.connection.recv()
        self.task, self.index = path, index
        self.deadline = time.monotonic() + SECONDS
        self.connection.send(path)

    def finish(self) -> Outcome:
        """The outcome of the file; a worker that cannot give one is replaced."""
        path = self.task or Path()
        self.task = None
        try:
            if self.connection.poll():
                outcome: Outcome = self.connection.recv()
                return outcome
        except (EOFError, OSError):
            self._replace()
            return Outcome(path, trouble=f"{path}: reading it ended the process. The file may be damaged.")
        self._replace()
        return Outcome(path, trouble=f"{path}: reading it took longer than {SECONDS:.0f} seconds and was stopped.")

    def _replace(self) -> None:
        self.stop()
        self._start()

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


def _serve(connection: Connection) -> None:
    """What a worker does: load the rules once and say so, then answer each path with its outcome."""
    from ucap.cli.one import read_one, warm_up  # noqa: PLC0415  # loaded in the worker, so that `--help` does without

    warm_up()
    connection.send(True)
    while True:
        try:
            path = connection.recv()
        except (EOFError, KeyboardInterrupt):
            return
        try:
            connection.send(read_one(path))
        except KeyboardInterrupt:
            return
