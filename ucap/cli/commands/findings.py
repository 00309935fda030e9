"""Show what is doubtful, contradictory or missing: in documents, or without any in the plans of the store.

    ucap findings summaries/
    ucap findings --at-least warning --partner Rome
    ucap findings --code year-only --json

Errors are values that are missing or wrong, warnings are doubtful, notes are good to know.
Exit status: 0 all went well, 1 something could not be read, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ucap.cli.files import add_jobs, files, progress, report
from ucap.cli.options import add_database, add_filters
from ucap.cli.saying import UsageError, note, utf8
from ucap.cli.selecting import has_filters, select
from ucap.cli.stores import exit_status, named, open_store
from ucap.cli.tables import print_table
from ucap.cli.workers import RECORDS, read_files
from ucap.frames.frames import rows_of
from ucap.plan.record import Finding
from ucap.wording import _, ngettext

_STYLES = {"error": "bold red", "warning": "yellow", "note": "dim"}
SEVERITIES = tuple(_STYLES)


@dataclass(frozen=True, slots=True)
class Found:
    """A finding, and the document or plan that it is about."""

    source: str
    finding: Finding


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `ucap findings`."""
    parser.add_argument(
        "paths", metavar="FILE|FOLDER", nargs="*", type=Path, help="documents, folders, or - for standard input"
    )
    parser.add_argument(
        "--at-least", choices=SEVERITIES, default="note", help="the least severity that is shown (default: note)"
    )
    parser.add_argument("--code", metavar="CODE", action="append", default=[], help="only findings of this kind")
    parser.add_argument("--json", action="store_true", help="print one JSON object per line instead")
    add_jobs(parser)
    add_filters(parser)
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do `ucap findings`; the exit status is 1 if something could not be read."""
    if not arguments.paths:
        return exit_status(lambda: _of_store(arguments))
    if has_filters(arguments):
        raise UsageError("Filters choose plans of the store; name documents or filters, not both.")
    return _of_documents(arguments)


def _of_documents(arguments: argparse.Namespace) -> int:
    paths = files(arguments.paths)
    is_well = True
    found = []
    for outcome in progress(read_files(paths, RECORDS, arguments.jobs), len(paths)):
        is_well &= report(outcome)
        findings = (Finding(**finding) for record in outcome.parts for finding in json.loads(record)["findings"])
        found += [Found(str(outcome.path), finding) for finding in findings]
    _show(arguments, found, _documents(len(paths)))
    return 0 if is_well else 1


def _of_store(arguments: argparse.Namespace) -> int:
    store = open_store(arguments)
    selected = select(arguments, store)
    frames = selected.frames
    count = len(frames.plans)
    plans = ngettext("{count} plan", "{count} plans", count).format(count=count)
    _show(arguments, map(_found, rows_of(frames.findings)), plans)
    return named(selected.damaged)


def _found(row: Mapping[str, Any]) -> Found:
    return Found(row["plan"], Finding(**{name: row[name] for name in Finding.model_fields}))


def _show(arguments: argparse.Namespace, found: Iterable[Found], sources: str) -> None:
    is_asked = _asked(arguments)
    shown = [one for one in found if is_asked(one.finding)]
    if arguments.json:
        output = utf8(sys.stdout)
        for one in shown:
            about = {"source": one.source, **one.finding.model_dump(mode="json")}
            output.write(json.dumps(about, ensure_ascii=False) + "\n")
    else:
        rows = [(one.source, *_cells(one.finding)) for one in shown]
        print_table(("source", "severity", "code", "field", "message"), rows, _STYLES)
    count = ngettext("{count} finding", "{count} findings", len(shown)).format(count=len(shown))
    note(_("{findings} in {documents}").format(findings=count, documents=sources))


def _cells(finding: Finding) -> tuple[str, str, str, str]:
    return finding.severity, finding.code, finding.field or "", finding.message


def _asked(arguments: argparse.Namespace) -> Callable[[Finding], bool]:
    """Whether a finding is one that the options ask for."""
    severities = SEVERITIES[: SEVERITIES.index(arguments.at_least) + 1]
    codes = set(arguments.code)
    return lambda finding: finding.severity in severities and (not codes or finding.code in codes)


def _documents(count: int) -> str:
    return ngettext("{count} document", "{count} documents", count).format(count=count)
