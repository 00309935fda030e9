"""The way in: which commands there are, and what becomes of errors.

A command is a module with `configure(parser)`, which declares its arguments, and `run(arguments)`, which does the work
and returns the exit status. Only the module of the command that is asked for is loaded.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

_INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Command:
    """A command by its name, with the module that does it and one line of help."""

    name: str
    module: str
    help: str


COMMANDS = (
    Command("read", "ucap.cli.read", "read documents and print one record per line (JSON Lines)"),
    Command("findings", "ucap.cli.findings", "show what is doubtful or missing in documents, as a table"),
    Command("add", "ucap.cli.add", "add documents to the store"),
    Command("list", "ucap.cli.list", "list the plans in the store, as a table"),
    Command("correct", "ucap.cli.correct", "correct what a plan says, beside what its document says"),
    Command("remove", "ucap.cli.remove", "remove a plan that was added by mistake, or bring it back"),
    Command("reread", "ucap.cli.reread", "read all documents of the store again and say what changes"),
    Command("check", "ucap.cli.check", "look for records and documents that are damaged in the store"),
    Command("locate", "ucap.cli.locate", "say where a place is; ask online only on request"),
    Command("export", "ucap.cli.export", "write the plans that filters select to a file"),
    Command("backup", "ucap.cli.backup", "write the whole store to a zip file"),
    Command("restore", "ucap.cli.restore", "make the store equal to a backup"),
)

_DESCRIPTION = "Urban Cooperation Action Plans: from documents to data."
_EPILOG = "python -m ucap COMMAND --help says more about each command."


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status: 0 well, 1 something could not be read, 2 wrong usage."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    command = next((command for command in COMMANDS if arguments[:1] == [command.name]), None)
    if command is None:
        return _overview(arguments)
    try:
        return _run(command, arguments[1:])
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(command: Command, arguments: Sequence[str]) -> int:
    module = import_module(command.module)
    parser = argparse.ArgumentParser(
        prog=f"python -m ucap {command.name}",
        description=module.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    module.configure(parser)
    try:
        parsed = parser.parse_args(arguments)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    return int(module.run(parsed))


def _overview(arguments: Sequence[str]) -> int:
    """Help on request; otherwise the same, as wrong usage, with what was wrong."""
    parser = argparse.ArgumentParser(
        prog="python -m ucap",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command", required=True)
    for command in COMMANDS:
        commands.add_parser(command.name, help=command.help)
    try:
        parser.parse_args(arguments)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    return 0
