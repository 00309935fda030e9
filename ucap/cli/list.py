"""List the plans in the store, as a table: id, title, kind, period, corrections and open findings.

Exit status: 0 all went well, 1 the store could not be used or a record in it is damaged, 2 wrong usage.
"""

from __future__ import annotations

import argparse
from collections import Counter

from ucap.cli.stores import add_database, exit_status, named, open_store
from ucap.errors import Damaged
from ucap.plain_text import printable
from ucap.plan.record import Plan
from ucap.wording import format_range


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `ucap list`."""
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do `ucap list`."""
    return exit_status(lambda: _list(arguments))


def _list(arguments: argparse.Namespace) -> int:
    from rich.console import Console  # noqa: PLC0415  # takes time to load
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    store = open_store(arguments)
    corrections = Counter(made.plan_id for made in store.corrections() if made.withdrawn_by is None)
    table = Table(box=None, pad_edge=False)
    table.add_column("plan", no_wrap=True)
    for heading in ("title", "kind", "period"):
        table.add_column(heading)
    for heading in ("corrections", "findings"):
        table.add_column(heading, justify="right")
    count = 0
    damaged: list[Damaged] = []
    for plan in store.each_plan(damaged.append):
        numbers = (corrections[str(plan.id)], len(plan.findings))
        cells = (str(plan.id), plan.title or "", plan.kind, _period(plan), *map(str, numbers))
        table.add_row(*(Text(printable(cell)) for cell in cells))
        count += 1
    console = Console()
    console.print(table)
    console.print(f"{count} plans", style="bold", highlight=False)
    return named(damaged)


def _period(plan: Plan) -> str:
    return format_range(plan.period.start, plan.period.end)
