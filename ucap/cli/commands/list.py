"""List the plans in the store, as a table: id, title, kind, period, corrections and open findings.

    ucap list --partner Rome
    ucap list --goal 11 --json

Exit status: 0 all went well, 1 the store could not be used or a record in it is damaged, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from ucap.cli.options import add_database, add_filters
from ucap.cli.saying import note, utf8
from ucap.cli.selecting import select
from ucap.cli.stores import exit_status, named, open_store
from ucap.cli.tables import Cell, print_table
from ucap.frames.frames import rows_of
from ucap.wording import format_range, ngettext

_HEADINGS = ("plan", "title", "kind", "period", "corrections", "findings")


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `ucap list`."""
    parser.add_argument("--json", action="store_true", help="print one JSON object per line instead")
    add_filters(parser)
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do `ucap list`."""
    return exit_status(lambda: _list(arguments))


def _list(arguments: argparse.Namespace) -> int:
    store = open_store(arguments)
    selected = select(arguments, store)
    corrections = Counter(store.correction_counts())
    plans = list(rows_of(selected.frames.plans))
    if arguments.json:
        output = utf8(sys.stdout)
        for plan in plans:
            output.write(json.dumps(_about(plan, corrections[plan["plan"]]), ensure_ascii=False) + "\n")
    else:
        print_table(_HEADINGS, [_row(plan, corrections[plan["plan"]]) for plan in plans])
    note(ngettext("{count} plan", "{count} plans", len(plans)).format(count=len(plans)))
    return named(selected.damaged)


def _row(plan: Mapping[str, Any], corrections: int) -> Sequence[Cell]:
    period = format_range(plan["period_start"], plan["period_end"])
    return plan["plan"], plan["title"] or "", plan["plan_kind"], period, corrections, plan["finding_count"]


def _about(plan: Mapping[str, Any], corrections: int) -> dict[str, str | int | None]:
    return {
        "plan": plan["plan"],
        "title": plan["title"],
        "kind": plan["plan_kind"],
        "start": plan["period_start"],
        "end": plan["period_end"],
        "corrections": corrections,
        "findings": plan["finding_count"],
    }
