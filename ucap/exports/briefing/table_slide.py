"""Tables of words, native, going on over further slides where they have many rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from ucap.exports.briefing.deck import Deck, describe_shape
from ucap.exports.briefing.drawing import Box
from ucap.exports.briefing.writing import SMALLEST_SIZE, Paragraph, fitted, leave_empty, write_runs
from ucap.exports.story.slide import Entry, Grid, Slide
from ucap.typography import LINE_HEIGHT

_MARGIN_X, _MARGIN_Y = 5.0, 3.5
_LINE = SMALLEST_SIZE * LINE_HEIGHT
_MOST_LINES = 12
_REST_HEIGHT = 24.0
# The style "No Style, Table Grid" of PowerPoint: nothing but hairlines.
_PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_Row = Sequence[Paragraph]


def add_grid(deck: Deck, slide: Slide, grid: Grid) -> None:
    """The rows under their headings, on as many slides as they need and may take."""
    room = deck.room_below_sentence
    room = Box(room.left, room.top, room.width, room.height - _REST_HEIGHT)
    widths = [room.width * share / sum(grid.shares) for share in grid.shares]
    headings = [Paragraph(one, SMALLEST_SIZE, is_bold=True, color="muted") for one in grid.headings]
    rows = [[_cell(deck, entry, width) for entry, width in zip(row, widths, strict=True)] for row in grid.rows]
    pages = list(_pages(deck, [headings, *rows], widths, room.height)) if rows else []
    if 1 < len(pages) <= slide.length.most:
        pages = _balanced(deck, [headings, *rows], widths, room.height)
    if not pages:
        deck.add_sentence(slide)
    for number, page in enumerate(pages[: slide.length.most], 1):
        native, _room = deck.add_sentence(slide, number)
        heights = [_height(deck, row, widths) for row in page]
        place = map(Pt, (room.left, room.top, room.width, sum(heights)))
        frame = native.shapes.add_table(len(page), len(widths), *place)
        describe_shape(frame, slide.name, slide.sentence)
        _fill(frame, page, widths, heights)
        if number == slide.length.most < len(pages):
            deck.write_rest(native, slide.length.rest)


def _cell(deck: Deck, entry: Entry, width: float) -> Paragraph:
    """The text in as many lines as a row may have."""
    room = _text_width(deck, width)
    text, size = fitted(entry.text, room, _MOST_LINES * _LINE, (SMALLEST_SIZE,))
    return Paragraph(text, size, link=entry.link).in_runs(room)


def _height(deck: Deck, row: _Row, widths: Sequence[float]) -> float:
    lines = [len(cell.lines(_text_width(deck, width))) for cell, width in zip(row, widths, strict=True)]
    return max(1, *lines) * _LINE + 2 * _MARGIN_Y


def _text_width(deck: Deck, width: float) -> float:
    """The room for text in a cell of that width, as text is measured."""
    return deck.width(Box(0, 0, width - 2 * _MARGIN_X, 0))


def _balanced(deck: Deck, rows: Sequence[_Row], widths: Sequence[float], height: float) -> list[list[_Row]]:
    """The rows on as few pages as hold them, of about the same length."""
    fewest = list(_pages(deck, rows, widths, height))
    tries = (list(_pages(deck, rows, widths, height * share)) for share in (0.5, 0.6, 0.7, 0.8, 0.9))
    return next((pages for pages in tries if len(pages) == len(fewest)), fewest)


def _pages(deck: Deck, rows: Sequence[_Row], widths: Sequence[float], height: float) -> Iterator[list[_Row]]:
    """The rows on pages of that height, each below the first row."""
    top = _height(deck, rows[0], widths)
    page, left = [rows[0]], height - top
    for row in rows[1:]:
        needed = _height(deck, row, widths)
        if needed > left and len(page) > 1:
            yield page
            page, left = [rows[0]], height - top
        page.append(row)
        left -= needed
    yield page


def _fill(frame: Any, page: Sequence[_Row], widths: Sequence[float], heights: Sequence[float]) -> None:
    table = frame.table
    frame._element.find(f".//{qn('a:tableStyleId')}").text = _PLAIN_STYLE
    table.horz_banding = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    for row, height, cells in zip(table.rows, heights, page, strict=True):
        row.height = Pt(height)
        for cell, paragraph in zip(row.cells, cells, strict=True):
            _write(cell, paragraph)


def _write(cell: Any, paragraph: Paragraph) -> None:
    cell.vertical_anchor = MSO_ANCHOR.TOP
    cell.margin_left = cell.margin_right = Pt(_MARGIN_X)
    cell.margin_top = cell.margin_bottom = Pt(_MARGIN_Y)
    _underline(cell)
    target = cell.text_frame.paragraphs[0]
    target.line_spacing = Pt(paragraph.line_height)
    if not paragraph.text:
        leave_empty(target, paragraph.size)
        return
    write_runs(target, paragraph)


def _underline(cell: Any) -> None:
    """A hairline below, and no other line."""
    properties = cell._tc.get_or_add_tcPr()
    for number, name in enumerate(("lnL", "lnR", "lnT")):
        line = properties.makeelement(qn(f"a:{name}"), {"w": "0"})
        line.append(line.makeelement(qn("a:noFill"), {}))
        properties.insert(number, line)
    line = properties.makeelement(qn("a:lnB"), {"w": str(Pt(0.75))})
    filled = line.makeelement(qn("a:solidFill"), {})
    filled.append(filled.makeelement(qn("a:schemeClr"), {"val": "bg2"}))
    line.append(filled)
    properties.insert(3, line)
