"""Zip files of documents, unpacked by stream and within bounds; what their headers say of sizes is not believed.

Python's own reader bounds Deflate alone: a kilobyte of BZIP2 or LZMA may become gigabytes in one step. So the packed
bytes are read as they are, and unpacked here. Zip files are unpacked in another process, as documents are read there.
"""

from __future__ import annotations

import bz2
import copy
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Protocol

from ucap.documents.limits import (
    ARCHIVE_ENTRIES,
    ARCHIVE_UNPACKED_BYTES,
    FILE_BYTES,
    FILE_COUNT,
    UNPACKED_PART_RATIO,
)

DOCUMENT, ARCHIVE = b"document", b"archive"
"""What a zip file is: a document itself, as Word files and spreadsheets are, or an archive of documents."""

_OFFICE_PARTS = {"[Content_Types].xml", "mimetype"}
_DROPPINGS = ("__MACOSX/", "Thumbs.db", "desktop.ini")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)
"""What Python's zip reader raises at damaged, encrypted and exotic archives."""
_CHUNK_BYTES = 64 * 1024
_LZMA_MEMORY_BYTES = 128 * 2**20
_ENDS_BY_MARK = 2
"""The flag of an entry packed by LZMA that says that its end is marked (APPNOTE 6.3.10, section 5.8.9)."""


class _Unpacker(Protocol):
    """What `bz2` and `lzma` make: it gives no more at once than it is asked for."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


def unpack(name: str, data: bytes) -> list[bytes]:
    """`DOCUMENT`, or `ARCHIVE` and for each file in it its path, what is wrong with it, and its bytes.

    What is wrong is nothing, or `password`, `growth`, `nested`, `large` or `damaged` for the one file; with an empty
    path `damaged`, `rest` or `entries` for the archive. Unpacking ends with one file more than an upload may have.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if not _OFFICE_PARTS.isdisjoint(archive.namelist()):
                return [DOCUMENT]
            return [ARCHIVE, *(part for file in _files(archive) for part in file)]
    except _BROKEN:
        return [ARCHIVE, b"", b"damaged", b""]


def _files(archive: zipfile.ZipFile) -> Iterator[tuple[bytes, bytes, bytes]]:
    if len(archive.infolist()) > ARCHIVE_ENTRIES:
        yield b"", b"entries", b""
        return
    unpacked, count = 0, 0
    for entry in archive.infolist():
        if entry.is_dir() or is_dropping(entry.filename):
            continue
        problem, data = _file(archive, entry)
        unpacked, count = unpacked + len(data), count + 1
        if unpacked > ARCHIVE_UNPACKED_BYTES:
            yield b"", b"rest", b""
            return
        yield entry.filename.encode(errors="replace"), problem, data
        if count > FILE_COUNT:
            return


def is_dropping(name: str) -> bool:
    """Whether a file is hidden, or one that systems leave behind."""
    last = name.rsplit("/", 1)[-1]
    return name.startswith(_DROPPINGS) or last in _DROPPINGS or last.startswith(".")


def _file(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> tuple[bytes, bytes]:
    """What is wrong with a file of the archive, and its bytes if nothing is."""
    if entry.flag_bits & 1:
        return b"password", b""
    try:
        data = _unpacked(archive, entry)
    except _BROKEN:
        return b"damaged", b""
    if len(data) > UNPACKED_PART_RATIO * max(entry.compress_size, 1):
        return b"growth", b""
    if len(data) > FILE_BYTES:
        return b"large", b""
    if data.startswith(b"PK") and unpack("", data) != [DOCUMENT]:
        return b"nested", b""
    return b"", data


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The bytes of an entry, one more than a document may have at most."""
    if entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        with archive.open(entry) as stream:
            return stream.read(FILE_BYTES + 1)
    with archive.open(_as_it_is(entry)) as packed:
        data = _stream(packed, _unpacker(entry, packed), FILE_BYTES + 1)
    if len(data) <= FILE_BYTES and zlib.crc32(data) != entry.CRC:
        raise zipfile.BadZipFile(entry.filename)
    return data


def _as_it_is(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """The entry as one whose bytes are not packed."""
    stored = copy.copy(entry)
    stored.compress_type, stored.file_size = zipfile.ZIP_STORED, entry.compress_size
    del stored.CRC
    return stored


def _unpacker(entry: zipfile.ZipInfo, packed: IO[bytes]) -> _Unpacker:
    if entry.compress_type == zipfile.ZIP_BZIP2:
        return bz2.BZ2Decompressor()
    if entry.compress_type != zipfile.ZIP_LZMA:
        raise NotImplementedError
    _version, size = struct.unpack("<HH", packed.read(4))
    length = -1 if entry.flag_bits & _ENDS_BY_MARK else entry.file_size
    unpacker = lzma.LZMADecompressor(lzma.FORMAT_ALONE, memlimit=_LZMA_MEMORY_BYTES)
    unpacker.decompress(packed.read(size) + struct.pack("<q", length))
    return unpacker


def _stream(packed: IO[bytes], unpacker: _Unpacker, limit: int) -> bytes:
    unpacked = io.BytesIO()
    while not unpacker.eof and unpacked.tell() < limit:
        chunk = packed.read(_CHUNK_BYTES) if unpacker.needs_input else b""
        if unpacker.needs_input and not chunk:
            raise EOFError
        unpacked.write(unpacker.decompress(chunk, limit - unpacked.tell()))
    return unpacked.getvalue()
