"""Show what is doubtful, contradictory or missing in documents, as a table.

Errors are values that are missing or wrong, warnings are doubtful, notes are good to know.
Exit status: 0 all documents were read, 1 something could not be read, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ucap.cli.files import add_jobs, files, progress, report, utf8
from ucap.cli.workers import RECORDS, read_files
from ucap.plain_text import printable
from ucap.plan.record import Finding
from ucap.wording import _, ngettext

_STYLES = {"error": "bold red", "warning": "yellow", "note": "dim"}
SEVERITIES = tuple(_STYLES)
_WIDTH_OF_FILES = 300
"""Columns where the output is no terminal: wide enough for a message on one line."""


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
    severities = SEVERITIES[: SEVERITIES.index(arguments.at_least) + 1]
    is_well = True
    found: dict[str, list[Finding]] = {}
    for outcome in progress(read_files(paths, RECORDS, arguments.jobs), len(paths)):
        is_well &= report(outcome)
        findings = [Finding(**finding) for record in outcome.parts for finding in json.loads(record)["findings"]]
        shown = [finding for finding in findings if finding.severity in severities]
        found |= {str(outcome.path): shown} if shown else {}
    _show(found, len(paths))
    return 0 if is_well else 1


def _show(found: dict[str, list[Finding]], document_count: int) -> None:
    """A heading for each document, and below it a line for each finding, of which only the message may wrap."""
    utf8(sys.stdout)
    console = Console(width=None if sys.stdout.isatty() else _WIDTH_OF_FILES, highlight=False)
    for name, findings in found.items():
        table = Table.grid(padding=(0, 2, 0, 0))
        for is_wrapped in (False, False, False, True):
            table.add_column(no_wrap=not is_wrapped)
        for finding in findings:
            severity = Text(finding.severity, _STYLES[finding.severity])
            table.add_row(severity, finding.code, Text(finding.field or "", "dim"), Text(printable(finding.message)))
        console.print(Text(printable(name), "bold"))
        _print_table(console, table)
    count = sum(map(len, found.values()))
    console.print(_summary(count, document_count), style="bold")


def _print_table(console: Console, table: Table) -> None:
    """Print a table; where that is no terminal, without the blanks that fill up its lines."""
    if console.is_terminal:
        console.print(table)
        return
    with console.capture() as captured:
        console.print(table)
    console.out(re.sub(r" +$", "", captured.get(), flags=re.MULTILINE), end="")


def _summary(count: int, document_count: int) -> str:
    findings = ngettext("{count} finding", "{count} findings", count).format(count=count)
    documents = ngettext("{count} document", "{count} documents", document_count).format(count=document_count)
    return _("{findings} in {documents}").format(findings=findings, documents=documents)
