"""Remove a plan that was added by mistake, or bring it back.

  ucap remove panjin-2 --why "the draft of another programme"
  ucap remove --back panjin-2 --why "it was the right one"
  ucap remove scan.pdf --why "the same as panjin.pdf"   a document that waits, since nothing was read in it
  ucap remove                                  list what is removed, and the documents that wait

A plan that is removed counts nowhere: no figure, chart, export or answer has it. Its documents, corrections and history
are kept. Exit status: 0 all went well, 1 it could not be done, 2 wrong usage.
"""

from __future__ import annotations

import argparse

from ucap.cli.options import add_database
from ucap.cli.stores import exit_status, open_store
from ucap.plain_text import printable
from ucap.store.rights import local_person
from ucap.store.store import Store


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `ucap remove`."""
    parser.add_argument(
        "plan",
        metavar="PLAN",
        nargs="?",
        help="the id of the plan, or the name of a waiting document; without it, list",
    )
    parser.add_argument("--back", action="store_true", help="bring the plan back")
    parser.add_argument("--why", metavar="REASON", default="", help="the reason")
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do `ucap remove`."""
    return exit_status(lambda: _remove(open_store(arguments), arguments))


def _remove(store: Store, arguments: argparse.Namespace) -> int:
    waiting = [one for one in store.silent_documents() if one.name == arguments.plan]
    if arguments.plan is None:
        _list(store)
    elif waiting:
        act = store.bring_back_waiting if arguments.back else store.remove_waiting
        act(waiting[-1].sha256, local_person(), arguments.why)
        print(printable(f"{arguments.plan} {'waits again' if arguments.back else 'is removed'}."))
    elif arguments.back:
        store.bring_back(arguments.plan, local_person(), arguments.why)
        print(printable(f"{arguments.plan} counts again."))
    else:
        store.remove(arguments.plan, local_person(), arguments.why)
        print(printable(f"{arguments.plan} is removed."))
    return 0


def _list(store: Store) -> None:
    for one in store.removals():
        print(printable(f"{one.plan_id}, removed by {one.who} on {one.when:%Y-%m-%d}: {one.why}"))
    for document in store.silent_documents():
        state = f"removed by {document.removed.who}" if document.removed else "waits, since nothing was read in it"
        print(printable(f"{document.name}, {state}"))
