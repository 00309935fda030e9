"""Zip files that say what is in them and are the same for the same selection.

Frames as Parquet, one alone or all in a zip.

Frames as CSV for Excel (RFC 4180, UTF-8 with byte order mark), one alone or all in a zip.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from ucap.exports.credits import terms
from ucap.exports.description import Description, dated_entry, readme
from ucap.exports.view import View
from ucap.frames.columns import COLUMNS, FRAMES
from ucap.plain_text import guarded, printable
from ucap.wording import _


@contextmanager
def open_archive(out: IO[bytes], description: Description) -> Iterator[zipfile.ZipFile]:
    """A zip file to be filled; the description is in it as README.txt."""
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(dated_entry("README.txt", description.day), readme(description).encode("utf-8-sig"))
        yield archive


def write_parquet(view: View, description: Description, out: IO[bytes]) -> None:
    """The one frame of the view. The description stands in the file's metadata, a column's meaning in the column's.

    Raises:
        ValueError: the view does not have exactly one frame.
    """
    ((name, frame),) = view.files()
    _write(name, frame, description, out)


def write_parquet_zip(view: View, description: Description, out: IO[bytes]) -> None:
    """All frames of the view, a file each, with the description as README.txt."""
    with open_archive(out, description) as archive:
        for name, frame in view.files():
            with archive.open(dated_entry(f"{name}.parquet", description.day), "w") as file:
                _write(name, frame, description, file)


def _write(name: str, frame: pd.DataFrame, description: Description, out: IO[bytes]) -> None:
    table = pa.Table.from_pandas(frame, preserve_index=False)
    fields = [_as_day(field).with_metadata(_metadata(field.name)) for field in table.schema]
    about = {"title": _(FRAMES[name].title), "description": json.dumps(description.as_json(), ensure_ascii=False)}
    schema = pa.schema(fields, {**(table.schema.metadata or {}), **about})
    pq.write_table(table.cast(schema), out, compression="zstd")


def _as_day(field: pa.Field) -> pa.Field:
    """A moment at midnight is a day."""
    return field.with_type(pa.date32()) if pa.types.is_timestamp(field.type) else field


def _metadata(column: str) -> dict[str, str]:
    known = COLUMNS[column]
    return {"title": _(known.label), "description": _(known.description), "unit": known.unit or ""}


SELECTION_COLUMN = "selection"
TERMS_COLUMN = "terms"
_ROWS_AT_ONCE = 50_000


def write_csv(view: View, description: Description, out: IO[bytes]) -> None:
    """The one frame of the view. The last columns say in each row what was selected, and whom it is owed to.

    A comment above or below the rows would be taken for a row, or for the header, by most readers; a column is
    understood by all of them, and rows of several files can be put together without losing where they came from. A file
    without rows has its headers alone: it holds nothing of anybody's, and a row that says so would be counted as one.
    Over HTTP the header `Link` leads to licence and credits even then.

    Raises:
        ValueError: the view does not have exactly one frame.
    """
    ((_name, frame),) = view.files()
    write_rows(frame.assign(**{SELECTION_COLUMN: description.line, TERMS_COLUMN: terms()}), out)


def write_csv_zip(view: View, description: Description, out: IO[bytes]) -> None:
    """All frames of the view, a file each, with the description as README.txt."""
    with open_archive(out, description) as archive:
        for name, frame in view.files():
            with archive.open(dated_entry(f"{name}.csv", description.day), "w") as file:
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
