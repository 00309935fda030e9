"""Frames as Parquet, one alone or all in a zip."""

from __future__ import annotations

import json
from typing import IO

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from ucap.exports.archive import entry, open_archive
from ucap.exports.description import Description
from ucap.exports.view import View
from ucap.frames.columns import COLUMNS, FRAMES
from ucap.wording import _


def write_parquet(view: View, description: Description, out: IO[bytes]) -> None:
    """The one frame of the view. The description stands in the file's metadata, a column's meaning in the column's.

    Raises:
        ValueError: the view does not have exactly one frame.
    """
    ((name, frame),) = view.tables()
    _write(name, frame, description, out)


def write_parquet_zip(view: View, description: Description, out: IO[bytes]) -> None:
    """All frames of the view, a file each, with the description as README.txt."""
    with open_archive(out, description) as archive:
        for name, frame in view.tables():
            with archive.open(entry(f"{name}.parquet", description), "w") as file:
                _write(name, frame, description, file)


def _write(name: str, frame: pd.DataFrame, description: Description, out: IO[bytes]) -> None:
    table = pa.Table.from_pandas(frame, preserve_index=False)
    fields = [field.with_metadata(_metadata(field.name)) for field in table.schema]
    about = {"title": _(FRAMES[name].title), "description": json.dumps(description.as_json(), ensure_ascii=False)}
    schema = pa.schema(fields, {**(table.schema.metadata or {}), **about})
    pq.write_table(table.cast(schema), out, compression="zstd")


def _metadata(column: str) -> dict[str, str]:
    known = COLUMNS[column]
    return {"title": _(known.label), "description": _(known.description), "unit": known.unit or ""}
