"""The files that a user names: which are read, how far it is, and files that are written whole or not at all."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ucap.cli.saying import is_shown, warn
from ucap.cli.workers import Outcome
from ucap.replacing import replacing

STANDARD = Path("-")
"""Standard input where a file is read, standard output where one is written."""


@contextmanager
def output(path: Path) -> Iterator[IO[bytes]]:
    """A file to write that takes the place of `path` when all is written; if anything fails, that stays as it was.

    For `-` it is written to standard output, when all of it is made.

    Raises:
        OSError: the file cannot be written there.
    """
    if path != STANDARD:
        with replacing(path) as out:
            yield out
        return
    with tempfile.TemporaryFile() as made:
        yield made
        made.seek(0)
        shutil.copyfileobj(made, sys.stdout.buffer)


SUFFIXES = frozenset({".txt", ".pdf", ".docx", ".html", ".htm", ".xlsx", ".csv", ".tsv", ".json", ".jsonl"})
"""What is read from a folder. A file that is named itself is read whatever it is called."""


def files(paths: Iterable[Path]) -> list[Path]:
    """The files, and those inside folders (in order of name, hidden ones left out), each once; `-` stays as it is."""
    return list(dict.fromkeys(file for path in paths for file in _within(path)))


def _within(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob("*")):
        is_hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if file.suffix.lower() in SUFFIXES and not is_hidden and file.is_file():
            yield file


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """Declare `--jobs`, the number of processes."""
    parser.add_argument("--jobs", metavar="N", type=int, help="number of processes (default: one per processor)")


def report(outcome: Outcome) -> bool:
    """Name what could not be read on standard error; True if there was nothing to name."""
    if outcome.trouble:
        warn(outcome.trouble)
    return outcome.trouble is None


def progress(outcomes: Iterable[Outcome], count: int, is_streaming: bool = False) -> Iterator[Outcome]:
    """The outcomes, with a bar on standard error while that is a terminal.

    Args:
        outcomes: what is being read.
        count: how many files there are; one needs no bar.
        is_streaming: records are printed as they come. On a terminal they are the progress, and a bar would disturb.
    """
    if count < 2 or not is_shown() or (is_streaming and sys.stdout.isatty()):
        yield from outcomes
        return
    from rich.console import Console  # noqa: PLC0415  # only where a bar is drawn: the library takes time to load
    from rich.progress import track  # noqa: PLC0415

    console = Console(stderr=True)
    yield from track(outcomes, description="reading", total=count, console=console, transient=True)
