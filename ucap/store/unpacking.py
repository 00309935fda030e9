"""Files as they come in: named, bounded, and taken out of zip files. Nothing is written to the disk.

How much is taken in at once. What one document may hold stands in `ucap.documents.limits`.
"""

from __future__ import annotations

import io
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ucap.documents.limits import FILE_BYTES
from ucap.wording import _

_OFFICE_PARTS = {"[Content_Types].xml", "mimetype"}
_DROPPINGS = ("__MACOSX/", "Thumbs.db", "desktop.ini")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
"""What Python's zip reader raises at damaged, encrypted and exotic archives."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that is offered: its name for display, and its bytes or the reason why they are not looked at."""

    name: str
    data: bytes = b""
    problem: str | None = None


def files_of(paths: Iterable[Path]) -> list[Path]:
    """The files among the paths, and those in the folders among them, sorted; hidden ones there are left out."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else []
        found += [file for file in inside if file.is_file() and not _is_hidden(file.relative_to(path))]
        found += [] if path.is_dir() else [path]
    return found


def display_name(name: str) -> str:
    """The last part of a path as plain text: `../../x` is `x`. No file is ever opened under this name."""
    last = name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    text = "".join(c for c in unicodedata.normalize("NFC", last) if unicodedata.category(c)[0] != "C")
    return text.strip()[-NAME_CHARACTERS:] or _("unnamed")


def take_in(files: Iterable[tuple[str, bytes]]) -> Iterator[File]:
    """The files one by one, those of zip files in their place; too large or too many ones with their problem."""
    for count, file in enumerate(_unpacked(files)):
        if count == FILE_COUNT:
            yield File(file.name, problem=_too_many())
            return
        yield file


def bounded(name: str, data: bytes) -> File:
    """The file; if it is too large, with that problem in place of its bytes."""
    if len(data) > FILE_BYTES:
        return File(display_name(name), problem=_too_large())
    return File(display_name(name), data)


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts) or path.name in _DROPPINGS


def _unpacked(files: Iterable[tuple[str, bytes]]) -> Iterator[File]:
    for name, data in files:
        if is_archive(data):
            yield from _members(display_name(name), data)
        else:
            yield bounded(name, data)


def is_archive(data: bytes) -> bool:
    """Whether this is a zip file that is not itself a document, as Word files and spreadsheets are."""
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return not _OFFICE_PARTS & set(archive.namelist())
    except _BROKEN:
        return True


def _members(archive_name: str, data: bytes) -> Iterator[File]:
    if len(data) > ARCHIVE_BYTES:
        yield File(archive_name, problem=_large_archive())
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from _members_of(archive, archive_name)
    except _BROKEN:
        yield File(archive_name, problem=_("The zip file is damaged. Pack it again, or send the files one by one."))


def _members_of(archive: zipfile.ZipFile, archive_name: str) -> Iterator[File]:
    unpacked = 0
    for member in archive.infolist():
        if member.is_dir() or _is_dropping(member.filename):
            continue
        file = _member(archive, member)
        unpacked += len(file.data)
        if unpacked > UNPACKED_BYTES:
            yield File(archive_name, problem=_large_archive())
            return
        yield file


def _is_dropping(name: str) -> bool:
    last = name.rsplit("/", 1)[-1]
    return name.startswith(_DROPPINGS) or last in _DROPPINGS or last.startswith(".")


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> File:
    """One file of the archive. What its header says of its size is not believed: reading stops at the limit."""
    name = display_name(member.filename)
    if member.flag_bits & 1:
        return File(name, problem=_("The file is protected by a password. Pack it without one."))
    with archive.open(member) as stream:
        data = stream.read(FILE_BYTES + 1)
    if len(data) > max(UNPACKED_RATIO * member.compress_size, UNPACKED_RATIO):
        return File(name, problem=_("The file grows beyond all measure when unpacked. Send it unpacked."))
    if is_archive(data):
        return File(name, problem=_("This is a zip file inside a zip file. Unpack it and send the documents inside."))
    return bounded(name, data)


def _too_large() -> str:
    return _("The file is larger than {limit} MB. Save it without its pictures, or send the summary alone.").format(
        limit=FILE_BYTES // 2**20
    )


def _too_many() -> str:
    return _("More than {limit} files at once. This one and all after it were left out: send them separately.").format(
        limit=FILE_COUNT
    )


def _large_archive() -> str:
    return _("The zip file holds more than {limit} MB. The rest of it was left out: send it in parts.").format(
        limit=UNPACKED_BYTES // 2**20
    )


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
