"""What PowerPoint knows of a slide beside its look: languages, sections, and which shapes are footers and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from uuid import NAMESPACE_URL, uuid5

from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide, SlideLayout

from ucap.wording import language

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_TAGS = {"en": "en-GB", "zh": "zh-CN"}
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""The extension of a presentation that holds its sections ([MS-PPTX] 2.6)."""
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_TYPES = {PP_PLACEHOLDER.FOOTER: "ftr", PP_PLACEHOLDER.SLIDE_NUMBER: "sldNum"}


def mark_languages(presentation: Presentation) -> None:
    """Say of each run whether it is English or Chinese, so that it is spelt, read aloud and broken as such."""
    for slide in presentation.slides:
        for root in _texts(slide):
            for run in root.iter(qn("a:r"), qn("a:fld")):
                _mark(run)
        for chart in (shape.chart for shape in slide.shapes if shape.has_chart):
            for properties in chart._chartSpace.iter(qn("a:defRPr")):
                properties.set("lang", _TAGS[language()])


def _texts(slide: Slide) -> Iterator[etree._Element]:
    yield slide._element
    if slide.has_notes_slide:
        yield slide.notes_slide._element


def _mark(run: etree._Element) -> None:
    properties = run.find(qn("a:rPr"))
    if properties is None:
        properties = etree.Element(qn("a:rPr"))
        run.insert(0, properties)
    is_chinese = _CHINESE.search(run.findtext(qn("a:t")) or "")
    main, other = ("zh", "en") if is_chinese else ("en", "zh")
    properties.set("lang", _TAGS[main])
    properties.set("altLang", _TAGS[other])


def list_sections(presentation: Presentation, slides: Sequence[tuple[str, int]]) -> None:
    """Group the slides, each with the heading of its section and its id, as the list of slides shows them."""
    root = presentation.part._element
    extensions = root.find(qn("p:extLst"))
    if extensions is None:
        extensions = etree.SubElement(root, qn("p:extLst"))
    for old in extensions.findall(qn("p:ext")):
        if old.get("uri") == _SECTIONS:
            extensions.remove(old)
    extension = etree.SubElement(extensions, qn("p:ext"), uri=_SECTIONS)
    listed = etree.SubElement(extension, f"{{{_P14}}}sectionLst", nsmap={"p14": _P14})
    for number, (name, members) in enumerate(groupby(slides, key=lambda one: one[0])):
        identity = f"{{{uuid5(NAMESPACE_URL, f'{number} {name}')}}}".upper()
        section = etree.SubElement(listed, f"{{{_P14}}}section", name=name, id=identity)
        ids = etree.SubElement(section, f"{{{_P14}}}sldIdLst")
        for _name, slide_id in members:
            etree.SubElement(ids, f"{{{_P14}}}sldId", id=str(slide_id))


def take_place(shape: Shape, layout: SlideLayout, kind: PP_PLACEHOLDER) -> None:
    """Make a text box the footer or the number of its slide, if the layout has a place for one."""
    place = next((one for one in layout.placeholders if one.placeholder_format.type == kind), None)
    if place is None:
        return
    properties = shape._element.find(f"{qn('p:nvSpPr')}/{qn('p:nvPr')}")
    index = str(place.placeholder_format.idx)
    properties.insert(0, etree.Element(qn("p:ph"), type=_TYPES[kind], sz="quarter", idx=index))
    box = shape._element.find(f"{qn('p:nvSpPr')}/{qn('p:cNvSpPr')}")
    box.attrib.pop("txBox", None)


def number_itself(shape: Shape) -> None:
    """Let the text of a shape, one run, be the number of the slide wherever it is moved."""
    run = next(shape._element.iter(qn("a:r")))
    run.tag = qn("a:fld")
    run.set("id", f"{{{uuid5(NAMESPACE_URL, 'slidenum')}}}".upper())
    run.set("type", "slidenum")
