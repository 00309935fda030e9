"""Correct what a plan says, beside what its document says.

  ucap correct panjin /period/end 2021-12 --why "extension letter of 3 May"
  ucap correct --withdraw 17 --why "the letter was about another plan"
  ucap correct --write corrections.csv      the list of all corrections, as a CSV file
  ucap correct --read corrections.csv       make the corrections of such a list

FIELD is a JSON Pointer into the plan's record; /cities/- adds an entry, and an empty VALUE empties the field.
Exit status: 0 all went well, 1 it could not be done, 2 wrong usage.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ucap.cli.options import add_database
from ucap.cli.saying import warn
from ucap.cli.stores import exit_status, named, open_store
from ucap.documents.limits import FILE_BYTES
from ucap.documents.source import read_file
from ucap.plain_text import printable
from ucap.store.corrections import Correction
from ucap.store.rights import local_person
from ucap.store.store import Store


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `ucap correct`."""
    parser.usage = "ucap correct (PLAN FIELD VALUE | --withdraw NUMBER) --why REASON | --read FILE | --write FILE"
    parser.add_argument("wish", metavar="PLAN FIELD VALUE", nargs="*", help="the plan, the field, and what is right")
    parser.add_argument("--why", metavar="REASON", default="", help="the reason")
    parser.add_argument("--withdraw", metavar="NUMBER", type=int, help="take the correction of this number back")
    parser.add_argument("--read", metavar="FILE", type=Path, help="make the corrections of a CSV file")
    parser.add_argument("--write", metavar="FILE", type=Path, help="write all corrections to a CSV file")
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do `ucap correct`; the exit status is 2 unless exactly one thing is asked for."""
    wished = [arguments.wish or None, arguments.withdraw, arguments.read, arguments.write]
    if sum(one is not None for one in wished) != 1 or len(arguments.wish) not in (0, 3):
        warn("Say one of: PLAN FIELD VALUE, --withdraw, --read, --write. See ucap correct --help.")
        return 2
    return exit_status(lambda: _correct(open_store(arguments), arguments))


def _correct(store: Store, arguments: argparse.Namespace) -> int:
    if arguments.write:
        arguments.write.write_text(store.corrections_csv(), encoding="utf-8-sig", newline="")
        return named([one for one in store.damaged_entries() if one.table == "corrections"])
    if arguments.read:
        imported = store.import_corrections(read_file(arguments.read, FILE_BYTES), local_person())
        print(f"{len(imported.made)} corrections made; {imported.unchanged_count} were there already.")
    elif arguments.withdraw is not None:
        _show(store.withdraw(arguments.withdraw, local_person(), arguments.why))
    else:
        plan_id, field, value = arguments.wish
        _show(store.correct(plan_id, field, value, local_person(), arguments.why, seen=store.version()))
    return 0


def _show(made: Correction) -> None:
    said = f"{made.new!r} instead of {made.document_value!r} ({made.state})"
    print(printable(f"{made.id}: {made.plan_id}, {made.label}: {said}"))
