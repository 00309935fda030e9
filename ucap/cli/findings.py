"""Show what is doubtful, contradictory or missing in documents, as a table.

Errors are values that are missing or wrong, warnings are doubtful, notes are good to know.
Exit status: 0 all documents were read, 1 something could not be read, 2 wrong usage.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ucap.cli.paths import files
from ucap.cli.streams import add_jobs, progress, report
from ucap.cli.workers import Outcome, read_files
from ucap.plan import Finding, Plan

_STYLES = {"error": "bold red", "warning": "yellow", "note": "dim"}
SEVERITIES = tuple(_STYLES)


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `ucap findings`."""
    parser.add_argument("paths", metavar="FILE|FOLDER", nargs="+", type=Path, help="documents, or folders of documents")
    parser.add_argument(
        "--at-least", choices=SEVERITIES, default="note", help="the least severity that is shown (default: note)"
    )
    add_jobs(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do `ucap findings`; the exit status is 1 if something could not be read."""
    paths = files(arguments.paths)
    is_well = True
    rows: list[tuple[str, Finding]] = []
    for outcome in progress(read_files(paths, arguments.jobs), len(paths)):
        is_well &= report(outcome)
        rows += _rows(outcome, SEVERITIES[: SEVERITIES.index(arguments.at_least) + 1])
    _show(rows, len(paths))
    return 0 if is_well else 1


def _rows(outcome: Outcome, severities: tuple[str, ...]) -> list[tuple[str, Finding]]:
    plans = [Plan.model_validate_json(record) for record in outcome.records]
    return [(outcome.path.name, found) for plan in plans for found in plan.findings if found.severity in severities]


def _show(rows: list[tuple[str, Finding]], document_count: int) -> None:
    from rich.console import Console  # noqa: PLC0415  # after reading, so that the workers do not load it
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table("document", "severity", "code", "field", "message", box=None, pad_edge=False)
    for name, found in rows:
        style = _STYLES[found.severity]
        table.add_row(Text(name), Text(found.severity, style), found.code, Text(found.field or ""), Text(found.message))
    console = Console()
    if rows:
        console.print(table)
    console.print(f"{len(rows)} findings in {document_count} documents", style="bold", highlight=False)
