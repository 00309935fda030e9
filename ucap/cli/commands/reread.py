"""Read all documents of the store again, after the rules of reading have improved, and say what changes.

What changes is reported plan by plan and field by field. It is kept only with --keep; corrections stay in any case.
Exit status: 0 all went well, 1 a document could not be read any more, 2 wrong usage.
"""

from __future__ import annotations

import argparse

from ucap.cli.options import add_database
from ucap.cli.saying import warn
from ucap.cli.stores import bar, exit_status, open_store
from ucap.plain_text import printable
from ucap.plan.differences import Difference
from ucap.store.rereading import Change
from ucap.store.rights import local_person


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `ucap reread`."""
    parser.add_argument("--keep", action="store_true", help="keep what changes")
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do `ucap reread`; the exit status is 1 if a document could not be read any more."""
    return exit_status(lambda: _reread(arguments))


def _reread(arguments: argparse.Namespace) -> int:
    store = open_store(arguments)
    with bar("reading") as progress:
        changes = store.reread(progress=progress)
    for change in changes:
        show_change(change)
    if arguments.keep:
        print(f"{store.keep_changes(changes, local_person())} plans changed.")
    else:
        print(f"{len(changes)} changes; nothing was kept." if changes else "Nothing changes.")
    return 1 if any(change.kind == "unreadable" for change in changes) else 0


def show_change(change: Change) -> None:
    """Print what reading a document again changes about one plan."""
    if change.kind == "unreadable":
        warn(f"{change.document_name}: {change.message}")
        return
    edition = f", edition {change.edition}" if change.edition else ""
    print(printable(f"{change.plan_id or change.document_name}{edition}: {_WORDS[change.kind]}"))
    for difference in change.differences:
        print(printable(f"  {difference.label}: {_values(difference)}"))


def _values(difference: Difference) -> str:
    if difference.old is None or difference.new is None:
        return f"+ {difference.new}" if difference.old is None else f"- {difference.old}"
    return f"{difference.old} -> {difference.new}"


_WORDS = {
    "changed": "read differently",
    "new": "a plan that was not read before",
    "repaired": "read again, since its record in the store is damaged",
    "gone": "not found any more",
}
