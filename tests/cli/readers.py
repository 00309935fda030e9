"""A reader that misbehaves, for the tests of the processes that read."""

from __future__ import annotations

import os
import time


def read_by_name(name: str, data: bytes) -> list[bytes]:
    """Hang, die, or answer with the name, as the file is called."""
    if name == "hangs":
        time.sleep(60)
    if name == "dies":
        os._exit(3)
    return [b"", name.encode()]
