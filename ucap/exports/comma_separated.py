"""Frames as CSV for Excel (RFC 4180, UTF-8 with byte order mark), one alone or all in a zip."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import IO

import pandas as pd

from ucap.exports.description import Description, readme
from ucap.exports.text import guarded, printable
from ucap.exports.view import View

SELECTION_COLUMN = "selection"
_ROWS_AT_ONCE = 50_000


def write_csv(view: View, description: Description, out: IO[bytes]) -> None:
    """The one frame of the view. A last column, `selection`, says in each row what was selected.

    A comment above or below the rows would be taken for a row, or for the header, by most readers; a column is
    understood by all of them, and rows of several files can be put together without losing whence they came.

    Raises:
        ValueError: the view does not have exactly one frame.
    """
    ((_, frame),) = view.tables()
    _write(frame.assign(**{SELECTION_COLUMN: description.line}), out)


def write_csv_zip(view: View, description: Description, out: IO[bytes]) -> None:
    """All frames of the view, a file each, with the description as README.txt."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zip_entry("README.txt", description.day), readme(description).encode("utf-8-sig"))
        for name, frame in view.tables():
            with archive.open(zip_entry(f"{name}.csv", description.day), "w") as entry:
                _write(frame, entry)


def zip_entry(name: str, day: date) -> zipfile.ZipInfo:
    """An entry dated to the day of the export, so that the same selection gives the same bytes."""
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _write(frame: pd.DataFrame, out: IO[bytes]) -> None:
    safe = frame.apply(lambda column: column if _is_plain(column) else column.map(_cell, na_action="ignore"))
    text = io.TextIOWrapper(out, "utf-8-sig", newline="", write_through=True)
    safe.to_csv(text, index=False, lineterminator="\r\n", date_format="%Y-%m-%d", chunksize=_ROWS_AT_ONCE)
    text.detach()


def _is_plain(column: pd.Series) -> bool:
    """Numbers, truth values and dates need no guard: it would corrupt negative numbers."""
    kinds = pd.api.types
    return bool(kinds.is_numeric_dtype(column) or kinds.is_datetime64_any_dtype(column))


def _cell(text: str) -> str:
    return guarded(printable(text))
