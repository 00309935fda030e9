"""What the charts of one view are drawn from: the data, the selection and the look."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ucap.charts.look import DEFAULT, Look
from ucap.charts.palette import Palette
from ucap.frames.frames import Frames
from ucap.selection import Coverage, Selection, apply
from ucap.selection.filters import FilterName, Value
from ucap.selection.matrix import Mask

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
        return apply(self.coverage, self.selection, self.selected)

    @property
    def palette(self) -> Palette:
        """The colours of the look."""
        return self.look.palette

    def is_chosen(self, name: FilterName, value: Value) -> bool:
        """Whether the selection filters by this value, so that its mark is to be emphasised."""
        return value in self.selection.values(name)
