"""Zip files that say what is in them and are the same for the same selection."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from ucap.exports.description import Description, readme


@contextmanager
def open_archive(out: IO[bytes], description: Description) -> Iterator[zipfile.ZipFile]:
    """A zip file to be filled; the description is in it as README.txt."""
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(entry("README.txt", description), readme(description).encode("utf-8-sig"))
        yield archive


def entry(name: str, description: Description) -> zipfile.ZipInfo:
    """An entry dated to the day of the export, not to the moment at which it was made."""
    day = description.day
    info = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    return info
