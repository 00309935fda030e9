"""In which print the words of a PDF stand; looked up only where labels are known by it."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from functools import cached_property

import pypdfium2.raw as pdfium

from ucap.documents.shapes.pdf.lines import Line
from ucap.documents.shapes.pdf.stack import Print
from ucap.documents.shapes.pdf.text import PageText, opened
from ucap.documents.source import Source

_LONGEST_NAME = 128
_LATIN = re.compile(r"[^\W\d_\u3400-\u9fff]")  # "Country:"


class Prints:
    """The print of lines: that of their first word in Latin letters, beside which Chinese has a font of its own."""

    def __init__(self, source: Source, pages: Sequence[PageText]) -> None:
        self._source, self._pages = source, pages

    def __call__(self, line: Line) -> Print | None:
        """The font and the size of a line's first letter, of a Latin one if there are any: `国家 Country:`."""
        texts = ((word.start, line.source[word.start : word.end]) for word in line.words)
        latin = next((start for start, text in texts if _LATIN.match(text)), line.words[0].start)
        return self._by_start.get(latin)

    @cached_property
    def _by_start(self) -> dict[int, Print]:
        found: dict[int, Print] = {}
        name, flags = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int()
        with opened(self._source) as document:
            for shown, page in zip(document, self._pages, strict=True):
                text = shown.get_textpage()
                for word in page.words:
                    at = word.start - page.start
                    index = page.places[at] if page.places else at
                    length = pdfium.FPDFText_GetFontInfo(text, index, name, _LONGEST_NAME, ctypes.byref(flags))
                    if 0 < length <= _LONGEST_NAME:
                        size = round(pdfium.FPDFText_GetFontSize(text, index), 1)
                        found[word.start] = (name.value.decode("utf-8", "replace"), size)
        return found
