"""Having many files read in several processes, each file within its time."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ucap.documents.limits import FILE_BYTES
from ucap.documents.source import read_file
from ucap.sandbox.processes import SECONDS, Processes, Refused

RECORDS = "ucap.cli.one:records"
"""The function that gives a file's records, each as JSON."""
_AHEAD = 64
"""How many documents may be read before the first of them is done, so that results can keep the order."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: what its reader gives, and the line that says what is wrong, if something is."""

    path: Path
    parts: tuple[str, ...] = ()
    trouble: str | None = None


def read_files(
    paths: Sequence[Path], function: str, process_count: int | None = None, *, seconds: int = SECONDS
) -> Iterator[Outcome]:
    """The outcome for each file, in the order of the files.

    Args:
        paths: the files.
        function: what reads them, MODULE:FUNCTION. It takes a file's name and bytes and answers with what is wrong
            with the file, or nothing, and then whatever it makes of it.
        process_count: how many processes read; as many as there are processors if not given.
        seconds: how long a document may take.
    """
    count = max(1, min(process_count or os.cpu_count() or 1, len(paths)))
    processes, threads = Processes(function, seconds, count), ThreadPoolExecutor(count)
    outcomes: deque[Future[Outcome]] = deque()
    try:
        for path in paths:
            if len(outcomes) == _AHEAD:
                yield outcomes.popleft().result()
            outcomes.append(threads.submit(_outcome, processes, path))
        while outcomes:
            yield outcomes.popleft().result()
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        processes.close()


def _outcome(processes: Processes, path: Path) -> Outcome:
    try:
        trouble, *parts = (part.decode() for part in processes(path.name, _bytes(path)))
    except OSError as error:
        return Outcome(path, trouble=f"{path}: {error.strerror or error}.")
    except Refused as refused:  # below a list of what is wrong the remedy has a line of its own
        space = "\n" if "\n" in refused.reason else " "
        return Outcome(path, trouble=f"{path}: {refused.reason}{space}{refused.remedy}")
    return Outcome(path, tuple(parts), f"{path}: {trouble}" if trouble else None)


def _bytes(path: Path) -> bytes:
    """Of the file; of standard input for `-`, which may never end, no more than a document may have and one more."""
    return sys.stdin.buffer.read(FILE_BYTES + 1) if str(path) == "-" else read_file(path, FILE_BYTES)
