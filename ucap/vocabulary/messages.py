"""How `pybabel extract` finds the names of the reference data that are shown to readers (see `babel.cfg`)."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Mapping
from typing import IO


def names(
    file: IO[bytes], keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, str]
) -> Iterator[tuple[int, None, str, list[str]]]:
    """Each cell of the column `name` as a message; the signature is that of Babel's extraction methods."""
    lines = csv.DictReader(io.TextIOWrapper(file, encoding="utf-8", newline=""))
    for row in lines:
        yield lines.line_num, None, row["name"], []
