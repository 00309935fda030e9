"""Scans: pages that are pictures, read by RapidOCR where that is installed (`requirements-ocr.txt`).

Its models come with the package: nothing is fetched. A picture may be turned by a few degrees; the places of its words
are turned back, and words beside each other are put on one line, so that the reader of positioned words can take them.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from ucap.documents.encodings import clean
from ucap.documents.limits import SCANNED_PAGES
from ucap.documents.shapes.pdf.text import PAGE_BREAK, PageText, opened
from ucap.documents.shapes.pdf.words import Word
from ucap.documents.traced import Span
from ucap.errors import UnreadableDocument
from ucap.wording import _

if TYPE_CHECKING:
    import pypdfium2

    from ucap.documents.source import Source

_SWITCH = "UCAP_OCR"
"""Set to `off`, scans wait to be read by hand."""
_DOTS = 150 / 72
"""Pixels per point of the pictures that are read."""
_MOST_PIXELS = 2600
"""Pixels along the longer edge of a page, however large it is."""
_SURE = 0.8
"""From 0 to 1: a word that is recognised with less confidence is unsure."""
_ROW = 0.5
"""Words on one line differ in height by at most this part of theirs."""
_STEEPEST = 0.2
"""Radians: text that is turned farther is not deskewed."""
_FARTHEST = 15.0
"""Points by which one page may lie farther to the left on the glass than another."""
_CLOSE = 0.6
"""Chinese signs at most so far apart, in heights, are one word."""
_CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff01-\uff65]")
_THREADS = 2


class _Seen(NamedTuple):
    """A word in a picture: its text, how sure that is (0 to 1), and its place in points, `middle` from below."""

    text: str
    confidence: float
    left: float
    right: float
    middle: float
    height: float


@dataclass(frozen=True, slots=True)
class Scan:
    """The pages of a scan as if they had text, and where that is unsure."""

    pages: list[PageText]
    unsure: tuple[Span, ...]


def can_read_scans() -> bool:
    """Whether scans are read: the library is installed, and nobody has switched it off."""
    return (
        os.environ.get(_SWITCH) != "off" and find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None
    )


def read_scan(source: Source) -> Scan:
    """The words in the pictures of a scan's pages; none where recognising them fails, as for want of memory.

    Raises:
        UnreadableDocument: it has more pages than a summary that someone scanned.
    """
    with opened(source) as document:
        if len(document) > SCANNED_PAGES:
            raise UnreadableDocument(
                source.name,
                _("The scan has {count} pages; up to {limit} are read.").format(
                    count=len(document), limit=SCANNED_PAGES
                ),
                _("Send the pages of the summary alone."),
            )
        pictures = [_picture(page) for page in document]
    pages: list[PageText] = []
    unsure: list[Span] = []
    start = 0
    try:
        seen = [_seen(picture, scale) for picture, scale in pictures]
    except Exception:  # the library's own errors and those of the engine below it: the document waits as a scan unread
        seen = []
    for words in _aligned(seen):
        page, doubts = _page_text(_lines(words), start)
        pages.append(page)
        unsure += doubts
        start += len(page.text) + len(PAGE_BREAK)
    return Scan(pages, tuple(unsure))


def _aligned(pages: Sequence[Sequence[_Seen]]) -> Iterator[Sequence[_Seen]]:
    """The words of pages, moved so that the text of all begins at the same distance from the left."""
    first = _left(pages[0]) if pages else 0.0
    for words in pages:
        shift = first - _left(words)
        is_near = abs(shift) <= _FARTHEST
        yield [word._replace(left=word.left + shift, right=word.right + shift) for word in words] if is_near else words


def _left(words: Sequence[_Seen]) -> float:
    """The left edge of a page's text, without a stray sign."""
    edges = sorted(word.left for word in words)
    return edges[min(1, len(edges) - 1)] if edges else 0.0


def _picture(page: pypdfium2.PdfPage) -> tuple[Any, float]:
    """A page's picture as an array of BGR values, and its pixels per point."""
    scale = min(_DOTS, _MOST_PIXELS / max(page.get_size()))
    return page.render(scale=scale, rev_byteorder=False).to_numpy()[:, :, :3], scale


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR  # noqa: PLC0415  # optional, and slow to load

    settings = {
        "Global.log_level": "critical",
        "Global.use_cls": False,
        "EngineConfig.onnxruntime.intra_op_num_threads": _THREADS,
        "EngineConfig.onnxruntime.enable_cpu_mem_arena": False,
    }
    return RapidOCR(params=settings)


def _seen(picture: Any, scale: float) -> list[_Seen]:
    """The words in a picture, deskewed."""
    found = _engine()(picture, return_word_box=True)
    if found.boxes is None:
        return []
    words = [word for line in found.word_results for word in line if word[0].strip()]
    angle = _angle([(box[0], box[1]) for box in found.boxes])
    cosine, sine = math.cos(angle), math.sin(angle)
    height = picture.shape[0]
    seen = []
    for text, confidence, box in words:
        turned = [(x * cosine + y * sine, height - (y * cosine - x * sine)) for x, y in box]
        left, right = min(x for x, _y in turned) / scale, max(x for x, _y in turned) / scale
        low, high = min(y for _x, y in turned) / scale, max(y for _x, y in turned) / scale
        seen.append(_Seen(clean(text).strip(), float(confidence), left, right, (low + high) / 2, high - low))
    return [word for word in seen if word.text]


def _angle(edges: Sequence[tuple[Any, Any]]) -> float:
    """By how many radians lines of text are turned, measured at the upper edges of the longer ones."""
    lengths = [math.dist(one, two) for one, two in edges]
    long = [edge for edge, length in zip(edges, lengths, strict=True) if length >= median(lengths)]
    angle = median(math.atan2(float(two[1] - one[1]), float(two[0] - one[0])) for one, two in long)
    return angle if abs(angle) < _STEEPEST else 0.0


def _lines(words: Sequence[_Seen]) -> Iterator[list[_Seen]]:
    """Words beside each other, from the top down and from left to right."""
    line: list[_Seen] = []
    for word in sorted(words, key=lambda word: -word.middle):
        if line and median(other.middle for other in line) - word.middle > _ROW * median(
            other.height for other in line
        ):
            yield sorted(line, key=lambda word: word.left)
            line = []
        line.append(word)
    if line:
        yield sorted(line, key=lambda word: word.left)


def _page_text(lines: Iterator[list[_Seen]], start: int) -> tuple[PageText, list[Span]]:
    """The lines of a page as its text, which begins at `start` in the document's, and what of it is unsure."""
    parts: list[str] = []
    words: list[Word] = []
    unsure: list[Span] = []
    at = start
    for line in lines:
        base = median(word.middle - word.height / 3 for word in line)
        for word in _put_together(line):
            end = at + len(word.text)
            words.append(Word(at, end, word.left, word.right, base, word.right))
            if word.confidence < _SURE:
                unsure.append((at, end))
            parts += [word.text, " "]
            at = end + 1
        parts[-1] = "\n"
    return PageText(start, "".join(parts), words, None), unsure


def _put_together(line: Sequence[_Seen]) -> Iterator[_Seen]:
    """The words of a line; Chinese signs that follow each other are one, and so is an address."""
    whole = line[0]
    for index, word in enumerate(line[1:], 1):
        is_one = whole.text[-1] == "@" or word.text[0] == "@" or _is_chinese(whole, word)
        if is_one and word.left - whole.right < _CLOSE * word.height:
            confidence = min(whole.confidence, word.confidence)
            whole = whole._replace(text=whole.text + word.text, right=word.right, confidence=confidence)
        elif whole.text == "0" and word.text[0].isupper() and (index == 1 or _is_apart(line[index - 2], whole)):
            yield whole._replace(text="o")  # the bullet
            whole = word
        else:
            yield whole
            whole = word
    yield whole


def _is_chinese(one: _Seen, two: _Seen) -> bool:
    return bool(_CHINESE.fullmatch(one.text[-1]) and _CHINESE.fullmatch(two.text[0]))


def _is_apart(one: _Seen, two: _Seen) -> bool:
    """Whether two words on a line do not follow each other."""
    return two.left - one.right > two.height
