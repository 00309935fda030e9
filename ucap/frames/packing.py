"""The frames of all plans as bytes, to be kept for the next start: Arrow files, compressed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from ucap.frames.columns import FRAMES
from ucap.frames.events import Links
from ucap.frames.frames import Frames
from ucap.frames.tellings import ClueIndex, Clues
from ucap.frames.told import Told, Whole
from ucap.vocabulary.reference import REFERENCE

_OPTIONS = pa.ipc.IpcWriteOptions(compression="zstd")
_PACKAGE = Path(__file__).parents[1]
_MAKING = ("frames", "plan", "vocabulary", "gazetteer", "corrections")


@cache
def code_version() -> str:
    """What distinguishes the code that makes frames from earlier code: a digest over it and what it reads and uses."""
    files = [file for name in _MAKING for file in (_PACKAGE / name).rglob("*.py")]
    digest = sha256(f"{pd.__version__} {pa.__version__}".encode())
    for file in sorted([*files, *REFERENCE.glob("*.csv")]):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def packed(whole: Whole) -> dict[str, bytes]:
    """The frames and what else it takes to splice, as Arrow files by name."""
    frames = {name: _file(pa.Table.from_pandas(frame, preserve_index=False)) for name, frame in whole.frames.items()}
    told, clues = whole.told, whole.told.clues.clues
    arrays = {
        "digests": {"digest": pa.array(whole.digests, pa.binary(sha256().digest_size))},
        "clues": {"row": pa.array(clues.rows.astype(np.int32)), "key": pa.array(clues.keys)},
        "links": {"row": pa.array(told.links.rows), "other": pa.array(told.links.others)},
        "firsts": {"row": pa.array(told.firsts)},
    }
    about = {"about": whole.frames.fingerprint.encode()}
    return frames | {name: _file(pa.table(columns)) for name, columns in arrays.items()} | about


def unpacked(parts: Mapping[str, bytes]) -> Whole:
    """The frames of such files.

    Raises:
        KeyError, ValueError: they are no such files (`pyarrow.ArrowInvalid` is a ValueError).
    """
    frames = {name: _table(parts[name]).to_pandas() for name in FRAMES}
    clues, links, firsts = (_table(parts[name]) for name in ("clues", "links", "firsts"))
    told = Told(
        ClueIndex.of(Clues(_rows(clues, "row"), clues["key"].to_numpy())),
        Links(_rows(links, "row"), _rows(links, "other")),
        _rows(firsts, "row"),
    )
    digests = _table(parts["digests"])["digest"].to_pylist()
    return Whole(Frames(**frames, fingerprint=parts["about"].decode()), digests, told)


def _file(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, table.schema, options=_OPTIONS) as file:
        file.write_table(table)
    return bytes(sink.getvalue())


def _table(content: bytes) -> pa.Table:
    return pa.ipc.open_file(pa.BufferReader(content)).read_all()


def _rows(table: pa.Table, name: str) -> NDArray[np.int64]:
    return np.asarray(table[name].to_numpy(), dtype=np.int64)
