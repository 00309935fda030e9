"""The sheet that a map is drawn on: its window, and how large the window is on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ucap.charts.look import Look
from ucap.charts.projection import Floats, Window

_LOWEST_PX, _HIGHEST_PX = 220, 640


@dataclass(frozen=True, slots=True)
class Sheet:
    """A window seen with a look."""

    window: Window
    look: Look

    @property
    def height_px(self) -> int:
        """The height of the screen, or the one at which the window fills the width, between a strip and a screen."""
        if self.look.height_px is not None:
            return self.look.height_px
        filling = self.look.width_px * self.window.height / self.window.width
        return int(np.clip(filling, _LOWEST_PX, _HIGHEST_PX))

    @property
    def scale(self) -> float:
        """Pixels for one radius of the globe."""
        return min(self.look.width_px / self.window.width, self.height_px / self.window.height)

    def pixels(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Points of the plane in pixels, to the right and downwards from the window's upper left corner."""
        return (x - self.window.left) * self.scale, (self.window.top - y) * self.scale

    def axes(self) -> dict[str, Any]:
        """Hidden axes of one scale; Plotly widens the range of one of them until the window fills the figure."""
        hidden = {"visible": False, "constrain": "range"}
        return {
            "xaxis": hidden | {"range": [self.window.left, self.window.right]},
            "yaxis": hidden | {"range": [self.window.bottom, self.window.top], "scaleanchor": "x"},
        }
