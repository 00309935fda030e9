"""What commands say on standard error, beside what they print."""

from __future__ import annotations

import sys
from typing import TextIO

from ucap.plain_text import printable

_is_quiet = False


class UsageError(Exception):
    """Arguments that cannot be meant; the message says what is wrong and what would be right."""


def be_quiet(is_quiet: bool) -> None:
    """Whether `note` says nothing from here on, as `--quiet` asks."""
    global _is_quiet  # noqa: PLW0603  # one command runs in a process
    _is_quiet = is_quiet


def note(text: object) -> None:
    """Say what was done, unless the user wants none of it."""
    if not _is_quiet:
        warn(text)


def warn(text: object) -> None:
    """Say what is wrong. Names and documents may hold codes that a terminal would obey."""
    print(printable(str(text)), file=sys.stderr, flush=True)


def is_shown(stream: TextIO = sys.stderr) -> bool:
    """Whether a bar may be drawn there: on a terminal whose user wants to hear how it goes."""
    return stream.isatty() and not _is_quiet


def utf8(stream: TextIO) -> TextIO:
    """The stream, writing UTF-8 and plain line ends whatever the terminal's settings are."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", newline="\n")
    return stream
