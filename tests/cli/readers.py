"""Readers that misbehave, for the tests of the processes that read."""

from __future__ import annotations

import os
import time
from pathlib import Path

from ucap.cli.workers import Outcome


def read_by_name(path: Path) -> Outcome:
    """Hang, die or answer, as the file is called."""
    if path.name == "hangs":
        time.sleep(60)
    if path.name == "dies":
        os._exit(3)
    return Outcome(path, records=(path.name,))
