"""The ground of the map: land from our own base map, projected and thinned once for each view."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ucap.charts.palette import Palette
from ucap.charts.projection import WINDOWS, View, project
from ucap.charts.simplify import simplify
from ucap.charts.sphere import Floats
from ucap.charts.world import countries

_ANTARCTICA = "ATA"
_WIDEST_STEP = 1.0
_FINEST_PX = 1600
_SURROUNDINGS = 0.75


def land(palette: Palette, view: View) -> dict[str, Any]:
    """The trace of the countries: very light, with borders in the colour of the paper, silent under the mouse."""
    x, y = _outlines(view)
    return {
        "type": "scatter",
        "name": "land",
        "x": x,
        "y": y,
        "mode": "lines",
        "fill": "toself",
        "fillcolor": palette.land,
        "line": {"color": palette.border, "width": 0.8},
        "hoverinfo": "skip",
    }


@cache
def _outlines(view: View) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The rings of the countries in the plane, parted by NaN, no finer than a map `_FINEST_PX` wide can show."""
    tolerance = WINDOWS[view].width / _FINEST_PX
    gap = np.full((1, 2), np.nan)
    rings = (simplify(ring, tolerance) for ring in _rings(view))
    pieces = [piece for ring in rings if len(ring) > 3 for piece in (ring, gap)]
    outlines = np.concatenate(pieces).astype(np.float32)
    return outlines[:, 0].copy(), outlines[:, 1].copy()


def _rings(view: View) -> Iterator[Floats]:
    """The rings in sight. Those that the edge of the projection would tear are left out, and so is Antarctica.

    A figure of another shape than the window shows more of the surroundings, so these are in sight, too.
    """
    window = WINDOWS[view]
    sight = window.grown(_SURROUNDINGS)
    for country in countries():
        for ring in country.rings:
            x, y = project(*np.asarray(ring).T)
            is_torn = np.abs(np.diff(x)).max() > _WIDEST_STEP
            if country.code != _ANTARCTICA and not is_torn and sight.meets(x, y):
                yield np.stack([x, y], axis=1)
