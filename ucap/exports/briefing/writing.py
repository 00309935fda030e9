"""Text on slides, measured before it is written, so that it never overflows its box.

Paragraphs that flow through columns and on to further slides, so that no text leaves its box.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from lxml import etree
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape
from pptx.shapes.shapetree import _BaseGroupShapes
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Pt

from ucap.exports.briefing.drawing import Box, Paint, paint
from ucap.plain_text import printable
from ucap.typography import LINE_HEIGHT, shortened, wrapped

Align = Literal["left", "center", "right"]
TEXT_SIZE, SMALLEST_SIZE = 16.0, 14.0
"""The size of lists on all slides, and that below which nothing is written, in points."""
_INDENT_SHARE = 0.9
_SAFETY = 0.97
_LOWER_COLUMNS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text in one style, on one line until it is wrapped; a heading stays with what follows it.

    `size` and `space_before` are in points; `link` is the address to which it leads; `runs` are the parts of the text
    that are written one by one, where it is not one.
    """

    text: str
    size: float = TEXT_SIZE
    is_bold: bool = False
    is_bullet: bool = False
    is_heading: bool = False
    color: Paint = "ink"
    space_before: float = 3.0
    align: Align = "left"
    link: str | None = None
    runs: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Fold white space, which a slide shows as it is."""
        object.__setattr__(self, "text", " ".join(printable(self.text).split()))

    @property
    def indent(self) -> float:
        """How far a text with a bullet hangs in, in points."""
        return self.size * _INDENT_SHARE if self.is_bullet else 0.0

    @property
    def line_height(self) -> float:
        """The distance of its lines in points."""
        return self.size * LINE_HEIGHT

    def lines(self, width: float) -> list[str]:
        """The lines into which it falls in a column of that width, a little more cautiously than measured."""
        return wrapped(self.text, (width - self.indent) * _SAFETY, self.size, self.is_bold)

    def in_runs(self, width: float) -> Paragraph:
        """The same with a run for each line, if it is a link.

        LibreOffice takes the run of a link for a field: it breaks that at any letter ("Santiago de Com|postela"), and
        sets its further lines too close.
        """
        return replace(self, runs=tuple(self.lines(width))) if self.link else self

    def height(self, width: float) -> float:
        """The height in points, without the space before."""
        return len(self.lines(width)) * self.line_height


Column = tuple[Paragraph, ...]


def laid_out(
    parts: Sequence[Sequence[Paragraph]], width: float, height: float, most: int = 1
) -> list[tuple[Column, ...]]:
    """Pages of columns: one with a column for each part where that has room; else one for each part if no more are
    needed, and else all parts one after the other.

    Letters keep their size, so that slides that follow each other are set alike. Where at most `most` pages hold all,
    their columns are of about the same height: the last page would end in an empty one, or have a line alone.
    """
    columns = [flow(part, width, height) for part in parts]
    if all(len(column) <= 1 for column in columns):
        return [tuple(column[0] if column else () for column in columns)] if any(columns) else []
    whole = [paragraph for part in parts for paragraph in part]
    flowing = flow(whole, width, height)
    count = len(parts)
    page_count = -(-len(flowing) // count)
    if page_count == count <= most:
        alone = [_balanced(part, width, height, count) for part in parts]
        if all(len(page) <= count for page in alone):
            return [tuple(page) for page in alone]
    if page_count <= most:
        flowing = _balanced(whole, width, height, page_count * count)
    return [tuple(flowing[start : start + count]) for start in range(0, len(flowing), count)]


def _balanced(paragraphs: Sequence[Paragraph], width: float, height: float, count: int) -> list[Column]:
    """The paragraphs in at most so many columns of about the same height; in more where these are not enough."""
    for share in (*_LOWER_COLUMNS, 1):
        columns = flow(paragraphs, width, height * share)
        if len(columns) <= count:
            break
    return columns


def flow(paragraphs: Sequence[Paragraph], width: float, height: float) -> list[Column]:
    """The paragraphs in columns of that size, in order; one that does not fit goes on in the next column."""
    columns: list[list[Paragraph]] = [[]]
    room = height
    waiting = list(reversed(paragraphs))
    while waiting:
        paragraph = waiting.pop()
        column = columns[-1]
        space = paragraph.space_before if column else 0.0
        if space + _needed(paragraph, waiting, width, is_alone=not column) <= room:
            column.append(paragraph)
            room -= space + paragraph.height(width)
            continue
        head, tail = _split(paragraph, width, room - space, is_alone=not column)
        column.extend(head)
        waiting.extend(reversed(tail))
        columns.append([])
        room = height
    return [tuple(column) for column in columns if column]


def _needed(paragraph: Paragraph, waiting: Sequence[Paragraph], width: float, is_alone: bool) -> float:
    """The height that the paragraph needs; a heading below others needs room for the lines of what follows that stay
    together, too."""
    follower = waiting[-1] if paragraph.is_heading and waiting and not is_alone else None
    extra = follower.space_before + follower.line_height * min(2, len(follower.lines(width))) if follower else 0.0
    return paragraph.height(width) + extra


def _split(paragraph: Paragraph, width: float, room: float, is_alone: bool) -> tuple[list[Paragraph], list[Paragraph]]:
    """What fits into the room, and the rest. Two lines at least stay together, but for a column that is lower."""
    lines = paragraph.lines(width)
    count = int(room // paragraph.line_height)
    if is_alone:
        count = max(count, 1)
    elif paragraph.is_heading or (count := min(count, len(lines) - 2)) < 2:
        return [], [paragraph]
    rest = "".join(lines[count:])
    head = replace(paragraph, text="".join(lines[:count]))
    return [head], [replace(paragraph, text=rest, is_bullet=False)] if rest else []


Anchor = Literal["top", "middle", "bottom"]
_ALIGN = {"left": PP_ALIGN.LEFT, "center": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}
_ANCHOR = {"top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM}


def fitted(text: str, width: float, height: float, sizes: Sequence[float], is_bold: bool = False) -> tuple[str, float]:
    """The text and the largest of the sizes (points, descending) at which it fits; the smallest may shorten it."""
    text = Paragraph(text).text
    for size in sizes:
        if len(wrapped(text, width * _SAFETY, size, is_bold)) * size * LINE_HEIGHT <= height:
            return text, size
    line_count = max(1, int(height // (sizes[-1] * LINE_HEIGHT)))
    return shortened(text, line_count, width * _SAFETY, sizes[-1], is_bold), sizes[-1]


_SENTENCE_END = re.compile(r"(?<=[.;]) |(?<=[。；])")
"""Between "29 European cities." and "90 further pairs"."""


def whole_sentences(text: str, width: float, height: float, size: float) -> str:
    """As many of the first sentences as have room; at least one, if that has to be shortened."""
    text = Paragraph(text).text
    ends = [match.start() for match in _SENTENCE_END.finditer(text)]
    for end in (len(text), *reversed(ends)):
        kept = text[:end].rstrip()
        if len(wrapped(kept, width * _SAFETY, size)) * size * LINE_HEIGHT <= height:
            return kept.removesuffix(";").removesuffix("；")
    return fitted(text[: ends[0]] if ends else text, width, height, (size,))[0]


def write(
    shapes: _BaseGroupShapes,
    box: Box,
    paragraphs: Sequence[Paragraph],
    name: str,
    anchor: Anchor = "top",
) -> Shape:
    """A text box with these paragraphs, which must fit into it."""
    shape = shapes.add_textbox(Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height))
    shape.name = printable(name)
    _fill_text(shape.text_frame, paragraphs, anchor)
    return shape


def _fill_text(frame: TextFrame, paragraphs: Sequence[Paragraph], anchor: Anchor) -> None:
    """Put the paragraphs into a frame without margins. Lines have a fixed distance, the same in every program."""
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = _ANCHOR[anchor]
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for index, paragraph in enumerate(paragraphs):
        target = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        target.alignment = _ALIGN[paragraph.align]
        target.space_before = Pt(paragraph.space_before if index else 0)
        target.line_spacing = Pt(paragraph.line_height)
        _set_bullet(target, paragraph.indent)
        write_runs(target, paragraph)


def write_runs(target: _Paragraph, paragraph: Paragraph) -> None:
    """The text of a paragraph in its style."""
    for text in paragraph.runs or (paragraph.text,):
        run = target.add_run()
        run.text = text
        run.font.size = Pt(paragraph.size)
        run.font.bold = paragraph.is_bold
        if paragraph.link:
            run.hyperlink.address = paragraph.link
        else:
            paint(run.font.color, paragraph.color)


def leave_empty(target: _Paragraph, size: float) -> None:
    """Let a paragraph without text be as high as letters of so many points; PowerPoint takes 18 otherwise."""
    target._p.get_or_add_endParaRPr().set("sz", str(int(size * 100)))


def _set_bullet(target: _Paragraph, indent: float) -> None:
    """A bullet with a hanging indent, or none even where the template has one."""
    properties = target._p.get_or_add_pPr()
    properties.set("marL", str(Pt(indent)))
    properties.set("indent", str(-Pt(indent)))
    if indent:
        etree.SubElement(properties, qn("a:buChar"), char="•")
    else:
        etree.SubElement(properties, qn("a:buNone"))
