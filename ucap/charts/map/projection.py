"""The map's projection and the frames through which the map is seen.

The sheet that a map is drawn on: its window, and how large the window is on the screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ucap.charts.scene import Look

Floats = NDArray[np.float64]
View = Literal["whole", "europe", "china"]

CENTRAL_MERIDIAN = 55.0
_ROOM = 0.04
_EQUAL_EARTH = (1.340264, -0.081106, 0.000893, 0.003796)


@dataclass(frozen=True, slots=True)
class Window:
    """A rectangle of the projected plane, in radii of the globe."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    def holds(self, x: Floats, y: Floats) -> NDArray[np.bool_]:
        """Which points lie inside."""
        return (self.left <= x) & (x <= self.right) & (self.bottom <= y) & (y <= self.top)

    def meets(self, x: Floats, y: Floats) -> bool:
        """Whether the box around the points reaches into the window."""
        return bool(x.max() > self.left and x.min() < self.right and y.max() > self.bottom and y.min() < self.top)

    def grown(self, share: float) -> Window:
        """The window, larger by a share of its width and height on each side."""
        pad_x, pad_y = share * self.width, share * self.height
        return Window(self.left - pad_x, self.bottom - pad_y, self.right + pad_x, self.top + pad_y)


def project(longitudes: ArrayLike, latitudes: ArrayLike) -> tuple[Floats, Floats]:
    """Degrees (WGS 84) to the plane of Equal Earth, x to the east and y to the north, in radii of the globe.

    Equal Earth keeps areas comparable (Šavrič, Patterson and Jenny 2018, doi:10.1080/13658816.2018.1504949). Its
    middle meridian lies halfway between Europe and China, so that both stand upright.
    """
    a1, a2, a3, a4 = _EQUAL_EARTH
    east = np.radians((np.asarray(longitudes, dtype=np.float64) - CENTRAL_MERIDIAN + 180.0) % 360.0 - 180.0)
    theta = np.arcsin(np.sqrt(3) / 2 * np.sin(np.radians(np.asarray(latitudes, dtype=np.float64))))
    squared = theta * theta
    slope = 9 * a4 * squared**4 + 7 * a3 * squared**3 + 3 * a2 * squared + a1
    y = theta * (a4 * squared**4 + a3 * squared**3 + a2 * squared + a1)
    return 2 * np.sqrt(3) * east * np.cos(theta) / (3 * slope), y


def _window(west: float, south: float, east: float, north: float) -> Window:
    """The window that shows these degrees, measured along its middle parallel and middle meridian."""
    middle = (south + north) / 2
    (left, right), _ = project([west, east], [middle, middle])
    _, (bottom, top) = project([CENTRAL_MERIDIAN] * 2, [south, north])
    return Window(float(left), float(bottom), float(right), float(top))


WINDOWS: dict[View, Window] = {
    "whole": _window(-14, 14, 138, 67),
    "europe": _window(-17, 34, 37, 61),
    "china": _window(80, 17, 140, 48),
}


def widened(window: Window, x: Floats, y: Floats) -> Window:
    """The window, or a larger one that holds all the points, too, with some room around them."""
    if window.holds(x, y).all():
        return window
    left, right = min(window.left, float(x.min())), max(window.right, float(x.max()))
    bottom, top = min(window.bottom, float(y.min())), max(window.top, float(y.max()))
    return Window(left, bottom, right, top).grown(_ROOM)


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
