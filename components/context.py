"""What a page draws from."""

from __future__ import annotations

from dataclasses import dataclass, replace

from components.library import Library
from ucap.charts.scene import Scene
from ucap.frames import Frames
from ucap.selection import Selection


@dataclass(frozen=True)
class Context:
    """The library, and the scene that the visitor's selection makes of it.

    `focus` are the labels of the city or of the two cities that the page is about, if it is about any.
    """

    library: Library
    scene: Scene
    focus: tuple[str, ...] = ()

    @property
    def selection(self) -> Selection:
        """What the filters say."""
        return self.scene.selection

    @property
    def frames(self) -> Frames:
        """The rows of the selected plans."""
        return self.scene.frames

    @property
    def met(self) -> Context:
        """The same with the pairs that have only met in place of the paired ones."""
        scene = Scene(self.scene.coverage, replace(self.selection, link="met"), self.scene.look)
        return replace(self, scene=scene)

    @property
    def is_empty(self) -> bool:
        """Whether no plan is selected."""
        return self.scene.plan_count == 0
