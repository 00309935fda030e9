"""What the commands share: the bar while files are read, the lines about those that were not, the output's encoding."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from typing import TextIO

from ucap.cli.workers import Outcome


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """Declare `--jobs`, the number of processes."""
    parser.add_argument("--jobs", metavar="N", type=int, help="number of processes (default: one per processor)")


def utf8(stream: TextIO) -> TextIO:
    """The stream, writing UTF-8 and plain line ends whatever the terminal's settings are."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", newline="\n")
    return stream


def report(outcome: Outcome) -> bool:
    """Name what could not be read on standard error; True if there was nothing to name."""
    if outcome.trouble:
        print(outcome.trouble, file=sys.stderr, flush=True)
    return outcome.trouble is None


def progress(outcomes: Iterable[Outcome], count: int, is_streaming: bool = False) -> Iterator[Outcome]:
    """The outcomes, with a bar on standard error while that is a terminal.

    Args:
        outcomes: what is being read.
        count: how many files there are; one needs no bar.
        is_streaming: records are printed as they come. On a terminal they are the progress, and a bar would disturb.
    """
    if count < 2 or not sys.stderr.isatty() or (is_streaming and sys.stdout.isatty()):
        yield from outcomes
        return
    from rich.console import Console  # noqa: PLC0415  # only where a bar is drawn: the library takes time to load
    from rich.progress import track  # noqa: PLC0415

    console = Console(stderr=True)
    yield from track(outcomes, description="reading", total=count, console=console, transient=True)
