"""The text of a PDF's pages, word by word with positions.

The positions are for telling lines and columns: points, with the page turned so that its text runs from left to right.
PDFium is not safe for threads, so one document is open at a time.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from heapq import nlargest
from threading import Lock
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from ucap.documents.encodings import clean
from ucap.documents.errors import UnreadableDocument
from ucap.documents.limits import CHARACTERS, PAGES
from ucap.documents.refusals import too_long
from ucap.documents.source import Source
from ucap.documents.traced import Span
from ucap.wording import _

PAGE_BREAK = "\f"
_LOCK = Lock()
_SIGNS = (("\r", " "), ("\x02", "-"), ("\ufffe", "-"))
"""PDFium's signs for the end of a line and for a hyphen there, and what stands for them, one for one."""
_WORD = re.compile(r"\S+")
_HYPHEN = re.compile("-")
_PASSWORD_ERROR = 4
_USUAL_CHARACTER = 4.5
"""Points that a character takes in print of usual size. From one word to the next it is more where there is a gap."""

_SAMPLE = 7

Turn = Callable[[float, float], tuple[float, float]]
"""From one system of coordinates to another."""
_TURNS: dict[str, Turn | None] = {
    "right": None,
    "up": lambda x, y: (y, -x),
    "left": lambda x, y: (-x, -y),
    "down": lambda x, y: (-y, x),
}


class Word(NamedTuple):
    """A word in the range `[start, end)` of the document's text; it stands on the line `base` of its page."""

    start: int
    end: int
    left: float
    right: float
    base: float


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's text, which begins at `start` in the document's text, and its words, counted there.

    `places[i]` is the index of PDFium's character behind `text[i]`; None if it is `i` itself.
    """

    start: int

    text: str
    words: list[Word]
    places: list[int] | None


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
                pages.append(page_text(page, start))
                page.close()
            except pypdfium2.PdfiumError:
                raise _unreadable(source.name, None) from None
            start += len(pages[-1].text) + len(PAGE_BREAK)
            if start > CHARACTERS:
                raise too_long(source.name)
        return pages


def page_text(page: pypdfium2.PdfPage, start: int) -> PageText:
    """The text of one page, to begin at `start` in the document's text."""
    textpage = page.get_textpage()
    try:
        raw = _characters(textpage)
        for sign, plain in _SIGNS:
            raw = raw.replace(sign, plain)
        words = _words(textpage, raw, start)
    finally:
        textpage.close()
    if clean(raw) == raw:
        return PageText(start, raw, words, None)
    return _cleaned(start, raw, words)


def _characters(textpage: pypdfium2.PdfTextPage) -> str:
    """PDFium's characters, one for one."""
    count = textpage.count_chars()
    text = textpage.get_text_range() if count > 0 else ""
    if len(text) == count:
        return text
    return "".join(_character(pdfium.FPDFText_GetUnicode(textpage, index)) for index in range(count))


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _words(textpage: pypdfium2.PdfTextPage, raw: str, offset: int) -> list[Word]:
    """The words with their positions. Where a word ends is asked only where it matters: before gaps and line ends."""
    spans = [match.span() for match in _WORD.finditer(raw)]
    if not spans:
        return []
    turned = _turn(textpage, spans)
    x, y = ctypes.c_double(), ctypes.c_double()
    to_x, to_y = ctypes.byref(x), ctypes.byref(y)
    origin, handle = pdfium.FPDFText_GetCharOrigin, textpage.raw
    places = []
    for start, _end in spans:
        origin(handle, start, to_x, to_y)
        places.append(turned(x.value, y.value) if turned else (x.value, y.value))
    words = []
    for (start, end), (left, base), (next_left, next_base) in zip(
        spans, places, [*places[1:], (0.0, -1e9)], strict=True
    ):
        is_followed = abs(next_base - base) < 1.0 and 0 < next_left - left < _USUAL_CHARACTER * (end + 1 - start)
        right = (
            next_left if is_followed else _right(textpage, _last_on_line(textpage, raw, (start, end), turned), turned)
        )
        words.append(Word(start + offset, end + offset, left, right, base))
    return words


def _turn(textpage: pypdfium2.PdfTextPage, spans: Sequence[Span]) -> Turn | None:
    """What turns the page so that its text runs from left to right; None where it does so already."""
    directions = Counter(
        _direction(textpage, span) for span in nlargest(_SAMPLE, spans, key=lambda span: span[1] - span[0])
    )
    return _TURNS[directions.most_common(1)[0][0]]


def _direction(textpage: pypdfium2.PdfTextPage, span: Span) -> str:
    """Which way a word runs in PDF user space."""
    (one_x, one_y), (two_x, two_y) = _origin(textpage, span[0]), _origin(textpage, span[1] - 1)
    across, along = two_x - one_x, two_y - one_y
    if abs(across) >= abs(along):
        return "right" if across >= 0 else "left"
    return "up" if along > 0 else "down"


def _origin(textpage: pypdfium2.PdfTextPage, index: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(textpage.raw, index, ctypes.byref(x), ctypes.byref(y))
    return x.value, y.value


def _last_on_line(textpage: pypdfium2.PdfTextPage, raw: str, word: Span, turned: Turn | None) -> int:
    """The index of a word's last character on the line on which it begins: the hyphen where it is broken there."""
    start, end = word
    for hyphen in _HYPHEN.finditer(raw, start, end - 1):
        rise = _height(textpage, hyphen.end(), turned) - _height(textpage, start, turned)
        if abs(rise) >= 1.0:
            return hyphen.start()
    return end - 1


def _height(textpage: pypdfium2.PdfTextPage, index: int, turned: Turn | None) -> float:
    """The height of the line on which a character stands."""
    x, y = _origin(textpage, index)
    return turned(x, y)[1] if turned else y


def _right(textpage: pypdfium2.PdfTextPage, index: int, turned: Turn | None) -> float:
    """The right edge of a character."""
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(textpage.raw, index, ctypes.byref(box))
    if not turned:
        return float(box.right)
    return max(turned(box.left, box.bottom)[0], turned(box.right, box.top)[0])


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
