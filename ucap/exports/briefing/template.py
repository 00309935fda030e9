"""The presentation that slides are added to: our own look, or a template that the user gives.

The same bytes for the same presentation: its parts bear the day of the export, not the moment of their making.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import IO

import pptx
from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Pt

from ucap.charts.palette import LIGHT, contrast
from ucap.errors import UnreadableDocument
from ucap.exports.description import dated_entry
from ucap.vocabulary.kinds import MOST_BRANDING_BYTES
from ucap.wording import _

_WIDTH, _HEIGHT = 960, 540
_FONT = "Arial"
_TITLE = (40, 22, 880, 66)
_COVER_TITLE = (40, 120, 880, 110)
_FOOTER, _NUMBER = (47, 496, 780, 22), (853, 496, 60, 22)
_FOOTER_SIZE = 14
_LEAST_CONTRAST = 3.0
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_PLACES = {PP_PLACEHOLDER.FOOTER: _FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER: _NUMBER}
_MOST_BYTES = 30_000_000
_MOST_UNPACKED_BYTES = 100_000_000
_TEMPLATE_TYPE = b"presentationml.template.main+xml"
_PRESENTATION_TYPE = b"presentationml.presentation.main+xml"
_CONTENT_TYPES = "[Content_Types].xml"
_COLORS = {
    "dk1": LIGHT.ink,
    "lt1": LIGHT.paper,
    "dk2": LIGHT.muted,
    "lt2": LIGHT.land,
    "accent1": LIGHT.neutral,
    "accent2": LIGHT.emphasis,
    "accent3": LIGHT.europe,
    "accent4": LIGHT.china,
    "hlink": LIGHT.europe,
    "folHlink": LIGHT.muted,
}


class TemplateError(Exception):
    """The file that was given as a template cannot be used; the message says what is wrong and what would be right."""


def open_template(content: bytes | None = None) -> Presentation:
    """An empty presentation with the look of a `.pptx` or `.potx` file, or with our own look if none is given.

    Raises:
        TemplateError: it is no such file, it is too large, or it has no slide layout.
    """
    if content is None:
        return pptx.Presentation(io.BytesIO(_house_template()))
    try:
        presentation = pptx.Presentation(io.BytesIO(_as_presentation(content)))
        layouts = list(presentation.slide_layouts)
    except (zipfile.BadZipFile, KeyError, ValueError, AttributeError, etree.XMLSyntaxError) as error:
        raise TemplateError(_("This is no PowerPoint template. A .pptx or .potx file would be right.")) from error
    if not layouts:
        raise TemplateError(_("The template has no slide layout, so that no slide can be made with it."))
    _drop_slides(presentation)
    return presentation


def checked_template(name: str, data: bytes) -> list[bytes]:
    """A template as it is kept: without its slides. The bytes are a stranger's: this runs in a separate process.

    Raises:
        UnreadableDocument: it cannot be used; reason and remedy say why, and what would be right.
    """
    try:
        presentation = open_template(data)
    except TemplateError as error:
        raise UnreadableDocument(name, str(error), _("Send a .pptx or .potx file of your programme.")) from None
    out = io.BytesIO()
    presentation.save(out)
    most = MOST_BRANDING_BYTES["template"]
    if out.tell() > most:
        reason = _("Without its slides the template is larger than {size} MB.").format(size=most // 1_000_000)
        raise UnreadableDocument(name, reason, _("Make the pictures in its layouts smaller."))
    return [out.getvalue()]


def theme_of(presentation: Presentation) -> etree._Element:
    """The theme of the first slide master."""
    return etree.fromstring(_theme_part(presentation.slide_masters[0]).blob)


def ground_of(presentation: Presentation) -> str:
    """The colour of the background, as `#RRGGBB`: white where the theme does not say it plainly."""
    master = presentation.slide_masters[0]
    color_map = master._element.find(qn("p:clrMap"))
    name = color_map.get("bg1", "lt1") if color_map is not None else "lt1"
    return _color(theme_of(presentation), name) or "#FFFFFF"


def _color(theme: etree._Element, name: str) -> str | None:
    """A colour of the theme as `#RRGGBB`; None where it is said in another way: `<a:prstClr val="navy"/>`."""
    for color in theme.iterfind(f".//{qn('a:clrScheme')}/{qn('a:' + name)}/*"):
        value = color.get("lastClr") or color.get("val") or ""
        return f"#{value}" if _HEX.fullmatch(value) else None
    return None


def make_links_legible(presentation: Presentation, color: str) -> None:
    """Give links that colour where theirs can hardly be seen on the ground: dark templates often keep Office's blue."""
    theme = theme_of(presentation)
    own = _color(theme, "hlink")
    if own is None or contrast(own, ground_of(presentation)) >= _LEAST_CONTRAST:
        return
    _paint_slots(theme, {"hlink": color, "folHlink": color})
    part = _theme_part(presentation.slide_masters[0])
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def layout_of(presentation: Presentation, kind: str) -> SlideLayout:
    """The layout of a kind (`title`, `titleOnly`), or else the one with a title and the fewest other places."""
    layouts = list(presentation.slide_layouts)
    fitting = [layout for layout in layouts if layout._element.get("type") == kind]
    return fitting[0] if fitting else min(layouts, key=_strangeness)


def _strangeness(layout: SlideLayout) -> tuple[bool, int]:
    kinds = [place.placeholder_format.type for place in layout.placeholders]
    return (not any("TITLE" in str(kind) for kind in kinds), len(kinds))


def _as_presentation(content: bytes) -> bytes:
    """The file as one that `python-pptx` opens: it refuses templates, which differ in nothing but a declared type."""
    if len(content) > _MOST_BYTES:
        raise TemplateError(_("The template is larger than {size} MB.").format(size=_MOST_BYTES // 1_000_000))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        if sum(entry.file_size for entry in source.infolist()) > _MOST_UNPACKED_BYTES:
            raise TemplateError(_("The template is too large when it is unpacked."))
        for entry in source.infolist():
            part = source.read(entry)
            target.writestr(
                entry, part.replace(_TEMPLATE_TYPE, _PRESENTATION_TYPE) if entry.filename == _CONTENT_TYPES else part
            )
    return out.getvalue()


def _drop_slides(presentation: Presentation) -> None:
    slide_ids = presentation.slides._sldIdLst
    for slide_id in list(slide_ids):
        presentation.part.drop_rel(slide_id.rId)
        slide_ids.remove(slide_id)


@cache
def _house_template() -> bytes:
    """Our own template: the empty one of `python-pptx`, wide, with our colours, a plain font and titles on the left."""
    presentation = pptx.Presentation()
    presentation.slide_width, presentation.slide_height = Pt(_WIDTH), Pt(_HEIGHT)
    master = presentation.slide_masters[0]
    _paint_theme(_theme_part(master))
    _align_titles(master)
    _place(master, 0, _TITLE)
    cover = layout_of(presentation, "title")
    _place(cover, 0, _COVER_TITLE)
    for layout in (master, *presentation.slide_layouts):
        _keep_used_places(layout)
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


def _theme_part(master: SlideMaster) -> Part:
    return master.part.part_related_by(RELATIONSHIP_TYPE.THEME)


def _paint_theme(part: Part) -> None:
    theme = etree.fromstring(part.blob)
    _paint_slots(theme, _COLORS)
    for font in ("majorFont", "minorFont"):
        theme.find(f".//{qn('a:' + font)}/{qn('a:latin')}").set("typeface", _FONT)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _paint_slots(theme: etree._Element, colors: Mapping[str, str]) -> None:
    for name, color in colors.items():
        slot = theme.find(f".//{qn('a:clrScheme')}/{qn('a:' + name)}")
        for child in list(slot):
            slot.remove(child)
        etree.SubElement(slot, qn("a:srgbClr"), val=color[1:])


def _align_titles(master: SlideMaster) -> None:
    style = master._element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    style.set("algn", "l")
    style.find(qn("a:defRPr")).set("b", "1")


def _place(layout: SlideMaster | SlideLayout, index: int, box: tuple[int, int, int, int]) -> None:
    place = next(place for place in layout.placeholders if place.placeholder_format.idx == index)
    place.left, place.top, place.width, place.height = map(Pt, box)


def _keep_used_places(layout: SlideMaster | SlideLayout) -> None:
    """Without the places for dates, subtitles and texts, which our slides do not use; footer and number below."""
    for place in list(layout.placeholders):
        kind = place.placeholder_format.type
        if kind in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
            place.left, place.top, place.width, place.height = map(Pt, _PLACES[kind])
            for style in place._element.iter(qn("a:defRPr")):
                style.set("sz", str(_FOOTER_SIZE * 100))
        elif place.placeholder_format.idx != 0:
            place._element.getparent().remove(place._element)


_CREATED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")  # "<dcterms:created …>2026-01-01T00:00:00Z"


def save_dated(presentation: Presentation, day: date, out: IO[bytes]) -> None:
    """Write the presentation as of that day, the workbooks behind its charts included."""
    saved = io.BytesIO()
    presentation.save(saved)
    out.write(_dated(saved.getvalue(), day))


def _dated(package: bytes, day: date) -> bytes:
    """A package of Office (a zip) whose entries and properties are of that day; so are the packages inside."""
    dated = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(dated, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(dated_entry(name, day), _dated_part(name, source.read(name), day))
    return dated.getvalue()


def _dated_part(name: str, content: bytes, day: date) -> bytes:
    if name.endswith(".xlsx"):
        return _dated(content, day)
    if name == "docProps/core.xml":
        return _CREATED.sub(rb"\g<1>" + f"{day.isoformat()}T00:00:00Z".encode(), content)
    return content
