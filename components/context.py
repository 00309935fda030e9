"""What a page draws from."""

from __future__ import annotations

from dataclasses import dataclass

from components.library import Library
from ucap.charts.scene import Scene
from ucap.frames import Frames
from ucap.selection import Selection


@dataclass(frozen=True)
class Context:
    """The library, and the scene that the visitor's selection makes of it."""

    library: Library
    scene: Scene

    @property
    def selection(self) -> Selection:
        """What the filters say."""
        return self.scene.selection

    @property
    def frames(self) -> Frames:
        """The rows of the selected plans."""
        return self.scene.frames

    @property
    def is_empty(self) -> bool:
        """Whether no plan is selected."""
        return self.scene.plan_count == 0
