"""Sign a plan off as checked: you compared it with its document and stand for it. Or take that back.

  ucap sign-off panjin                          sign it off; --why adds a remark
  ucap sign-off --back panjin --why "page 2 was missing"
  ucap sign-off                                 list the plans that are checked

A newer edition, a reading that changes the plan, and a correction by another person end a sign-off.
ucap export --checked yes has the checked plans only.
Exit status: 0 all went well, 1 it could not be done, 2 wrong usage.
"""

from __future__ import annotations

import argparse

from ucap.cli.options import add_database
from ucap.cli.stores import exit_status, named, open_store
from ucap.errors import Damaged
from ucap.plain_text import printable
from ucap.store.rights import local_person
from ucap.store.store import Store


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `ucap sign-off`."""
    parser.add_argument("plan", metavar="PLAN", nargs="?", help="the id of the plan; without it, list those checked")
    parser.add_argument("--back", action="store_true", help="take back that the plan is checked")
    parser.add_argument("--why", metavar="REASON", default="", help="a remark; with --back, the reason")
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do `ucap sign-off`."""
    return exit_status(lambda: _sign_off(open_store(arguments), arguments))


def _sign_off(store: Store, arguments: argparse.Namespace) -> int:
    if arguments.plan is None:
        return _list(store)
    if arguments.back:
        store.withdraw_sign_off(arguments.plan, local_person(), arguments.why)
        print(printable(f"{arguments.plan} is not checked any more."))
    else:
        store.sign_off(arguments.plan, local_person(), arguments.why, seen=store.version())
        print(printable(f"{arguments.plan} is signed off as checked."))
    return 0


def _list(store: Store) -> int:
    damaged: list[Damaged] = []
    for plan in store.each_plan(damaged.append):
        if plan.checked:
            print(printable(f"{plan.id}, checked by {plan.checked.by} on {plan.checked.on}"))
    return named(damaged)
