"""Ruling lines: what a PDF's page draws along its rows and columns.

Drawn lines, thin rectangles and the edges of boxes (frames and shades of cells) are all the same here: straight lines
along an axis. Pieces that meet on one line are one ruling.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from ucap.documents.shapes.pdf.forms import strikes
from ucap.documents.shapes.pdf.words import Turn, Word

_THICKEST = 3.0
"""Points; what is thicker is a box."""
_SHORTEST = 6.0
_MEETING = 3.5
"""Points between pieces of one ruling, such as the borders of two cells beside each other."""
_LEVEL = 1.5
"""Points by which pieces of one ruling may be off."""
_BOX_SEGMENTS = 6
_MOST_SEGMENTS = 5_000
_MOST_OBJECTS = 50_000
_MOST_PIECES = 5_000
"""A page with more of them is a drawing."""
_PAGE_SHARE = 0.9
"""A box as large as this part of the page is its background."""
_STRIKE = (0.12, 0.45)
"""How far above the base, in heights of the print, a line runs that strikes words out."""
_STRIKE_SLACK = 0.5
"""In em: so much of a word such a line may leave at each end."""

_low = itemgetter(1)
_Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


class Ruling(NamedTuple):
    """A straight line at the height (or, if it is upright, the distance from the left) `at`, from `low` to `high`."""

    at: float
    low: float
    high: float


class Rulings(NamedTuple):
    """The lines of a page: those that run across it from the top down, and the upright ones from left to right."""

    across: Sequence[Ruling] = ()
    upright: Sequence[Ruling] = ()


def rulings_of(page: pypdfium2.PdfPage, turn: Turn | None) -> Rulings:
    """The ruling lines of a page, turned as its text is."""
    count = pdfium.FPDFPage_CountObjects(page)
    if count > _MOST_OBJECTS:
        return Rulings()
    width, height = page.get_size()
    pieces = [*_pieces(page, count, _PAGE_SHARE * width * height), *strikes(page)]
    if len(pieces) > _MOST_PIECES:
        return Rulings()
    if turn:
        pieces = [_box(turn(left, bottom), turn(right, top)) for left, bottom, right, top in pieces]
    across, upright = [], []
    for left, bottom, right, top in pieces:
        if right - left > top - bottom:
            if top - bottom <= _THICKEST:
                across.append(((bottom + top) / 2, left, right))
        elif right - left <= _THICKEST:
            upright.append(((left + right) / 2, bottom, top))
    return Rulings(_joined(across)[::-1], _joined(upright))


def _pieces(page: pypdfium2.PdfPage, count: int, largest: float) -> list[_Box]:
    """The thin boxes of a page's paths, and the edges of the others that are smaller than `largest` (square points)."""
    bounds = tuple(ctypes.c_float() for _side in range(4))
    to_bounds = tuple(map(ctypes.byref, bounds))
    raw, pieces = page.raw, []
    for index in range(count):
        path = pdfium.FPDFPage_GetObject(raw, index)
        if pdfium.FPDFPageObj_GetType(path) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        pdfium.FPDFPageObj_GetBounds(path, *to_bounds)
        left, bottom, right, top = (side.value for side in bounds)
        if right - left <= _THICKEST or top - bottom <= _THICKEST:
            pieces.append((left, bottom, right, top))
        elif (right - left) * (top - bottom) < largest:
            segments = pdfium.FPDFPath_CountSegments(path)
            if segments <= _BOX_SEGMENTS:
                pieces += _edges(left, bottom, right, top)
            elif segments <= _MOST_SEGMENTS:
                pieces += _segments(path, segments)
    return pieces


def _edges(left: float, bottom: float, right: float, top: float) -> tuple[_Box, ...]:
    return (
        (left, top, right, top),
        (left, bottom, right, bottom),
        (left, bottom, left, top),
        (right, bottom, right, top),
    )


def _segments(path: pdfium.FPDF_PAGEOBJECT, count: int) -> Iterator[_Box]:
    """The straight pieces of a path that draws many."""
    matrix, x, y = pdfium.FS_MATRIX(), ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPageObj_GetMatrix(path, ctypes.byref(matrix))
    first = before = (0.0, 0.0)
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        place = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = place
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield _box(before, place)
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield _box(place, first)
        before = place


def _box(one: tuple[float, float], two: tuple[float, float]) -> _Box:
    return min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1])


def _joined(pieces: list[tuple[float, float, float]]) -> list[Ruling]:
    """The pieces in order, those that meet on one line as one; short ones are none."""
    whole: list[Ruling] = []
    pieces.sort()
    start = 0
    for index in range(1, len(pieces) + 1):
        if index == len(pieces) or pieces[index][0] - pieces[start][0] > _LEVEL:
            whole += _joined_level(pieces[start:index])
            start = index
    return whole


def _joined_level(level: list[tuple[float, float, float]]) -> Iterator[Ruling]:
    """The rulings that pieces on one line make."""
    at = level[0][0]
    level.sort(key=_low)
    _at, low, high = level[0]
    for _at, next_low, next_high in level:
        if next_low - high > _MEETING:
            if high - low >= _SHORTEST:
                yield Ruling(at, low, high)
            low, high = next_low, next_high
        elif next_high > high:
            high = next_high
    if high - low >= _SHORTEST:
        yield Ruling(at, low, high)


def is_struck(word: Word, rulings: Sequence[Ruling], em: float) -> bool:
    """Whether a line across the page runs through a word."""
    return any(_strikes(line, word, em) for line in rulings)


def struck_out(words: Sequence[Word], rulings: Sequence[Ruling], em: float) -> Iterator[Word]:
    """The words from end to end of which a line runs that neither begins before the words that it strikes nor ends
    behind them, as a border of a table does.
    """
    for line in rulings:
        struck = [word for word in words if _strikes(line, word, em)]
        left, right = (
            min((word.left for word in struck), default=line.low),
            max((word.right for word in struck), default=line.high),
        )
        if left - line.low <= em and line.high - right <= em:
            slack = _STRIKE_SLACK * em
            yield from (word for word in struck if line.low <= word.left + slack and word.right - slack <= line.high)


def _strikes(line: Ruling, word: Word, em: float) -> bool:
    low, high = word.base + _STRIKE[0] * em, word.base + _STRIKE[1] * em
    return low <= line.at <= high and min(word.right, line.high) - max(word.left, line.low) >= min(
        em, (word.right - word.left) / 2
    )
