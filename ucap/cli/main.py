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
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path

from ucap.cli.saying import UsageError, be_quiet, warn
from ucap.shipped import VERSION

_INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Command:
    """A command by its name, with the module that does it and one line of help."""

    name: str
    module: str
    help: str


COMMANDS = (
    Command("read", "ucap.cli.commands.read", "read documents and print one record per line (JSON Lines)"),
    Command("findings", "ucap.cli.commands.findings", "show what is doubtful or missing, as a table"),
    Command("add", "ucap.cli.commands.add", "add documents to the store"),
    Command("list", "ucap.cli.commands.list", "list the plans in the store, as a table"),
    Command("correct", "ucap.cli.commands.correct", "correct what a plan says, beside what its document says"),
    Command("remove", "ucap.cli.commands.remove", "remove a plan that was added by mistake, or bring it back"),
    Command("teach", "ucap.cli.commands.teach", "teach the reader that a label stands for a row of the template"),
    Command("sign-off", "ucap.cli.commands.sign_off", "sign a plan off as checked, or take that back"),
    Command("reread", "ucap.cli.commands.reread", "read all documents of the store again and say what changes"),
    Command("check", "ucap.cli.commands.check", "look for records and documents that are damaged in the store"),
    Command("locate", "ucap.cli.commands.locate", "say where a place is; ask online only on request"),
    Command("export", "ucap.cli.commands.export", "write the plans that filters select to a file"),
    Command("backup", "ucap.cli.commands.backup", "write the whole store to a zip file"),
    Command("restore", "ucap.cli.commands.restore", "make the store equal to a backup"),
    Command("completion", "ucap.cli.commands.completion", "print what makes a shell complete commands and options"),
)

_DESCRIPTION = "Urban Cooperation Action Plans: from documents to data."


def program() -> str:
    """How the user called it: `ucap` once it is installed, else `python -m ucap`."""
    return "ucap" if Path(sys.argv[0]).stem == "ucap" else "python -m ucap"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status: 0 well, 1 something could not be read, 2 wrong usage."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    command = next((command for command in COMMANDS if arguments[:1] == [command.name]), None)
    try:
        status = _run(command, arguments[1:]) if command else _overview(arguments)
        sys.stdout.flush()
        return status
    except UsageError as error:
        warn(error)
        return 2
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return 0
    except OSError as error:
        warn(f"{error.filename or 'standard output'}: {error.strerror or error}.")
        if error.filename is None:  # a full disk behind standard output
            _drop_output()
        return 1


def _drop_output() -> None:
    """Nobody takes it any more: let Python not try again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(command: Command, arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog=f"{program()} {command.name}")
    configure(parser, command)
    try:
        parsed = parser.parse_args(arguments)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    be_quiet(parsed.quiet)
    return int(import_module(command.module).run(parsed))


def configure(parser: argparse.ArgumentParser, command: Command) -> None:
    """Give a parser the arguments and the help of a command."""
    module = import_module(command.module)
    parser.description = module.__doc__
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--quiet", action="store_true", help="say nothing but what is wrong")
    module.configure(parser)


def overview() -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    """The parser of the whole command line, and the empty one of each command by its name."""
    parser = argparse.ArgumentParser(
        prog=program(),
        description=_DESCRIPTION,
        epilog=f"{program()} COMMAND --help says more about each command, with examples.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"ucap {VERSION}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command", required=True)
    return parser, {one.name: commands.add_parser(one.name, help=one.help) for one in COMMANDS}


def _overview(arguments: Sequence[str]) -> int:
    """Help on request; otherwise the same, as wrong usage, with what was wrong and what may have been meant."""
    parser, names = overview()
    written = next((argument for argument in arguments if not argument.startswith("-")), "")
    if near := get_close_matches(written, names, n=1):
        parser.print_usage(sys.stderr)
        warn(f"{program()}: there is no command “{written}”. Did you mean {near[0]}?")
        return 2
    try:
        parser.parse_args(arguments)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    return 0
