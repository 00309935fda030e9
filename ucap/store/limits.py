"""How much is taken in at once. What one document may hold stands in `ucap.documents.limits`."""

from __future__ import annotations

from ucap.documents.limits import FILE_BYTES

FILE_COUNT = 200
"""Files of one upload, those inside its zip files included."""

ARCHIVE_BYTES = 100 * 1024 * 1024
"""Size of a zip file as it was sent."""

UNPACKED_BYTES = 200 * 1024 * 1024
"""Size of all files that are unpacked from one zip file."""

UNPACKED_RATIO = 200
"""Unpacked size of a file in a zip file over its packed size; text seldom reaches 20."""

NAME_CHARACTERS = 150
"""Length of a file's name as it is kept and shown."""

REASON_CHARACTERS = 2_000
"""Length of a reason given with a correction or dismissal."""

__all__ = [
    "ARCHIVE_BYTES",
    "FILE_BYTES",
    "FILE_COUNT",
    "NAME_CHARACTERS",
    "REASON_CHARACTERS",
    "UNPACKED_BYTES",
    "UNPACKED_RATIO",
]
