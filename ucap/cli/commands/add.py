"""Add documents to the store: summaries in any shape, record files, spreadsheets, and zip files of them.

    ucap add summaries/ panjin.pdf

Each document is kept as a whole or not at all; one that the store has already is no change. A document about
a plan that is known becomes its newest edition. What cannot be read is named on standard error.
Exit status: 0 all went well, 1 something could not be added, 2 wrong usage.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ucap.cli.files import files
from ucap.cli.options import add_database
from ucap.cli.saying import warn
from ucap.cli.stores import bar, exit_status, open_store
from ucap.store.adding import Added
from ucap.store.rights import local_person


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `ucap add`."""
    parser.add_argument("paths", metavar="FILE|FOLDER", nargs="+", type=Path, help="documents, or folders of documents")
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do `ucap add`; the exit status is 1 if something could not be added."""
    return exit_status(lambda: _add(arguments))


def _add(arguments: argparse.Namespace) -> int:
    store = open_store(arguments)
    with bar("adding") as progress:
        filled = store.add_files(files(arguments.paths), local_person(), progress)
    for added in filled.added:
        print(f"{added.name}: {_outcome(added)}")
    for problem in filled.problems:
        warn(f"{problem.name}: {problem.message}")
    return 1 if filled.problems else 0


def _outcome(added: Added) -> str:
    if not added.plans:
        return "nothing was read in it; it waits, and counts nowhere"
    if added.is_duplicate:
        return "here already, as " + ", ".join(plan_id for plan_id, _ in added.plans)
    return ", ".join(plan_id if edition == 1 else f"{plan_id} (edition {edition})" for plan_id, edition in added.plans)
