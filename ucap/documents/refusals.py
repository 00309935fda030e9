"""Files that are known but not read: each has its own message."""

from __future__ import annotations

from typing import NoReturn

from ucap.documents.encodings import unicode_encoding
from ucap.documents.limits import CHARACTERS, FILE_BYTES
from ucap.documents.source import Source
from ucap.errors import UnreadableDocument
from ucap.wording import _

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_CONTROLS = [*range(1, 9), *range(14, 27), *range(28, 32)]
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_ARCHIVES = (b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")


def refuse_impossible(source: Source) -> None:
    """Stop at a file of which no reader could make anything.

    Raises:
        UnreadableDocument: the file is empty, too large, or of a type that is known but not read.
    """
    data = source.data
    if not data.strip(b"\x00\t\n\r\x0b\x0c \xef\xbb\xbf\xfe\xff"):
        raise UnreadableDocument(source.name, _("The file is empty."), _("Send the file again."))
    if len(data) > FILE_BYTES:
        raise UnreadableDocument(
            source.name,
            _("The file is larger than {limit} MB.").format(limit=FILE_BYTES // 2**20),
            _("Save it without its pictures, or send the summary alone."),
        )
    if message := _known_type(data):
        raise UnreadableDocument(source.name, *message)


def is_binary(source: Source) -> bool:
    """Whether the file is no text: much of it means nothing in any encoding."""
    has_wide_letters = (unicode_encoding(source.data) or "").startswith(("utf-16", "utf_16"))
    strange = source.text.count("\ufffd") + (0 if has_wide_letters else _control_count(source.data))
    return strange > len(source.text) // 20


def refuse_binary(source: Source) -> NoReturn:
    """Stop at bytes that are no text.

    Raises:
        UnreadableDocument: always.
    """
    raise UnreadableDocument(
        source.name,
        _("The file is neither text nor of a type that can be read."),
        _("Send the summary as PDF, Word (.docx), HTML, spreadsheet (.xlsx, .csv), JSON or plain text."),
    )


def refuse_long(source: Source) -> NoReturn:
    """Stop at far too much text.

    Raises:
        UnreadableDocument: always.
    """
    raise too_long(source.name)


def refuse_archive(source: Source) -> NoReturn:
    """Stop at a zip archive that is neither a Word file nor a workbook.

    Raises:
        UnreadableDocument: always.
    """
    raise UnreadableDocument(
        source.name,
        _("This is a packed file, or an Office file that is neither a Word document nor an Excel workbook."),
        _("Unpack it and send the documents inside, or save it as .docx or .xlsx."),
    )


def refuse_records(source: Source) -> NoReturn:
    """Stop at a record file where a document is expected.

    Raises:
        UnreadableDocument: always.
    """
    raise UnreadableDocument(
        source.name,
        _("This is a file of records (JSON), not a document."),
        _("Send the summary itself, or add the records as they are."),
    )


def _control_count(data: bytes) -> int:
    """Bytes that stand for control characters; except NUL, which is half of UTF-16."""
    return sum(data.count(code) for code in _CONTROLS)


def is_too_long(source: Source) -> bool:
    """Whether there is more text than any summary has."""
    return len(source.text) > CHARACTERS


def too_long(name: str) -> UnreadableDocument:
    """The refusal of a document whose text is far too long."""
    return UnreadableDocument(
        name,
        _("The document has more than {limit} characters of text.").format(limit=CHARACTERS),
        _("Send the summary alone; it has two pages."),
    )


def _known_type(data: bytes) -> tuple[str, str] | None:
    if data.startswith(_OLD_OFFICE):
        return _old_office(data)
    if data.startswith(b"{\\rtf"):
        return _("This is a Rich Text file (.rtf)."), _("Open it in Word and save it as .docx.")
    if data.startswith(_IMAGES) or data[4:12] in (b"ftypheic", b"ftypheix") or data[8:12] == b"WEBP":
        return (
            _("This is a picture; there is no text in it."),
            _("Send the document itself, or run text recognition (OCR) and send its result."),
        )
    if data.startswith(_ARCHIVES):
        return _("This is a packed file."), _("Unpack it and send the documents inside.")
    return None


def _old_office(data: bytes) -> tuple[str, str]:
    if _ENCRYPTED_OFFICE in data:
        return (
            _("The file is protected by a password."),
            _("Open it with the password, remove the protection, and save it again."),
        )
    return (
        _("This is a file of Word, Excel or PowerPoint from before 2007."),
        _("Open it and save it in today's format: .docx or .xlsx."),
    )
