"""Text on slides, measured before it is written, so that it never overflows its box."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from lxml import etree
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape
from pptx.shapes.shapetree import _BaseGroupShapes
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Pt

from ucap.charts.metrics import LINE_HEIGHT, shortened, wrapped
from ucap.exports.briefing.boxes import Box
from ucap.exports.briefing.flow import Paragraph
from ucap.exports.briefing.paint import paint
from ucap.exports.text import printable

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
    fill_text(shape.text_frame, paragraphs, anchor)
    return shape


def fill_text(frame: TextFrame, paragraphs: Sequence[Paragraph], anchor: Anchor = "top") -> None:
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
        run = target.add_run()
        run.text = paragraph.text
        run.font.size = Pt(paragraph.size)
        run.font.bold = paragraph.is_bold
        paint(run.font.color, paragraph.color)


def _set_bullet(target: _Paragraph, indent: float) -> None:
    """A bullet with a hanging indent, or none even where the template has one."""
    properties = target._p.get_or_add_pPr()
    properties.set("marL", str(Pt(indent)))
    properties.set("indent", str(-Pt(indent)))
    if indent:
        etree.SubElement(properties, qn("a:buChar"), char="•")
    else:
        etree.SubElement(properties, qn("a:buNone"))
