"""Rectangles on a slide, in points."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `left` and `top` are counted from the upper left corner of the slide."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    def columns(self, count: int, gap: float) -> list[Box]:
        """As many equal columns, from left to right."""
        width = (self.width - gap * (count - 1)) / count
        return [Box(self.left + index * (width + gap), self.top, width, self.height) for index in range(count)]

    def rows(self, count: int, gap: float) -> list[Box]:
        """As many equal rows, from top to bottom."""
        height = (self.height - gap * (count - 1)) / count
        return [Box(self.left, self.top + index * (height + gap), self.width, height) for index in range(count)]

    def split_top(self, height: float, gap: float = 0.0) -> tuple[Box, Box]:
        """A strip of that height at the top, and what is below it."""
        below = self.top + height + gap
        return Box(self.left, self.top, self.width, height), Box(self.left, below, self.width, self.bottom - below)

    def split_left(self, width: float, gap: float = 0.0) -> tuple[Box, Box]:
        """A strip of that width at the left, and what is right of it."""
        beside = self.left + width + gap
        return Box(self.left, self.top, width, self.height), Box(beside, self.top, self.right - beside, self.height)
