"""A text written down paragraph by paragraph, for shapes that are no text themselves (Word, HTML)."""

from __future__ import annotations

import re

from ucap.documents.bullets import Paragraph, soft_lines
from ucap.documents.encodings import clean
from ucap.documents.limits import CHARACTERS
from ucap.documents.model import BlockKind
from ucap.documents.refusals import too_long
from ucap.documents.traced import Traced

_TEXT_LINE = re.compile(r"\S(?:[^\n]*\S)?")


class Manuscript:
    """Collects a document's text in reading order; `name` is the document's, for messages."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._parts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def space(self, space: str) -> None:
        """Set off what comes next."""
        self._parts.append(space)
        self._length += len(space)

    def write(self, text: str, kind: BlockKind = "paragraph") -> list[Paragraph]:
        """Write a paragraph; line breaks in it end lines, which may be paragraphs of their own.

        Raises:
            UnreadableDocument: there is more text than any summary has.
        """
        return soft_lines(self.write_lines(text), kind)

    def write_lines(self, text: str) -> list[Traced]:
        """Write a text, and give back its lines.

        Raises:
            UnreadableDocument: there is more text than any summary has.
        """
        text, start = clean(text), self._length
        self.space(text)
        self.space("\n")
        if self._length > CHARACTERS:
            raise too_long(self._name)
        lines = (line.span() for line in _TEXT_LINE.finditer(text))
        return [Traced(text[low:high], ((start + low, start + high),), (0,)) for low, high in lines]
