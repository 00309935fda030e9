"""Where Europe and China stand on the map: each in a panel with the room that it needs, facing each other.

On a wide sheet Europe stands left and China right, on a narrow one Europe above and China below. Screen and slides lay
out their maps here, so that they agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from ucap.charts.map.projection import Floats, Window, degrees_window, project, widened
from ucap.charts.scene import Look
from ucap.selection.coverage import Coverage, once_per_data
from ucap.selection.places.cities import cities
from ucap.vocabulary.kinds import Side

View = Literal["whole", "europe", "china"]
Windows = dict[Side, Window]

# The degrees that are always in sight: west, south, east, north.
_DEGREES: dict[Side, tuple[float, float, float, float]] = {
    "europe": (-11.0, 35.5, 27.0, 56.5),
    "china": (99.0, 18.5, 128.0, 46.0),
}
MERIDIANS: dict[Side, float] = {side: (west + east) / 2 for side, (west, _, east, _) in _DEGREES.items()}
_GAP_SHARE = 0.13
_LOWEST, _HIGHEST = 220.0, 640.0


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the globe, `source` in the plane of the projection, on a part of the sheet, `frame`, of its shape."""

    meridian: float
    source: Window
    frame: Window

    def place(self, longitudes: ArrayLike, latitudes: ArrayLike) -> tuple[Floats, Floats]:
        """Degrees (WGS 84) to places on the sheet."""
        return self.on_sheet(*project(longitudes, latitudes, self.meridian))

    def on_sheet(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Places in the plane of the projection to places on the sheet."""
        scale = self.frame.width / self.source.width
        return self.frame.left + (x - self.source.left) * scale, self.frame.bottom + (y - self.source.bottom) * scale


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a map is drawn on, `width` x `height`, in pixels or points; x runs to the right and y upwards from 0."""

    width: float
    height: float
    europe: Panel
    china: Panel

    def panel(self, side: Side) -> Panel:
        """The panel of a side."""
        return self.china if side == "china" else self.europe

    @property
    def window(self) -> Window:
        """The whole sheet."""
        return Window(0.0, 0.0, self.width, self.height)

    @property
    def is_stacked(self) -> bool:
        """Whether Europe stands above China."""
        return self.china.frame.left == self.europe.frame.left

    def place(self, places: pd.DataFrame) -> tuple[Floats, Floats]:
        """Where places (side, longitude, latitude) lie on the sheet."""
        x, y = np.full(len(places), np.nan), np.full(len(places), np.nan)
        for side in MERIDIANS:
            is_here = (places["side"] == side).to_numpy()
            x[is_here], y[is_here] = self.panel(side).place(
                places.loc[is_here, "longitude"], places.loc[is_here, "latitude"]
            )
        return x, y

    def axes(self) -> dict[str, Any]:
        """Hidden axes of one scale; Plotly widens the range of one of them until the sheet fills the figure."""
        hidden = {"visible": False, "constrain": "range"}
        return {
            "xaxis": hidden | {"range": [0, self.width]},
            "yaxis": hidden | {"range": [0, self.height], "scaleanchor": "x"},
        }


@once_per_data
def windows(coverage: Coverage) -> Windows:
    """What is in sight of each side: always the same, or more where a city of the data lies outside.

    All cities count, not the selected ones alone, so that the map stays where it is when a filter changes.
    """
    places = cities(coverage).facts.dropna(subset=["longitude", "latitude"])
    return {side: _window(places[places["side"] == side], side) for side in MERIDIANS}


def _window(places: pd.DataFrame, side: Side) -> Window:
    usual = degrees_window(*_DEGREES[side])
    return widened(usual, *project(places["longitude"], places["latitude"], MERIDIANS[side])) if len(places) else usual


def screen_sheet(sources: Windows, look: Look, view: View) -> Sheet:
    """The sheet that fills the width of the look, and the height of its screen if it has one."""
    width, is_stacked = float(look.width_px), look.is_narrow
    height = _filling_height(sources, width, is_stacked, view)
    fitting = float(look.height_px) if look.height_px is not None else float(np.clip(height, _LOWEST, _HIGHEST))
    return sheet(sources, width, round(fitting), is_stacked, view)


def _filling_height(sources: Windows, width: float, is_stacked: bool, view: View) -> float:
    """The height at which panels of the shape of their windows fill the width."""
    if view != "whole":
        return width / sources[view].aspect
    gap = _GAP_SHARE * width
    aspects = [one.aspect for one in sources.values()]
    return gap + sum(width / aspect for aspect in aspects) if is_stacked else (width - gap) / sum(aspects)


def sheet(sources: Windows, width: float, height: float, is_stacked: bool = False, view: View = "whole") -> Sheet:
    """A sheet of that size; the panels share it as they need it, or one of them has it, the other being off the edge.

    Their windows grow to the shape of their panels.
    """
    europe, china = _frames(sources, width, height, is_stacked) if view == "whole" else _alone(view, width, height)
    return Sheet(width, height, _panel("europe", sources, europe), _panel("china", sources, china))


def _panel(side: Side, sources: Windows, frame: Window) -> Panel:
    return Panel(MERIDIANS[side], sources[side].shaped(frame.aspect), frame)


def _frames(sources: Windows, width: float, height: float, is_stacked: bool) -> tuple[Window, Window]:
    gap = _GAP_SHARE * width
    europe, china = sources["europe"].aspect, sources["china"].aspect
    if is_stacked:
        top = (height - gap) * china / (europe + china)
        return Window(0.0, height - top, width, height), Window(0.0, 0.0, width, height - top - gap)
    left = (width - gap) * europe / (europe + china)
    return Window(0.0, 0.0, left, height), Window(left + gap, 0.0, width, height)


def _alone(view: View, width: float, height: float) -> tuple[Window, Window]:
    """Both panels as large as the sheet; the one that is not looked at lies beyond its edge."""
    shift = width * (1 + _GAP_SHARE)
    left = 0.0 if view == "europe" else -shift
    return Window(left, 0.0, left + width, height), Window(left + shift, 0.0, left + shift + width, height)
