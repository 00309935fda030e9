"""The text of a PDF's pages, word by word with positions.

The positions are for finding lines and columns: points, with the page turned so that its text runs from left to right.
PDFium is not safe for threads, so one document is open at a time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import pairwise
from threading import Lock

import pypdfium2
import pypdfium2.raw as pdfium

from ucap.documents.draft import raised
from ucap.documents.encodings import clean
from ucap.documents.limits import CHARACTERS, PAGES
from ucap.documents.refusals import too_long
from ucap.documents.shapes.pdf.forms import write_fields
from ucap.documents.shapes.pdf.rulings import Rulings, rulings_of
from ucap.documents.shapes.pdf.words import Turn, Word, origin_of, words_of
from ucap.documents.source import Source
from ucap.errors import UnreadableDocument
from ucap.wording import _

PAGE_BREAK = "\f"
_LOCK = Lock()
_SIGNS = (("\r", " "), ("\x02", "-"), ("\ufffe", "-"))
"""PDFium's signs for the end of a line and for a hyphen there, and what stands for them, one for one."""
_PASSWORD_ERROR = 4
_NUMBER = re.compile(r"\d{2,}")  # "15" of "15m"
_LOWEST_RAISED, _HIGHEST_RAISED = 1.5, 7.0  # points
_WIDEST_DIGIT = 12.0  # points


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's text, which begins at `start` in the document's text, its words, counted there, and its ruling lines.

    `places[i]` is the index of PDFium's character behind `text[i]`; None if it is `i` itself.
    """

    start: int
    text: str
    words: list[Word]
    places: list[int] | None
    rulings: Rulings = field(default_factory=Rulings)


@contextmanager
def opened(source: Source) -> Iterator[pypdfium2.PdfDocument]:
    """The PDF, open; others wait.

    Raises:
        UnreadableDocument: it is protected by a password, damaged, or has too many pages.
    """
    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(source.data)
        except pypdfium2.PdfiumError as fault:
            raise _unreadable(source.name, fault.err_code) from None
        try:
            if len(document) > PAGES:
                raise UnreadableDocument(
                    source.name,
                    _("The PDF has {count} pages; up to {limit} are read.").format(count=len(document), limit=PAGES),
                    _("Send the pages of the summary alone."),
                )
            write_fields(document)
            yield document
        finally:
            document.close()


def page_texts(source: Source) -> list[PageText]:
    """The texts of all pages, one character apart in the document's text.

    Raises:
        UnreadableDocument: see `opened`; also where there is too much text, or a page that cannot be loaded.
    """
    with opened(source) as document:
        pages: list[PageText] = []
        start = 0
        for index in range(len(document)):
            try:
                page = document[index]
                pages.append(page_text(page, start, is_ruled=True))
                page.close()
            except pypdfium2.PdfiumError:
                raise _unreadable(source.name, None) from None
            start += len(pages[-1].text) + len(PAGE_BREAK)
            if start > CHARACTERS:
                raise too_long(source.name)
        return pages


def has_pictures(source: Source) -> bool:
    """Whether some page has a picture."""
    with opened(source) as document:
        pages = (document[index] for index in range(len(document)))
        return any(next(page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE]), None) is not None for page in pages)


def page_text(page: pypdfium2.PdfPage, start: int, *, is_ruled: bool = False) -> PageText:
    """The text of one page, to begin at `start` in the document's text; with its ruling lines if `is_ruled`."""
    textpage = page.get_textpage()
    try:
        raw = _characters(textpage)
        for sign, plain in _SIGNS:
            raw = raw.replace(sign, plain)
        raw = _with_raised(textpage, raw)
        words, turn = words_of(textpage, raw, start)
    finally:
        textpage.close()
    rulings = rulings_of(page, turn) if is_ruled else Rulings()
    if clean(raw) == raw:
        return PageText(start, raw, words, None, rulings)
    return replace(_cleaned(start, raw, words), rulings=rulings)


def _with_raised(textpage: pypdfium2.PdfTextPage, raw: str) -> str:
    """The text, digits that stand above the line of those before them as raised ones: the signs of footnotes."""
    for number in _NUMBER.finditer(raw):
        places = [origin_of(textpage, index) for index in range(*number.span())]
        for at, (before, place) in enumerate(pairwise(places), number.start() + 1):
            is_beside = 0 < place[0] - before[0] < _WIDEST_DIGIT
            if is_beside and _LOWEST_RAISED < place[1] - before[1] < _HIGHEST_RAISED:
                raw = raw[:at] + raised(raw[at : number.end()]) + raw[number.end() :]
                break
    return raw


def _characters(textpage: pypdfium2.PdfTextPage) -> str:
    """PDFium's characters, one for one."""
    count = textpage.count_chars()
    text = textpage.get_text_range() if count > 0 else ""
    if len(text) == count:
        return text
    return "".join(_character(pdfium.FPDFText_GetUnicode(textpage, index)) for index in range(count))


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def shown_by(page: pypdfium2.PdfPage) -> Turn | None:
    """From PDF user space to the page as it is shown; None where they are the same."""
    left, bottom, right, top = page.get_cropbox()
    match page.get_rotation():
        case 90:
            return lambda x, y: (y - bottom, right - x)
        case 180:
            return lambda x, y: (right - x, top - y)
        case 270:
            return lambda x, y: (top - y, x - left)
    return (lambda x, y: (x - left, y - bottom)) if left or bottom else None


def _cleaned(first: int, raw: str, words: list[Word]) -> PageText:
    """The page's text in its kept form, where that is not PDFium's, letter by letter with its accents."""
    parts: list[str] = []
    places: list[int] = []
    offsets: list[int] = []
    for start, end in _clusters(raw):
        offsets += [len(places)] * (end - start)
        part = clean(raw[start:end])
        parts.append(part)
        places += [start] * len(part)
    offsets.append(len(places))
    moved = (
        word._replace(start=offsets[word.start - first] + first, end=offsets[word.end - first] + first)
        for word in words
    )
    return PageText(first, "".join(parts), [word for word in moved if word.end > word.start], places)


def _clusters(raw: str) -> Iterator[tuple[int, int]]:
    """The ranges of the characters that are cleaned together: a letter and what combines with it."""
    start = 0
    for index in range(1, len(raw) + 1):
        if index == len(raw) or not _combines(raw[start:index], raw[index]):
            yield start, index
            start = index


def _combines(before: str, character: str) -> bool:
    if unicodedata.combining(character):
        return True
    return len(unicodedata.normalize("NFC", before[-1] + character)) == 1


def _unreadable(name: str, code: int | None) -> UnreadableDocument:
    if code == _PASSWORD_ERROR:
        return UnreadableDocument(
            name,
            _("The PDF is protected by a password."),
            _("Open it with the password and print it to a new PDF."),
        )
    return UnreadableDocument(
        name,
        _("The PDF is damaged or was cut off on the way."),
        _("Send the file again, or print it to a new PDF."),
    )
