"""Read documents and print one record per line (JSON Lines) on standard output.

Every shape of summary is read: text, PDF, Word, HTML, spreadsheets, and record files (JSON). In folders, files of these
types are read. What cannot be read is named on standard error, the others are done all the same.
Exit status: 0 all went well, 1 something could not be read, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ucap.cli.paths import files
from ucap.cli.streams import add_jobs, progress, report, utf8
from ucap.cli.workers import read_files


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `ucap read`."""
    parser.add_argument("paths", metavar="FILE|FOLDER", nargs="+", type=Path, help="documents, or folders of documents")
    parser.add_argument(
        "--explain", action="store_true", help="print the documents instead, with every passage named, in colour"
    )
    add_jobs(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do `ucap read`; the exit status is 1 if something could not be read."""
    paths = files(arguments.paths)
    if arguments.explain:
        from ucap.cli.explain import explain  # noqa: PLC0415  # only on request: it loads the library of colours

        return int(sum(not explain(path) for path in paths) > 0)
    output = utf8(sys.stdout)
    is_well = True
    for outcome in progress(read_files(paths, arguments.jobs), len(paths), is_streaming=True):
        is_well &= report(outcome)
        for record in outcome.records:
            output.write(record + "\n")
        output.flush()
    return 0 if is_well else 1
