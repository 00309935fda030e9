"""Mails (.eml) and web archives (.mht): read as what they contain."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError
from email.message import MIMEPart
from email.policy import default

from ucap.documents.model import Document
from ucap.documents.source import Source
from ucap.errors import UnreadableDocument
from ucap.wording import _

ReadPart = Callable[[Source], list[Document]]
"""From a part, as if it had been sent alone, to its documents."""
_HEADER = re.compile(rb"\s{0,10}(?:From |[A-Za-z][A-Za-z0-9-]{1,40}:)")  # "Received:", "From "
_DECLARES_TYPE = re.compile(rb"(?im)^(?:mime-version:|content-type:\s*(?:text|multipart|application)/)")
# "Content-Type: text/"
_HEADERS = 64_000
_MOST_PARTS = 50
_FAULTS = (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError)
"""What the standard library raises when a message is not what it seems."""


def is_mail(source: Source) -> bool:
    """Whether the file begins with the headers of a message that declares its type."""
    head = source.data[:_HEADERS].replace(b"\r\n", b"\n").lstrip().partition(b"\n\n")[0]
    return bool(_HEADER.match(head) and _DECLARES_TYPE.search(head))


def read_mail(source: Source, read_part: ReadPart) -> list[Document]:
    """The documents in a message: those of its body, and those that are attached.

    Raises:
        UnreadableDocument: no part of it can be read.
    """
    found: list[Document] = []
    for part in _parts(source):
        try:
            documents = read_part(Source(source.name, part, source.taught))
        except UnreadableDocument:
            continue
        found += documents
    if not found:
        raise UnreadableDocument(
            source.name,
            _("No part of the mail or web archive is a summary."),
            _("Save the attachment or the page as a file of its own and send that."),
        )
    return [replace(one, name=_name(source, i), sha256=source.sha256) for i, one in enumerate(found)]


def _name(source: Source, index: int) -> str:
    return source.name if index == 0 else _("{name}, part {part}").format(name=source.name, part=index + 1)


def _parts(source: Source) -> Iterator[bytes]:
    """The bytes of the parts; of several forms of one text the richest, which comes last."""
    try:
        message = message_from_bytes(source.data, policy=default)
        leaves = [part for part in _leaves(message) if not part.is_multipart()]
        contents = [_content(part) for part in leaves[:_MOST_PARTS]]
    except _FAULTS:
        contents = []
    yield from filter(None, contents)


def _leaves(message: MIMEPart) -> Iterator[MIMEPart]:
    if message.get_content_type() == "multipart/alternative":
        *_others, last = message.iter_parts()
        yield from _leaves(last)
    elif message.is_multipart():
        for part in message.iter_parts():
            yield from _leaves(part)
    else:
        yield message


def _content(part: MIMEPart) -> bytes:
    if part.get_content_maintype() in ("image", "audio", "video", "font") or part.get_content_subtype() == "css":
        return b""
    content = part.get_payload(decode=True)
    data = content if isinstance(content, bytes) else b""
    charset = part.get_content_charset()
    if part.get_content_maintype() != "text" or not charset:
        return data
    return data.decode(charset, "replace").encode()
