"""Pictures and templates of users: opened in a separate process, made anew, and used where they belong."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import lxml.html
import pptx
import pytest
from docx import Document
from PIL import Image
from pptx.util import Inches

from tests.exports.samples import DAY, PAIR, description_of, view_of
from ucap.errors import UnreadableDocument
from ucap.exports import describe, export
from ucap.exports.branding import Branding, checked_picture
from ucap.exports.briefing.template import checked_template
from ucap.exports.kit.kit import kit
from ucap.exports.kit.slides import Meeting
from ucap.sandbox import Processes, Refused

FUNDING = "Funded by the European Union"


def picture(kind: str = "PNG", size: tuple[int, int] = (60, 40)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "#1F4E9E").save(out, kind)
    return out.getvalue()


def template() -> bytes:
    out = io.BytesIO()
    presentation = pptx.Presentation()
    presentation.slides.add_slide(presentation.slide_layouts[0]).shapes.title.text = "A secret"
    presentation.save(out)
    return out.getvalue()


BRANDING = Branding(logo=picture(), emblem=picture(), funding=FUNDING)


def branded(view, branding: Branding = BRANDING):
    return replace(description_of(view), branding=branding)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_made_anew_as_a_modest_png(kind: str) -> None:
    """Whatever hides in the file beside its pixels does not come along."""
    (kept,) = checked_picture("logo", picture(kind, (4000, 1000)) + b"<script>")
    with Image.open(io.BytesIO(kept)) as found:
        assert (found.format, found.size) == ("PNG", (900, 225))
    assert b"<script>" not in kept


@pytest.mark.parametrize("content", [b"", b"<svg/>", picture("GIF"), picture()[:40], picture("PNG", (8000, 7000))])
def test_what_is_no_modest_png_or_jpeg_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableDocument, match="PNG or JPEG"):
        checked_picture("logo", content)


def test_a_template_is_kept_without_its_slides_and_what_is_none_is_refused() -> None:
    (kept,) = checked_template("look.pptx", template())
    with zipfile.ZipFile(io.BytesIO(kept)) as package:
        assert not any(b"A secret" in package.read(name) for name in package.namelist())
    with pytest.raises(UnreadableDocument, match="pptx"):
        checked_template("look.pptx", b"no zip")


def test_both_are_opened_in_a_process_of_their_own() -> None:
    processes = Processes("ucap.exports.branding:checked_picture")
    try:
        (kept,) = processes("logo.png", picture())
        with pytest.raises(Refused, match="PNG or JPEG"):
            processes("logo.png", b"none")
    finally:
        processes.close()
    assert kept.startswith(b"\x89PNG")


def test_the_chosen_template_is_that_of_the_briefing() -> None:
    view = view_of(PAIR)
    (kept,) = checked_template("look.pptx", template())
    presentation = pptx.Presentation(io.BytesIO(export("pptx", view, branded(view, Branding(template=kept)))))
    assert presentation.slide_width == Inches(10)


@pytest.mark.parametrize("key", ["pptx", "pptx-short"])
def test_logo_emblem_and_funding_line_stand_on_the_first_and_the_last_slide(key: str) -> None:
    view = view_of(PAIR)
    presentation = pptx.Presentation(io.BytesIO(export(key, view, branded(view))))
    slides = list(presentation.slides)
    signed = [{"Logo", "Emblem", "funding"} <= {shape.name for shape in slide.shapes} for slide in slides]
    assert [index for index, one in enumerate(signed) if one] == [0, len(slides) - 1]
    for shape in slides[0].shapes:
        assert shape.top + shape.height <= presentation.slide_height


@pytest.mark.parametrize("key", ["pptx", "pptx-short"])
def test_a_narrow_template_and_a_signature_cost_none_of_the_notices(key: str) -> None:
    """What has no room beside the code and above the logos goes on on a further slide, and all is in the notes."""
    view = view_of(PAIR)
    look = Branding(logo=picture(), emblem=picture(), funding=FUNDING, template=template())
    asked = describe(view.scene, DAY, "https://ucap.example/", look)
    slides = list(pptx.Presentation(io.BytesIO(export(key, view, asked))).slides)
    first = next(slide for slide in slides if slide.shapes.title.text == "Sources and notices")
    last = slides[slides.index(first) :]
    said = "".join(shape.text_frame.text for slide in last for shape in slide.shapes if shape.has_text_frame)
    for text in (view.frames.fingerprint, "GeoNames, CC BY 4.0", "https://ucap.example/", "United Nations"):
        assert text in said
        assert text in first.notes_slide.notes_text_frame.text
    assert {"Logo", "Emblem", "funding"} <= {shape.name for shape in slides[-1].shapes}


def test_the_report_has_them_on_its_cover() -> None:
    view = view_of(PAIR)
    page = lxml.html.document_fromstring(export("html", view, branded(view)))
    assert [one.split(",")[0] for one in page.xpath("//header//img/@src")] == ["data:image/png;base64"] * 2
    assert page.xpath("//header//img/@alt") == ["Logo", "Emblem"]
    assert FUNDING in page.xpath("//header")[0].text_content()


def test_a_kit_has_them_in_deck_and_brief() -> None:
    view = view_of(PAIR)
    data = kit(view, Meeting(("Rome",)), branded(view), ["en"])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        deck = pptx.Presentation(io.BytesIO(archive.read("deck.pptx")))
        section = Document(io.BytesIO(archive.read("brief.docx"))).sections[0]
    assert FUNDING in [shape.text_frame.text for shape in deck.slides[0].shapes if shape.has_text_frame]
    assert len(section.header._element.xpath(".//pic:pic")) == 2
    assert section.footer.paragraphs[0].text == FUNDING
