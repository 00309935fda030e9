"""The map's projection, and windows of its plane."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

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

    @property
    def aspect(self) -> float:
        """Width by height."""
        return self.width / self.height

    def shaped(self, aspect: float) -> Window:
        """The smallest window of that aspect around the same middle that holds this one."""
        pad_x = max(0.0, self.height * aspect - self.width) / 2
        pad_y = max(0.0, self.width / aspect - self.height) / 2
        return Window(self.left - pad_x, self.bottom - pad_y, self.right + pad_x, self.top + pad_y)

    def grown(self, share: float) -> Window:
        """The window, larger by a share of its width and height on each side."""
        pad_x, pad_y = share * self.width, share * self.height
        return Window(self.left - pad_x, self.bottom - pad_y, self.right + pad_x, self.top + pad_y)


def project(longitudes: ArrayLike, latitudes: ArrayLike, meridian: float) -> tuple[Floats, Floats]:
    """Degrees (WGS 84) to the plane of Equal Earth, x to the east and y to the north, in radii of the globe.

    Equal Earth keeps areas comparable (Šavrič, Patterson and Jenny 2018, doi:10.1080/13658816.2018.1504949). What lies
    on its middle `meridian` stands upright.
    """
    a1, a2, a3, a4 = _EQUAL_EARTH
    east = np.radians((np.asarray(longitudes, dtype=np.float64) - meridian + 180.0) % 360.0 - 180.0)
    theta = np.arcsin(np.sqrt(3) / 2 * np.sin(np.radians(np.asarray(latitudes, dtype=np.float64))))
    squared = theta * theta
    slope = 9 * a4 * squared**4 + 7 * a3 * squared**3 + 3 * a2 * squared + a1
    y = theta * (a4 * squared**4 + a3 * squared**3 + a2 * squared + a1)
    return 2 * np.sqrt(3) * east * np.cos(theta) / (3 * slope), y


def degrees_window(west: float, south: float, east: float, north: float) -> Window:
    """The window that shows these degrees around their middle meridian, measured along the middle parallel."""
    middle = (south + north) / 2
    meridian = (west + east) / 2
    (left, right), _ = project([west, east], [middle, middle], meridian)
    _, (bottom, top) = project([meridian] * 2, [south, north], meridian)
    return Window(float(left), float(bottom), float(right), float(top))


def widened(window: Window, x: Floats, y: Floats) -> Window:
    """The window, or a larger one that holds all the points, too, with some room around them."""
    if window.holds(x, y).all():
        return window
    left, right = min(window.left, float(x.min())), max(window.right, float(x.max()))
    bottom, top = min(window.bottom, float(y.min())), max(window.top, float(y.max()))
    return Window(left, bottom, right, top).grown(_ROOM)
