"""What a page draws from."""

from __future__ import annotations

from dataclasses import dataclass

from components.library import Library
from ucap.charts.template import Look
from ucap.frames import Frames
from ucap.selection import Selection
from ucap.selection.matrix import Mask


@dataclass(frozen=True)
class Scene:
    """The library, the selection, the selected plans, the frames narrowed to them, and the look of charts."""

    library: Library
    selection: Selection
    selected: Mask
    frames: Frames
    look: Look

    @property
    def is_empty(self) -> bool:
        """Whether no plan is selected."""
        return not self.selected.any()
