"""How much a test tries: in `make test` few made-up examples with a fixed seed and some of many combinations, each way
in which they differ among them; in `make endure` many examples and every combination.
"""

from __future__ import annotations

import os

IS_ENDURANCE = bool(os.environ.get("UCAP_ENDURE"))
_MANY_TIMES = 60


def effort(count: int) -> int:
    """So many examples, or in `make endure` many times as many."""
    return count * (_MANY_TIMES if IS_ENDURANCE else 1)
