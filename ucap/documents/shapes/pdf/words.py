"""Where the words of a PDF's page stand.

PDFium is asked as little as will do. Words of one text object have no gap between them and are measured as a whole,
except where they are far wider than their letters.
"""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from statistics import median
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from ucap.documents.traced import Span

_LINE = re.compile(r"[^\n]*[^\s]")
_WORD = re.compile(r"\S+")
_LONG_WORD = re.compile(r"\S{5,}")
_HYPHEN = re.compile("-")
_GAPPED = 1.1
"""Words whose characters are wider than the usual ones by this factor may have a gap between them."""
_SAME_HEIGHT = 1.0
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
    """A word, or several without a gap between them, in the range `[start, end)` of the document's text.

    They stand on the line `base` of the page; the first of them ends at `first_right`.
    """

    start: int
    end: int
    left: float
    right: float
    base: float
    first_right: float


def words_of(textpage: pypdfium2.PdfTextPage, raw: str, offset: int) -> tuple[list[Word], Turn | None]:
    """The words of a page with their places; `raw` is the page's text, which begins at `offset` in the document's.

    Positions are points, with the page turned so that its text runs from left to right, by the turn that is given, too.
    """
    ruler = _Ruler(textpage)
    sample = [match.span() for match in islice(_LONG_WORD.finditer(raw), _SAMPLE)]
    ruler.turn = _turn(ruler, sample or [match.span() for match in islice(_WORD.finditer(raw), _SAMPLE)])
    pieces = [(words, _as_one(ruler, words, offset)) for line in _lines(ruler, raw) for words in ruler.parted(line)]
    usual = median([(word.right - word.left) / (word.end - word.start) for _words, word in pieces]) if pieces else 0.0
    found: list[Word] = []
    for words, word in pieces:
        if len(words) == 1 or word.right - word.left <= _GAPPED * usual * (word.end - word.start):
            found.append(word)
        else:
            found += _one_by_one(ruler, words, offset)
    return found, ruler.turn


def origin_of(textpage: pypdfium2.PdfTextPage, index: int) -> tuple[float, float]:
    """Where a character stands: its left end and its line, in points."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(textpage.raw, index, ctypes.byref(x), ctypes.byref(y))
    return x.value, y.value


class _Ruler:
    """Measures the characters of a page, by their indices."""

    def __init__(self, textpage: pypdfium2.PdfTextPage) -> None:
        self.turn: Turn | None = None
        self._page = textpage.raw
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._to_x, self._to_y = ctypes.byref(self._x), ctypes.byref(self._y)
        self._box = pdfium.FS_RECTF()
        self._to_box = ctypes.byref(self._box)

    def origin(self, index: int) -> tuple[float, float]:
        """Where a character begins on its line."""
        pdfium.FPDFText_GetCharOrigin(self._page, index, self._to_x, self._to_y)
        place = self._x.value, self._y.value
        return self.turn(*place) if self.turn else place

    def right(self, index: int) -> float:
        """The right edge of a character."""
        pdfium.FPDFText_GetLooseCharBox(self._page, index, self._to_box)
        if not self.turn:
            return float(self._box.right)
        return max(self.turn(self._box.left, self._box.bottom)[0], self.turn(self._box.right, self._box.top)[0])

    def parted(self, words: Sequence[Span]) -> Iterator[Sequence[Span]]:
        """The words of a line, parted where one text object ends and another begins."""
        start = words[0][0]
        count = self._object_count(start, words[-1][1])
        index = 0
        for number in range(1, count):
            following = bisect_right(words, number, index, key=lambda word: self._object_count(start, word[0] + 1))
            if index < following < len(words):
                yield words[index:following]
                index = following
        yield words[index:]

    def _object_count(self, start: int, end: int) -> int:
        """Of how many text objects a range of characters is made."""
        return int(pdfium.FPDFText_CountRects(self._page, start, end - start))


def _as_one(ruler: _Ruler, words: Sequence[Span], offset: int) -> Word:
    """Words without a gap between them as one."""
    start, end = words[0][0], words[-1][1]
    left, base = ruler.origin(start)
    right = ruler.right(end - 1)
    first_right = ruler.origin(words[1][0])[0] if len(words) > 1 else right
    return Word(start + offset, end + offset, left, right, base, first_right)


def _one_by_one(ruler: _Ruler, words: Sequence[Span], offset: int) -> Iterator[Word]:
    """Words that may have gaps between them."""
    for start, end in words:
        left, base = ruler.origin(start)
        right = ruler.right(end - 1)
        yield Word(start + offset, end + offset, left, right, base, right)


def _lines(ruler: _Ruler, raw: str) -> Iterator[list[Span]]:
    """The words line by line."""
    for text in _LINE.finditer(raw):
        words = [word.span() for word in _WORD.finditer(raw, *text.span())]
        if "-" in text[0]:
            yield from _broken_at_hyphens(ruler, raw, words)
        else:
            yield words


def _broken_at_hyphens(ruler: _Ruler, raw: str, words: Sequence[Span]) -> Iterator[list[Span]]:
    """The words of a line; one that is broken at its hyphen goes on in a line of its own."""
    line: list[Span] = []
    for word in words:
        start, end = word
        for hyphen in _HYPHEN.finditer(raw, start, end - 1):
            if abs(ruler.origin(hyphen.end())[1] - ruler.origin(start)[1]) >= _SAME_HEIGHT:
                yield [*line, (start, hyphen.end())]
                line, start = [], hyphen.end()
        line.append((start, end))
    yield line


def _turn(ruler: _Ruler, words: Sequence[Span]) -> Turn | None:
    """What turns the page so that its text runs from left to right; None where it does so already."""
    directions = [_direction(ruler, word) for word in words]
    return _TURNS[max(directions, key=directions.count)] if directions else None


def _direction(ruler: _Ruler, word: Span) -> str:
    """Which way a word runs in PDF user space."""
    (one_x, one_y), (two_x, two_y) = ruler.origin(word[0]), ruler.origin(word[1] - 1)
    across, along = two_x - one_x, two_y - one_y
    if abs(across) >= abs(along):
        return "right" if across >= 0 else "left"
    return "up" if along > 0 else "down"
