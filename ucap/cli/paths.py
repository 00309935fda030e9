"""From the paths that a user gives to the files that are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

SUFFIXES = frozenset({".txt", ".pdf", ".docx", ".html", ".htm", ".xlsx", ".csv", ".tsv", ".json", ".jsonl"})
"""What is read from a folder. A file that is named itself is read whatever it is called."""


def files(paths: Iterable[Path]) -> list[Path]:
    """The files, and those inside folders (in order of name, hidden ones left out), each once."""
    return list(dict.fromkeys(file for path in paths for file in _within(path)))


def _within(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob("*")):
        is_hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if file.suffix.lower() in SUFFIXES and not is_hidden and file.is_file():
            yield file
