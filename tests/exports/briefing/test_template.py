"""A template of the user gives its colours, fonts and size; what is none is refused kindly."""

import io
import zipfile
from functools import cache

import pptx
import pytest
from pptx.util import Inches

from tests.exports.samples import PAIR, description_of, view_of
from ucap.charts.palette import DARK, LIGHT
from ucap.exports.briefing.briefing import write_briefing
from ucap.exports.briefing.template import TemplateError, open_template, theme_of

VIEW = view_of(PAIR)
MAIN = "application/vnd.openxmlformats-officedocument.presentationml.{kind}.main+xml"


def own_template(kind: str = "presentation", ground: bytes = b"FFFFFF") -> bytes:
    """A template in 4:3 with one slide and a red first accent."""
    presentation = pptx.Presentation()
    presentation.slides.add_slide(presentation.slide_layouts[0]).shapes.title.text = "Old slide"
    saved, changed = io.BytesIO(), io.BytesIO()
    presentation.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(changed, "w") as target:
        for entry in source.infolist():
            part = (
                source.read(entry).replace(b"4F81BD", b"FF0000").replace(b'typeface="Calibri"', b'typeface="Verdana"')
            )
            part = part.replace(b'lastClr="FFFFFF"', b'lastClr="' + ground + b'"')
            part = part.replace(MAIN.format(kind="presentation").encode(), MAIN.format(kind=kind).encode())
            target.writestr(entry.filename, part)
    return changed.getvalue()


@cache
def in_own(kind: str, ground: bytes):
    """The briefing in that template, made once for all that only look at it."""
    return briefing(own_template(kind, ground))


def briefing(template: bytes):
    out = io.BytesIO()
    write_briefing(VIEW, description_of(VIEW), out, template)
    return pptx.Presentation(out)


@pytest.mark.parametrize("kind", ["presentation", "template"])
def test_size_colours_and_fonts_of_the_template_are_used_and_its_slides_are_not(kind):
    presentation = in_own(kind, b"FFFFFF")
    assert presentation.slide_width == Inches(10)
    theme = theme_of(presentation)
    assert theme.xpath("//*[local-name()='accent1']/*/@val") == ["FF0000"]
    assert set(theme.xpath("//*[local-name()='latin']/@typeface")) == {"Verdana"}
    assert "Old slide" not in [slide.shapes.title.text for slide in presentation.slides]


def test_text_begins_below_the_band_where_the_template_has_its_own():
    presentation = pptx.Presentation()
    body = next(place for place in presentation.slide_masters[0].placeholders if place.placeholder_format.idx == 1)
    body.top = Inches(2)
    out = io.BytesIO()
    presentation.save(out)
    for slide in list(briefing(out.getvalue()).slides)[1:]:
        written = [shape for shape in slide.shapes if not shape.is_placeholder]
        assert all(shape.top >= Inches(2) for shape in written)


def test_no_text_sets_a_font_of_its_own():
    runs = in_own("presentation", b"FFFFFF").slides[2]._element.xpath(".//a:rPr/a:latin")
    assert runs == []


@pytest.mark.parametrize(("ground", "palette"), [(b"FFFFFF", LIGHT), (b"102030", DARK)])
def test_the_colours_of_the_sides_are_legible_on_the_background(ground, palette):
    slide = in_own("presentation", ground).slides[2]
    (drawn,) = [shape for shape in slide.shapes if shape.name == "map"]
    names = {shape.name: shape for group in drawn.shapes for shape in group.shapes}
    assert str(names["Rome"].fill.fore_color.rgb) == palette.europe[1:]


def test_links_that_cannot_be_seen_on_the_background_are_painted():
    """Office's blue on a dark ground; a template whose links can be read keeps their colour."""
    assert link_color(in_own("presentation", b"102030")) == DARK.europe[1:]
    assert link_color(in_own("presentation", b"FFFFFF")) == "0000FF"


def link_color(presentation) -> str:
    (color,) = theme_of(presentation).xpath("//*[local-name()='hlink']/*/@val")
    return color


@pytest.mark.parametrize("content", [b"", b"no zip at all", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_presentation_is_told(content):
    with pytest.raises(TemplateError, match=r"\.pptx or \.potx"):
        open_template(content)


def test_a_word_document_is_told():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"
        )
    with pytest.raises(TemplateError, match=r"\.pptx or \.potx"):
        open_template(out.getvalue())


def test_a_template_that_unpacks_to_very_much_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("ppt/media/image1.png", bytes(101_000_000))
    with pytest.raises(TemplateError, match="too large"):
        open_template(out.getvalue())
