"""How many made-up examples a test of a law looks at: few with a fixed seed in `make test`, many in `make endure`."""

from __future__ import annotations

import os

IS_ENDURANCE = bool(os.environ.get("UCAP_ENDURE"))
_MANY_TIMES = 40


def effort(count: int) -> int:
    """So many examples, or in `make endure` many times as many."""
    return count * (_MANY_TIMES if IS_ENDURANCE else 1)
