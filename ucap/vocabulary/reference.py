"""The reference data: CSV files under `data/reference/`, each read once. Its README explains each file.

Lists of small words, that distinguish headings from clauses and the like: `data/reference/word_lists.csv`.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

from ucap.shipped import DATA

REFERENCE = DATA / "reference"


def read_rows(file: Path) -> tuple[dict[str, str], ...]:
    """The rows of a CSV file of our own (UTF-8, with a header); an empty cell is ""."""
    with file.open(encoding="utf-8", newline="") as source:
        return tuple(csv.DictReader(source, strict=True))


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `data/reference/<name>.csv`; an empty cell is ""."""
    return read_rows(REFERENCE / f"{name}.csv")


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of one list of the file, folded."""
    return frozenset(row["word"] for row in rows("word_lists") if row["list"] == name)


def any_word(name: str) -> str:
    r"""A pattern for one of the words of a list, the longest first: `(?:ha\s+visitato|visitó)`."""
    words = sorted(word_list(name), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, words))})".replace(r"\ ", r"\s+")
