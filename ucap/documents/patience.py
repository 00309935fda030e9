"""Documents that take long to read, such as scans: who is in haste has them read by someone who is not.

A process of the sandbox that reads for everybody says once that it is in haste; the sandbox then asks another process,
with bounds of its own. Whoever calls the readers directly waits.
"""

from __future__ import annotations


class TakesLong(Exception):  # noqa: N818 (not an error: another process reads it)
    """The document can be read, but not in haste."""


_is_hasty = False


def hurry() -> None:
    """Say that this process has no time for documents that take long."""
    global _is_hasty  # noqa: PLW0603  # a property of the process, set once at its start
    _is_hasty = True


def wait_or_leave() -> None:
    """What a reader calls before it does what takes long.

    Raises:
        TakesLong: this process is in haste.
    """
    if _is_hasty:
        raise TakesLong
