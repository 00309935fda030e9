"""A function that goes wrong in each way. It can be imported by a separate process."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from ucap.errors import UnreadableDocument
from ucap.wording import language


def troubled_by_depth(depth: int) -> int:
    return troubled_by_depth(depth + 1)


def slow(name: str, data: bytes) -> list[bytes]:
    """When it began and ended with the document."""
    began = time.monotonic()
    time.sleep(0.2)
    return [str(began).encode(), str(time.monotonic()).encode()]


def waiting(name: str, data: bytes) -> list[bytes]:
    """Is done when there is the file that the document names; the document `maker` makes it."""
    if name == "maker":
        Path(data.decode()).touch()
    while not Path(data.decode()).exists():
        time.sleep(0.01)
    return [b"done"]


def troubled(name: str, data: bytes) -> list[bytes]:
    """Does what the document says; other documents it gives back, after their name."""
    match data:
        case b"hang":
            time.sleep(1000)
        case b"spin":
            while True:
                pass
        case b"dawdle":
            time.sleep(1.5)
        case b"crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case b"fail":
            raise ZeroDivisionError("no one to share with")
        case b"devour":
            bytearray(2**31)
        case b"dig":
            troubled_by_depth(0)
        case b"print":
            print("a library says something")
        case b"refuse":
            raise UnreadableDocument(name, f"This is said in {language()}.", "Send another.")
    return [name.encode(), data]
