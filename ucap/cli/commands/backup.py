"""Write the whole store to a zip file: documents as they came, records as JSON, corrections and log as CSV.

The file can be read without this software. Exit status: 0 all went well, 1 it could not be written, 2 wrong usage.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ucap.cli.options import add_database
from ucap.cli.stores import exit_status, open_store


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `ucap backup`."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the zip file to write")
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do `ucap backup`."""
    return exit_status(lambda: _backup(arguments))


def _backup(arguments: argparse.Namespace) -> int:
    open_store(arguments).backup(arguments.file)
    print(f"{arguments.file}: {arguments.file.stat().st_size:,} bytes")
    return 0
