"""What a page draws from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, partial

from components.library import Library, library
from ucap.charts.scene import Look, Scene
from ucap.frames import Frames
from ucap.selection import Coverage, Selection
from ucap.selection.places.cities import cities


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

    @cached_property
    def whole(self) -> Context:
        """The same without filters: all plans, or all of the city or the pair that the page is about."""
        coverage = self.scene.coverage
        chosen = cities(coverage).selection(self.focus, Selection()) if self.focus else Selection()
        return replace(self, scene=Scene(coverage, chosen, self.scene.look))

    def later(self) -> Callable[[], Context]:
        """Gives the same on the plans as they will be when it is called.

        A browser's session keeps what its buttons call until it ends: were that this context, each would keep all plans
        as they were when it looked last.
        """
        own = None if self.scene.coverage is self.library.coverage else self.scene.coverage
        return partial(_now, own, self.selection, self.scene.look, self.focus)

    @property
    def is_empty(self) -> bool:
        """Whether no plan is selected."""
        return self.scene.plan_count == 0


def _now(own: Coverage | None, selection: Selection, look: Look, focus: tuple[str, ...]) -> Context:
    """A context on the plans as they are now, or on the few of its `own`."""
    shelf = library()
    return Context(shelf, Scene(own or shelf.coverage, selection, look), focus)
