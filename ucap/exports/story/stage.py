"""The screen that slides are laid out for: how large letters and figures can be."""

from __future__ import annotations

from dataclasses import dataclass

from ucap.charts.scene import Look
from ucap.exports.story.slide import Column, Columns, Grid, Part
from ucap.typography import wrapped

# A slide is drawn as for a screen of this size, and enlarged with it. Parts are in its pixels.
_WIDTH_PX, _HEIGHT_PX = 1280, 720
_SMALLEST_UNIT = 0.72
_SIDE_PX, _AROUND_PX, _BAR_PX = 44, 106, 56
_SENTENCE_PX, _SENTENCE_SIZES_PX = 84, (29, 25, 21)
_TEXT_SIZES_PX = tuple(range(32, 12, -1))
_READABLE_PX = 21
_TABLE_SIZES_PX, _CELL_SPACE = (22, 20, 18), 0.8
# An entry that may take so many lines is not cut.
_WHOLE = 12
_LINE_HEIGHT, _ENTRY_SPACE, _HEADING_SPACE = 1.3, 0.3, 1.2
_COLUMN_GAP_PX = 48
_PHONE_TEXT_PX = 17.0
# The figure's own canvas, on which its letters have the size that they have on a page.
_FIGURE_WIDTH_PX, _FIGURE_HEIGHT_PX = 860, 400
_WIDEST_FONT = 1.14
_PHONE_PX = 640


@dataclass(frozen=True, slots=True)
class Typeset:
    """How lists are set: the size of their letters in pixels, and the lines that any entry may take at least."""

    text_px: float
    line_count: int

    def most_lines(self, part: Part) -> int:
        """After how many lines an entry of that part is cut."""
        return max(part.line_count, self.line_count)


@dataclass(frozen=True, slots=True)
class Stage:
    """A screen of so many pixels."""

    width_px: int
    height_px: int

    @property
    def unit_px(self) -> float:
        """How many pixels of this screen one pixel of the drawn slide takes."""
        return max(min(self.width_px / _WIDTH_PX, self.height_px / _HEIGHT_PX), _SMALLEST_UNIT)

    @property
    def is_phone(self) -> bool:
        """Whether a slide is so narrow that it is scrolled."""
        return self.width_px < _PHONE_PX

    @property
    def room_px(self) -> tuple[float, float]:
        """Width and height of what is below the sentence."""
        unit = self.unit_px
        height = self.height_px - (_AROUND_PX + _SENTENCE_PX) * unit - _BAR_PX
        return self.width_px - 2 * _SIDE_PX * unit, height

    @property
    def scale(self) -> float:
        """How much larger than on a page a figure is drawn."""
        width, height = self.room_px
        return 1.0 if self.is_phone else max(1.0, min(width / _FIGURE_WIDTH_PX, height / _FIGURE_HEIGHT_PX))

    def look(self, is_dark: bool) -> Look:
        """How figures are drawn that are then enlarged by `scale` to fill the room."""
        width, height = self.room_px
        return Look(is_dark, int(width / self.scale), None if self.is_phone else int(height / self.scale))

    def sentence_px(self, sentence: str) -> float:
        """The largest size at which the sentence stands in its strip, else the smallest."""
        width = self.room_px[0]
        for size in _SENTENCE_SIZES_PX:
            px = size * self.unit_px
            if _line_count(sentence, width, px) * px * _LINE_HEIGHT <= _SENTENCE_PX * self.unit_px:
                return px
        return _SENTENCE_SIZES_PX[-1] * self.unit_px

    def typeset(self, columns: Columns) -> Typeset:
        """The largest letters at which all columns stand in the room side by side, else the smallest.

        Entries are whole while letters can be read from afar; where that makes them too small, each is cut after the
        lines that its part allows. On a phone, where slides are scrolled, nothing is cut.
        """
        if self.is_phone:
            return Typeset(_PHONE_TEXT_PX, _WHOLE)
        whole = [Typeset(size * self.unit_px, _WHOLE) for size in _TEXT_SIZES_PX if size >= _READABLE_PX]
        cut = [Typeset(size * self.unit_px, 1) for size in _TEXT_SIZES_PX]
        return next((one for one in (*whole, *cut) if self._has_room(columns, one)), cut[-1])

    def grid(self, grid: Grid) -> tuple[float, int]:
        """The size of a table's letters in pixels, and how many of its rows have room at it.

        The largest size at which the rows for a single screen stand there; where that could not be read from afar,
        fewer rows.
        """
        most = min(grid.most, len(grid.rows))
        if self.is_phone:
            return _PHONE_TEXT_PX, most
        sizes = [size * self.unit_px for size in _TABLE_SIZES_PX]
        fitting = (size for size in sizes if self._row_count(grid, size) >= most)
        size = next(fitting, sizes[-1])
        return size, max(1, min(most, self._row_count(grid, size)))

    def _row_count(self, grid: Grid, size: float) -> int:
        """How many rows have room below the headings and above the remark on what is left out."""
        width, height = self.room_px
        widths = [width * share / sum(grid.shares) - _CELL_SPACE * size for share in grid.shares]
        left = height - 2 * size * (_LINE_HEIGHT + _CELL_SPACE)
        for count, row in enumerate(grid.rows):
            lines = max(_line_count(cell.text, each, size) for cell, each in zip(row, widths, strict=True))
            left -= size * (lines * _LINE_HEIGHT + _CELL_SPACE)
            if left < 0:
                return count
        return len(grid.rows)

    def _has_room(self, columns: Columns, typeset: Typeset) -> bool:
        width, height = self.room_px
        each = (width - _COLUMN_GAP_PX * self.unit_px * (len(columns) - 1)) / len(columns)
        return all(_height(one, each, typeset) <= height for one in columns)


def _height(column: Column, width: float, typeset: Typeset) -> float:
    """The height of a column in pixels; a heading takes a line, a remark on what is left out another."""
    size, height = typeset.text_px, 0.0
    for part in column:
        line_count = bool(part.heading) + bool(part.left_out_count)
        most = typeset.most_lines(part)
        line_count += sum(min(most, _line_count(entry.text, width - 2 * size, size)) for entry in part.shown)
        height += line_count * size * _LINE_HEIGHT + (len(part.shown) * _ENTRY_SPACE + _HEADING_SPACE) * size
    return height


def _line_count(text: str, width: float, size: float) -> int:
    return len(wrapped(" ".join(text.split()), width / _WIDEST_FONT, size))
