"""Frames as CSV for Excel (RFC 4180, UTF-8 with byte order mark), one alone or all in a zip."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import IO

import pandas as pd

from ucap.exports.archive import entry, open_archive
from ucap.exports.description import Description
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
    write_rows(frame.assign(**{SELECTION_COLUMN: description.line}), out)


def write_csv_zip(view: View, description: Description, out: IO[bytes]) -> None:
    """All frames of the view, a file each, with the description as README.txt."""
    with open_archive(out, description) as archive:
        for name, frame in view.tables():
            with archive.open(entry(f"{name}.csv", description), "w") as file:
                write_rows(frame, file)


def write_rows(
    frame: pd.DataFrame,
    out: IO[bytes],
    cell: Callable[[str], str] = lambda text: guarded(printable(text)),
    encoding: str = "utf-8-sig",
) -> None:
    """The rows below their headers. `cell` makes texts safe; numbers, truth values and days are left as they are."""
    safe = frame.apply(lambda column: column if _is_plain(column) else column.map(cell, na_action="ignore"))
    text = io.TextIOWrapper(out, encoding, newline="", write_through=True)
    safe.to_csv(text, index=False, lineterminator="\r\n", date_format="%Y-%m-%d", chunksize=_ROWS_AT_ONCE)
    text.detach()


def _is_plain(column: pd.Series) -> bool:
    """Whether the column holds no text: a guard would corrupt negative numbers."""
    kinds = pd.api.types
    return bool(kinds.is_numeric_dtype(column) or kinds.is_datetime64_any_dtype(column))
