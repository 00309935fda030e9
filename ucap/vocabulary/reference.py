"""The reference data: CSV files under `data/reference/`, read once. Its README explains each file."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

REFERENCE = Path(__file__).parents[2] / "data" / "reference"


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `data/reference/<name>.csv`; an empty cell is ""."""
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as source:
        return tuple(csv.DictReader(source, strict=True))
