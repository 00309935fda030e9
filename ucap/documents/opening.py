"""The door: bytes in, documents out. The type is told from the content, not from the file's name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ucap.documents.errors import UnreadableDocument
from ucap.documents.flowing import read_flowing
from ucap.documents.html import is_html, read_html
from ucap.documents.model import Document
from ucap.documents.pdf import is_pdf, read_pdf
from ucap.documents.refusals import refuse_impossible
from ucap.documents.source import Source
from ucap.documents.tagged import is_tagged, read_tagged
from ucap.documents.word import is_word, read_word
from ucap.wording import _


@dataclass(frozen=True, slots=True)
class Reader:
    """A shape in which documents come: how it is told, and how it is read."""

    shape: str
    recognises: Callable[[Source], bool]
    read: Callable[[Source], list[Document]]


READERS = (
    Reader("pdf", is_pdf, lambda source: [read_pdf(source)]),
    Reader("word", is_word, lambda source: [read_word(source)]),
    Reader("html", is_html, lambda source: [read_html(source)]),
    Reader("tagged", is_tagged, lambda source: [read_tagged(source)]),
    Reader("flow", lambda source: True, lambda source: [read_flowing(source)]),
)
"""All shapes, in the order in which they are tried; flowing text is what all else that is text is tried as."""


def detect(name: str, data: bytes) -> str:
    """The shape of a file, told from its content.

    Raises:
        UnreadableDocument: it has none of the shapes that can be read.
    """
    return _reader(Source(name, data)).shape


def open_documents(name: str, data: bytes) -> list[Document]:
    """The documents of a file: one, or as many as a spreadsheet has plans.

    Raises:
        UnreadableDocument: nothing can be read; the message says what is wrong and what would be right.
    """
    source = Source(name, data)
    return _reader(source).read(source)


def open_document(name: str, data: bytes) -> Document:
    """The one document of a file.

    Raises:
        UnreadableDocument: nothing can be read, or the file holds several plans.
    """
    documents = open_documents(name, data)
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
