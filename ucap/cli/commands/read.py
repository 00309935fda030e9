"""Read documents and print one record per line (JSON Lines) on standard output.

    ucap read summaries/ > records.jsonl
    cat summary.pdf | ucap read - | jq .title

Every shape of summary is read: text, PDF, Word, HTML, spreadsheets, and record files (JSON). In folders, files of these
types are read. What cannot be read is named on standard error, the others are done all the same.
Exit status: 0 all went well, 1 something could not be read, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from ucap.cli.files import add_jobs, files, progress, report
from ucap.cli.saying import utf8
from ucap.cli.workers import RECORDS, read_files

_ESCAPED = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}
"""Control characters that JSON lets stand as they are, and that some terminals obey."""
_EXPLAIN = "ucap.cli.explain:explain"


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `ucap read`."""
    parser.add_argument(
        "paths", metavar="FILE|FOLDER", nargs="+", type=Path, help="documents, folders of documents, or -"
    )
    parser.add_argument(
        "--explain", action="store_true", help="print the documents instead, with every passage named, in colour"
    )
    add_jobs(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do `ucap read`; the exit status is 1 if something could not be read."""
    paths = files(arguments.paths)
    output = utf8(sys.stdout)
    function, show = (_EXPLAIN, _in_colours()) if arguments.explain else (RECORDS, _as_a_line)
    is_well = True
    for outcome in progress(read_files(paths, function, arguments.jobs), len(paths), is_streaming=True):
        is_well &= report(outcome)
        for part in outcome.parts:
            show(part)
        output.flush()
    return 0 if is_well else 1


def _as_a_line(record: str) -> None:
    sys.stdout.write(record.translate(_ESCAPED) + "\n")


def _in_colours() -> Callable[[str], None]:
    """What prints text with the codes of a terminal, in as many colours as standard output has."""
    from rich.console import Console  # noqa: PLC0415  # only on request: the library takes time to load
    from rich.text import Text  # noqa: PLC0415

    console = Console(highlight=False, soft_wrap=True)
    return lambda text: console.print(Text.from_ansi(text), end="")
