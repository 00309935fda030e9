"""Paragraphs as the readers of all shapes hand them over: where they end, and which goes on with the one before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ucap.documents.lists.marks import MARK, TEXT_DASHES, starts_item
from ucap.documents.model import BlockKind
from ucap.documents.traced import Traced

_SENTENCE_END = re.compile(r"[.!?:;。！？：；][\"'”’)\]]*$")  # "was signed.”"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as a reader hands it over, its bullets still in the text.

    `kind` is what the shape itself says of it; `continues` says that it goes on with the paragraph before it.
    """

    text: Traced
    kind: BlockKind = "paragraph"
    continues: bool = False


def whole_paragraphs(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs without white space around them, those that were cut in two made whole."""
    parts: list[Paragraph] = []
    for paragraph in [*paragraphs, None]:
        if parts and not (paragraph and paragraph.continues):
            yield Paragraph(Traced.join(part.text for part in parts).strip(), parts[0].kind)
            parts = []
        if paragraph:
            parts.append(paragraph)


def soft_lines(lines: Sequence[Traced], kind: BlockKind = "paragraph") -> list[Paragraph]:
    """The paragraphs of lines that are parted by line breaks: a sentence that goes on in small letters is one."""
    paragraphs: list[list[Traced]] = []
    for line in lines:
        is_item = starts_item(line.text)
        if paragraphs and not is_item and (kind != "paragraph" or goes_on(paragraphs[-1][-1].text, line.text)):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [Paragraph(Traced.join(paragraph), kind) for paragraph in paragraphs]


def ends_sentence(text: str) -> bool:
    """Whether a text stops where a sentence may stop."""
    return bool(_SENTENCE_END.search(text[-8:].rstrip()))


def goes_on(text: str, more: str) -> bool:
    """Whether `more` goes on with the sentence in which `text` stops."""
    return not ends_sentence(text) and more.lstrip()[:1].islower()


def goes_on_with_dash(paragraph: str, before: str, line: str) -> bool:
    """Whether a line's dash stands within the sentence of the full line before, and not before an item."""
    first, mark = MARK.match(paragraph), MARK.match(line)
    is_dash = mark is not None and mark["dash"] in TEXT_DASHES
    return is_dash and not ends_sentence(before) and not (first and first["dash"])
