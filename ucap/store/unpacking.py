"""Files as they come in: named, bounded, and taken out of zip files in a separate process.

Nothing is written to the disk. How much is taken in at once stands in `ucap.documents.limits`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ucap.documents.limits import ARCHIVE_BYTES, ARCHIVE_ENTRIES, ARCHIVE_UNPACKED_BYTES, FILE_BYTES, FILE_COUNT
from ucap.documents.zip_files import DOCUMENT, is_dropping
from ucap.sandbox.processes import Processes, Refused
from ucap.wording import _

_ZIP_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
_unpack = Processes("ucap.documents.zip_files:unpack", count=2)


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
    return text.strip()[-NAME_CHARACTERS:] or _("no name")


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
    return any(part.startswith(".") for part in path.parts) or is_dropping(path.name)


def _unpacked(files: Iterable[tuple[str, bytes]]) -> Iterator[File]:
    for name, data in files:
        if data.startswith(_ZIP_SIGNATURES):
            yield from _from_zip(name, data)
        else:
            yield bounded(name, data)


def _from_zip(name: str, data: bytes) -> Iterator[File]:
    """The files in a zip file; the file itself if it is a document, as Word files and spreadsheets are."""
    if len(data) > ARCHIVE_BYTES:
        yield File(display_name(name), problem=_PROBLEMS["rest"]())
        return
    try:
        kind, *parts = _unpack(name, data)
    except Refused as refused:
        yield File(display_name(name), problem=f"{refused.reason} {refused.remedy}")
        return
    if kind == DOCUMENT:
        yield bounded(name, data)
    for path, problem, content in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        shown = display_name(path.decode() if path else name)
        yield File(shown, content, _PROBLEMS[problem.decode()]() if problem else None)


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
        limit=ARCHIVE_UNPACKED_BYTES // 2**20
    )


def _many_entries() -> str:
    return _("The zip file has more than {limit} entries. Send the summaries alone.").format(limit=ARCHIVE_ENTRIES)


_PROBLEMS = {
    "damaged": lambda: _("The zip file is damaged. Pack it again, or send the files one by one."),
    "entries": _many_entries,
    "growth": lambda: _("The file grows beyond all measure when unpacked. Send it unpacked."),
    "large": _too_large,
    "nested": lambda: _("This is a zip file inside a zip file. Unpack it and send the documents inside."),
    "password": lambda: _("The file is protected by a password. Pack it without one."),
    "rest": _large_archive,
}
"""What is wrong, by the words of `ucap.documents.zip_files`."""

NAME_CHARACTERS = 150
"""Length of a file's name as it is kept and shown."""

REASON_CHARACTERS = 2_000
"""Length of a reason given with a correction or dismissal."""

__all__ = ["ARCHIVE_BYTES", "FILE_BYTES", "FILE_COUNT", "NAME_CHARACTERS", "REASON_CHARACTERS"]
