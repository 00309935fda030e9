"""Print what makes a shell complete commands and options.

    ucap completion bash > ~/.local/share/bash-completion/completions/ucap
    ucap completion zsh > ~/.zfunc/_ucap

Exit status: 0 all went well, 2 wrong usage.
"""

from __future__ import annotations

import argparse

_SHELLS = ("bash", "zsh", "tcsh")


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `ucap completion`."""
    parser.add_argument("shell", choices=_SHELLS, help="the shell")


def run(arguments: argparse.Namespace) -> int:
    """Do `ucap completion`."""
    import shtab  # noqa: PLC0415  # for this command alone

    from ucap.cli.main import COMMANDS, configure, overview  # noqa: PLC0415  # which loads this module

    parser, parsers = overview()
    parser.prog = "ucap"
    for command in COMMANDS:
        configure(parsers[command.name], command)
    print(shtab.complete(parser, arguments.shell))
    return 0
