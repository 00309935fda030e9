"""Readers that go wrong, each in its way. They can be imported by a process apart."""

from __future__ import annotations

import os
import signal
import time

from tests.store.samples import at_its_word
from ucap.documents import UnreadableDocument
from ucap.store import Reading
from ucap.wording import language


def troubled(name: str, data: bytes) -> list[Reading]:
    """Does what the document says, and reads the others."""
    match data:
        case b"hang":
            time.sleep(1000)
        case b"crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case b"fail":
            raise ZeroDivisionError("no one to share with")
        case b"refuse":
            raise UnreadableDocument(name, f"This is said in {language()}.", "Send another.")
    return at_its_word(name, data)
