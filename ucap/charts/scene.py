"""What the charts of one view are drawn from: the data, the selection and the look.

The look that charts are drawn in.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from ucap.charts.palette import DARK, LIGHT, Palette
from ucap.frames.frames import Frames
from ucap.selection.coverage import Coverage
from ucap.selection.matrix import Mask
from ucap.selection.selection import Selection
from ucap.vocabulary.filters import FilterName, Value

_PHONE_PX = 520
_LINE_PX = 16
_HIGHEST_ROW_PX = 48
_UNBROKEN_NAME_PX = 310


@dataclass(frozen=True, slots=True)
class Look:
    """Light or dark, and the room in pixels that charts are laid out for.

    A figure fills whatever width it gets; at `width_px` labels must not collide and marks must not touch. `height_px`
    is the height of a screen that one figure is to fill; None where a figure may be as high as it needs.
    """

    is_dark: bool = False
    width_px: int = 860
    height_px: int | None = None

    @property
    def palette(self) -> Palette:
        """The colours."""
        return DARK if self.is_dark else LIGHT

    @property
    def is_narrow(self) -> bool:
        """Whether a chart has to do with the width of a phone."""
        return self.width_px < _PHONE_PX

    def row_px(self, usual_px: float, row_count: float, rest_px: float, line_px: float = _LINE_PX) -> float:
        """The height of each of so many rows: the usual one, or what fills the screen beside `rest_px` of other things.

        Rows stay high enough for one line of text (`line_px`): very many make the figure higher than the screen.
        """
        if self.height_px is None:
            return usual_px
        filling = (self.height_px - rest_px) / max(row_count, 1)
        return min(max(filling, line_px), _HIGHEST_ROW_PX)

    def has_room(self, row_count: float, rest_px: float, line_px: float = _LINE_PX) -> bool:
        """Whether so many rows of one line each, and `rest_px` of other things, fit the screen."""
        return self.height_px is None or row_count * line_px + rest_px <= self.height_px

    def name_px(self, usual_px: int) -> int:
        """The width of a column of names: the usual one, or, where rows share a screen, one in which few names wrap."""
        return usual_px if self.height_px is None else _UNBROKEN_NAME_PX

    @staticmethod
    def line_count(row_px: float) -> int:
        """In how many lines a name may stand in a row of that height."""
        return 2 if row_px >= 2 * _LINE_PX else 1


DEFAULT = Look()


EVERYTHING = Selection()


@dataclass(frozen=True)
class Scene:
    """The selected part of the data and how it is drawn; what several charts need is made when first asked for."""

    coverage: Coverage
    selection: Selection = EVERYTHING
    look: Look = DEFAULT

    @cached_property
    def selected(self) -> Mask:
        """Which plans are selected."""
        return self.coverage.select(self.selection)

    @cached_property
    def plan_count(self) -> int:
        """How many plans are selected."""
        return int(self.selected.sum())

    @cached_property
    def frames(self) -> Frames:
        """The rows of the selected plans, narrowed by the filters that are about them."""
        return self.coverage.view(self.selection, self.selected)

    @cached_property
    def met(self) -> Frames:
        """The same with the pairs that have only met in place of the paired ones."""
        return self.coverage.view(replace(self.selection, link="met"), self.selected)

    @property
    def palette(self) -> Palette:
        """The colours of the look."""
        return self.look.palette

    def is_chosen(self, name: FilterName, value: Value) -> bool:
        """Whether the selection filters by this value, so that its mark is to be emphasised."""
        return value in self.selection.values(name)
