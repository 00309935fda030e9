"""Look at every record, document and entry of the store, and name those that are not as they were written.

A disk may change a byte, and leave a valid record of another number: it is noticed by the digest that was kept.
`ucap reread --keep` reads damaged records again from their documents; a damaged document can be added again. Entries
are corrections, notes and all else that people wrote, and the lines of the log; each that is damaged is left out.
Exit status: 0 all are as they were written, 1 some are damaged, 2 wrong usage.
"""

from __future__ import annotations

import argparse

from ucap.cli.options import add_database
from ucap.cli.stores import exit_status, named, open_store


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `ucap check`."""
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do `ucap check`."""
    return exit_status(lambda: _check(arguments))


def _check(arguments: argparse.Namespace) -> int:
    checked = open_store(arguments).check()
    counts = f"{checked.record_count} records, {checked.document_count} documents and {checked.entry_count} entries"
    print(f"{counts}; {len(checked.damaged)} damaged")
    return named(checked.damaged)
