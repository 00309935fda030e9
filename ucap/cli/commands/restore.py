"""Make the store equal to a backup, as a whole or not at all.

A store that is not empty is left alone, unless all that is in it is to be replaced.
Exit status: 0 all went well, 1 it could not be done, 2 wrong usage.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ucap.cli.options import add_database
from ucap.cli.stores import exit_status, named
from ucap.errors import Damaged
from ucap.store.rights import local_person
from ucap.store.store import Store


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `ucap restore`."""
    parser.add_argument("file", metavar="FILE", type=Path, help="a file that ucap backup wrote")
    parser.add_argument("--replace", action="store_true", help="replace all that is in the store")
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do `ucap restore`."""
    return exit_status(lambda: _restore(arguments))


def _restore(arguments: argparse.Namespace) -> int:
    store = Store.open(arguments.database, folder=None)
    store.restore(arguments.file, local_person(), arguments.replace)
    damaged: list[Damaged] = []
    print(f"{sum(1 for _ in store.each_plan(damaged.append))} plans restored.")
    return named(damaged)
