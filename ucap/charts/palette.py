"""The one palette: ink on near-white, or the same turned dark.

Europe is always blue and China always vermilion; goals alone bear their official colours, which the vocabulary
knows; everything else is one neutral hue, with a second for emphasis. In the dark palette the sides are the
same hues, lightened until they can be read (WCAG 2.2: 4.5:1 for text, 3:1 for marks).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from ucap.plan.record import Side

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by their task, as `#RRGGBB`.

    `paper` is the page, `ink` the text, `muted` secondary text, `hairline` rules and empty cells, `land` the map's
    ground, `border` the lines between countries. `neutral` fills bars and marks, `emphasis` those that need attention.
    `error` and `warning` are for words on how grave something is, each beside a sign.
    """

    paper: str
    ink: str
    muted: str
    hairline: str
    land: str
    border: str
    neutral: str
    emphasis: str
    europe: str
    china: str
    error: str
    warning: str

    def side(self, side: Side) -> str:
        """The colour of a side."""
        return self.china if side == "china" else self.europe

    @property
    def custom_properties(self) -> str:
        """All colours for a rule of CSS: "--paper: #FCFCFA; --ink: #1B2430; …"."""
        return "; ".join(f"--{name}: {color}" for name, color in asdict(self).items())


LIGHT = Palette(
    paper="#FCFCFA",
    ink="#1B2430",
    muted="#5A6570",
    hairline="#DADDD8",
    land="#EBECE7",
    border="#FCFCFA",
    neutral="#66737F",
    emphasis="#0F6B66",
    europe="#1F4E9E",
    china="#C8402F",
    error="#A3121B",
    warning="#8A5A00",
)
DARK = Palette(
    paper="#14191F",
    ink="#E9ECEA",
    muted="#A4AEB6",
    hairline="#36404A",
    land="#252D35",
    border="#14191F",
    neutral="#8593A0",
    emphasis="#4FB3AC",
    europe="#8FB2EE",
    china="#EE7B6C",
    error="#FF9AA2",
    warning="#E3B341",
)


def faded(color: str, opacity: float) -> str:
    """The colour `#RRGGBB` as CSS with an opacity between 0 and 1."""
    red, green, blue = (int(color[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"


def contrast(color: str, ground: str) -> float:
    """The contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, "relative luminance" and "contrast ratio")."""
    lighter, darker = sorted((_luminance(color), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
