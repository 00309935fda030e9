"""Rectangles on a slide, in points.

Colours on slides: those of the template, but for the two sides and the goals, which always look the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from lxml import etree
from pptx.dml.color import ColorFormat, RGBColor
from pptx.dml.fill import FillFormat
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from ucap.charts.palette import LIGHT, contrast


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `left` and `top` are counted from the upper left corner of the slide."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    def columns(self, count: int, gap: float) -> list[Box]:
        """As many equal columns, from left to right."""
        width = (self.width - gap * (count - 1)) / count
        return [Box(self.left + index * (width + gap), self.top, width, self.height) for index in range(count)]

    def rows(self, count: int, gap: float) -> list[Box]:
        """As many equal rows, from top to bottom."""
        height = (self.height - gap * (count - 1)) / count
        return [Box(self.left, self.top + index * (height + gap), self.width, height) for index in range(count)]

    def split_top(self, height: float, gap: float = 0.0) -> tuple[Box, Box]:
        """A strip of that height at the top, and what is below it."""
        below = self.top + height + gap
        return Box(self.left, self.top, self.width, height), Box(self.left, below, self.width, self.bottom - below)

    def split_left(self, width: float, gap: float = 0.0) -> tuple[Box, Box]:
        """A strip of that width at the left, and what is right of it."""
        beside = self.left + width + gap
        return Box(self.left, self.top, width, self.height), Box(beside, self.top, self.right - beside, self.height)


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
    fade(shape.line.fill, opacity)


def fade(target: FillFormat, opacity: float) -> None:
    """Let what is behind an even fill shine through."""
    if opacity < 1:
        color = target._xPr.find(f"{qn('a:solidFill')}/*")
        etree.SubElement(color, qn("a:alpha"), val=str(round(opacity * 100_000)))


def readable_on(ground: str) -> str:
    """Ink or paper, whichever is easier to read on the ground `#RRGGBB`."""
    return max((LIGHT.ink, LIGHT.paper), key=lambda color: contrast(color, ground))


def tinted(color: str, share: float) -> str:
    """The colour mixed with white: a share of 1 is the colour itself, 0 is white."""
    channels = (int(color[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - channel) * share):02X}" for channel in channels)
