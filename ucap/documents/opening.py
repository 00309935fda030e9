"""The door: bytes in, documents out. The type is known by the content, not by the file's name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ucap.documents.labels.taught import NOTHING_TAUGHT, Taught
from ucap.documents.model import Document
from ucap.documents.plans import plans_in
from ucap.documents.refusals import (
    is_binary,
    is_too_long,
    refuse_archive,
    refuse_binary,
    refuse_impossible,
    refuse_long,
    refuse_records,
)
from ucap.documents.shapes.archive import is_archive
from ucap.documents.shapes.flowing import read_flowing
from ucap.documents.shapes.html import declares_charset, is_html, read_html
from ucap.documents.shapes.mail import is_mail, read_mail
from ucap.documents.shapes.pdf.reader import is_pdf, read_pdf
from ucap.documents.shapes.records import is_records
from ucap.documents.shapes.sheets import is_csv, is_workbook, read_csv, read_workbook
from ucap.documents.shapes.tagged import is_tagged, read_tagged
from ucap.documents.shapes.word import is_word, read_word
from ucap.documents.source import Source
from ucap.errors import UnreadableDocument
from ucap.wording import _


@dataclass(frozen=True, slots=True)
class Reader:
    """A shape in which documents come: how it is recognised, and how it is read."""

    shape: str
    recognises: Callable[[Source], bool]
    read: Callable[[Source], list[Document]]


READERS = (
    Reader("pdf", is_pdf, lambda source: plans_in(read_pdf(source))),
    Reader("word", is_word, read_word),
    Reader("sheet", is_workbook, read_workbook),
    Reader("mail", is_mail, lambda source: read_mail(source, _open_part)),
    Reader("archive", is_archive, refuse_archive),
    Reader("long", is_too_long, refuse_long),
    Reader("binary", is_binary, refuse_binary),
    Reader("records", is_records, refuse_records),
    Reader("html", is_html, read_html),
    Reader("sheet", is_csv, read_csv),
    Reader("tagged", is_tagged, read_tagged),
    Reader("flow", lambda source: True, read_flowing),
)
"""All shapes, in the order in which they are tried; flowing text is what all else that is text is tried as."""


_TEXTS = frozenset({"html", "sheet", "tagged", "flow"})
"""Shapes that are text in some encoding."""


def detect(name: str, data: bytes) -> str:
    """The shape of a file, by its content: `records` for record files, which `open_records` reads.

    Raises:
        UnreadableDocument: it is empty, too large, or of a type that cannot be read.
    """
    return _reader(Source(name, data)).shape


def open_documents(name: str, data: bytes, taught: Taught = NOTHING_TAUGHT) -> list[Document]:
    """The documents of a file: one, or as many as it has plans; `taught` are wordings of labels besides the known ones.

    Raises:
        UnreadableDocument: nothing can be read; the message says what is wrong and what would be right.
    """
    source = Source(name, data, taught)
    return _open(source, _reader(source))


def _open(source: Source, reader: Reader) -> list[Document]:
    documents = reader.read(source)
    is_told = reader.shape not in _TEXTS or is_archive(source) or (reader.shape == "html" and declares_charset(source))
    encoding = None if is_told else source.guessed_encoding
    return [replace(one, guessed_encoding=encoding) for one in documents] if encoding else documents


def _open_part(source: Source) -> list[Document]:
    """The documents of a part of a mail, which is no mail itself.

    Raises:
        UnreadableDocument: nothing can be read.
    """
    reader = _reader(source)
    return [] if reader.shape == "mail" else _open(source, reader)


def open_document(name: str, data: bytes, taught: Taught = NOTHING_TAUGHT) -> Document:
    """The one document of a file.

    Raises:
        UnreadableDocument: nothing can be read, or the file holds several plans.
    """
    documents = open_documents(name, data, taught)
    if len(documents) != 1:
        raise UnreadableDocument(
            name,
            _("The file holds {count} plans where one is expected.").format(count=len(documents)),
            _("Send a file with one plan."),
        )
    return documents[0]


def _reader(source: Source) -> Reader:
    refuse_impossible(source)
    return next(reader for reader in READERS if reader.recognises(source))
