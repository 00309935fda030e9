"""Zipped documents (Word, spreadsheets), unpacked within bounds and parsed without entities or network."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from ucap.documents.limits import ARCHIVE_PARTS, UNPACKED_BYTES, UNPACKED_PART_RATIO
from ucap.documents.source import Source
from ucap.errors import UnreadableDocument
from ucap.wording import _

_SIGNATURE = b"PK\x03\x04"
_STRICT = (
    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
)
"""What files that are saved as "Strict Open XML" call Word's markup, and what all others do."""
_FREE_BYTES = 1024 * 1024
"""A part as small as this may be packed as tightly as it likes."""
DAMAGE = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError)
"""What the standard library raises when an archive is not what it seems."""


def is_archive(source: Source) -> bool:
    """Whether the file is a zip archive."""
    return source.data.startswith(_SIGNATURE)


class Archive:
    """The parts of a zipped document.

    Raises:
        UnreadableDocument: it is damaged, or unpacks to more than any honest document.
    """

    def __init__(self, source: Source) -> None:
        self._name = source.name
        with self._guarded():
            self._zip = zipfile.ZipFile(io.BytesIO(source.data))
            self._parts = {part.filename: part for part in self._zip.infolist()}
        self._refuse_bombs()

    def __contains__(self, part: str) -> bool:
        """Whether there is such a part."""
        return part in self._parts

    def read(self, part: str) -> bytes:
        """The bytes of a part; empty if there is no such part."""
        if part not in self._parts:
            return b""
        with self._guarded(), self._zip.open(self._parts[part]) as file:
            return file.read(UNPACKED_BYTES)

    def parse(self, part: str) -> etree._Element | None:
        """The root of an XML part; None if there is no such part.

        Raises:
            UnreadableDocument: it is no XML, or declares entities, which no Office file does.
        """
        data = self.read(part)
        if not data:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(data.replace(*_STRICT), parser)
        except etree.XMLSyntaxError:
            raise damaged(self._name) from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise damaged(self._name)
        return root

    def _refuse_bombs(self) -> None:
        parts = self._parts.values()
        is_bomb = any(
            part.file_size > _FREE_BYTES and part.file_size > UNPACKED_PART_RATIO * max(part.compress_size, 1)
            for part in parts
        )
        if is_bomb or len(parts) > ARCHIVE_PARTS or sum(part.file_size for part in parts) > UNPACKED_BYTES:
            raise UnreadableDocument(
                self._name,
                _("The file unpacks to far more than a summary needs."),
                _("Save the summary alone, without pictures, in a new file."),
            )

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except DAMAGE:
            raise damaged(self._name) from None


def damaged(name: str) -> UnreadableDocument:
    """The refusal of a damaged zipped document."""
    return UnreadableDocument(
        name,
        _("The file is damaged or was cut off on the way."),
        _("Send the file again, or open it and save it once more."),
    )
