"""Colours on slides: those of the template, but for the two sides and the goals, which always look the same."""

from __future__ import annotations

from typing import Any, Literal

from lxml import etree
from pptx.dml.color import ColorFormat, RGBColor
from pptx.dml.fill import FillFormat
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from ucap.charts.palette import LIGHT, contrast

Tone = Literal["ink", "muted", "hairline", "land", "paper", "neutral", "emphasis"]
Paint = Tone | str
"""A tone of the template, or a fixed colour as `#RRGGBB`."""

_TONES: dict[str, tuple[MSO_THEME_COLOR, float]] = {
    "ink": (MSO_THEME_COLOR.TEXT_1, 0.0),
    "muted": (MSO_THEME_COLOR.TEXT_2, 0.0),
    "hairline": (MSO_THEME_COLOR.BACKGROUND_2, -0.1),
    "land": (MSO_THEME_COLOR.BACKGROUND_2, 0.0),
    "paper": (MSO_THEME_COLOR.BACKGROUND_1, 0.0),
    "neutral": (MSO_THEME_COLOR.ACCENT_1, 0.0),
    "emphasis": (MSO_THEME_COLOR.ACCENT_2, 0.0),
}


def paint(color: ColorFormat, value: Paint) -> None:
    """Set a colour."""
    if value.startswith("#"):
        color.rgb = RGBColor.from_string(value[1:])
        return
    theme_color, brightness = _TONES[value]
    color.theme_color = theme_color
    color.brightness = brightness


def fill(target: FillFormat, value: Paint) -> None:
    """Fill evenly."""
    target.solid()
    paint(target.fore_color, value)


def outline(shape: Any, value: Paint | None, width: float = 0.75, opacity: float = 1.0) -> None:
    """Draw the edge of a shape, so many points wide, or none; and nothing else: no shadow that a theme would add."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)
    if value is None:
        shape.line.fill.background()
        return
    fill(shape.line.fill, value)
    shape.line.width = Pt(width)
    if opacity < 1:
        color = shape.line.fill._xPr.find(f"{qn('a:solidFill')}/*")
        etree.SubElement(color, qn("a:alpha"), val=str(round(opacity * 100_000)))


def readable_on(ground: str) -> str:
    """Ink or paper, whichever is easier to read on the ground `#RRGGBB`."""
    return max((LIGHT.ink, LIGHT.paper), key=lambda color: contrast(color, ground))


def tinted(color: str, share: float) -> str:
    """The colour mixed with white: a share of 1 is the colour itself, 0 is white."""
    channels = (int(color[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - channel) * share):02X}" for channel in channels)
