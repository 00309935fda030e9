"""The look that charts are drawn in."""

from __future__ import annotations

from dataclasses import dataclass

from ucap.charts.palette import DARK, LIGHT, Palette

_PHONE_PX = 520


@dataclass(frozen=True, slots=True)
class Look:
    """Light or dark, and the width in pixels that charts are laid out for.

    A figure fills whatever width it gets; at `width_px` labels must not collide and marks must not touch.
    """

    is_dark: bool = False
    width_px: int = 860

    @property
    def palette(self) -> Palette:
        """The colours."""
        return DARK if self.is_dark else LIGHT

    @property
    def is_narrow(self) -> bool:
        """Whether a chart has to do with the width of a phone."""
        return self.width_px < _PHONE_PX


DEFAULT = Look()
